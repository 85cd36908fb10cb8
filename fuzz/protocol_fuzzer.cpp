// Any lines from a client, as JSON messages and as piped answers. The first byte sets what the
// session allows.
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

#include "fuzzer.h"
#include "protocol/jsonl.h"
#include "protocol/piped.h"
#include "session/scene.h"
#include "session/view.h"

namespace {

using namespace pith;
using fuzz::require;
using nlohmann::json;

constexpr auto kDeck = R"(
deck: d
items:
  - {id: points, question: Which ways, points: [{point: alpha, detail: the first}, beta, gamma], hints: [h1, h2]}
  - {id: answer, question: What, answer: one}
  - {id: number, question: How many, answer: 12, tolerance: 1}
  - {id: choices, question: Which, choices: {correct: [x, y], wrong: [z]}}
  - {id: gaps, cloze: "{{c1::alpha}} and {{c2::beta::hint}}"}
  - {id: card, front: front, back: back}
)";

session::SessionOptions options_from(unsigned bits) {
  session::SessionOptions options;
  options.feedback = (bits & 1U) == 0;
  options.hints = (bits & 2U) == 0;
  options.may_pause = (bits & 4U) == 0;
  options.repeats = (bits & 8U) == 0 ? 1 : 0;
  options.follow_up = (bits & 16U) != 0;
  options.scheduled = (bits & 32U) == 0;
  return options;
}

void check_message(const std::string& line) {
  const auto message = json::parse(line, nullptr, false);
  require(message.is_object() && message["type"].is_string(), "every line is a message");
  if (message["type"] == "result") {
    const double score = message["score"];
    require(score >= 0 && score <= 1, "the score is a share");
  }
}

void converse(std::string_view lines, unsigned bits) {
  test::Scene scene(kDeck);
  auto session = scene.drill(options_from(bits));
  std::istringstream in{std::string(lines)};
  std::stringstream out;
  protocol::run_jsonl(session, in, out, {"pith", {}, {}});
  std::string last;
  for (std::string line; std::getline(out, line); last = line) {
    check_message(line);
  }
  require(json::parse(last)["type"] == "summary", "the last word is the summary");
}

/// Sees everything, shows nothing.
class Watcher final : public session::View {
 public:
  void show(const session::Question& question) override {
    require(!question.asked.empty(), "a question asks a point");
  }
  void show(const session::Result& result) override {
    require(result.score >= 0 && result.score <= 1, "the score is a share");
  }
  void show(const session::Summary& /*summary*/) override {}
};

void pipe(std::string_view lines, unsigned bits) {
  test::Scene scene(kDeck);
  auto session = scene.drill(options_from(bits));
  std::istringstream in{std::string(lines)};
  Watcher view;
  std::size_t last = 0;
  protocol::run_piped(session, in, view, [&](std::size_t line, const std::string& why) {
    require(line > last && !why.empty(), "every complaint has its line and a reason");
    last = line;
  });
  const auto done = session.summary();
  require(session.question() || done.answers + done.skipped >= 1, "the session ends by answers");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto bytes = fuzz::as_text(data, size);
  const auto bits = fuzz::take_byte(bytes);
  converse(bytes, bits);
  pipe(bytes, bits);
  return 0;
}
