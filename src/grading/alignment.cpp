#include "grading/alignment.h"

#include <algorithm>
#include <vector>

namespace pith::grading {
namespace {

constexpr double kSingleGrain = 0.6;   ///< A match of one character says less.
constexpr double kSubstitution = 0.3;  ///< Factor of the coverage where something was replaced …
constexpr double kNoticeable = 0.15;   ///< … that weighs at least this share of the wording.
constexpr std::size_t kShortReplacement = 2;
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

}  // namespace

Alignment align(const Wording& wording, const Grains& text, const Range& range) {
  const std::span<const Grain> a(wording.grains.list);
  const auto b =
      std::span<const Grain>(text.list).subspan(range.begin, std::min(range.size(), kLongestText));
  double total = 0;
  for (const double weight : wording.weights) {
    total += weight;
  }
  Alignment result;
  if (total <= 0) {
    return result;
  }
  const auto weight_between = [&](std::size_t begin, std::size_t end) {
    double sum = 0;
    for (auto i = begin; i < end; ++i) {
      sum += wording.weights[i];
    }
    return sum;
  };
  auto blocks = Aligner(a, b).blocks();
  blocks.push_back({a.size(), b.size(), 0});
  Block last;
  double matched = 0;
  for (std::size_t k = 0; k < blocks.size(); ++k) {
    const auto& block = blocks[k];
    const Range wanted{last.a + last.length, block.a};
    const Range found{last.b + last.length, block.b};
    const bool between = k > 0 && block.length > 0;
    const bool is_short = found.size() <= kShortReplacement;
    const bool replaced = !wanted.empty() && !found.empty() && (between || is_short) &&
                          blocks.size() > 1 &&
                          weight_between(wanted.begin, wanted.end) >= kNoticeable * total;
    const bool joined = between && any_negation(b.subspan(found.begin, found.size())) !=
                                       any_negation(a.subspan(wanted.begin, wanted.size()));
    if (replaced || joined) {
      result.substituted = true;
      result.wanted = wanted;
      result.found = {range.begin + found.begin, range.begin + found.end};
    }
    matched += weight_between(block.a, block.a + block.length) *
               (block.length == 1 && block.a + 1 != a.size() + 1 && a.size() > 1 &&
                        a[block.a].type == Grain::Type::han
                    ? kSingleGrain
                    : 1.0);
    last = block;
  }
  result.coverage = matched / total * (result.substituted ? kSubstitution : 1.0);
  return result;
}

}  // namespace pith::grading
