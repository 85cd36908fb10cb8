#include "grading/exact/short_answer.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/npos.h"
#include "base/trim.h"
#include "grading/exact/answer_frame.h"
#include "grading/exact/corrections.h"
#include "grading/exact/exact_denial.h"
#include "grading/exact/measures.h"
#include "grading/exact/pieces.h"
#include "grading/exact/restated.h"
#include "grading/exact/yes_or_no.h"
#include "grading/reason.h"
#include "grading/words/grammatical.h"
#include "grading/words/spelling.h"

namespace pith::grading {
namespace {

using base::trimmed;

constexpr double kSlipConfidence = 0.9;       ///< Of a verdict that forgave a typo.
constexpr std::size_t kLongestMedium = 1000;  ///< Bytes of one picture or sound in a wording.

bool sounds_alike(const Grains& a, const Grains& b) {
  if (a.list.size() != b.list.size() || a.list.size() < 2) {
    return false;
  }
  return std::equal(a.list.begin(), a.list.end(), b.list.begin(),
                    [](const Grain& x, const Grain& y) {
                      return x.key == y.key || (x.pinyin != 0 && x.pinyin == y.pinyin);
                    });
}

/// Whether a word stands in another's place that is too short for a slip, or begins otherwise:
/// vitamin D for vitamin C, lvalue for rvalue. Neighbours that are swapped are a slip there too.
bool changes_word(const Grains& a, const Grains& b) {
  if (a.list.size() != b.list.size()) {
    return false;
  }
  constexpr std::size_t kShortWord = 3;  // letters
  for (std::size_t i = 0; i < a.list.size(); ++i) {
    const auto one = a.spelling(a.list[i]);
    const auto other = b.spelling(b.list[i]);
    const bool is_short = std::max(one.size(), other.size()) <= kShortWord;
    const bool swapped = !is_short && one[0] == other[1] && one[1] == other[0];
    if (one != other && (is_short || (one[0] != other[0] && !swapped))) {
      return true;
    }
  }
  return false;
}

/// What stands there to be said: without pictures (`![…](…)`) and sounds (`[sound:…]`).
std::string without_media(std::string_view wording) {
  std::string said;
  for (std::size_t at = 0; at < wording.size();) {
    const auto rest = wording.substr(at, kLongestMedium);
    const auto middle = rest.starts_with("![") ? rest.find("](") : base::npos;
    const auto end = rest.starts_with("[sound:") ? rest.find(']')
                     : middle != base::npos      ? rest.find(')', middle)
                                                 : base::npos;
    said += end == base::npos ? rest[0] : ' ';
    at += end == base::npos ? 1 : end + 1;
  }
  return said;
}

/// 23.5° as 23.5度, but 5°C as it stands.
std::string with_degrees_spelled(std::string_view text) {
  constexpr std::string_view kSign = "°";
  constexpr std::string_view kScales = "CFKcfk";
  std::string spelled;
  for (auto sign = text.find(kSign); sign != base::npos; sign = text.find(kSign)) {
    const auto behind = text.substr(sign + kSign.size());
    const bool plain = behind.empty() || kScales.find(behind.front()) == base::npos;
    spelled += text.substr(0, sign);
    spelled += plain ? "度" : kSign;
    text = behind;
  }
  return spelled += text;
}

bool same_but_for_degrees(const std::string& typed, const std::string& accepted) {
  const auto one = with_degrees_spelled(typed);
  const auto other = with_degrees_spelled(accepted);
  return (one != typed || other != accepted) &&
         content_of(grains_of(one)) == content_of(grains_of(other));
}

enum class Match { none, slip, full };

Match match(const std::string& typed, const std::string& accepted) {
  const auto a = grains_of(typed);
  const auto said = without_media(accepted);
  const auto b = grains_of(trimmed(said).empty() ? accepted : said);
  if (content_of(a) == content_of(b) || same_but_for_degrees(typed, said) ||
      same_measure(typed, said)) {
    return Match::full;
  }
  const bool numeric = std::any_of(b.list.begin(), b.list.end(), [](const Grain& grain) {
    return grain.type == Grain::Type::number;
  });
  const bool slip = within_one_edit(a.folded.text, b.folded.text) &&
                    std::min(a.folded.text.size(), b.folded.text.size()) >= kShortestTypo &&
                    std::none_of(b.list.begin(), b.list.end(),
                                 [](const Grain& g) { return g.type == Grain::Type::han; });
  return !numeric && ((slip && !changes_word(a, b)) || sounds_alike(a, b)) ? Match::slip
                                                                           : Match::none;
}

PointResult compare_as_it_stands(std::string_view typed, const std::vector<std::string>& accepted) {
  PointResult result;
  const std::string answer(trimmed(typed));
  if (answer.empty()) {
    result.reason = {reason::kEmpty, {}};
    return result;
  }
  result.reason = {reason::kUnequal, {accepted.front()}};
  for (const auto& wording : accepted) {
    const auto quality = match(answer, wording);
    if (quality == Match::none || (result.credit == 1.0 && quality == Match::slip)) {
      continue;
    }
    result.verdict = Verdict::hit;
    result.credit = 1.0;
    if (quality == Match::full) {
      result.confidence = 1.0;
      result.reason = {reason::kEqual, {wording}};
      break;
    }
    result.confidence = kSlipConfidence;
    result.reason = {reason::kTypo, {answer, wording}};
  }
  return result;
}

PointResult better(PointResult one, PointResult other) {
  return other.credit > one.credit || (other.reason.code == reason::kEqual && other.credit > 0)
             ? std::move(other)
             : std::move(one);
}

/// As it stands, without what only presents it, or in a sentence that repeats the question.
PointResult compare_plainly(std::string_view typed, const std::vector<std::string>& accepted,
                            std::string_view question) {
  auto best = compare_as_it_stands(typed, accepted);
  if (best.reason.code == reason::kEqual) {
    return best;
  }
  const auto said = without_frame(without_reason(typed));
  best = better(std::move(best), compare_as_it_stands(said, accepted));
  if (best.reason.code == reason::kEqual) {
    return best;
  }
  std::vector<Grains> wordings;
  std::ranges::transform(accepted, std::back_inserter(wordings), grains_of);
  if (const auto restated = restated_in(grains_of(said), wordings, grains_of(question))) {
    best = {Verdict::hit, 1.0, {}, {reason::kEqual, {accepted[*restated]}}};
  }
  return best;
}

/// Several answers in a row, if every one is right: a name and another name of the same.
std::optional<PointResult> compare_each(std::string_view typed,
                                        const std::vector<std::string>& accepted,
                                        std::string_view question) {
  constexpr std::size_t kMostNames = 100;
  std::optional<PointResult> first;
  const auto pieces = pieces_of(typed);
  if (pieces.size() > kMostNames) {
    return std::nullopt;
  }
  for (const auto piece : pieces) {
    auto result = compare_plainly(piece, accepted, question);
    if (result.credit == 0) {
      return std::nullopt;
    }
    first = first ? std::move(first) : std::move(result);
  }
  return first;
}

/// A yes or a no where one is wanted, and not both: right if it is the same, in whatever words.
std::optional<PointResult> compare_yes_or_no(std::string_view typed,
                                             const std::vector<std::string>& accepted,
                                             std::string_view question) {
  const auto first = yes_or_no_in(accepted.front());
  const bool either = std::ranges::any_of(accepted, [&](const std::string& wording) {
    const auto other = yes_or_no_in(wording);
    return other != YesNo::none && other != first;
  });
  const auto wanted = either ? YesNo::none : first;
  const auto said = wanted == YesNo::none ? YesNo::none : yes_or_no_said(typed, question);
  if (said == YesNo::none) {
    return std::nullopt;
  }
  if (said != wanted) {
    return PointResult{Verdict::missed, 0.0, {}, {reason::kUnequal, {accepted.front()}}};
  }
  return PointResult{Verdict::hit, 1.0, {}, {reason::kEqual, {accepted.front()}}};
}

}  // namespace

std::vector<std::uint64_t> content_of(const Grains& grains) {
  const auto empty = grammatical(grains);
  std::vector<std::uint64_t> content;
  for (std::size_t i = 0; i < empty.size(); ++i) {
    if (!empty[i] || grains.list[i].type != Grain::Type::word) {
      content.push_back(grains.list[i].key);
    }
  }
  if (content.empty()) {
    for (const auto& grain : grains.list) {
      content.push_back(grain.key);
    }
  }
  if (content.empty()) {
    for (const char32_t c : grains.folded.text) {
      if (c != U' ') {
        content.push_back(c);
      }
    }
  }
  return content;
}

PointResult compare(std::string_view typed, const std::vector<std::string>& accepted,
                    std::string_view question) {
  if (auto decided = compare_yes_or_no(typed, accepted, question)) {
    return *std::move(decided);
  }
  auto best = compare_plainly(typed, accepted, question);
  if (const auto rest = what_stands(typed); best.credit == 0 && rest.size() < typed.size()) {
    return compare(rest, accepted, question);
  }
  const auto parts = best.reason.code == reason::kEqual ? std::nullopt : denial_in(typed);
  if (!parts) {
    return best.credit > 0 ? best : compare_each(typed, accepted, question).value_or(best);
  }
  // "Paris is not the capital" denies Paris; but where the question names both, "Nile, not Amazon".
  const auto asked = grains_of(question);
  const bool predicate = only_repeats(grains_of(parts->denied), asked) &&
                         !only_repeats(grains_of(accepted.front()), asked);
  for (const auto said : {predicate ? std::string_view{} : parts->affirmed, parts->turned}) {
    best = better(std::move(best), compare_plainly(said, accepted, question));
  }
  const auto denied = predicate ? parts->affirmed : parts->denied;
  if (compare_plainly(denied, accepted, question).credit > 0) {  // 秦始皇不是嬴政 denies itself
    best.credit = 0;
    best.verdict = Verdict::contradicted;
    best.reason = {reason::kRejected, {std::string(parts->word)}};
  }
  return best;
}

std::vector<std::string> accepted_of(const deck::Point& point, bool use_accept) {
  std::vector<std::string> accepted{point.name};
  if (!point.detail.empty()) {
    accepted.push_back(point.detail);
  }
  if (use_accept) {
    accepted.insert(accepted.end(), point.accept.begin(), point.accept.end());
  }
  return accepted;
}

void set_evidence(PointResult& result, std::string_view answer, std::string_view piece) {
  const bool told = result.credit > 0 || result.verdict == Verdict::contradicted;
  if (told && !trimmed(piece).empty()) {
    const auto begin = static_cast<std::size_t>(trimmed(piece).data() - answer.data());
    result.evidence = Span{begin, begin + trimmed(piece).size()};
  }
}

}  // namespace pith::grading
