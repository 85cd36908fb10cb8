#include "grading/meaning/meaning.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "grading/meaning/encoded_texts.h"

namespace pith::grading {
namespace {

constexpr std::size_t kNearestOthers = 3;  ///< Background texts that count.
constexpr double kTooNear = 0.55;          ///< A background text this near a point is no stranger.
constexpr double kFarFromOpposite = -0.5;  ///< Farther from it makes no difference.

double nearest(const std::vector<Vector>& vectors, const Vector& to) {
  double best = -1;
  for (const auto& vector : vectors) {
    best = std::max(best, cosine(vector, to));
  }
  return best;
}

/// The centred vectors of the texts, encoded in one go.
std::vector<Vector> centred_vectors(const SentenceEncoder& encoder, const Space& space,
                                    const std::vector<std::string>& texts) {
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  auto vectors = encoder.encode(views);
  for (auto& vector : vectors) {
    vector = space.centred(vector);
  }
  return vectors;
}

Vector mean_of(const Vector& a, const Vector& b) {
  Vector mean(a);
  for (std::size_t i = 0; i < mean.size(); ++i) {
    mean[i] = (mean[i] + b[i]) / 2;
  }
  return mean;
}

/// The mean of the vectors of runs of texts, by their bytes; empty if not all have one, or there
/// are none.
template <typename Text>
Vector mean_of(std::span<const Range> runs, const std::vector<Text>& texts,
               const std::vector<Vector>& vectors) {
  Vector sum;
  for (const auto& [begin, end] : runs) {
    if (end > vectors.size()) {
      return {};
    }
    for (auto t = begin; t < end; ++t) {
      sum.resize(vectors[t].size(), 0.0F);
      for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += vectors[t][i] * static_cast<float>(texts[t].size());
      }
    }
  }
  normalise(sum);
  return sum;
}

/// What of the runs lies before `end`.
std::vector<Range> up_to(std::size_t end, std::span<const Range> runs) {
  std::vector<Range> result;
  for (const auto& run : runs) {
    if (run.begin < end) {
      result.push_back({run.begin, std::min(run.end, end)});
    }
  }
  return result;
}

/// Which of the chosen windows are in the view, as runs of one.
std::vector<Range> windows_in(const View& view, const std::vector<std::size_t>& chosen,
                              const Segments& segments) {
  std::vector<Range> result;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (view.has(segments.windows[chosen[i]])) {
      result.push_back({i, i + 1});
    }
  }
  return result;
}

}  // namespace

Meaning::Meaning(const SentenceEncoder& encoder, const Targets& targets,
                 const std::string& question, std::string_view language)
    : encoder_(&encoder),
      space_(space_of(encoder, language)),
      tokens_(encoder, *space_, targets, question, language) {
  const auto vectors =
      centred_vectors(encoder, *space_, texts_of_item(targets, question, language));
  question_ = vectors.front();
  std::span<const Vector> rest(vectors.begin() + 1, vectors.end());
  for (const auto& target : targets.list) {
    const auto size = target.wordings.size() + kAffirmingFrames + kDenyingFrames;
    targets_.push_back(vectors_of(target, rest.first(size)));
    rest = rest.subspan(size);
  }
  for (const auto& vector : space_->background()) {
    const bool stranger = std::all_of(targets_.begin(), targets_.end(), [&](const auto& own) {
      return nearest(own.names, vector) < kTooNear && nearest(own.details, vector) < kTooNear;
    });
    if (stranger) {
      background_.push_back(&vector);
    }
  }
}

Meaning::TargetVectors Meaning::vectors_of(const Target& target, std::span<const Vector> vectors) {
  TargetVectors own;
  for (std::size_t w = 0; w < target.wordings.size(); ++w) {
    switch (target.wordings[w].role) {
      case Wording::Role::name:
      case Wording::Role::accept:
        own.names.push_back(vectors[w]);
        break;
      case Wording::Role::detail:
        own.details.push_back(vectors[w]);
        break;
      case Wording::Role::both:
        own.both.push_back(vectors[w]);
        break;
      case Wording::Role::reject:
        own.opposites.push_back(vectors[w]);
        break;
    }
  }
  const auto frames = vectors.subspan(target.wordings.size());
  const auto denying = frames.subspan(kAffirmingFrames);
  own.affirming = mean_of(frames[0], frames[1]);
  own.denying = mean_of(mean_of(denying[0], denying[1]), denying[2]);
  return own;
}

double Meaning::background(const Vector& window) const {
  std::array<double, kNearestOthers> best{-1, -1, -1};
  for (const auto* vector : background_) {
    double value = cosine(*vector, window);
    for (auto& slot : best) {
      if (value > slot) {
        std::swap(value, slot);
      }
    }
  }
  return background_.size() < kNearestOthers
             ? 0.0
             : std::accumulate(best.begin(), best.end(), 0.0) / static_cast<double>(kNearestOthers);
}

double Meaning::opposed(const TargetVectors& own, const Vector& window, double best) {
  return own.opposites.empty() ? 0.0
                               : std::max(kFarFromOpposite, nearest(own.opposites, window) - best);
}

void Meaning::fill(Pair* row, const Targets& targets, const Vector& window) const {
  const double others = background(window);
  const double asked = cosine(window, question_);
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    const auto& own = targets_[t];
    const double name = nearest(own.names, window);
    const double detail = own.details.empty() ? name : nearest(own.details, window);
    auto& f = row[t].features;
    f[kNameMeaning] = name - others;
    f[kDetailMeaning] = detail - others;
    const double best = std::max({name, detail, nearest(own.both, window)});
    f[kBestMeaning] = best - others;
    f[kOpposedMeaning] = opposed(own, window, best);
    f[kQuestionMeaning] = asked;
    f[kStance] = cosine(own.affirming, window) - cosine(own.denying, window);
  }
  set_margins(targets, row, kBestMeaning, kMeaningMargin);
}

void Meaning::fill_in_context(Pair* row, const Targets& targets, const Vector& window) const {
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    const auto& own = targets_[t];
    auto& f = row[t].features;
    f[kNameInContext] = nearest(own.names, window);
    f[kDetailInContext] = own.details.empty() ? f[kNameInContext] : nearest(own.details, window);
    f[kBestInContext] =
        std::max({f[kNameInContext], f[kDetailInContext], nearest(own.both, window)});
    f[kQuestionInContext] = cosine(window, question_);
    f[kOpposedInContext] = opposed(own, window, f[kBestInContext]);
  }
  set_margins(targets, row, kBestInContext, kMarginInContext);
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    auto& f = row[t].features;
    for (std::size_t depth = 0; depth < kTokenDepths; ++depth) {
      f[at_depth(depth, kTokensName)] = f[kNameInContext];
      f[at_depth(depth, kTokensDetail)] = f[kDetailInContext];
      f[at_depth(depth, kTokensAll)] = f[kBestInContext];
      f[at_depth(depth, kTokensMargin)] = f[kMarginInContext];
      f[at_depth(depth, kTokensBack)] = f[kBestInContext];
    }
  }
}

void Meaning::fill_tokens(Pair* row, const Targets& targets, const TokenMatch::Answer& answer,
                          std::span<const Range> runs) const {
  for (std::size_t depth = 0; depth < kTokenDepths; ++depth) {
    for (std::size_t t = 0; t < targets_.size(); ++t) {
      if (answer.knows(t)) {
        const auto shares = answer.shares(t, runs, depth);
        auto& f = row[t].features;
        f[at_depth(depth, kTokensName)] = shares.name;
        f[at_depth(depth, kTokensDetail)] = shares.detail;
        f[at_depth(depth, kTokensAll)] = shares.all;
        f[at_depth(depth, kTokensBack)] = shares.back;
      }
    }
    set_margins(targets, row, at_depth(depth, kTokensAll), at_depth(depth, kTokensMargin));
  }
}

std::vector<Vector> Meaning::add_to(PairTable& table, const Targets& targets,
                                    const Segments& segments, const Grains& text,
                                    std::string_view source, std::span<const Mark> marks) const {
  const auto pieces = parts_as_typed(segments, text, source);
  const auto read = encoder_->read(pieces);
  const auto compared = tokens_.compare(read);
  const auto chosen = chosen_windows(segments);
  const auto texts = texts_of_windows(chosen, segments, text, source, marks);
  auto vectors = centred_vectors(*encoder_, *space_, texts);
  const auto fill_read = [&](Pair* row, std::span<const Range> runs, const Vector& otherwise) {
    const auto vector = mean_of(runs, pieces, read.parts);
    if (!vector.empty()) {
      fill_in_context(row, targets, space_->centred(vector));
      fill_tokens(row, targets, compared, runs);
    } else if (!otherwise.empty()) {
      fill_in_context(row, targets, otherwise);
    }
  };
  for (auto& whole : table.wholes) {
    const auto runs = up_to(read.parts.size(), whole.view.runs);
    const auto own = windows_in(whole.view, chosen, segments);
    fill_read(whole.row.data(), runs, mean_of(own, texts, vectors));
    whole.alike = compared.nearness(runs);
  }
  std::vector<Vector> by_window(segments.windows.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    auto* row = &table.pairs[chosen[i] * table.targets];
    fill(row, targets, vectors[i]);
    fill_read(row, {&segments.windows[chosen[i]].parts, 1}, vectors[i]);
    by_window[chosen[i]] = std::move(vectors[i]);
  }
  for (std::size_t w = 0; w < by_window.size(); ++w) {
    for (std::size_t t = 0; t < table.targets && by_window[w].empty(); ++t) {
      table.pairs[w * table.targets + t].is_void = true;
    }
  }
  return by_window;
}

}  // namespace pith::grading
