// What parts a clause into two sides: one before the other, or weighed against it.
#pragma once

#include <cstdint>
#include <optional>

#include "grading/words/grains.h"
#include "grading/words/ranges.h"

namespace pith::grading {

/// The word that parts a clause, and the sides.
struct Joint {
  enum class Kind : std::uint8_t { none, before, after, preferred, compared, lesser };

  Kind kind = Kind::none;
  std::uint64_t by = 0;        ///< The stem of what is compared: more, cheaper.
  std::uint64_t opposite = 0;  ///< The opposite of that, where it is known.
  Range words;                 ///< What orders; of a comparison the word for what is compared.
  Range first;                 ///< The side that is before, or compared …
  Range second;                ///< … and the one that is after, or compared with.

  [[nodiscard]] bool is_in_han() const { return by != 0 && by <= 0x10FFFF; }
  /// 多, 高, 大 and the like, rather than their opposites.
  [[nodiscard]] bool is_by_more() const;
  [[nodiscard]] bool orders() const { return kind == Kind::before || kind == Kind::after; }
  [[nodiscard]] bool is_like(const Joint& other) const {
    return kind != Kind::none && kind == other.kind && (by == other.by || is_as_much(other));
  }
  /// 多 and 长, 少 and 低: which of two has more, by whatever word.
  [[nodiscard]] bool is_as_much(const Joint& other) const {
    return opposite != 0 && other.opposite != 0 && is_by_more() == other.is_by_more();
  }
  /// "less", "fewer"
  [[nodiscard]] bool is_by_less() const;
  [[nodiscard]] bool is_comparison() const {
    return kind == Kind::compared || kind == Kind::preferred;
  }
  [[nodiscard]] bool is_order_in_han() const { return orders() && by != 0; }
  /// Of comparisons by the opposite: 高 and 低.
  [[nodiscard]] bool is_opposite_to(const Joint& other) const {
    return kind == other.kind && by != 0 && by == other.opposite;
  }
  [[nodiscard]] bool may_be_contrary_to(const Joint& other) const {
    return (orders() && other.orders() && kind != other.kind) ||
           (kind == Kind::compared && other.kind == Kind::compared && !is_like(other));
  }
};

/// A joint of one word that compares nothing.
[[nodiscard]] inline Joint ordered(Joint::Kind kind, std::size_t word, const Range& first,
                                   const Range& second) {
  return {.kind = kind, .words = {word, word + 1}, .first = first, .second = second};
}

/// Whether 比 stands at a place and weighs what is before it against what is behind: not 比如,
/// 占比.
[[nodiscard]] bool weighs_at(const Grains& text, const Range& clause, std::size_t at);

/// The first word of a clause that parts it into two sides, if there is one: "merge after the
/// review", "soup needs more water than rice", 成本比售价低, 瓶子高于心脏.
[[nodiscard]] std::optional<Joint> joint_in(const Grains& text, const Range& clause);

/// What a clause puts in the place of what the next one denies: "percentiles, not averages",
/// 砍范围，而不是加人.
[[nodiscard]] std::optional<Joint> contrast_with(const Grains& text, const Range& first,
                                                 const Range& second);

/// What a denied comparison of a clause says is less: the first side of "gas isn't as cheap as
/// coal", 律师费没有诉讼费多, 高筋粉不如低筋粉.
[[nodiscard]] std::optional<Joint> denied_comparison_in(const Grains& text, const Range& clause);

}  // namespace pith::grading
