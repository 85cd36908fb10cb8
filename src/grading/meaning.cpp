#include "grading/meaning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace pith::grading {
namespace {

constexpr std::size_t kMostWindows = 18;   ///< Stretches of an answer that are encoded.
constexpr std::size_t kNearestOthers = 3;  ///< Background texts that count.
constexpr double kTooNear = 0.55;          ///< A background text this near a point is no stranger.
constexpr std::size_t kAffirming = 2;

/// Frames that affirm or deny a point, `*` for its name.
constexpr std::array<std::string_view, 5> kFramesZh = {"应该做*", "*很有用", "不应该做*",
                                                       "*没有意义", "取消*"};
constexpr std::array<std::string_view, 5> kFramesEn = {"we should do this: *", "* is useful",
                                                       "we should not do this: *", "* is useless",
                                                       "get rid of *"};

bool is_chinese(std::string_view language) {
  return language.substr(0, 2) == "zh";
}

double cosine(const Vector& a, const Vector& b) {
  float sum = 0;
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    sum += a[i] * b[i];
  }
  return static_cast<double>(sum);
}

double nearest(const std::vector<Vector>& vectors, const Vector& to) {
  double best = -1;
  for (const auto& vector : vectors) {
    best = std::max(best, cosine(vector, to));
  }
  return best;
}

void normalise(Vector& vector) {
  const double length = std::sqrt(cosine(vector, vector));
  if (length > 0) {
    for (auto& x : vector) {
      x = static_cast<float>(static_cast<double>(x) / length);
    }
  }
}

std::vector<std::string_view> background_texts(std::string_view language) {
  std::vector<std::string_view> texts;
  auto table = data_table("background");
  const std::string_view wanted = is_chinese(language) ? "zh" : "en";
  while (!table.empty()) {
    const auto end = std::min(table.find('\n'), table.size());
    const auto line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    const auto tab = line.find('\t');
    if (tab != std::string_view::npos && line.substr(0, tab) == wanted) {
      texts.push_back(line.substr(tab + 1));
    }
  }
  return texts;
}

std::string in_frame(std::string_view frame, const std::string& name) {
  const auto star = frame.find('*');
  return std::string(frame.substr(0, star)) + name + std::string(frame.substr(star + 1));
}

/// Collects texts, has them encoded in one go, and hands the centred vectors out.
class Batch {
 public:
  std::size_t add(std::string text) {
    texts_.push_back(text.empty() ? std::string("-") : std::move(text));
    return texts_.size() - 1;
  }

  void encode(const SentenceEncoder& encoder, const Space& space) {
    const std::vector<std::string_view> views(texts_.begin(), texts_.end());
    for (const auto& raw : encoder.encode(views)) {
      vectors_.push_back(space.centred(raw));
    }
  }

  [[nodiscard]] const Vector& operator[](std::size_t i) const { return vectors_[i]; }

 private:
  std::vector<std::string> texts_;
  std::vector<Vector> vectors_;
};

Vector mean_of(const Vector& a, const Vector& b) {
  Vector mean(a);
  for (std::size_t i = 0; i < mean.size(); ++i) {
    mean[i] = (mean[i] + b[i]) / 2;
  }
  return mean;
}

/// The windows worth encoding: clauses first, then parts, then longer runs.
std::vector<std::size_t> chosen_windows(const Segments& segments) {
  std::vector<std::size_t> order(segments.windows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto rank = [&](std::size_t w) {
    const auto& window = segments.windows[w];
    const auto first = segments.clause_at(window.grains.begin);
    const bool one_clause = window.grains.end <= segments.clauses[first].grains.end;
    return one_clause ? (window.whole_clauses ? 0 : 1) : 2;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  order.resize(std::min(order.size(), kMostWindows));
  return order;
}

}  // namespace

Space::Space(const SentenceEncoder& encoder, std::string_view language,
             std::span<const Vector> sample) {
  if (encoder.name() == "e5") {
    const std::string prefix = is_chinese(language) ? "zh" : "en";
    static const auto rows = number_rows(data_table("space"));
    for (const auto& [key, numbers] : rows) {
      if (key == prefix + "-mean") {
        mean_ = numbers;
      } else if (key == prefix + "-direction") {
        directions_.push_back(numbers);
      }
    }
    return;
  }
  mean_.assign(encoder.dimension(), 0.0F);
  for (const auto& vector : sample) {
    for (std::size_t i = 0; i < mean_.size() && i < vector.size(); ++i) {
      mean_[i] += vector[i] / static_cast<float>(sample.size());
    }
  }
}

Vector Space::centred(const Vector& raw) const {
  Vector vector(raw);
  for (std::size_t i = 0; i < vector.size() && i < mean_.size(); ++i) {
    vector[i] -= mean_[i];
  }
  for (const auto& direction : directions_) {
    const auto along = static_cast<float>(cosine(vector, direction));
    for (std::size_t i = 0; i < vector.size(); ++i) {
      vector[i] -= along * direction[i];
    }
  }
  normalise(vector);
  return vector;
}

Meaning::Meaning(const SentenceEncoder& encoder, const Targets& targets,
                 const std::string& question, std::string_view language)
    : encoder_(&encoder) {
  const auto texts = background_texts(language);
  const auto raw_background = encoder.encode(texts);
  space_.emplace_back(encoder, language, raw_background);

  const auto& frames = is_chinese(language) ? kFramesZh : kFramesEn;
  Batch batch;
  batch.add(question);
  for (const auto& target : targets.list) {
    for (const auto& wording : target.wordings) {
      batch.add(wording.text);
    }
    for (const auto frame : frames) {
      batch.add(in_frame(frame, target.wordings[0].text));
    }
  }
  batch.encode(encoder, space_[0]);

  std::size_t at = 0;
  question_ = batch[at++];
  for (const auto& target : targets.list) {
    TargetVectors vectors;
    for (const auto& wording : target.wordings) {
      const auto& vector = batch[at++];
      switch (wording.role) {
        case Wording::Role::name:
        case Wording::Role::accept:
          vectors.names.push_back(vector);
          break;
        case Wording::Role::detail:
          vectors.details.push_back(vector);
          break;
        case Wording::Role::both:
          vectors.both.push_back(vector);
          break;
        case Wording::Role::reject:
          break;
      }
    }
    vectors.affirming = mean_of(batch[at], batch[at + 1]);
    vectors.denying = mean_of(mean_of(batch[at + kAffirming], batch[at + kAffirming + 1]),
                              batch[at + kAffirming + 2]);
    at += frames.size();
    targets_.push_back(std::move(vectors));
  }
  for (const auto& raw : raw_background) {
    auto vector = space_[0].centred(raw);
    const bool stranger = std::all_of(targets_.begin(), targets_.end(), [&](const auto& own) {
      return nearest(own.names, vector) < kTooNear && nearest(own.details, vector) < kTooNear;
    });
    if (stranger) {
      background_.push_back(std::move(vector));
    }
  }
}

double Meaning::background(const Vector& window) const {
  std::array<double, kNearestOthers> best{-1, -1, -1};
  for (const auto& vector : background_) {
    double value = cosine(vector, window);
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

void Meaning::fill(Pair* row, const Targets& targets, const Vector& window) const {
  const double others = background(window);
  const double asked = cosine(window, question_);
  std::vector<double> best(targets_.size());
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    const auto& own = targets_[t];
    const double name = nearest(own.names, window);
    const double detail = own.details.empty() ? name : nearest(own.details, window);
    best[t] = std::max({name, detail, nearest(own.both, window)});
    auto& f = row[t].features;
    f[kNameMeaning] = name - others;
    f[kDetailMeaning] = detail - others;
    f[kBestMeaning] = best[t] - others;
    f[kQuestionMeaning] = asked;
    f[kStance] = cosine(own.affirming, window) - cosine(own.denying, window);
  }
  for (std::size_t t = 0; t < targets_.size(); ++t) {
    double sibling = -1;
    for (std::size_t s = 0; s < targets_.size(); ++s) {
      if (targets.list[s].point != targets.list[t].point) {
        sibling = std::max(sibling, best[s]);
      }
    }
    row[t].features[kMeaningMargin] = sibling > -1 ? best[t] - sibling : 0.0;
  }
}

void Meaning::add_to(PairTable& table, const Targets& targets, const Segments& segments,
                     const Grains& text, std::string_view source,
                     std::span<const Mark> marks) const {
  const auto chosen = chosen_windows(segments);
  Batch batch;
  for (const auto w : chosen) {
    auto grains = segments.windows[w].grains;
    for (const auto& mark : marks) {
      if (mark.cue == Cue::opener && mark.range.begin == grains.begin &&
          mark.range.end < grains.end) {
        grains.begin = mark.range.end;
      }
    }
    const auto span = text.span(grains);
    batch.add(std::string(source.substr(span.begin, span.end - span.begin)));
  }
  batch.encode(*encoder_, space_[0]);
  std::vector<bool> encoded(segments.windows.size(), false);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    encoded[chosen[i]] = true;
    fill(&table.pairs[chosen[i] * table.targets], targets, batch[i]);
  }
  for (std::size_t w = 0; w < encoded.size(); ++w) {
    for (std::size_t t = 0; t < table.targets && !encoded[w]; ++t) {
      table.pairs[w * table.targets + t].is_void = true;
    }
  }
}

}  // namespace pith::grading
