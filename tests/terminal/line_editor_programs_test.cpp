// Scenes of the line editor and the programs that it calls: an editor, and one that listens.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "terminal/editor_scene.h"

using pith::test::Editor;
using pith::test::Rows;

namespace {

/// An executable script in a folder of its own; both go with it.
class Script {
 public:
  explicit Script(const std::string& body) {
    std::string pattern = std::filesystem::temp_directory_path() / "pith-test-XXXXXX";
    folder_ = ::mkdtemp(pattern.data());
    std::ofstream(path()) << "#!/bin/sh\n" << body;
    std::filesystem::permissions(path(), std::filesystem::perms::owner_all);
  }
  ~Script() { std::filesystem::remove_all(folder_); }
  Script(const Script&) = delete;
  Script& operator=(const Script&) = delete;

  [[nodiscard]] std::string path() const { return (folder_ / "editor").string(); }
  [[nodiscard]] std::filesystem::path folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace

TEST_CASE("Ctrl-X Ctrl-E writes on in the editor, in a file that only its owner can read",
          "[terminal]") {
  const Script script(
      "stat -c %a \"$2\" >\"$(dirname \"$0\")/mode\"\n"
      "echo \"$2\" >\"$(dirname \"$0\")/path\"\n"
      "sed -i 's/draft/long\\nanswer/' \"$2\"\n");
  Editor program(60, 10, {"--editor", script.path() + "  --wait"});
  program.type("my draft\x18\x05");
  CHECK_SCENE(program, (Rows{"> my long", "  answer"}), {1, 8});

  std::string mode;
  std::string path;
  std::ifstream(script.folder() / "mode") >> mode;
  std::ifstream(script.folder() / "path") >> path;
  CHECK(mode == "600");
  REQUIRE_FALSE(path.empty());
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE(
    "of a text from the editor that is too long the beginning stands there, and a line says so",
    "[terminal]") {
  const Script script("{ printf 'begun '; head -c 70000 /dev/zero | tr '\\0' x; } >\"$1\"\n");
  Editor program(60, 10, {"--editor", script.path()});
  program.type("my draft\x18\x05");
  CHECK(program.shows_somewhere("the text was cut: 64 KiB is the most"));
  program.type("\x17\r");
  CHECK(program.shows_somewhere("submitted: begun"));
}

TEST_CASE("without a working editor the text stays and a line says why", "[terminal]") {
  const auto [command, notice] = GENERATE(table<std::string, std::string>({
      {"", "no editor: set $VISUAL or $EDITOR"},
      {"/nonexistent/editor", "the editor failed; your text is as it was"},
      {"/bin/false", "the editor failed; your text is as it was"},
      {"/bin/true; touch", "the editor failed; your text is as it was"},  // no shell reads this
  }));
  CAPTURE(command);
  Editor program(60, 10, {"--editor", command});
  program.type("my draft\x18\x05");
  CHECK_SCENE(program, (Rows{"> my draft", notice}), {0, 10});
  program.type("!");
  CHECK_SCENE(program, Rows{"> my draft!"}, {0, 11});
}

TEST_CASE("Ctrl-X Ctrl-V writes what is spoken where the caret is, as one line", "[terminal]") {
  const Script script(
      "exec 3>&1\n"
      "stat -Lc %a /dev/fd/3 >\"$(dirname \"$0\")/mode\"\n"
      "echo recording >&2\n"
      "printf ' we keep\\nthe data \\n\\n每天，\\n备份\\033[2J\\n'\n");
  Editor program(60, 12, {"--dictate", script.path() + " --quiet"});
  program.type("yes!\x1b[D\x18\x16");
  CHECK_SCENE(program,
              (Rows{"> yes!", "speak; Ctrl-C ends it if nothing else does", "recording", "",
                    "> yes we keep the data 每天，备份[2J!"}),
              {4, 36});
  std::string mode;
  std::ifstream(script.folder() / "mode") >> mode;
  CHECK(mode == "600");
  program.type("\x1f\r");
  CHECK(program.shows_somewhere("submitted: yes!"));
}

TEST_CASE("who ends a recorder with Ctrl-C keeps what it heard and goes on", "[terminal]") {
  const Script script("trap 'exit 130' INT\necho heard\necho recording >&2\nsleep 60 & wait\n");
  Editor program(60, 12, {"--dictate", script.path()});
  program.type("\x18\x16");
  REQUIRE(program.shows_somewhere("recording"));
  program.type("\x03");
  REQUIRE(program.shows_somewhere("> heard"));
  program.type(" it\r");
  CHECK(program.shows_somewhere("submitted: heard it"));
}

TEST_CASE("without a working dictation the text stays and a line says why", "[terminal]") {
  const auto [command, notice] = GENERATE(table<std::string, std::string>({
      {"", "no dictation: set `dictate` in the configuration"},
      {"/nonexistent/recorder", "the dictation brought no text; yours is as it was"},
      {"/bin/true", "the dictation brought no text; yours is as it was"},
      {"/bin/echo", "the dictation brought no text; yours is as it was"},
  }));
  CAPTURE(command);
  Editor program(60, 10, {"--dictate", command});
  program.type("my draft\x18\x16");
  REQUIRE(program.shows_somewhere(notice));
  program.type("!\r");
  CHECK(program.shows_somewhere("submitted: my draft!"));
}
