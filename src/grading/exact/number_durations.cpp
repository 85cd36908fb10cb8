#include "grading/exact/number_durations.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>

#include "grading/exact/folded_words.h"
#include "grading/exact/number_times.h"
#include "grading/exact/time_units.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr TimeUnit kMinutes{60};
constexpr TimeUnit kHours{3600};

/// Numbers that tell one length of time together.
struct Duration {
  TimeUnit unit;          ///< Its greatest.
  TimeUnit last;          ///< Its smallest.
  double size = 0;        ///< In seconds, or in months.
  std::size_t count = 0;  ///< Of its numbers.
  std::size_t end = 0;
  bool has_asked = false;  ///< One of its units is the one that is asked for.
};

/// Whether what stands between two numbers with their units lets the second go on with the first.
bool goes_on(FoldedView between) {
  constexpr std::array<FoldedView, 10> kBetween = {U"",  U" ",  U" and ", U", ", U", and ",
                                                   U",", U"零", U"又",    U"和", U" 零"};
  return std::ranges::find(kBetween, between) != kBetween.end();
}

/// Whether nothing is glued to the number that ends there.
bool ends_word(FoldedView text, std::size_t at) {
  return at == text.size() || text::is_punctuation_or_space(text[at]);
}

/// Whether a number is the 零 of 4小时零30分.
bool is_nought(FoldedView text, const ReadNumber& number) {
  return text.substr(number.begin, number.end - number.begin) == U"零";
}

/// The unit of time that counts the number, no year: 2017年.
std::optional<TimeUnitFound> unit_of(FoldedView text, const ReadNumber& number) {
  constexpr std::array<FoldedView, 4> kBetween = {U" an ", U" a ", U" of an ", U"-"};
  const auto between = one_at(text, number.end, kBetween);
  const auto found = time_unit_at(text, between ? between->end : number.end);
  return found && found->unit.calendar && is_plain_year(text, number) ? std::nullopt : found;
}

/// The unit of a number behind the unit `last`: the m of 4h30m, none written in 4h30.
std::optional<TimeUnitFound> next_unit(FoldedView text, const ReadNumber& number,
                                       const Duration& before) {
  constexpr FoldedView kShortMinutes = U"m";
  if (const auto found = unit_of(text, number)) {
    return found;
  }
  if (before.last == kHours && word_stands_at(text, number.end, kShortMinutes)) {
    return TimeUnitFound{kMinutes, number.end + kShortMinutes.size()};
  }
  const bool glued = number.begin == before.end && ends_word(text, number.end);
  const bool hours = before.last == kHours || before.last == kMinutes;
  return glued && hours ? std::optional(TimeUnitFound{{before.last.size / 60}, number.end})
                        : std::nullopt;
}

/// The length of time that the first of the numbers begins with its unit.
std::optional<Duration> duration_at(FoldedView text, std::span<const ReadNumber> numbers,
                                    const std::optional<TimeUnit>& asked) {
  const auto first = unit_of(text, numbers.front());
  if (!first) {
    return std::nullopt;
  }
  Duration told{first->unit, first->unit, numbers.front().value * first->unit.size,
                1,           first->end,  asked == first->unit};
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    const auto& number = numbers[i];
    if (is_nought(text, number)) {
      continue;
    }
    const bool near =
        number.begin >= told.end && goes_on(text.substr(told.end, number.begin - told.end));
    const auto next = near ? next_unit(text, number, told) : std::nullopt;
    const bool fits = next && next->unit.calendar == told.unit.calendar && number.value >= 0 &&
                      number.value * next->unit.size < told.last.size;
    if (!fits) {
      break;
    }
    told.size += number.value * next->unit.size;
    told.last = next->unit;
    told.end = next->end;
    told.has_asked = told.has_asked || asked == next->unit;
    told.count = i + 1;
  }
  return told;
}

/// `4:30` and `4:30:00` where hours are asked for.
std::optional<Duration> clock_at(FoldedView text, std::span<const ReadNumber> numbers) {
  constexpr std::size_t kMost = 3;
  const auto begin = numbers.front().begin;
  Duration told{kHours, kHours, numbers.front().value * kHours.size, 1, numbers.front().end, true};
  for (const auto& number : numbers.subspan(1)) {
    const bool near = number.begin == told.end + 1 && text[told.end] == U':' &&
                      number.end == number.begin + 2 && digit_at(text, number.begin) &&
                      number.value >= 0 && number.value < 60;
    if (!near || told.count == kMost) {
      break;
    }
    told.last.size /= 60;
    told.size += number.value * told.last.size;
    told.end = number.end;
    ++told.count;
  }
  const bool whole = digit_at(text, begin) && numbers.front().end <= begin + 2 &&
                     (begin == 0 || text[begin - 1] != U':') && ends_word(text, told.end);
  return told.count > 1 && whole ? std::optional(told) : std::nullopt;
}

/// Reads lengths of time in the light of the question.
class DurationReader {
 public:
  DurationReader(FoldedView text, const AskedNumbers& asked)
      : text_(text),
        asked_(asked),
        unit_(time_unit_among(asked.units())),
        other_unit_asked_(!unit_ && !asked.units().empty()),
        converts_(unit_ && !names_other_time_unit(asked.text(), *unit_)) {}

  /// The length of time that the first of the numbers begins, if it is to be read as one number.
  [[nodiscard]] std::optional<Duration> read(std::span<const ReadNumber> numbers) const {
    auto told = duration_at(text_, numbers, unit_);
    if (!told && unit_ == kHours) {
      told = clock_at(text_, numbers);
    }
    return told && counts(*told) && !is_given(numbers.first(told->count)) ? told : std::nullopt;
  }

  /// The unit that it is told in.
  [[nodiscard]] TimeUnit told_in(const Duration& told) const { return unit_.value_or(told.unit); }

 private:
  [[nodiscard]] bool counts(const Duration& told) const {
    if (!unit_) {
      return told.count > 1 && !other_unit_asked_;
    }
    return unit_->calendar == told.unit.calendar && (told.has_asked ? told.count > 1 : converts_);
  }

  [[nodiscard]] bool is_given(std::span<const ReadNumber> numbers) const {
    return std::ranges::all_of(
        numbers, [&](const ReadNumber& number) { return asked_.gives(text_, number); });
  }

  FoldedView text_;
  const AskedNumbers& asked_;
  std::optional<TimeUnit> unit_;
  bool other_unit_asked_;
  bool converts_;  ///< One unit to another.
};

}  // namespace

std::vector<ReadNumber> with_durations(std::u32string_view folded, const AskedNumbers& asked,
                                       const std::vector<ReadNumber>& numbers) {
  const DurationReader reader(folded, asked);
  std::vector<ReadNumber> read;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    read.push_back(numbers[i]);
    if (const auto told = reader.read(std::span(numbers).subspan(i))) {
      read.back().value = told->size / reader.told_in(*told).size;
      read.back().end = told->end;
      read.back().prefix = 1;
      read.back().ratio = false;
      read.back().vague = read.back().vague && told->count == 1;  // 一小时 may begin it
      i += told->count - 1;
    }
  }
  return read;
}

}  // namespace pith::grading
