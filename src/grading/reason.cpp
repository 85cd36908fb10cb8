#include "grading/reason.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "text/catalogue.h"

namespace pith::grading {
namespace {

struct Entry {
  std::string_view code;
  std::string_view text;  ///< {0}, {1}, … stand for the arguments.
};

using text::to_translate;

constexpr std::array kCatalogue = {
    Entry{reason::kStated, to_translate("stated: {0}")},
    Entry{reason::kWording, to_translate("as in “{0}”")},
    Entry{reason::kMeaning, to_translate("said in other words")},
    Entry{reason::kHalf, to_translate("only in part: {0}; missing: {1}")},
    Entry{reason::kUnsure, to_translate("perhaps meant: {0}")},
    Entry{reason::kAbsent, to_translate("not mentioned")},
    Entry{reason::kElsewhere, to_translate("these words already count for “{0}”")},
    Entry{reason::kRejected, to_translate("mentioned, but rejected by “{0}”")},
    Entry{reason::kReversed, to_translate("reversed: the point says “{0}”, the answer “{1}”")},
    Entry{reason::kContradicts, to_translate("contradicts the point: “{0}”")},
    Entry{reason::kOverruled, to_translate("“{0}” does not state it, you said")},
    Entry{reason::kSkipped, to_translate("named, but not answered: “{0}”")},
    Entry{reason::kRetracted, to_translate("taken back: “{0}”")},
    Entry{reason::kEmpty, to_translate("nothing was answered")},
    Entry{reason::kDontKnow, to_translate("the answer says “{0}”")},
    Entry{reason::kEqual, to_translate("right")},
    Entry{reason::kTypo, to_translate("right but for a typo: {1}")},
    Entry{reason::kUnequal, to_translate("expected: {0}")},
    Entry{reason::kInRange, to_translate("{0} is right")},
    Entry{reason::kOutOfRange, to_translate("{0} is wrong; expected: {1}")},
    Entry{reason::kNoNumber, to_translate("no number found; expected: {0}")},
    Entry{reason::kJudged, to_translate("judged by {0}")},
    Entry{reason::kChoices, to_translate("{0} right and {1} wrong of {2}")},
};

/// Reasons whose arguments are lists of words.
constexpr std::array<std::string_view, 3> kWithLists = {reason::kStated, reason::kHalf,
                                                        reason::kUnsure};

std::string in_language(std::string list, const text::Messages& tr) {
  constexpr std::string_view kBetween = ", ";
  const auto between = tr(kBetween);
  for (auto at = list.find(kBetween); at != std::string::npos;
       at = list.find(kBetween, at + between.size())) {
    list.replace(at, kBetween.size(), between);
  }
  return list;
}

}  // namespace

std::string format_of(const Reason& reason, const text::Messages& tr) {
  const auto* const found = std::ranges::find(kCatalogue, reason.code, &Entry::code);
  return found == kCatalogue.end() ? reason.code : tr(found->text);
}

std::vector<std::string> args_of(const Reason& reason, const text::Messages& tr) {
  auto args = reason.args;
  if (std::ranges::find(kWithLists, reason.code) != kWithLists.end()) {
    for (auto& arg : args) {
      arg = in_language(std::move(arg), tr);
    }
  }
  return args;
}

std::string text_of(const Reason& reason, const text::Messages& tr) {
  return text::filled(format_of(reason, tr), args_of(reason, tr));
}

}  // namespace pith::grading
