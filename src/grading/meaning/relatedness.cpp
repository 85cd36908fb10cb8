#include "grading/meaning/relatedness.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <tuple>

#include "grading/words/vector.h"

namespace pith::grading {
namespace {

using Role = Wording::Role;

/// Any two words of a language are somewhat alike; from here on they have to do with one another.
constexpr float kUnrelated = 0.3F;

/// (0, 1] for words that have to do with one another, no more than 0 for others.
float relatedness(float likeness) {
  return (likeness - kUnrelated) * (1.0F / (1.0F - kUnrelated));
}

void add(MeanVector& sum, const KnownWord& word) {
  for (std::size_t i = 0; i < sum.size(); ++i) {
    sum[i] += word.weight * word.scale * static_cast<float>(word.vector[i]);
  }
}

MeanVector normalised(MeanVector vector) {
  const float length = std::sqrt(dot(vector, vector));
  for (auto& value : vector) {
    value = length > 0 ? value / length : 0.0F;
  }
  return vector;
}

MeanVector mean_of(std::span<const KnownWord> words) {
  MeanVector sum{};
  for (const auto& word : words) {
    add(sum, word);
  }
  return normalised(sum);
}

/// The windows by their beginning, the shorter of two first.
std::vector<std::size_t> by_beginning(std::span<const Window> windows) {
  std::vector<std::size_t> order(windows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(windows[a].grains.begin, windows[a].grains.end, a) <
           std::tuple(windows[b].grains.begin, windows[b].grains.end, b);
  });
  return order;
}

/// The number of the word in the item, to which it is added if it is not there.
std::size_t number_of(const KnownWord& word, RelatedWords& item) {
  const auto found = std::find_if(item.words.begin(), item.words.end(), [&](const KnownWord& it) {
    return it.vector == word.vector && it.weight == word.weight;
  });
  const auto number = static_cast<std::size_t>(found - item.words.begin());
  if (found == item.words.end()) {
    item.words.push_back(word);
    item.weights.push_back(word.weight);
    item.owners.emplace_back();
  }
  return number;
}

/// One answer seen beside the words of an item.
class Comparison {
 public:
  Comparison(const RelatedWords& item, const Targets& targets, const Grains& text)
      : item_(item),
        targets_(targets),
        answer_(known_words(text)),
        nearest_(item.words.size(), 0.0F) {
    for (const auto& word : answer_) {
      find_near(word);
      end_.push_back(near_.size());
    }
    nearest_own_.assign(item.targets.size(), std::vector<float>(answer_.size(), 0.0F));
    for (std::size_t a = 0; a < answer_.size(); ++a) {
      for (const auto& [i, value] : near(a)) {
        for (const auto target : item.owners[i]) {
          nearest_own_[target][a] = std::max(nearest_own_[target][a], value);
        }
      }
    }
  }

  /// Sets the features of these stretches of grains, as one, in the pairs that begin at `row`.
  /// Cheap for a stretch that only goes on from the end of the one before.
  void compare(std::span<const Range> stretches, Pair* row) {
    const auto words = words_in(stretches);
    look_at(words);
    const auto mean = normalised(sum_);
    for (std::size_t t = 0; t < item_.targets.size(); ++t) {
      auto& f = row[t].features;
      set_recalls(item_.targets[t], f);
      f[kRelatedShare] = share(nearest_own_[t], words);
      f[kRelatedMean] = static_cast<double>(dot(mean, item_.targets[t].mean));
      f[kRelatedQuestion] = static_cast<double>(dot(mean, item_.question));
    }
    set_margins(targets_, row, kRelatedBest, kRelatedMargin);
    set_margins(targets_, row, kRelatedMean, kRelatedMeanMargin);
  }

  /// How near the stretches' words are to any of the item's, by their weight, [0, 1].
  [[nodiscard]] double nearness(std::span<const Range> stretches) const {
    std::vector<float> nearest(answer_.size(), 0.0F);
    for (const auto& own : nearest_own_) {
      for (std::size_t a = 0; a < nearest.size(); ++a) {
        nearest[a] = std::max(nearest[a], own[a]);
      }
    }
    return share(nearest, words_in(stretches));
  }

 private:
  struct Near {
    std::uint32_t word = 0;  ///< Of the item.
    float value = 0.0F;
  };

  /// Brings nearest_ and sum_ to these words.
  void look_at(std::span<const Range> words) {
    const bool goes_on =
        words.size() == 1 && seen_ && seen_->begin == words[0].begin && seen_->end <= words[0].end;
    if (!goes_on) {
      nearest_.assign(item_.words.size(), 0.0F);
      sum_ = {};
    }
    for (const auto& [begin, end] : words) {
      for (auto a = goes_on ? seen_->end : begin; a < end; ++a) {
        for (const auto& [i, value] : near(a)) {
          nearest_[i] = std::max(nearest_[i], value);
        }
        add(sum_, answer_[a]);
      }
    }
    seen_ = words.size() == 1 ? std::optional(words[0]) : std::nullopt;
  }

  /// Every word is written down, and the next one over it if it is not near: one in ten is, and a
  /// branch that guesses wrong costs more.
  void find_near(const KnownWord& word) {
    auto count = near_.size();
    near_.resize(count + item_.blocks.size() * WordBlock::kWords);
    std::uint32_t number = 0;
    for (const auto& block : item_.blocks) {
      for (const float value : likeness(word, block)) {
        near_[count] = {number++, relatedness(value)};
        count += near_[count].value > 0 ? 1U : 0U;
      }
    }
    near_.resize(count);
  }

  /// What the item has that is related to a word of the answer.
  [[nodiscard]] std::span<const Near> near(std::size_t word) const {
    const auto begin = word == 0 ? 0 : end_[word - 1];
    return std::span(near_).subspan(begin, end_[word] - begin);
  }

  [[nodiscard]] std::vector<Range> words_in(std::span<const Range> stretches) const {
    const auto before = [](const KnownWord& word, std::size_t at) {
      return word.grains.begin < at;
    };
    std::vector<Range> words;
    for (const auto& grains : stretches) {
      const auto first = std::lower_bound(answer_.begin(), answer_.end(), grains.begin, before);
      const auto last = std::lower_bound(first, answer_.end(), grains.end, before);
      words.push_back({static_cast<std::size_t>(first - answer_.begin()),
                       static_cast<std::size_t>(last - answer_.begin())});
    }
    return words;
  }

  /// How near the stretch comes to the wording's words, by their weight, [0, 1].
  [[nodiscard]] double recall(const RelatedWords::InWording& wording) const {
    float near = 0;
    for (const auto i : wording.words) {
      near += item_.weights[i] * nearest_[i];
    }
    return wording.weight > 0 ? static_cast<double>(near / wording.weight) : 0.0;
  }

  void set_recalls(const RelatedWords::InTarget& target, Features& f) const {
    bool has_detail = false;
    for (const auto& wording : target.wordings) {
      const double value = recall(wording);
      f[kRelatedBest] = std::max(f[kRelatedBest], value);
      if (wording.role == Role::detail) {
        f[kRelatedDetail] = std::max(f[kRelatedDetail], value);
        has_detail = true;
      } else if (wording.role != Role::both) {
        f[kRelatedName] = std::max(f[kRelatedName], value);
      }
    }
    f[kRelatedDetail] = has_detail ? f[kRelatedDetail] : f[kRelatedName];
  }

  [[nodiscard]] double share(const std::vector<float>& nearest,
                             std::span<const Range> words) const {
    float near = 0;
    float all = 0;
    for (const auto& [begin, end] : words) {
      for (auto a = begin; a < end; ++a) {
        near += answer_[a].weight * nearest[a];
        all += answer_[a].weight;
      }
    }
    return all > 0 ? static_cast<double>(near / all) : 0.0;
  }

  const RelatedWords& item_;
  const Targets& targets_;
  std::vector<KnownWord> answer_;
  std::vector<Near> near_;                       ///< In the order of the answer's words.
  std::vector<std::size_t> end_;                 ///< In near_, by word of the answer.
  std::vector<std::vector<float>> nearest_own_;  ///< By target and word of the answer.
  // Of the words looked at:
  std::vector<float> nearest_;  ///< By word of the item.
  MeanVector sum_{};
  std::optional<Range> seen_;  ///< They are these and no others.
};

}  // namespace

RelatedWords related_words_of(const Targets& targets) {
  RelatedWords item;
  item.question = mean_of(known_words(targets.question));
  for (std::size_t t = 0; t < targets.list.size(); ++t) {
    const auto& target = targets.list[t];
    auto& in = item.targets.emplace_back();
    MeanVector sum{};
    for (const auto& wording : target.wordings) {
      if (!wording.states()) {
        continue;
      }
      auto& entry = in.wordings.emplace_back(RelatedWords::InWording{wording.role, {}, 0.0F});
      for (const auto& word : known_words(wording.grains)) {
        const auto number = number_of(word, item);
        entry.words.push_back(number);
        entry.weight += word.weight;
        if (wording.defines()) {
          auto& owners = item.owners[number];
          if (owners.empty() || owners.back() != t) {
            owners.push_back(t);
          }
          add(sum, word);
        }
      }
    }
    in.mean = normalised(sum);
  }
  item.blocks = blocks_of(item.words);
  return item;
}

void add_relatedness(PairTable& table, const RelatedWords& item, const Targets& targets,
                     const Segments& segments, const Grains& text) {
  Comparison comparison(item, targets, text);
  for (const auto w : by_beginning(segments.windows)) {
    comparison.compare({&segments.windows[w].grains, 1}, &table.pairs[w * table.targets]);
  }
  for (auto& whole : table.wholes) {
    const auto stretches = segments.grains_of(whole.view.runs);
    comparison.compare(stretches, whole.row.data());
    whole.related = comparison.nearness(stretches);
  }
}

}  // namespace pith::grading
