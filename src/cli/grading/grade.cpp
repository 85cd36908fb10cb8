// pith grade: scores one answer and says why.
#include <memory>
#include <numeric>
#include <optional>
#include <ostream>
#include <utility>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "base/error.h"
#include "base/read_all.h"
#include "cli/at_terminal.h"
#include "cli/command.h"
#include "cli/decks/selection.h"
#include "cli/grading/explanation.h"
#include "cli/settings/config.h"
#include "cli/settings/encoder_choice.h"
#include "cli/sitting.h"
#include "cli/tell.h"
#include "grading/explain.h"
#include "grading/grader.h"
#include "grading/reason.h"
#include "grading/score.h"
#include "grading/verdict.h"
#include "grading/verdict_word.h"
#include "protocol/line_reader.h"
#include "report/json.h"
#include "session/question.h"
#include "text/display.h"
#include "text/utf8.h"

namespace pith::cli {
namespace {

struct GradeOptions {
  std::string item;
  std::optional<std::string> answer;
  bool json = false;
  bool no_accept = false;
  bool explain = false;
  ModelOptions models;
};

/// Whether a person is there to be asked for the answer.
bool asks(const Context& context, const GradeOptions& options) {
  return !options.answer && !options.json && at_terminal(context.screen);
}

std::string question_of(const deck::Item& item) {
  return text::sanitise(item.question) + '\n';
}

/// What a person types; empty if they leave.
std::optional<std::string> typed_answer(const Context& context, const deck::Item& item) {
  auto question = question_of(item);
  for (std::size_t i = 0; i < item.choices.size(); ++i) {
    question +=
        fmt::format("  {}) {}\n", session::letter_of(i), text::sanitise(item.choices[i].text));
  }
  return Sitting(context).ask(question);
}

std::string answer_of(Context& context, const GradeOptions& options) {
  std::string answer;
  if (options.answer && *options.answer != "-") {
    answer = *options.answer;
  } else if (options.answer || !context.screen.in_is_terminal) {
    auto piped = base::read_all(context.in, protocol::kLongestLine);
    if (!piped) {
      throw UsageError(fmt::format("the answer is longer than {} bytes", protocol::kLongestLine));
    }
    answer = std::move(*piped);
  } else {
    throw UsageError("no answer given: write it behind the item, or '-' to read it from stdin");
  }
  if (text::find_invalid_utf8(answer)) {
    throw UsageError("the answer is not valid UTF-8");
  }
  return answer;
}

void print(Context& context, const deck::Item& item, const std::string& answer,
           const grading::Grade& grade) {
  const auto style = style_for(context);
  const auto width = terminal::word_cells(context.tr);
  for (std::size_t p = 0; p < grade.points.size(); ++p) {
    const auto& result = grade.points[p];
    fmt::print(context.out, "{} {}  {}\n", style.glyph(result.verdict),
               text::pad(context.tr(grading::word_for(result.verdict)), width),
               context.tr.format(
                   "{}: {}", text::sanitise(item.points[p].name),
                   text::sanitise(style.quoting(grading::format_of(result.reason, context.tr),
                                                grading::args_of(result.reason, context.tr)))));
    if (result.evidence) {
      const auto quote =
          answer.substr(result.evidence->begin, result.evidence->end - result.evidence->begin);
      fmt::print(context.out, "    {}\n", style.own("“") + text::sanitise(quote) + style.own("”"));
    }
  }
  context.out << context.tr.format("score {:.2f}, pass mark {:.2f}", grade.score,
                                   item.settings.pass)
              << '\n';
  if (grade.cut) {
    tell(context, context.tr("pith: the answer was too long: its end was not graded"));
  }
}

/// A grade with what made it.
struct Marked {
  grading::Grade grade;
  std::string encoder;  ///< `none` where there is none.
  std::string judge;    ///< Empty where there is none.
  std::optional<grading::Explanation> explanation;
};

/// The grade with what the judge says of every point.
void ask_judge(Context& context, const grading::Judge& judge, const deck::Item& item,
               const std::string& answer, Marked& marked) {
  std::vector<std::size_t> all(item.points.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  auto judged =
      grading::judged(judge, std::move(marked.grade), item, answer, all, notice_on_stderr(context));
  marked.grade = std::move(judged.grade);
  marked.judge = std::move(judged.model);
}

Marked mark(Context& context, const GradeOptions& options, const deck::Item& item,
            const std::string& answer) {
  const auto config = config_of(context);
  const auto notice = notice_on_stderr(context);
  const auto encoder = choose_encoder(options.models, config, context.paths, notice);
  const auto judge = choose_judge(options.models, config, notice);
  const grading::Options how{!options.no_accept, encoder.get()};
  Marked marked{
      grading::grade(item, answer, how), encoder == nullptr ? "none" : encoder->name(), {}, {}};
  const bool has_points = item.kind == deck::Kind::points;
  if (judge != nullptr && has_points) {
    ask_judge(context, *judge, item, answer, marked);
  }
  if (options.explain && has_points) {
    marked.explanation = grading::explain(item, answer, how);
  }
  return marked;
}

void print_json(Context& context, const deck::Item& item, const std::string& answer,
                const Marked& marked) {
  auto report = report::grade_json(item, answer, marked.grade, marked.encoder);
  if (!marked.judge.empty()) {
    report["grader"]["judge"] = marked.judge;
  }
  if (marked.explanation) {
    report["explanation"] = explanation_json(answer, *marked.explanation);
  }
  context.out << report::line(report) << '\n';
}

void print_working(Context& context, const deck::Item& item, const std::string& answer,
                   const Marked& marked) {
  if (marked.explanation) {
    print_explanation(context, item, answer, *marked.explanation);
    return;
  }
  context.out << '\n'
              << context.tr(
                     "Answers of this kind are compared exactly: there is no working to show.")
              << '\n';
}

ExitStatus run_grade(Context& context, const GradeOptions& options) {
  const auto selection = select_item(context, options.item);
  const auto& item = *selection.items.front();
  const bool asking = asks(context, options);
  const auto answer = asking ? typed_answer(context, item) : answer_of(context, options);
  if (!answer) {
    return interrupted;
  }
  const auto marked = mark(context, options, item, *answer);
  if (options.json) {
    print_json(context, item, *answer, marked);
  } else {
    context.out << (asking ? "" : question_of(item));
    print(context, item, *answer, marked.grade);
    if (options.explain) {
      print_working(context, item, *answer, marked);
    }
  }
  return grading::passes(marked.grade.score, item.settings.pass) ? done : below_pass_mark;
}

}  // namespace

void add_grade(Command app, Action& action) {
  auto options = std::make_shared<GradeOptions>();
  auto command = app.add_command("grade", "Score one answer and say why");
  command.add_option("item", options->item, "deck/item, or FILE.yaml/item").required();
  command.add_option("answer", options->answer, "The answer; `-` or none reads it from stdin");
  command.add_flag("--json", options->json, "Print JSON");
  command.add_flag("--no-accept", options->no_accept, "Ignore the deck's accepted wordings");
  command.add_flag("--explain", options->explain,
                   "Show the working, and an accepted wording that would mend what was missed");
  add_encoder_option(command, options->models);
  add_judge_option(command, options->models);
  on_call(command, action, options, run_grade);
}

}  // namespace pith::cli
