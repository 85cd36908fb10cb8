#include "grading/stance/limits.h"

#include <algorithm>
#include <array>

#include "grading/stance/denying_characters.h"

namespace pith::grading {
namespace {

constexpr std::size_t kUnitReach = 3;    ///< Grains from a number to the words behind it.
constexpr std::size_t kVerbBetween = 2;  ///< Grains of a verb before a number: 至少放六十件.
constexpr std::size_t kDenialReach = 4;  ///< Grains of a denial before the words of a limit.
constexpr std::size_t kNumberReach = 8;  ///< Grains from a denial to the number that it limits.

struct LimitWord {
  std::u32string_view word;
  bool is_most;
};

/// Before a number; a denial before them turns them round.
constexpr std::array<LimitWord, 10> kComparing = {{{U"超过", false},
                                                   {U"多于", false},
                                                   {U"大于", false},
                                                   {U"高于", false},
                                                   {U"长于", false},
                                                   {U"少于", true},
                                                   {U"小于", true},
                                                   {U"低于", true},
                                                   {U"短于", true},
                                                   {U"不到", true}}};
/// Before a number.
constexpr std::array<LimitWord, 8> kBefore = {{{U"最多", true},
                                               {U"至多", true},
                                               {U"顶多", true},
                                               {U"最高", true},
                                               {U"最少", false},
                                               {U"至少", false},
                                               {U"起码", false},
                                               {U"最低", false}}};
/// Behind a number and what it counts.
constexpr std::array<LimitWord, 9> kBehind = {{{U"以内", true},
                                               {U"之内", true},
                                               {U"以下", true},
                                               {U"之下", true},
                                               {U"顶多", true},
                                               {U"最多", true},
                                               {U"以上", false},
                                               {U"之上", false},
                                               {U"往上", false}}};

/// Whether the word's characters stand there side by side.
bool stands_at(const Grains& text, std::size_t at, std::u32string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (at + i >= text.list.size() || han_at(text, at + i) != word[i] ||
        (i > 0 && text.list[at + i].before != Break::none)) {
      return false;
    }
  }
  return true;
}

template <std::size_t N>
const LimitWord* ending_at(const Grains& text, std::size_t end,
                           const std::array<LimitWord, N>& words) {
  const auto found = std::ranges::find_if(words, [&](const LimitWord& one) {
    return end >= one.word.size() && stands_at(text, end - one.word.size(), one.word);
  });
  return found == words.end() ? nullptr : &*found;
}

/// Whether nothing but what it counts follows a number in its clause. 超过一年还没回本 is a case.
bool ends_clause_behind(const Grains& text, std::size_t number) {
  for (auto at = number + 1; at <= number + kUnitReach; ++at) {
    if (at >= text.list.size() || text.list[at].before >= Break::part) {
      return true;
    }
  }
  return false;
}

std::optional<Limit> limit_before(const Grains& text, std::size_t number) {
  if (text.list[number].before >= Break::clause) {
    return std::nullopt;
  }
  for (std::size_t gap = 0; gap <= kVerbBetween && gap < number; ++gap) {
    if (const auto* word = ending_at(text, number - gap, kBefore)) {
      return Limit{{number - gap - word->word.size(), number + 1}, number, word->is_most};
    }
    if (text.list[number - gap - 1].before >= Break::clause) {
      break;
    }
  }
  const auto* word = ending_at(text, number, kComparing);
  if (word == nullptr) {
    return std::nullopt;
  }
  const auto begin = number - word->word.size();
  const auto denial = denying_before(text, begin);
  const bool may_deny_else = denial && *denial + kDenialReach < begin;
  if (may_deny_else || (!denial && !ends_clause_behind(text, number))) {
    return std::nullopt;
  }
  return Limit{{denial.value_or(begin), number + 1}, number, word->is_most != denial.has_value()};
}

std::optional<Limit> limit_behind(const Grains& text, std::size_t number) {
  for (auto at = number + 1; at <= number + kUnitReach && at < text.list.size(); ++at) {
    if (text.list[at].before >= Break::part) {
      break;
    }
    const auto word = std::ranges::find_if(
        kBehind, [&](const LimitWord& one) { return stands_at(text, at, one.word); });
    if (word != kBehind.end()) {
      const auto behind = at + word->word.size();
      if (behind < text.list.size() && text.list[behind].before < Break::part) {
        break;  // a case: 十小时以上就学不进去了
      }
      return Limit{{number, behind}, number, word->is_most};
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Limit> limits_in(const Grains& text) {
  std::vector<Limit> limits;
  for (std::size_t i = 0; i < text.list.size(); ++i) {
    if (text.list[i].type != Grain::Type::number) {
      continue;
    }
    const auto before = limit_before(text, i);
    if (const auto limit = before ? before : limit_behind(text, i)) {
      limits.push_back(*limit);
    }
  }
  return limits;
}

bool sets_limit(const Grains& text, const Range& word) {
  const auto end = std::min(text.list.size(), word.end + kNumberReach);
  for (auto at = word.end; at < end; ++at) {
    const auto limit =
        text.list[at].type == Grain::Type::number ? limit_before(text, at) : std::nullopt;
    if (limit && limit->range.begin < word.end) {
      return true;
    }
  }
  return false;
}

}  // namespace pith::grading
