#include "deck/collection.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "deck/selector.h"
#include "support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using namespace pith::deck;
using Texts = std::vector<std::string>;

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string deck_text(const std::string& id, const std::string& item, const std::string& tag) {
  return "deck: " + id + "\ntags: [" + tag + "]\nitems:\n  - {id: " + item +
         ", was: once, question: q, answer: a}\n  - {id: second, question: r, answer: a}\n";
}

Texts deck_ids(const Collection& collection) {
  Texts ids;
  for (const auto& deck : collection.decks) {
    ids.push_back(deck.id);
  }
  return ids;
}

/// By file.
Texts messages(const Collection& collection) {
  Texts all;
  for (const auto& diagnostic : collection.diagnostics) {
    all.push_back(fs::path(diagnostic.file).filename().string() + ": " + diagnostic.message);
  }
  std::sort(all.begin(), all.end());
  return all;
}

Collection load(std::initializer_list<fs::path> paths) {
  const std::vector<fs::path> all(paths);
  return load_collection(all);
}

}  // namespace

TEST_CASE("a folder is searched for decks in the order of names", "[deck]") {
  const pith::test::TemporaryFolder folder;
  write(folder.path() / "b.yaml", deck_text("bb", "x", "t"));
  write(folder.path() / "a/deep.yml", deck_text("aa", "x", "t"));
  write(folder.path() / ".git/hidden.yaml", deck_text("hidden", "x", "t"));
  write(folder.path() / "other.yaml", "a: b\n");
  write(folder.path() / "notes.md", "items:\n");

  const auto collection = load({folder.path()});

  CHECK(deck_ids(collection) == Texts{"aa", "bb"});
  CHECK(collection.diagnostics.empty());
  CHECK(collection.skipped == Texts{(folder.path() / "other.yaml").string()});
}

TEST_CASE("a broken deck is reported and the others stay usable", "[deck]") {
  const pith::test::TemporaryFolder folder;
  write(folder.path() / "a.yaml", "items: [\n");
  write(folder.path() / "b.yaml", deck_text("bb", "x", "t"));
  write(folder.path() / "c.yaml", deck_text("bb", "x", "t"));
  write(folder.path() / "d.yaml", "no: deck\n");
  fs::create_directory(folder.path() / "empty");

  const auto collection =
      load({folder.path(), folder.path() / "empty", folder.path() / "absent.yaml"});

  CHECK(deck_ids(collection) == Texts{"bb"});
  CHECK(messages(collection) ==
        Texts{"a.yaml: a '[' is never closed", "absent.yaml: there is no such file",
              "c.yaml: duplicate deck id 'bb'", "empty: there is no deck in this folder"});
}

TEST_CASE("a file that was meant as a deck is passed over with a warning", "[deck]") {
  const pith::test::TemporaryFolder folder;
  write(folder.path() / "a.yaml", deck_text("aa", "x", "t"));
  write(folder.path() / "b.yaml", "title: B\nitmes:\n  - {question: q, answer: a}\n");
  write(folder.path() / "c.yaml", "\xFF\xFEi");
  write(folder.path() / "d.yaml", "  items:\n    - {question: q, answer: a}\n");
  write(folder.path() / "e.yaml", "no: deck\n");

  auto collection = load({folder.path()});

  CHECK(collection.diagnostics.empty());
  CHECK(collection.skipped.size() == 4);
  REQUIRE(collection.passed_over.size() == 3);
  CHECK(collection.passed_over[0].severity == Severity::warning);
  CHECK(collection.passed_over[0].at.line == 2);
  CHECK(collection.passed_over[0].hint == "did you mean 'items'?");
  collection.diagnostics = collection.passed_over;
  CHECK(messages(collection) ==
        Texts{"b.yaml: this is no deck and was passed over: unknown key 'itmes' in a deck",
              "c.yaml: this is no deck and was passed over: this file is UTF-16, not UTF-8",
              "d.yaml: this is no deck and was passed over: 'items:' does not begin a line"});
}

TEST_CASE("a deck in braces, as JSON has it, is found like any other", "[deck]") {
  const pith::test::TemporaryFolder folder;
  write(folder.path() / "a.yaml", R"({"deck":"js","items":[{"id":"a","front":"x","back":"y"}]})"
                                  "\n");
  write(folder.path() / "b.yaml", R"({"items":[{"id":"a","front":"x")");
  write(folder.path() / "c.yaml", R"({"version": 2, "list": {"items": []}})");

  const auto collection = load({folder.path()});

  CHECK(deck_ids(collection) == Texts{"js"});
  CHECK(collection.diagnostics.empty());
  REQUIRE(collection.passed_over.size() == 1);
  CHECK(fs::path(collection.passed_over[0].file).filename() == "b.yaml");
  CHECK(collection.skipped.size() == 2);
}

TEST_CASE("a file of full-width colons is passed over with the line of the first", "[deck]") {
  const pith::test::TemporaryFolder folder;
  write(folder.path() / "a.yaml", deck_text("aa", "x", "t"));
  write(folder.path() / "b.yaml",
        "# 茶\ntitle：茶\nitems：\n  - question：为什么？\n    points：\n");

  const auto collection = load({folder.path()});

  REQUIRE(collection.passed_over.size() == 1);
  CHECK(collection.passed_over[0].at.line == 2);
  CHECK(collection.passed_over[0].message ==
        "this is no deck and was passed over: the colon behind 'title' is full-width, which is "
        "text to YAML");
  CHECK(collection.passed_over[0].hint == "write 'title: ' with a plain colon and a space");
}

TEST_CASE("a file that is named must be a deck, and is read once", "[deck]") {
  const pith::test::TemporaryFolder folder;
  const auto deck = folder.path() / "a.yaml";
  write(deck, deck_text("aa", "x", "t"));
  write(folder.path() / "d.yaml", "no: deck\n");

  const auto collection =
      load({deck, folder.path() / "." / "a.yaml", folder.path() / "d.yaml", folder.path()});

  CHECK(deck_ids(collection) == Texts{"aa"});
  CHECK(messages(collection) ==
        Texts{"d.yaml: 'items' is missing", "d.yaml: unknown key 'no' in a deck"});
  CHECK(read_deck_file(folder.path()).diagnostics[0].message ==
        "this is a folder, not a deck file");
}

TEST_CASE("links that lead out of the folder are not followed", "[deck]") {
  const pith::test::TemporaryFolder inside;
  const pith::test::TemporaryFolder outside;
  write(outside.path() / "o.yaml", deck_text("out", "x", "t"));
  write(inside.path() / "i.yaml", deck_text("in", "x", "t"));
  fs::create_symlink(outside.path() / "o.yaml", inside.path() / "link.yaml");
  fs::create_directory_symlink(outside.path(), inside.path() / "folder");
  fs::create_directory_symlink(inside.path(), inside.path() / "loop");

  CHECK(deck_ids(load({inside.path()})) == Texts{"in"});
}

TEST_CASE("a link in the place of a deck that leads nowhere is told of", "[deck]") {
  const pith::test::TemporaryFolder folder;
  write(folder.path() / "i.yaml", deck_text("in", "x", "t"));
  fs::create_symlink(folder.path() / "gone", folder.path() / "link.yaml");
  fs::create_symlink(folder.path() / "gone", folder.path() / "note");
  fs::create_symlink("user@host.1234", folder.path() / ".#i.yaml");  // an editor's lock

  const auto collection = load({folder.path()});

  CHECK(deck_ids(collection) == Texts{"in"});
  CHECK(messages(collection) == Texts{"link.yaml: this link leads nowhere"});
}

TEST_CASE("selectors name decks, items, tags, globs and files", "[deck]") {
  const pith::test::TemporaryFolder folder;
  write(folder.path() / "one.yaml", deck_text("cpp-one", "first", "Basics"));
  write(folder.path() / "sub/two.yaml", deck_text("cpp-two", "move", "扩展"));
  const auto collection = load({folder.path()});
  const auto [selectors, expected] = GENERATE(table<Texts, Texts>({
      {{}, {"cpp-one/first", "cpp-one/second", "cpp-two/move", "cpp-two/second"}},
      {{"cpp-two"}, {"cpp-two/move", "cpp-two/second"}},
      {Texts{"cpp-two/move", "cpp-one/first"}, Texts{"cpp-one/first", "cpp-two/move"}},
      {{"cpp-one/once"}, {"cpp-one/first"}},
      {{"cpp-*/sec?nd"}, Texts{"cpp-one/second", "cpp-two/second"}},
      {{"tag:basics"}, Texts{"cpp-one/first", "cpp-one/second"}},
      {Texts{"tag:扩?", "cpp-two/move"}, Texts{"cpp-two/move", "cpp-two/second"}},
      {{"@/sub/"}, Texts{"cpp-two/move", "cpp-two/second"}},
      {{"@/one.yaml"}, Texts{"cpp-one/first", "cpp-one/second"}},
      {{"@/one.yaml/first"}, {"cpp-one/first"}},
      {{"@/sub/../one.yaml/s*"}, {"cpp-one/second"}},
  }));
  CAPTURE(selectors);

  auto given = selectors;
  for (auto& selector : given) {
    if (selector.starts_with('@')) {
      selector.replace(0, 1, folder.path().string());
    }
  }
  Texts found;
  for (const auto* item : select(collection, given)) {
    found.push_back(full_id(*item));
  }

  CHECK(found == expected);
}

TEST_CASE("a selector that means nothing is refused with what may have been meant", "[deck]") {
  const pith::test::TemporaryFolder folder;
  write(folder.path() / "one.yaml", deck_text("cpp-one", "first", "basics"));
  const auto collection = load({folder.path()});
  const auto [selector, message] = GENERATE(table<std::string, std::string>({
      {"cpp-noe", "nothing is called 'cpp-noe': did you mean 'cpp-one'?"},
      {"cpp-one/frist", "nothing is called 'cpp-one/frist': did you mean 'cpp-one/first'?"},
      {"tag:basic", "nothing is called 'tag:basic': did you mean 'tag:basics'?"},
      {"first", "nothing is called 'first': did you mean 'cpp-one/first'?"},
      {"irs", "nothing is called 'irs': did you mean 'cpp-one/first'?"},
      {"zzz",
       "nothing is called 'zzz': name a deck, deck/item, tag:NAME or a file (`pith list` "
       "shows what there is, `pith help` lists the commands)"},
  }));
  const std::vector selectors = {selector};

  CHECK_THROWS_WITH(select(collection, selectors), message);
  CHECK_THROWS_AS(select(collection, selectors), pith::UsageError);
}

TEST_CASE("a file in the folder at hand is named where no deck is called so", "[deck]") {
  const pith::test::TemporaryFolder folder;
  write(folder.path() / "decks/one.yaml", deck_text("cpp-one", "first", "basics"));
  write(folder.path() / "school.yaml", deck_text("school", "ww1", "basics"));
  write(folder.path() / "cpp-one.yaml", deck_text("cpp-one", "first", "basics"));
  const auto collection = load({folder.path() / "decks"});
  const auto refused = [&](const std::string& selector) {
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    std::string said;
    try {
      (void)select(collection, std::vector{selector});
    } catch (const pith::UsageError& error) {
      said = error.what();
    }
    std::filesystem::current_path(before);
    return said;
  };

  CHECK(refused("school/ww1") ==
        "nothing is called 'school/ww1': did you mean './school.yaml/ww1'?");
  CHECK(refused("school") == "nothing is called 'school': did you mean './school.yaml'?");
  CHECK(refused("cpp-one/frist") ==
        "nothing is called 'cpp-one/frist': did you mean 'cpp-one/first'?");
}

TEST_CASE("a deck without items is no unknown one", "[deck]") {
  const pith::test::TemporaryFolder folder;
  write(folder.path() / "law.yaml", "deck: law\nitems: []\n");
  CHECK_THROWS_WITH(select(load({folder.path()}), std::vector<std::string>{"law"}),
                    "the deck 'law' has no items yet: `pith new item law` adds one");
  const auto path = (folder.path() / "law.yaml").string();
  CHECK_THROWS_WITH(
      select(load({folder.path()}), std::vector<std::string>{path}),
      "the deck '" + path + "' has no items yet: `pith new item " + path + "` adds one");
}

TEST_CASE("globs match characters, not bytes", "[deck]") {
  CHECK(matches_glob("*", ""));
  CHECK(matches_glob("a*b*c", "aXbYbZc"));
  CHECK(matches_glob("中?x", "中文x"));
  CHECK_FALSE(matches_glob("中?", "中"));
  CHECK_FALSE(matches_glob("a", "ab"));
  CHECK_FALSE(matches_glob("", "a"));
}
