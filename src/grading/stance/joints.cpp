#include "grading/stance/joints.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "grading/stance/opposites.h"

namespace pith::grading {
namespace {

bool ends_in_er(const Grains& text, std::size_t at) {
  constexpr std::size_t kShortest = 5;
  const auto spelling = text.spelling(text.list[at]);
  return spelling.size() >= kShortest && spelling.ends_with(U"er");
}

/// The word for what is compared in front of a "than": "needs more water than", "cheaper than",
/// "easier with a kettle than".
std::size_t compared_before(const Grains& text, const Range& clause, std::size_t than) {
  constexpr std::size_t kReach = 6;
  static const auto degrees = grains_of("more less fewer").list;
  const auto first = than - std::min(than - clause.begin, kReach);
  for (auto i = than; i-- > first;) {
    if (has_stem(degrees, text.list[i].stem)) {
      return i;
    }
  }
  for (auto i = than; i-- > first;) {
    if (ends_in_er(text, i)) {
      return i;
    }
  }
  return than - 1;
}

Joint compared(const Range& words, const Grains& text, std::size_t by, const Range& first,
               const Range& second) {
  return {.kind = Joint::Kind::compared,
          .by = text.list[by].stem,
          .opposite = opposite_adjective(han_at(text, by)).value_or(0),
          .words = words,
          .first = first,
          .second = second};
}

/// Grains of 不是 or 非 at the head of a range; 0 if neither stands there.
std::size_t length_of_denial(const Grains& text, const Range& range) {
  if (!range.empty() && han_at(text, range.begin) == U'非') {
    return 1;
  }
  const bool is_not = range.size() > 1 && han_at(text, range.begin) == U'不' &&
                      han_at(text, range.begin + 1) == U'是';
  return is_not ? 2 : 0;
}

/// "After the offer comes the acceptance": the side behind the word is told first.
std::optional<Joint> opening_joint(const Grains& text, const Range& clause, Joint::Kind kind) {
  static const auto comes = grains_of("comes follows").list;
  for (auto i = clause.begin + 1; i < clause.end; ++i) {
    if (has_stem(comes, text.list[i].stem)) {
      return ordered(kind, clause.begin, {i + 1, clause.end}, {clause.begin + 1, i});
    }
  }
  return std::nullopt;
}

/// 高于: an adjective of one character that has an opposite, and 于.
std::optional<Joint> han_comparison(const Grains& text, const Range& clause, std::size_t at) {
  const auto adjective = at > clause.begin + 1 ? han_at(text, at - 1) : U'\0';
  if (han_at(text, at) != U'于' || !opposite_adjective(adjective)) {
    return std::nullopt;
  }
  return compared({at - 1, at + 1}, text, at - 1, {clause.begin, at - 1}, {at + 1, clause.end});
}

/// The last adjective of one character with an opposite: 大 of 强度大, 低 of 低得多.
std::optional<std::size_t> adjective_in(const Grains& text, const Range& range) {
  for (auto i = range.end; i-- > range.begin;) {
    const bool is_degree =
        i > range.begin && han_at(text, i) == U'多' &&
        (han_at(text, i - 1) == U'得' || opposite_adjective(han_at(text, i - 1)));
    if (!is_degree && opposite_adjective(han_at(text, i))) {
      return i;
    }
  }
  return std::nullopt;
}

/// 比, and what the clause says behind the second side: 成本比售价低得多.
std::optional<Joint> measured_against(const Grains& text, const Range& clause, std::size_t at) {
  if (at + 2 >= clause.end || !weighs_at(text, clause, at)) {
    return std::nullopt;
  }
  const auto last = adjective_in(text, {at + 2, clause.end}).value_or(clause.end - 1);
  return compared({last, last + 1}, text, last, {clause.begin, at}, {at + 1, last});
}

/// The 不是 of 砍范围而不是加人, or 而非: what stands behind it is not wanted.
std::optional<Joint> han_contrast(const Grains& text, const Range& clause, std::size_t at) {
  const auto denial = han_at(text, at) == U'而' ? at + 1 : clause.end;
  const auto behind = length_of_denial(text, {denial, clause.end});
  if (at == clause.begin || behind == 0 || denial + behind == clause.end) {
    return std::nullopt;
  }
  return ordered(Joint::Kind::preferred, at, {clause.begin, at}, {denial + behind, clause.end});
}

Joint lesser(const Range& words, std::uint64_t by, const Range& first, const Range& second) {
  Joint joint{
      .kind = Joint::Kind::lesser, .by = by, .words = words, .first = first, .second = second};
  if (joint.is_in_han()) {
    joint.opposite = opposite_adjective(static_cast<char32_t>(by)).value_or(0);
  }
  return joint;
}

/// 没有 … 多, 不如 … 好; without an adjective 不如 is not as good as.
std::optional<Joint> han_lesser(const Grains& text, const Range& clause, std::size_t at) {
  const auto behind = at + 2;
  if (at == clause.begin || behind >= clause.end) {
    return std::nullopt;
  }
  const bool unlike = han_at(text, at) == U'不' && han_at(text, at + 1) == U'如';
  const bool lacks = han_at(text, at) == U'没' && han_at(text, at + 1) == U'有';
  if (!unlike && !lacks) {
    return std::nullopt;
  }
  if (const auto last = adjective_in(text, {behind + 1, clause.end})) {
    return lesser({at, behind}, text.list[*last].stem, {clause.begin, at}, {behind, *last});
  }
  if (lacks) {
    const auto last = clause.end - 1;
    return lesser({at, behind}, text.list[last].stem, {clause.begin, at}, {behind, last});
  }
  return lesser({at, behind}, U'好', {clause.begin, at}, {behind, clause.end});
}

}  // namespace

bool weighs_at(const Grains& text, const Range& clause, std::size_t at) {
  constexpr std::u32string_view kBefore = U"对相占好百环同之配";
  constexpr std::u32string_view kBehind = U"如较例赛重率方分喻值度";
  return han_at(text, at) == U'比' && at > clause.begin && at + 1 < clause.end &&
         kBefore.find(han_at(text, at - 1)) == kBefore.npos &&
         kBehind.find(han_at(text, at + 1)) == kBehind.npos;
}

std::optional<Joint> joint_in(const Grains& text, const Range& clause) {
  using Kind = Joint::Kind;
  static const auto before = stem_of("before");
  static const auto after = stem_of("after");
  static const auto than = stem_of("than");
  static const auto to = stem_of("to");
  static const auto prefer = stem_of("prefer");
  static const auto instead = stem_of("instead");
  static const auto of = stem_of("of");
  static const auto preferred = grains_of("rather better sooner").list;
  bool prefers = false;
  for (auto i = clause.begin; i < clause.end; ++i) {
    const auto stem = text.list[i].stem;
    const Range first{clause.begin, i};
    const Range second{i + 1, clause.end};
    if (stem == before || stem == after) {
      const auto kind = stem == before ? Kind::before : Kind::after;
      return first.empty() ? opening_joint(text, clause, kind) : ordered(kind, i, first, second);
    }
    if (!first.empty() && stem == than) {
      const auto by = compared_before(text, clause, i);
      return has_stem(preferred, text.list[i - 1].stem)
                 ? ordered(Kind::preferred, i, first, second)
                 : compared({by, i}, text, by, first, second);
    }
    if (prefers && stem == to) {
      return ordered(Kind::preferred, i, first, second);
    }
    if (!first.empty() && stem == instead && i + 1 < clause.end && text.list[i + 1].stem == of) {
      return ordered(Kind::preferred, i, first, {i + 2, clause.end});
    }
    prefers = prefers || stem == prefer;
    if (const auto joint = han_contrast(text, clause, i)) {
      return joint;
    }
    const auto than_han = han_comparison(text, clause, i);
    if (const auto joint = than_han ? than_han : measured_against(text, clause, i)) {
      return joint;
    }
  }
  return std::nullopt;
}

std::optional<Joint> contrast_with(const Grains& text, const Range& first, const Range& second) {
  static const auto deny = stem_of("not");
  const bool turns = !second.empty() && han_at(text, second.begin) == U'而';
  const auto from = second.begin + (turns ? 1 : 0);
  if (from >= second.end) {
    return std::nullopt;  // broken off: 砍范围，而
  }
  const auto denial = text.list[from].stem == deny ? 1 : length_of_denial(text, {from, second.end});
  if (denial == 0 || from + denial >= second.end) {
    return std::nullopt;
  }
  return ordered(Joint::Kind::preferred, from, first, {from + denial, second.end});
}

bool Joint::is_by_less() const {
  static const auto less = grains_of("less fewer").list;
  return has_stem(less, by);
}

bool Joint::is_by_more() const {
  return is_in_han() && says_more(static_cast<char32_t>(by));
}

std::optional<Joint> denied_comparison_in(const Grains& text, const Range& clause) {
  constexpr std::size_t kBetween = 4;  ///< Grains from "as" to "as": "as much upkeep as".
  static const auto as = stem_of("as");
  for (auto i = clause.begin; i < clause.end; ++i) {
    if (const auto joint = han_lesser(text, clause, i)) {
      return joint;
    }
    for (auto j = i + 2; text.list[i].stem == as && j < clause.end && j <= i + kBetween; ++j) {
      if (text.list[j].stem == as && i > clause.begin) {
        return lesser({i, j}, text.list[i + 1].stem, {clause.begin, i}, {j + 1, clause.end});
      }
    }
  }
  return std::nullopt;
}

}  // namespace pith::grading
