#include "protocol/jsonl.h"

#include <algorithm>
#include <istream>
#include <ostream>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/trim.h"
#include "grading/verdict.h"
#include "protocol/line_reader.h"
#include "report/json.h"
#include "report/scorecard_json.h"

namespace pith::protocol {
namespace {

using report::Json;

/// What a client did wrong: a code that does not change, and words.
struct Refused {
  std::string code;
  std::string message;
};

Json typed(const char* type, const Json& fields) {
  Json json{{"type", type}};
  json.update(fields);
  return json;
}

std::string text_field(const Json& message, const char* name) {
  const auto field = message.find(name);
  if (field == message.end() || !field->is_string()) {
    throw Refused{"bad-field", fmt::format("'{}' must be a text", name)};
  }
  return field->get<std::string>();
}

class Conversation {
 public:
  Conversation(session::Session& session, std::istream& in, std::ostream& out,
               const JsonlOptions& options)
      : session_(session), in_(in), out_(out), options_(options) {}

  void run() {
    send(typed("hello", {{"protocol", kProtocolVersion},
                         {"program", options_.program},
                         {"session", history::to_string(session_.id())},
                         {"mode", history::name_of(session_.options().mode)},
                         {"scheduled", session_.options().scheduled},
                         {"feedback", session_.options().feedback},
                         {"time", report::seconds_json(session_.options().time)},
                         {"questions", session_.question() ? session_.question()->total : 0}}));
    ask();
    Line line;
    while (!quit_ && out_.good() && (session_.question() || wait_after_the_end()) &&
           read_line(in_, line)) {
      take(line);
    }
    sum_up();
  }

 private:
  void send(const Json& json) {
    out_ << report::line(json) << '\n';
    out_.flush();
  }

  void sum_up() {
    if (!summed_up_) {
      auto summary = report::summary_json(session_.summary());
      if (options_.scorecard) {
        summary["scorecard"] = report::scorecard_json(options_.scorecard(session_));
      }
      send(typed("summary", summary));
      summed_up_ = true;
    }
  }

  /// The last result can be overruled and undone as well, by a client that says so at once.
  bool wait_after_the_end() {
    sum_up();
    return session_.may_undo() && (!options_.more_to_come || options_.more_to_come());
  }

  void ask() {
    summed_up_ = false;
    if (session_.question()) {
      send(typed("question", report::question_json(*session_.question())));
      session_.start_clock();
    }
  }

  void show_result() {
    if (session_.options().feedback) {
      send(typed("result", report::result_json(*session_.last())));
    } else {
      send(typed("noted", {{"item", deck::full_id(*session_.last()->item)}}));
    }
  }

  void take(const Line& line) {
    require_end(line);
    try {
      if (line.too_long) {
        throw Refused{"too-long", fmt::format("a line holds at most {} bytes", kLongestLine)};
      }
      if (base::trimmed(line.text).empty()) {
        return;
      }
      obey(parsed(line.text));
    } catch (const Refused& refused) {
      send(typed("error", {{"code", refused.code}, {"message", refused.message}}));
    }
  }

  static Json parsed(const std::string& text) {
    constexpr int kDeepest = 8;
    constexpr int kMostKeys = 32;
    int keys = 0;
    const auto small = [&](int depth, Json::parse_event_t event, Json&) {
      if (depth > kDeepest) {
        throw Refused{"bad-json", "the message is nested too deeply"};
      }
      keys += event == Json::parse_event_t::key ? 1 : 0;
      if (keys > kMostKeys) {
        throw Refused{"bad-json", fmt::format("a message holds at most {} fields", kMostKeys)};
      }
      return true;
    };
    auto json = Json::parse(text, small, false);
    if (json.is_discarded()) {
      throw Refused{"bad-json", "the line is not a JSON object in UTF-8"};
    }
    if (!json.is_object()) {
      throw Refused{"bad-json", "a message is a JSON object"};
    }
    return json;
  }

  void obey(const Json& message) {
    const auto type = text_field(message, "type");
    if (type == "answer") {
      answer(message);
    } else if (type == "override") {
      overrule(message);
    } else if (type == "hint") {
      hint();
    } else if (type == "undo") {
      undo();
    } else if (type == "skip") {
      require_question(message);
      session_.skip();
      ask();
    } else if (type == "pause") {
      pause();
    } else if (type == "resume") {
      resume();
    } else if (type == "quit") {
      quit_ = true;
    } else {
      throw Refused{
          "unknown-type",
          fmt::format("'{}' is none of answer, override, hint, undo, skip, pause, resume, "
                      "quit",
                      type)};
    }
  }

  void require_question(const Json& message) const {
    if (!session_.question()) {
      throw Refused{"no-question", "the session is over: there is no question to answer"};
    }
    if (message.contains("item")) {
      const auto item = text_field(message, "item");
      const auto asked = deck::full_id(*session_.question()->item);
      if (item != asked) {
        throw Refused{"not-asked", fmt::format("the question is '{}', not '{}'", asked, item)};
      }
    }
  }

  void answer(const Json& message) {
    require_question(message);
    const auto text = text_field(
        message, message.contains("text") && !message.contains("answer") ? "text" : "answer");
    if (const auto why = session_.objection(text)) {
      throw Refused{"bad-answer", *why};
    }
    session_.answer(text);
    show_result();
    ask();
  }

  void overrule(const Json& message) {
    const auto point = text_field(message, "point");
    const auto name = text_field(message, "verdict");
    const auto verdict = grading::verdict_named(name);
    if (!verdict) {
      throw Refused{"bad-field",
                    fmt::format("'{}' is none of hit, partial, missed, contradicted", name)};
    }
    require_feedback();
    if (!session_.last()) {
      throw Refused{"no-result", "there is no result to overrule"};
    }
    const auto& last = *session_.last();
    const auto found = std::find_if(
        last.points.begin(), last.points.end(),
        [&](const auto& outcome) { return last.item->points.at(outcome.point).id == point; });
    if (found == last.points.end()) {
      throw Refused{"no-point", fmt::format("'{}' was not asked in the last answer", point)};
    }
    const auto asked = what_is_asked();
    try {
      session_.overrule(static_cast<std::size_t>(found - last.points.begin()), *verdict);
    } catch (const history::AnswerGone&) {
      throw Refused{"no-result", "the answer was taken back elsewhere: there is no result of it"};
    }
    show_result();
    summed_up_ = false;
    if (what_is_asked() != asked) {
      ask();
    }
  }

  [[nodiscard]] std::pair<const deck::Item*, std::vector<std::size_t>> what_is_asked() const {
    const auto& question = session_.question();
    return question
               ? std::pair(question->item, question->asked)
               : std::pair(static_cast<const deck::Item*>(nullptr), std::vector<std::size_t>());
  }

  void hint() {
    require_question(Json::object());
    if (session_.paused()) {
      throw Refused{"not-allowed", "the session is paused"};
    }
    const auto text = session_.hint();
    if (!text) {
      throw Refused{"no-hint", "there are no more hints"};
    }
    send(typed("hint", {{"item", deck::full_id(*session_.question()->item)}, {"text", *text}}));
  }

  void require_feedback() const {
    if (!session_.options().feedback) {
      throw Refused{"not-allowed", "in this session an answer stands as it was given"};
    }
  }

  void pause() {
    require_question(Json::object());
    if (!session_.pause()) {
      throw Refused{"not-allowed", "this session does not allow pauses"};
    }
    send(typed("paused", {{"item", deck::full_id(*session_.question()->item)}}));
  }

  void resume() {
    if (!session_.paused()) {
      throw Refused{"not-paused", "the session is not paused"};
    }
    session_.resume();
    send(typed("question", report::question_json(*session_.question())));
  }

  void undo() {
    require_feedback();
    if (!session_.undo()) {
      throw Refused{"nothing-to-undo", "there is nothing left to undo"};
    }
    ask();
  }

  session::Session& session_;
  std::istream& in_;
  std::ostream& out_;
  const JsonlOptions& options_;
  bool quit_ = false;
  bool summed_up_ = false;
};

}  // namespace

void run_jsonl(session::Session& session, std::istream& in, std::ostream& out,
               const JsonlOptions& options) {
  Conversation(session, in, out, options).run();
}

}  // namespace pith::protocol
