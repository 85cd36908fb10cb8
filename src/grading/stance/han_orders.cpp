#include "grading/stance/han_orders.h"

#include <string_view>

namespace pith::grading {
namespace {

/// Whether a character stands there that does not belong to one of its neighbours.
bool stands_alone(const Grains& text, const Range& clause, std::size_t at, char32_t character,
                  std::u32string_view before, std::u32string_view behind) {
  return han_at(text, at) == character &&
         (at == clause.begin || before.find(han_at(text, at - 1)) == before.npos) &&
         (at + 1 >= clause.end || behind.find(han_at(text, at + 1)) == behind.npos);
}

bool is_first(const Grains& text, const Range& clause, std::size_t at) {
  return stands_alone(text, clause, at, U'先', U"首优事预祖领率原早抢", U"生进锋例辈天");
}

bool is_then(const Grains& text, const Range& clause, std::size_t at) {
  return stands_alone(text, clause, at, U'后', U"最以之落延背前今此", U"果续面来悔退代台端") ||
         stands_alone(text, clause, at, U'再', U"一", U"见次三说度");
}

Joint comes_before(std::size_t word, const Range& first, const Range& second) {
  auto joint = ordered(Joint::Kind::before, word, first, second);
  joint.by = U'先';
  return joint;
}

/// 先筛粉后搅拌
std::optional<Joint> first_then(const Grains& text, const Range& clause, std::size_t at) {
  for (auto i = at + 2; is_first(text, clause, at) && i + 1 < clause.end; ++i) {
    if (is_then(text, clause, i)) {
      return comes_before(i, {at + 1, i}, {i + 1, clause.end});
    }
  }
  return std::nullopt;
}

/// 搅拌之前筛粉, 筛粉以后搅拌
std::optional<Joint> relative_to(const Grains& text, const Range& clause, std::size_t at) {
  const auto head = han_at(text, at);
  const bool just_before = at > clause.begin && at + 2 < clause.end && head == U'前' &&
                           is_first(text, clause, at + 1);  // 转弯前先打灯
  if (just_before) {
    return comes_before(at, {at + 2, clause.end}, {clause.begin, at});
  }
  if (at == clause.begin || at + 2 >= clause.end || (head != U'之' && head != U'以')) {
    return std::nullopt;
  }
  const Range told{clause.begin, at};
  const Range rest{at + 2, clause.end};
  const auto side = han_at(text, at + 1);
  return side == U'前'   ? std::optional(comes_before(at + 1, rest, told))
         : side == U'后' ? std::optional(comes_before(at + 1, told, rest))
                         : std::nullopt;
}

}  // namespace

std::optional<Joint> han_order_in(const Grains& text, const Range& clause) {
  for (auto i = clause.begin; i < clause.end; ++i) {
    const auto joint = first_then(text, clause, i);
    if (const auto found = joint ? joint : relative_to(text, clause, i)) {
      return found;
    }
  }
  for (auto i = clause.begin + 2; i + 1 < clause.end; ++i) {
    if (han_at(text, i) == U'再' && is_then(text, clause, i)) {
      return comes_before(i, {clause.begin, i}, {i + 1, clause.end});  // 筛完粉再搅拌
    }
  }
  for (auto i = clause.begin; i + 1 < clause.end; ++i) {
    if (is_first(text, clause, i)) {
      return comes_before(i, {i + 1, clause.end}, {});  // 别先搅拌
    }
  }
  return std::nullopt;
}

std::optional<Joint> han_order_of(const Grains& text, const Range& clause, const Range& next) {
  for (auto i = clause.begin; i < clause.end && is_then(text, next, next.begin); ++i) {
    if (is_first(text, clause, i)) {
      return comes_before(next.begin, {i + 1, clause.end}, {next.begin + 1, next.end});
    }
  }
  return std::nullopt;
}

}  // namespace pith::grading
