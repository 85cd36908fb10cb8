#include "grading/evidence/alignment.h"

#include <algorithm>
#include <vector>

namespace pith::grading {
namespace {

constexpr double kSingleGrain = 0.6;   ///< A match of one character says less.
constexpr double kSubstitution = 0.3;  ///< Factor of the coverage where something was replaced …
constexpr double kNoticeable = 0.15;   ///< … that weighs at least this share of the wording.
constexpr std::size_t kShortReplacement = 2;
constexpr double kFarAway = 0.25;  ///< Factor of a match in another clause than the one before it.
constexpr std::size_t kNear = 3;   ///< Grains beside a match that may stand in a word's place.
constexpr std::size_t kForbidReach = 4;    ///< Grains beside a match that may forbid it.
constexpr std::size_t kLongestText = 400;  ///< Grains that are aligned; longer stretches are cut.

struct Block {
  std::size_t a = 0;
  std::size_t b = 0;
  std::size_t length = 0;
};

bool same(const Grain& a, const Grain& b) {
  return a.stem == b.stem || (a.pinyin != 0 && a.pinyin == b.pinyin);
}

bool negates(const Grain& grain) {
  return grain.type == Grain::Type::han &&
         (grain.key == U'不' || grain.key == U'非' || grain.key == U'无' || grain.key == U'没' ||
          grain.key == U'未' || grain.key == U'半');
}

/// Says no or, as 不要 does, not to: 别, 禁止, 避免, 忌.
bool denies_or_forbids(const Grain& grain) {
  constexpr std::u32string_view kForbidding = U"别勿莫禁止免忌";
  return negates(grain) ||
         (grain.type == Grain::Type::han &&
          kForbidding.find(static_cast<char32_t>(grain.key)) != std::u32string_view::npos);
}

/// Single characters of opposite meaning, in pairs; opposites of two characters are in
/// data/antonyms.tsv.
constexpr std::u32string_view kOpposites =
    U"长短大小高低多少快慢新旧强弱深浅厚薄宽窄远近早晚先后前后上下左右内外进出买卖升降增减开关动静"
    U"冷热干湿轻重正负正反"
    U"有无好坏优劣难易贵贱松紧软硬公私虚实明暗盈亏胜负单双奇偶入出存取收支加减首尾主次";

bool opposite(const Grain& a, const Grain& b) {
  for (std::size_t i = 0; i + 1 < kOpposites.size(); i += 2) {
    const auto x = kOpposites[i];
    const auto y = kOpposites[i + 1];
    if ((a.key == x && b.key == y) || (a.key == y && b.key == x)) {
      return true;
    }
  }
  return false;
}

class Aligner {
 public:
  Aligner(std::span<const Grain> a, std::span<const Grain> b) : a_(a), b_(b) {}

  /// Matching blocks in order.
  std::vector<Block> blocks() {
    split({0, a_.size()}, {0, b_.size()});
    std::sort(blocks_.begin(), blocks_.end(),
              [](const Block& x, const Block& y) { return x.a < y.a; });
    return blocks_;
  }

 private:
  /// The longest run that both ranges share, the earliest of equals.
  [[nodiscard]] Block longest(const Range& a, const Range& b) const {
    Block best{a.begin, b.begin, 0};
    std::vector<std::size_t> ending(b.size() + 1, 0);
    for (std::size_t i = a.begin; i < a.end; ++i) {
      std::size_t diagonal = 0;
      for (std::size_t j = b.begin; j < b.end; ++j) {
        const auto slot = j - b.begin + 1;
        const auto above = ending[slot];
        ending[slot] = same(a_[i], b_[j]) ? diagonal + 1 : 0;
        diagonal = above;
        if (ending[slot] > best.length) {
          best = {i + 1 - ending[slot], j + 1 - ending[slot], ending[slot]};
        }
      }
    }
    return best;
  }

  void split(const Range& a, const Range& b) {
    if (a.empty() || b.empty()) {
      return;
    }
    const auto block = longest(a, b);
    if (block.length == 0) {
      return;
    }
    blocks_.push_back(block);
    split({a.begin, block.a}, {b.begin, block.b});
    split({block.a + block.length, a.end}, {block.b + block.length, b.end});
  }

  std::span<const Grain> a_;
  std::span<const Grain> b_;
  std::vector<Block> blocks_;
};

bool any_negation(std::span<const Grain> grains) {
  return std::any_of(grains.begin(), grains.end(), negates);
}

/// Whether something near the stretch of text that a wording matches says not to: 千万别泡水,
/// 泡水可不行.
bool is_forbidden(std::span<const Grain> text, const Range& matched) {
  const auto begin = matched.begin - std::min(matched.begin, kForbidReach);
  const auto end = std::min(text.size(), matched.end + kForbidReach);
  const auto part = [&](std::size_t from, std::size_t to) {
    return std::ranges::any_of(text.subspan(from, to - from), denies_or_forbids);
  };
  return part(begin, matched.begin) || part(matched.end, end);
}

bool has_clause_break(std::span<const Grain> grains, std::size_t begin, std::size_t end) {
  for (auto i = begin; i <= end && i < grains.size(); ++i) {
    if (i > 0 && grains[i].before >= Break::clause) {
      return true;
    }
  }
  return false;
}

/// What stands in a gap of the text: at the head and at the tail of the wording only what belongs
/// to the clause of the match.
Range beside(std::span<const Grain> text, Range gap, bool head, bool tail) {
  if (head) {
    for (auto i = gap.end; i > gap.begin; --i) {
      if (i < text.size() && text[i].before >= Break::part) {
        return {i, gap.end};
      }
    }
  }
  for (auto i = gap.begin; tail && i < gap.end; ++i) {
    if (text[i].before >= Break::part) {
      return {gap.begin, i};
    }
  }
  return gap;
}

/// One of the two denies and the other does not, or a character has its opposite in its place.
bool turned(std::span<const Grain> wording, Range wanted, std::span<const Grain> text, Range found,
            bool head, bool tail) {
  if (head && found.size() > kNear) {
    found.begin = found.end - kNear;
  }
  if (tail && found.size() > kNear) {
    found.end = found.begin + kNear;
  }
  const auto missing = wording.subspan(wanted.begin, wanted.size());
  const auto instead = text.subspan(found.begin, found.size());
  if (tail && missing.empty()) {
    return false;  // What follows a whole wording belongs to something else.
  }
  // At the head only the neighbour of the match can negate it.
  const auto negating = head && !instead.empty() ? instead.last(1) : instead;
  if (!tail && any_negation(negating) != any_negation(missing)) {
    return true;
  }
  return std::any_of(missing.begin(), missing.end(), [&](const Grain& a) {
    return std::any_of(instead.begin(), instead.end(),
                       [&](const Grain& b) { return opposite(a, b); });
  });
}

/// Whether what is missing at the head of a wording is its denial.
bool opens_with_denial(std::span<const Grain> wording, const Range& wanted) {
  return std::ranges::any_of(wording.subspan(wanted.begin, wanted.size()), denies_or_forbids);
}

/// Where the last match ends in the text; the block behind all matches is empty.
std::size_t end_of(std::span<const Block> blocks) {
  return blocks.size() < 2 ? 0 : blocks[blocks.size() - 2].b + blocks[blocks.size() - 2].length;
}

double weight_in(const Wording& wording, const Range& grains) {
  double sum = 0;
  for (auto i = grains.begin; i < grains.end; ++i) {
    sum += wording.weights[i];
  }
  return sum;
}

/// What stands before a match: behind the one before it, or at the head. What is behind all matches
/// stands before the empty block at the tail.
struct MatchGap {
  Range wanted;  ///< In the wording.
  Range found;   ///< In the text.
  bool head = false;
  bool tail = false;
  bool parted = false;  ///< The matches around it are in different clauses.
};

MatchGap gap_before(std::span<const Block> blocks, std::size_t k, std::span<const Grain> text) {
  const auto& block = blocks[k];
  const auto last = k == 0 ? Block() : blocks[k - 1];
  const auto behind_last = last.b + last.length;
  MatchGap gap;
  gap.head = k == 0;
  gap.tail = block.length == 0;
  gap.wanted = {last.a + last.length, block.a};
  gap.found = beside(text, {behind_last, block.b}, gap.head, gap.tail);
  gap.parted = !gap.head && !gap.tail && has_clause_break(text, behind_last, block.b);
  return gap;
}

/// Whether something else stands in the gap where a part of the wording should. `total` is the
/// weight of all of it.
bool is_replaced(const MatchGap& gap, const Wording& wording, double total) {
  const bool short_or_between = (!gap.head && !gap.tail) || gap.found.size() <= kShortReplacement;
  return !gap.wanted.empty() && !gap.found.empty() && short_or_between &&
         weight_in(wording, gap.wanted) >= kNoticeable * total;
}

}  // namespace

Alignment align(const Wording& wording, const Grains& text, const Range& range, bool asks_denial) {
  const std::span<const Grain> a(wording.grains.list);
  const auto b =
      std::span<const Grain>(text.list).subspan(range.begin, std::min(range.size(), kLongestText));
  const double total = weight_in(wording, {0, wording.weights.size()});
  Alignment result;
  if (total <= 0) {
    return result;
  }
  auto blocks = Aligner(a, b).blocks();
  const bool matches = !blocks.empty();
  blocks.push_back({a.size(), b.size(), 0});
  double matched = 0;
  for (std::size_t k = 0; k < blocks.size(); ++k) {
    const auto& block = blocks[k];
    const auto gap = gap_before(blocks, k, b);
    const bool forbids_alike = gap.head && opens_with_denial(a, gap.wanted) &&
                               (asks_denial || is_forbidden(b, {blocks.front().b, end_of(blocks)}));
    const bool counts = matches && !gap.parted && !forbids_alike;
    const bool is_turned = counts && turned(a, gap.wanted, b, gap.found, gap.head, gap.tail);
    result.turned = result.turned || is_turned;
    if (is_turned || (counts && is_replaced(gap, wording, total))) {
      result.substituted = true;
      result.wanted = gap.wanted;
      result.found = {range.begin + gap.found.begin, range.begin + gap.found.end};
    }
    const bool single = block.length == 1 && a.size() > 1 && a[block.a].type == Grain::Type::han;
    matched += weight_in(wording, {block.a, block.a + block.length}) *
               (single ? kSingleGrain : 1.0) * (gap.parted ? kFarAway : 1.0);
  }
  result.coverage = matched / total * (result.substituted ? kSubstitution : 1.0);
  return result;
}

}  // namespace pith::grading
