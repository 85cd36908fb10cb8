// The one catalogue of reasons. Codes and the meaning of their arguments are stable (they stand in
// outputs and in the history); the words are English here and may be translated or improved.
#pragma once

#include <string>
#include <vector>

#include "grading/grade.h"
#include "text/messages.h"

namespace pith::grading {

/// Codes of Reason, with their arguments.
namespace reason {
inline constexpr const char* kStated = "stated";        ///< words of the point that were found
inline constexpr const char* kWording = "wording";      ///< the accepted wording it matches
inline constexpr const char* kMeaning = "meaning";      ///< said in other words; none
inline constexpr const char* kHalf = "half";            ///< found; then what is missing
inline constexpr const char* kUnsure = "unsure";        ///< what little was found
inline constexpr const char* kAbsent = "absent";        ///< none
inline constexpr const char* kElsewhere = "elsewhere";  ///< name of the point that has the stretch
inline constexpr const char* kRejected = "rejected";    ///< the word that rejects the point
inline constexpr const char* kReversed = "reversed";    ///< word of the point; word of the answer
inline constexpr const char* kContradicts = "contradicts";  ///< the `reject` wording it matches
inline constexpr const char* kOverruled = "overruled";      ///< what was ruled to state nothing
inline constexpr const char* kSkipped =
    "skipped";  ///< the words that name the point as not covered
inline constexpr const char* kRetracted = "retracted";      ///< the words that take it back
inline constexpr const char* kEmpty = "empty";              ///< none: nothing was answered
inline constexpr const char* kDontKnow = "dont-know";       ///< the words that say so
inline constexpr const char* kEqual = "equal";              ///< the accepted answer
inline constexpr const char* kTypo = "typo";                ///< typed; the accepted answer
inline constexpr const char* kUnequal = "unequal";          ///< the accepted answer
inline constexpr const char* kInRange = "in-range";         ///< the number read; the value
inline constexpr const char* kOutOfRange = "out-of-range";  ///< the number read; the value
inline constexpr const char* kNoNumber = "no-number";       ///< the value
inline constexpr const char* kChoices =
    "choices";  ///< number right; number wrong; number of right ones
inline constexpr const char* kJudged = "judged";  ///< the judge's model
}  // namespace reason

/// The reason as one line, without a full stop; for programs always in English.
[[nodiscard]] std::string text_of(const Reason& reason, const text::Messages& tr = {});

/// The arguments of the reason, lists of words in them as the reader's language writes lists.
[[nodiscard]] std::vector<std::string> args_of(const Reason& reason, const text::Messages& tr);

/// What text_of() fills with args_of() the reason.
[[nodiscard]] std::string format_of(const Reason& reason, const text::Messages& tr);

}  // namespace pith::grading
