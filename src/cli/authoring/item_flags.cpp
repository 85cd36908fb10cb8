#include "cli/authoring/item_flags.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "base/to_translate.h"
#include "base/trim.h"
#include "deck/editing/rewriting.h"
#include "deck/editing/yaml_text.h"
#include "deck/reading/numbers.h"

namespace pith::cli {
namespace {

using Texts = std::vector<std::string>;

/// A text behind a key in this column; its line breaks stay.
std::string value_behind_key(const std::string& value, std::size_t column) {
  const auto text = base::trimmed(value);
  return text.find('\n') == std::string_view::npos ? deck::as_scalar(value)
                                                   : deck::scalar(text, column);
}

/// `name`, or `name: detail` or `名称：说明`, as it is typed.
std::string point_line(const std::string& point) {
  constexpr std::string_view kColon = ": ";
  constexpr std::string_view kWideColon = "：";
  const auto narrow = point.find(kColon);
  const auto wide = point.find(kWideColon);
  const auto colon = std::min(narrow, wide);
  if (colon == std::string::npos) {
    return fmt::format("  - {}\n", deck::as_scalar(point));
  }
  const auto behind = colon + (narrow < wide ? kColon.size() : kWideColon.size());
  return fmt::format(
      "  - {}: {}\n", deck::as_scalar(point.substr(0, colon)),
      value_behind_key(std::string(base::trimmed(std::string_view(point).substr(behind))), 4));
}

std::string answer_line(const Texts& answers) {
  return answers.size() != 1              ? list_line("answer", answers)
         : deck::parse_number(answers[0]) ? fmt::format("answer: {}\n", answers[0])
                                          : key_line("answer", answers[0]);
}

/// Empty if the flags fit together.
std::string_view misfit_of(const ItemFlags& flags) {
  const bool chooses = !flags.correct.empty() || !flags.wrong.empty();
  const bool answered = chooses || !flags.points.empty() || !flags.answers.empty();
  using base::to_translate;
  if (!flags.front.empty() && flags.back.empty()) {
    return to_translate("a card has a back, too: add --back TEXT");
  }
  if (!flags.front.empty() && !flags.question.empty()) {
    return to_translate("--front says what to ask by itself: leave --question out");
  }
  if (flags.front.empty() && !flags.back.empty()) {
    return to_translate("--back goes with --front");
  }
  if (flags.front.empty() && flags.reversed) {
    return to_translate("--reversed goes with --front and --back");
  }
  if (!flags.cloze.empty() && !flags.question.empty()) {
    return to_translate("--cloze says what to ask by itself: leave --question out");
  }
  if (!flags.question.empty() && !answered) {
    return to_translate(
        "this item has no answer: add --point TEXT, --answer TEXT, or --correct TEXT and "
        "--wrong TEXT");
  }
  if (chooses && flags.correct.empty()) {
    return to_translate("there is no right choice: add --correct TEXT");
  }
  return chooses && flags.wrong.empty() ? to_translate("there is no wrong choice: add --wrong TEXT")
                                        : "";
}

}  // namespace

void require_fitting(const ItemFlags& flags) {
  if (const auto misfit = misfit_of(flags); !misfit.empty()) {
    throw InvalidInput(std::string(misfit));
  }
}

std::string key_line(std::string_view key, const std::string& value) {
  return value.empty() ? "" : fmt::format("{}: {}\n", key, value_behind_key(value, 0));
}

std::string list_line(std::string_view key, const std::vector<std::string>& values) {
  return values.empty() ? "" : fmt::format("{}: [{}]\n", key, deck::as_entries(values));
}

std::string to_yaml(const ItemFlags& flags) {
  auto yaml = key_line("id", flags.id) + key_line("question", flags.question) +
              key_line("cloze", flags.cloze) + key_line("front", flags.front) +
              key_line("back", flags.back) + (flags.reversed ? "reversed: true\n" : "");
  if (!flags.points.empty()) {
    yaml += "points:\n";
    for (const auto& point : flags.points) {
      yaml += point_line(point);
    }
  }
  yaml += answer_line(flags.answers);
  if (!flags.correct.empty() || !flags.wrong.empty()) {
    yaml += "choices:\n";
    for (const auto& line :
         {list_line("correct", flags.correct), list_line("wrong", flags.wrong)}) {
      yaml += line.empty() ? "" : "  " + line;
    }
  }
  return yaml + key_line("explanation", flags.explanation) + list_line("hints", flags.hints) +
         list_line("tags", flags.tags);
}

bool says_something(const ItemFlags& flags) {
  return !flags.question.empty() || !flags.cloze.empty() || !flags.front.empty();
}

}  // namespace pith::cli
