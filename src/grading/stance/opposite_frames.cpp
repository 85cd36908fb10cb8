#include "grading/stance/opposite_frames.h"

#include <optional>
#include <string>
#include <string_view>

#include "grading/stance/denying_characters.h"

namespace pith::grading {
namespace {

constexpr std::size_t kCompared = 2;  ///< Characters of what is compared that tell it.
constexpr std::size_t kMostCompared = 6;

/// The character of a grain that follows another without a break; else none.
char32_t joined_character(const Grains& text, std::size_t at) {
  return at < text.list.size() && text.list[at].before == Break::none &&
                 text.list[at].type == Grain::Type::han
             ? static_cast<char32_t>(text.list[at].key)
             : U'\0';
}

Opposable frame(const Range& range, const std::u32string& said, const std::u32string& opposite) {
  return {range, spelling_key(said), std::nullopt, spelling_key(opposite)};
}

/// 开会前 and 开会后; 以前 and 之后 go with what stands before them.
std::optional<Opposable> time_at(const Grains& text, std::size_t at) {
  const auto word = joined_character(text, at);
  if (word != U'前' && word != U'后') {
    return std::nullopt;
  }
  auto end = at;
  const auto before = joined_character(text, end - 1);
  end -= before == U'以' || before == U'之' ? 1 : 0;
  if (end < 2 || joined_character(text, end - 1) == U'\0' ||
      text.list[end - 2].type != Grain::Type::han) {
    return std::nullopt;
  }
  const std::u32string head{static_cast<char32_t>(text.list[end - 2].key),
                            joined_character(text, end - 1)};
  return frame({end - 2, at + 1}, head + word, head + (word == U'前' ? U'后' : U'前'));
}

/// 先慢后快 and 先快后慢.
std::optional<Opposable> order_at(const Grains& text, std::size_t at) {
  if (text.list[at].key != U'先') {
    return std::nullopt;
  }
  for (std::size_t size = 1; size <= 2; ++size) {
    std::u32string first;
    std::u32string second;
    const auto middle = at + 1 + size;
    for (std::size_t i = 0; i < size; ++i) {
      first += joined_character(text, at + 1 + i);
      second += joined_character(text, middle + 1 + i);
    }
    if (joined_character(text, middle) == U'后' && second.find(U'\0') == second.npos &&
        first != second) {
      return frame({at, middle + 1 + size}, U"先" + first + U"后" + second,
                   U"先" + second + U"后" + first);
    }
  }
  return std::nullopt;
}

/// 低于膀胱 and 比膀胱高, whichever way each is said.
std::optional<Opposable> comparison_at(const Grains& text, std::size_t at) {
  const auto compared = [&](std::size_t from) {
    std::u32string words;
    for (std::size_t i = 0; i < kCompared; ++i) {
      words += joined_character(text, from + i);
    }
    return words.find(U'\0') == words.npos ? words : std::u32string{};
  };
  const auto of = [&](const Range& range, char32_t adjective,
                      const std::u32string& than) -> std::optional<Opposable> {
    const auto opposite = opposite_of(adjective);
    return opposite && !than.empty()
               ? std::optional(frame(range, U"比" + than + adjective, U"比" + than + *opposite))
               : std::nullopt;
  };
  const auto word = static_cast<char32_t>(text.list[at].key);
  if (text.list[at].type != Grain::Type::han) {
    return std::nullopt;
  }
  if (joined_character(text, at + 1) == U'于') {
    return of({at, at + 2 + kCompared}, word, compared(at + 2));
  }
  if (word != U'比') {
    return std::nullopt;
  }
  for (auto i = at + 1 + kCompared; i <= at + kMostCompared && joined_character(text, i) != U'\0';
       ++i) {
    if (auto found = of({at, i + 1}, joined_character(text, i), compared(at + 1))) {
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Opposable> opposite_frames_in(const Grains& text) {
  std::vector<Opposable> found;
  for (std::size_t i = 0; i < text.list.size(); ++i) {
    for (const auto& one :
         {i > 1 ? time_at(text, i) : std::nullopt, order_at(text, i), comparison_at(text, i)}) {
      if (one && !denying_before(text, one->range.begin)) {
        found.push_back(*one);
      }
    }
  }
  return found;
}

}  // namespace pith::grading
