#include "grading/exact.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "grading/grains.h"
#include "grading/lexicon.h"
#include "grading/numerals.h"
#include "grading/reason.h"
#include "grading/spelling.h"
#include "text/utf8.h"

namespace pith::grading {
namespace {

constexpr double kSlipConfidence = 0.9;  ///< Of a verdict that forgave a typo.

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const auto begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

/// What two spellings of the same answer have in common; without any word, the folded text itself.
std::vector<std::uint64_t> content_of(const Grains& grains) {
  const auto marks = Lexicon::general().marks_of(grains);
  std::vector<bool> empty(grains.list.size(), false);
  for (const auto& mark : marks) {
    const bool latin = grains.list[mark.range.begin].type == Grain::Type::word;
    for (auto i = mark.range.begin; mark.cue == Cue::stop && latin && i < mark.range.end; ++i) {
      empty[i] = true;
    }
  }
  std::vector<std::uint64_t> content;
  for (std::size_t i = 0; i < empty.size(); ++i) {
    if (!empty[i]) {
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

bool sounds_alike(const Grains& a, const Grains& b) {
  if (a.list.size() != b.list.size() || a.list.size() < 2) {
    return false;
  }
  return std::equal(a.list.begin(), a.list.end(), b.list.begin(),
                    [](const Grain& x, const Grain& y) {
                      return x.key == y.key || (x.pinyin != 0 && x.pinyin == y.pinyin);
                    });
}

enum class Match { none, slip, full };

Match match(const std::string& typed, const std::string& accepted) {
  const auto a = grains_of(typed);
  const auto b = grains_of(accepted);
  if (content_of(a) == content_of(b)) {
    return Match::full;
  }
  const bool numeric = std::any_of(b.list.begin(), b.list.end(), [](const Grain& grain) {
    return grain.type == Grain::Type::number;
  });
  const bool slip = within_one_edit(a.folded.text, b.folded.text) &&
                    std::min(a.folded.text.size(), b.folded.text.size()) >= kShortestTypo &&
                    std::none_of(b.list.begin(), b.list.end(),
                                 [](const Grain& g) { return g.type == Grain::Type::han; });
  return !numeric && (slip || sounds_alike(a, b)) ? Match::slip : Match::none;
}

/// The best match with any of the accepted answers.
PointResult compare(std::string_view typed, const std::vector<std::string>& accepted) {
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
  if (result.credit > 0 && !trimmed(piece).empty()) {
    const auto begin = static_cast<std::size_t>(trimmed(piece).data() - answer.data());
    result.evidence = Span{begin, begin + trimmed(piece).size()};
  }
}

PointResult grade_text(const deck::Item& item, std::string_view answer, bool use_accept) {
  auto result = compare(answer, accepted_of(item.points.front(), use_accept));
  set_evidence(result, answer, answer);
  return result;
}

/// A number read from the answer; `1,5` is one and a half.
struct ReadNumber {
  double value = 0.0;
  std::size_t begin = 0;  ///< In folded characters.
  std::size_t end = 0;
};

bool is_digit(const std::u32string& text, std::size_t at) {
  return at < text.size() && text[at] >= U'0' && text[at] <= U'9';
}

/// Reads `,5` behind a whole number and `e-3` behind any.
void read_tail(const std::u32string& text, ReadNumber& number) {
  const bool comma =
      number.end < text.size() && text[number.end] == U',' && is_digit(text, number.end + 1);
  if (comma) {
    double scale = 0.1;
    for (++number.end; is_digit(text, number.end); ++number.end, scale /= 10) {
      number.value += scale * static_cast<double>(text[number.end] - U'0');
    }
  }
  const bool exponent = number.end + 1 < text.size() && text[number.end] == U'e';
  const bool negative = exponent && text[number.end + 1] == U'-';
  const auto digits = number.end + (negative ? 2 : 1);
  if (exponent && is_digit(text, digits)) {
    int power = 0;
    for (number.end = digits; is_digit(text, number.end) && power < 400; ++number.end) {
      power = power * 10 + static_cast<int>(text[number.end] - U'0');
    }
    number.value *= std::pow(10.0, negative ? -power : power);
  }
}

std::optional<ReadNumber> first_number(const std::u32string& text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto numeral = numeral_at(text, at);
    if (!numeral) {
      continue;
    }
    ReadNumber number{numeral->value, at, at + numeral->length};
    read_tail(text, number);
    if (at > 0 && (text[at - 1] == U'-' || text[at - 1] == U'−' || text[at - 1] == U'负')) {
      number.value = -number.value;
      --number.begin;
    }
    return number;
  }
  return std::nullopt;
}

PointResult grade_number(const deck::Item& item, std::string_view answer) {
  PointResult result;
  const auto folded = text::fold(answer);
  const auto expected = fmt::format("{}", item.number->value);
  const auto number = first_number(folded.text);
  if (!number) {
    result.reason = {trimmed(answer).empty() ? reason::kEmpty : reason::kNoNumber, {expected}};
    return result;
  }
  const Span span{folded.begin[number->begin], folded.end[number->end - 1]};
  const std::string spelled(answer.substr(span.begin, span.end - span.begin));
  const double slack = item.number->tolerance + 1e-9 * std::max(1.0, std::abs(item.number->value));
  const bool percent = spelled.find('%') != std::string::npos;
  const double off = std::min(std::abs(number->value - item.number->value),
                              percent ? std::abs(number->value * 100 - item.number->value) : 1e300);
  const bool right = off <= slack;
  result.verdict = right ? Verdict::hit : Verdict::missed;
  result.credit = right ? 1.0 : 0.0;
  result.reason = {right ? reason::kInRange : reason::kOutOfRange, {spelled, expected}};
  if (right) {
    result.evidence = span;
  }
  return result;
}

constexpr std::array<std::string_view, 7> kSeparators = {",", "，", "、", ";", "；", "\n", "|"};
constexpr std::array<std::string_view, 4> kBlanks = {" ", "\t", "\r", "　"};

/// The pieces of a list that a person typed, as views into it.
std::vector<std::string_view> pieces_of(
    std::string_view answer, std::span<const std::string_view> separators = kSeparators) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= answer.size();) {
    std::size_t length = at == answer.size() ? 1U : 0U;
    for (const auto separator : separators) {
      if (at < answer.size() && answer.substr(at, separator.size()) == separator) {
        length = separator.size();
      }
    }
    if (length > 0) {
      if (const auto piece = trimmed(answer.substr(begin, at - begin)); !piece.empty()) {
        pieces.push_back(piece);
      }
      begin = at + length;
    }
    at += std::max<std::size_t>(length, 1);
  }
  return pieces;
}

/// Options that a piece names: by its text, a letter, or several letters in a row.
std::vector<std::size_t> options_named(const deck::Item& item, std::string_view piece) {
  const auto content = content_of(grains_of(piece));
  for (std::size_t i = 0; i < item.choices.size(); ++i) {
    if (content_of(grains_of(item.choices[i].text)) == content) {
      return {i};
    }
  }
  std::vector<std::size_t> letters;
  for (const char32_t c : text::fold(piece).text) {
    const auto index = static_cast<std::size_t>(c - U'a');
    if (c == U' ' || c == U')' || c == U'.') {
      continue;
    }
    if (c < U'a' || index >= item.choices.size()) {
      return {};
    }
    letters.push_back(index);
  }
  return letters;
}

PointResult grade_choices(const deck::Item& item, std::string_view answer) {
  std::vector<bool> chosen(item.choices.size(), false);
  std::size_t strangers = 0;
  for (const auto piece : pieces_of(answer)) {
    const auto options = options_named(item, piece);
    strangers += options.empty() ? 1U : 0U;
    for (const auto option : options) {
      chosen[option] = true;
    }
  }
  std::size_t right = 0;
  std::size_t wrong = strangers;
  std::size_t all = 0;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    all += item.choices[i].correct ? 1U : 0U;
    right += chosen[i] && item.choices[i].correct ? 1U : 0U;
    wrong += chosen[i] && !item.choices[i].correct ? 1U : 0U;
  }
  PointResult result;
  result.credit =
      right > wrong ? static_cast<double>(right - wrong) / static_cast<double>(all) : 0.0;
  result.verdict = result.credit == 1.0 ? Verdict::hit
                   : result.credit > 0  ? Verdict::partial
                                        : Verdict::missed;
  result.reason = {reason::kChoices,
                   {std::to_string(right), std::to_string(wrong), std::to_string(all)}};
  if (trimmed(answer).empty()) {
    result.reason = {reason::kEmpty, {}};
  }
  set_evidence(result, answer, answer);
  return result;
}

/// `c2: text` or `c2 = text`: the point it names, and the text.
std::optional<std::pair<std::size_t, std::string_view>> named_gap(const deck::Item& item,
                                                                  std::string_view piece) {
  const auto mark = piece.find_first_of(":=");
  if (mark == std::string_view::npos) {
    return std::nullopt;
  }
  for (std::size_t p = 0; p < item.points.size(); ++p) {
    if (trimmed(piece.substr(0, mark)) == item.points[p].id) {
      return std::pair(p, trimmed(piece.substr(mark + 1)));
    }
  }
  return std::nullopt;
}

/// The pieces that may fill the gaps of each point.
std::vector<std::vector<std::string_view>> fillers_of(const deck::Item& item,
                                                      std::string_view answer) {
  std::vector<std::vector<std::string_view>> fillers(item.points.size());
  std::vector<std::size_t> gaps;
  for (const auto& part : item.cloze) {
    if (part.point) {
      gaps.push_back(*part.point);
    }
  }
  auto pieces = pieces_of(answer);
  if (gaps.size() == 1) {
    pieces = {trimmed(answer)};
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (const auto named = named_gap(item, pieces[i])) {
      fillers[named->first].push_back(named->second);
    } else if (pieces.size() == gaps.size()) {
      fillers[gaps[i]].push_back(pieces[i]);
    } else {
      for (auto& point : fillers) {
        point.push_back(pieces[i]);
      }
    }
  }
  // Blanks may part what nothing else does.
  if (pieces.size() == 1 && !named_gap(item, pieces[0])) {
    const auto words = pieces_of(pieces[0], kBlanks);
    for (std::size_t i = 0; words.size() == gaps.size() && i < gaps.size(); ++i) {
      fillers[gaps[i]].push_back(words[i]);
    }
  }
  return fillers;
}

std::vector<PointResult> grade_cloze(const deck::Item& item, std::string_view answer,
                                     bool use_accept) {
  const auto fillers = fillers_of(item, answer);
  std::vector<PointResult> results;
  for (std::size_t p = 0; p < item.points.size(); ++p) {
    const auto accepted = accepted_of(item.points[p], use_accept);
    PointResult best;
    best.reason = trimmed(answer).empty() ? Reason{reason::kEmpty, {}}
                                          : Reason{reason::kUnequal, {accepted.front()}};
    for (const auto piece : fillers[p]) {
      auto result = compare(piece, accepted);
      set_evidence(result, answer, piece);
      if (result.credit > best.credit || (result.credit == best.credit && result.credit > 0 &&
                                          result.confidence > best.confidence)) {
        best = std::move(result);
      }
    }
    results.push_back(std::move(best));
  }
  return results;
}

}  // namespace

double score_of(const deck::Item& item, std::span<const PointResult> points) {
  double sum = 0;
  double total = 0;
  for (std::size_t p = 0; p < points.size(); ++p) {
    sum += item.points[p].weight * points[p].credit;
    total += item.points[p].weight;
  }
  return total > 0 ? sum / total : 0.0;
}

Grade grade_exactly(const deck::Item& item, std::string_view answer, bool use_accept) {
  Grade grade;
  switch (item.kind) {
    case deck::Kind::number:
      grade.points = {grade_number(item, answer)};
      break;
    case deck::Kind::choices:
      grade.points = {grade_choices(item, answer)};
      break;
    case deck::Kind::cloze:
      grade.points = grade_cloze(item, answer, use_accept);
      break;
    default:
      grade.points = {grade_text(item, answer, use_accept)};
  }
  grade.score = score_of(item, grade.points);
  return grade;
}

}  // namespace pith::grading
