#include "grading/reason.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace pith::grading {
namespace {

struct Entry {
  std::string_view code;
  std::string_view text;  ///< {0}, {1}, … stand for the arguments.
};

constexpr std::array kCatalogue = {
    Entry{reason::kStated, "stated: {0}"},
    Entry{reason::kWording, "said as “{0}”"},
    Entry{reason::kMeaning, "said in other words"},
    Entry{reason::kHalf, "only in part: {0}; missing: {1}"},
    Entry{reason::kUnsure, "perhaps meant: {0}"},
    Entry{reason::kAbsent, "not mentioned"},
    Entry{reason::kElsewhere, "these words already count for “{0}”"},
    Entry{reason::kRejected, "mentioned, but rejected by “{0}”"},
    Entry{reason::kReversed, "reversed: the point says “{0}”, the answer “{1}”"},
    Entry{reason::kContradicts, "contradicts the point: “{0}”"},
    Entry{reason::kOverruled, "“{0}” does not state it, you said"},
    Entry{reason::kSkipped, "named, but not answered: “{0}”"},
    Entry{reason::kEmpty, "nothing was answered"},
    Entry{reason::kDontKnow, "the answer says “{0}”"},
    Entry{reason::kEqual, "right"},
    Entry{reason::kTypo, "right but for a typo: {1}"},
    Entry{reason::kUnequal, "expected: {0}"},
    Entry{reason::kInRange, "{0} is right"},
    Entry{reason::kOutOfRange, "{0} is too far from {1}"},
    Entry{reason::kNoNumber, "no number found; expected: {0}"},
    Entry{reason::kJudged, "judged by {0}"},
    Entry{reason::kChoices, "{0} right and {1} wrong of {2}"},
};

}  // namespace

std::string text_of(const Reason& reason) {
  std::string_view pattern = reason.code;
  for (const auto& entry : kCatalogue) {
    if (entry.code == reason.code) {
      pattern = entry.text;
    }
  }
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
      const auto argument = static_cast<std::size_t>(pattern[i + 1] - '0');
      out += argument < reason.args.size() ? reason.args[argument] : std::string();
      i += 2;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

}  // namespace pith::grading
