// What decks and answers contain never works on the terminal: no command lets a control through.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "support/command_line.h"
#include "support/controls.h"

namespace {

using pith::test::CommandLine;
using pith::test::controls_in;

/// ESC and CSI sequences, BEL, backspace, carriage return, NUL, DEL, C1 (CSI and OSC in one byte),
/// and what turns the direction of writing: as YAML and as JSON escape them, and as they are.
constexpr auto kInYaml = R"(x\e[31m\e]0;t\a\b\r\0\x7F\x9B31m\x9D\u202E\u2066\u200By)";
constexpr auto kInJson =
    R"(x\u001b[31m\u001b]0;t\u0007\b\r\u0000\u007f\u009b31m\u009d\u202e\u2066\u200by)";
constexpr auto kTyped =
    "x\x1b[31m\x1b]0;t\a\b\x7f\xc2\x9b"
    "31m\xc2\x9d\xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8by";

/// The template with every `@` replaced.
std::string filled(std::string text, const std::string& with) {
  for (auto at = text.find('@'); at != std::string::npos; at = text.find('@', at + with.size())) {
    text.replace(at, 1, with);
  }
  return text;
}

constexpr auto kDeck = R"(deck: d
title: "t @"
description: "d @"
author: "a @"
source: "s @"
license: "l @"
items:
  - id: points
    question: "q1 @"
    points:
      - {point: "p1 @", detail: "apples @", group: "g @", accept: ["pears @"], reject: ["plums @"]}
      - {point: "p2 @", detail: "oranges @"}
    hints: ["h @"]
    explanation: "e @"
    example: "x @"
    tags: ["tag @"]
    samples:
      - {answer: "s @", hits: ["p1 @"]}
  - {id: same, question: "q1 @", points: ["p3 @", "q1 @"]}
  - {id: short, question: "q2 @", answer: "a @"}
  - {id: choices, question: "q3 @", choices: {correct: ["c @"], wrong: ["w @"]}}
  - {id: cloze, cloze: "c @ {{c1::gap @::hint @}}"}
  - {id: card, front: "f @", back: "b @", reversed: true}
)";

/// A broken deck: what is complained about is quoted.
constexpr auto kBroken = R"(deck: b
"title @": "t"
items:
  - {question: "q @", "answr @": x, points: ["p @", "p @"]}
  - {question: "q @", answer: {"a @": 1}}
)";

class Hostile : public CommandLine {
 public:
  Hostile() {
    write("decks/d.yaml", filled(kDeck, kInYaml));
    broken = write("broken/b.yaml", filled(kBroken, kInYaml));
    labelled = write(
        "answers.jsonl",
        filled(R"({"item": "points", "answer": "apples @", "style": "s @", "points": [1, 0]})",
               kInJson));
  }

  /// Runs a command and gives everything that it prints.
  std::string shown(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(),
                     {"--now", "2026-12-01T09:00:00Z", "--db", folder() / "pith.db"});
    if (arguments[0] != "check" && arguments[0] != "eval") {
      arguments.insert(arguments.end(), {"--decks", folder() / "decks"});
    }
    run(arguments);
    return out + err;
  }

  std::string broken;
  std::string labelled;
};

}  // namespace

TEST_CASE("no command prints a control that a deck or an answer contains", "[cli]") {
  Hostile pith;
  const std::string deck = pith.folder() / "decks/d.yaml";
  const auto columns = GENERATE(80U, 40U, 11U);
  pith.screen.columns = columns;
  std::string answers;
  for (int i = 0; i < 9; ++i) {
    answers += std::string("apples ") + kTyped + "\n";
  }
  const std::vector<std::vector<std::string>> commands = {
      {"check", deck},
      {"check", pith.broken},
      {"list"},
      {"list", "tag:tag*"},
      {"show", "d/points"},
      {"show", "d/choices"},
      {"show", "d/cloze"},
      {"show", "d/card"},
      {"search", "x"},
      {"grade", "d/points", std::string("apples, plums ") + kTyped, "--encoder", "none"},
      {"grade", "d/short", kTyped},
      {"grade", "d/choices", kTyped},
      {"eval", deck, pith.labelled, "--encoder", "none"},
      {"drill", "--encoder", "none"},
      {"review", "--encoder", "none"},
      {"due"},
      {"log"},
      {"undo"},
      {"doctor"},
  };
  for (const auto& command : commands) {
    pith.in = answers;
    const auto shown = pith.shown(command);
    CAPTURE(command, shown);

    CHECK_FALSE(shown.empty());
    CHECK(controls_in(shown).empty());
  }
}

TEST_CASE("JSON has every control escaped", "[cli]") {
  Hostile pith;
  pith.in = std::string("apples ") + kTyped + "\n";
  const std::vector<std::vector<std::string>> commands = {
      {"check", pith.broken, "--json"},
      {"list", "--json"},
      {"show", "d/points", "--json"},
      {"search", "x", "--json"},
      {"grade", "d/points", kTyped, "--json", "--encoder", "none"},
      {"drill", "--protocol", "jsonl", "--encoder", "none"},
      {"log", "--json"},
  };
  for (const auto& command : commands) {
    const auto shown = pith.shown(command);
    CAPTURE(command, shown);

    CHECK_FALSE(shown.empty());
    CHECK(std::none_of(shown.begin(), shown.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }));
  }
}
