#include "cli/settings/config.h"

#include <algorithm>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "support/command_line.h"
#include "support/temporary_folder.h"

using namespace pith::cli;

TEST_CASE("settings are read from YAML, all of them optional", "[cli]") {
  const auto result = parse_config(
      "decks: [~/decks, /srv/decks]\nask: never\nday_start: 0\nfloor: 0.6\n"
      "judge: {url: \"http://localhost:8080/v1\", key_env: KEY}\n",
      "config.yaml");

  CHECK(result.diagnostics.empty());
  CHECK(result.config.decks == std::vector<std::string>{"~/decks", "/srv/decks"});
  CHECK(result.config.ask == Ask::never);
  CHECK(result.config.day_start == 0);
  CHECK(result.config.floor == 0.6);
  REQUIRE(result.config.judge);
  CHECK(result.config.judge->key_env == "KEY");
  CHECK_FALSE(result.config.endpoint);
}

TEST_CASE("an empty configuration gives the defaults", "[cli]") {
  const auto* const text = GENERATE("", "# nothing yet\n", "---\n");
  const auto result = parse_config(text, "config.yaml");
  CHECK(result.diagnostics.empty());
  CHECK(result.config.day_start == 4);
  CHECK(result.config.ask == Ask::unsure);
}

TEST_CASE("an empty configuration file is read as one", "[cli]") {
  const pith::test::TemporaryFolder folder;
  std::ofstream(folder.path() / "config.yaml") << "";
  CHECK(load_config(folder.path() / "config.yaml").day_start == 4);
  CHECK_THROWS_AS(load_config(folder.path()), pith::StorageError);
}

TEST_CASE("every mistake in the settings is named with its place", "[cli]") {
  const auto [text, line, column, message] =
      GENERATE(table<std::string, std::size_t, std::size_t, std::string>({
          {"day_start: 24\n", 1, 12, "day_start: '24' is not a number from 0 to 23"},
          {"# 说明\nasks: never\n", 2, 1, "unknown key 'asks'"},
          {"ask: sometimes\n", 1, 6, "ask: 'sometimes' is not one of never, unsure, always"},
          {"ask: never\nask: always\n", 2, 1, "'ask' stands here twice"},
          {"floor: .nan\n", 1, 8, "floor: '.nan' is not a number from 0.01 to 0.99"},
          {"fuzz: [1]\n", 1, 7, "fuzz: expected a single value"},
          {"judge: {model: m}\n", 1, 8,
           "judge: an endpoint needs a url, such as http://localhost:8080/v1"},
          {"- decks\n", 1, 1, "expected keys and values"},
          {"decks: [a\n", 2, 1, "end of sequence flow not found"},
          {"ask: never\n# 说\xff\n", 2, 4, "this is not UTF-8: save the file as UTF-8"},
          {std::string(2'000'000, '#'), 1, 1, "the file is too large"},
      }));
  CAPTURE(text);
  const auto result = parse_config(text, "config.yaml");

  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].message == message);
  CHECK(result.diagnostics[0].at.line == line);
  CHECK(result.diagnostics[0].at.column == column);
}

TEST_CASE("a mistyped key of the settings is told with what was meant", "[cli]") {
  const auto [text, line, column, message, hint] =
      GENERATE(table<std::string, std::size_t, std::size_t, std::string, std::string>({
          {"language：zh\n", 1, 9,
           "the colon behind 'language' is full-width, which is text to YAML",
           "write 'language: ' with a plain colon and a space"},
          {"ask: never\nlanguage ：zh\n", 2, 10,
           "the colon behind 'language' is full-width, which is text to YAML",
           "write 'language: ' with a plain colon and a space"},
          {"language：zh\nask: never\n", 1, 9,
           "the colon behind 'language' is full-width, which is text to YAML",
           "write 'language: ' with a plain colon and a space"},
          {"judge:\n  url：http://localhost:8080/v1\n", 2, 6,
           "the colon behind 'url' is full-width, which is text to YAML",
           "write 'url: ' with a plain colon and a space"},
          {"language:zh\n", 1, 9, "a space is missing behind the colon of 'language'",
           "write 'language: '"},
          {"lang: zh\n", 1, 1, "unknown key 'lang'", "did you mean 'language'?"},
          {"new_per_day: 5\n", 1, 1, "unknown key 'new_per_day'",
           "it belongs in a deck, below 'defaults'"},
          {"colour: never\n", 1, 1, "unknown key 'colour'", "did you mean 'color'?"},
          {"judge: {url: \"http://localhost/v1\", modell: m}\n", 1, 37, "unknown key 'modell'",
           "did you mean 'model'?"},
      }));
  CAPTURE(text);
  const auto result = parse_config(text, "config.yaml");

  REQUIRE_FALSE(result.diagnostics.empty());
  CHECK(result.diagnostics[0].message == message);
  CHECK(result.diagnostics[0].hint == hint);
  CHECK(result.diagnostics[0].at.line == line);
  CHECK(result.diagnostics[0].at.column == column);
}

TEST_CASE("settings that are printed read back as the same", "[cli]") {
  Config config;
  config.decks = {"/tmp/a, b", "/tmp/c: d", "~/decks",    "null",          "",
                  " x ",       "a \"b\" c", "it's # no",  "[x]",           "{y: z}",
                  "*all",      "\\back\\",  "two\nlines", "tab\there\x7F", "题库 —🙂",
                  "- a",       "!t",        "%1"};
  const auto awkward = GENERATE(as<std::string>{}, "plain", "a\"b", "\\", "two\nlines\t\x01",
                                "题库", "}, ask: always");
  config.judge =
      Endpoint{"http://localhost:8080/v1?" + awkward, awkward, awkward, std::chrono::seconds(7)};
  config.endpoint = Endpoint{"http://[::1]/v1", "", "KEY"};
  config.floor = 0.65;
  config.dictation = awkward;
  const auto printed = to_yaml(config);
  CAPTURE(printed);

  const auto read = parse_config(printed, "config.yaml");
  CHECK(read.diagnostics.empty());
  CHECK(read.config.decks == config.decks);
  REQUIRE(read.config.judge);
  CHECK(read.config.judge->url == config.judge->url);
  CHECK(read.config.judge->model == awkward);
  CHECK(read.config.judge->key_env == awkward);
  CHECK(read.config.judge->timeout == config.judge->timeout);
  REQUIRE(read.config.endpoint);
  CHECK(read.config.endpoint->url == config.endpoint->url);
  CHECK(read.config.endpoint->model.empty());
  CHECK(read.config.floor == config.floor);
  CHECK(read.config.dictation == config.dictation);
  CHECK(to_yaml(read.config) == printed);
}

TEST_CASE("every setting is explained, and told where the file has it", "[cli]") {
  for (const auto& setting : settings_of({})) {
    CAPTURE(setting.key);
    CHECK_FALSE(explanation_of(setting.key).empty());
  }
  pith::test::CommandLine pith;
  pith.write("config/config.yaml", "# mine\nfuzz: false\n");
  REQUIRE(pith.run({"config"}) == 0);
  CHECK_THAT(pith.out, Catch::Contains("\n# whether due days are spread a little: true, false "
                                       "(default: true)\n# set in line 2\nfuzz: false\n"));
  CHECK_THAT(pith.out, Catch::Contains("\n# hour at which a study day begins: 0 to 23 (default: 4)"
                                       "\nday_start: 4\n"));
  CHECK(parse_config(pith.out, "config.yaml").diagnostics.empty());
}

TEST_CASE("no key of the settings is left without its explanation", "[cli]") {
  const auto known = parse_config("no-such-key-at-all: 1\n", "config.yaml").diagnostics.at(0).hint;
  for (const auto& setting : settings_of({})) {
    CHECK_THAT(known, Catch::Contains(setting.key));
  }
  CHECK(settings_of({}).size() == static_cast<std::size_t>(std::ranges::count(known, ',')) + 1);
}
