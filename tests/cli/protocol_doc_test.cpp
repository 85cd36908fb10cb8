// The session in docs/protocol.md, replayed.
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "cli/learner.h"
#include "support/json.h"

namespace {

using nlohmann::json;
using pith::test::parsed;

std::string document() {
  std::ifstream file(PITH_SOURCE_DIR "/docs/protocol.md");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The text between a fence that begins with `opening` and the next one, searched behind `after`.
std::string block(const std::string& text, const std::string& after, const std::string& opening) {
  const auto begin = text.find(opening, text.find(after)) + opening.size();
  return text.substr(begin, text.find("\n```", begin) + 1 - begin);
}

/// Everything in `expected` is in `actual` as well, which may hold more fields.
bool holds(const json& actual, const json& expected) {
  if (expected.is_object()) {
    return std::all_of(expected.items().begin(), expected.items().end(), [&](const auto& field) {
      return actual.contains(field.key()) && holds(actual[field.key()], field.value());
    });
  }
  if (expected.is_array()) {
    return actual.is_array() && actual.size() == expected.size() &&
           std::equal(expected.begin(), expected.end(), actual.begin(),
                      [](const json& e, const json& a) { return holds(a, e); });
  }
  return actual == expected;
}

}  // namespace

TEST_CASE("the session in docs/protocol.md is what happens", "[cli]") {
  const auto text = document();
  pith::test::Learner pith(block(text, "## A session", "```yaml\n"));
  std::string client;
  std::vector<json> expected;
  std::istringstream transcript(block(text, "## A session", "\n```\n```\n"));
  for (std::string line; std::getline(transcript, line);) {
    if (line.starts_with("> ")) {
      client += line.substr(2) + '\n';
    } else {
      expected.push_back(parsed(line));
    }
  }
  REQUIRE(expected.size() == 12);

  CHECK(pith.ask({"drill", "moat", "--protocol", "jsonl", "--encoder", "none"}, client) == 0);

  std::istringstream answers(pith.out);
  std::string line;
  for (const auto& each : expected) {
    REQUIRE(std::getline(answers, line));
    CAPTURE(each.dump(), line);
    CHECK(holds(parsed(line), each));
  }
  CHECK_FALSE(std::getline(answers, line));
}
