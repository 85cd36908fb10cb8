#include "grading/meaning.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace pith::grading {
namespace {

constexpr std::size_t kMostWindows = 18;    ///< Stretches of an answer that are encoded.
constexpr std::size_t kMostContext = 1500;  ///< Bytes of an answer that are read at once.
constexpr std::size_t kNearestOthers = 3;   ///< Background texts that count.
constexpr double kTooNear = 0.55;           ///< A background text this near a point is no stranger.
constexpr double kFarFromOpposite = -0.5;   ///< Farther from it makes no difference.
constexpr std::size_t kAffirming = 2;

/// Frames that affirm or deny a point, `*` for its name.
constexpr std::array<std::string_view, 5> kFramesZh = {"应该做*", "*很有用", "不应该做*",
                                                       "*没有意义", "取消*"};
constexpr std::array<std::string_view, 5> kFramesEn = {"we should do this: *", "* is useful",
                                                       "we should not do this: *", "* is useless",
                                                       "get rid of *"};

double nearest(const std::vector<Vector>& vectors, const Vector& to) {
  double best = -1;
  for (const auto& vector : vectors) {
    best = std::max(best, cosine(vector, to));
  }
  return best;
}

std::string in_frame(std::string_view frame, const std::string& name) {
  const auto star = frame.find('*');
  return std::string(frame.substr(0, star)) + name + std::string(frame.substr(star + 1));
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

std::string or_dash(std::string text) {
  return text.empty() ? std::string("-") : std::move(text);
}

const std::array<std::string_view, 5>& frames_of(std::string_view language) {
  return is_chinese(language) ? kFramesZh : kFramesEn;
}

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

/// What is encoded of an item: the question, then every target's wordings and frames.
std::vector<std::string> texts_of(const Targets& targets, const std::string& question,
                                  std::string_view language) {
  std::vector<std::string> texts = {or_dash(question)};
  for (const auto& target : targets.list) {
    for (const auto& wording : target.wordings) {
      texts.push_back(or_dash(wording.text));
    }
    for (const auto frame : frames_of(language)) {
      texts.push_back(in_frame(frame, target.wordings[0].text));
    }
  }
  return texts;
}

/// What is encoded of windows: their words as typed, without an opener.
std::vector<std::string> texts_of(const std::vector<std::size_t>& windows, const Segments& segments,
                                  const Grains& text, std::string_view source,
                                  std::span<const Mark> marks) {
  std::vector<std::string> texts;
  for (const auto w : windows) {
    auto grains = segments.windows[w].grains;
    for (const auto& mark : marks) {
      if (mark.cue == Cue::opener && mark.range.begin == grains.begin &&
          mark.range.end < grains.end) {
        grains.begin = mark.range.end;
      }
    }
    const auto span = text.span(grains);
    texts.push_back(or_dash(std::string(source.substr(span.begin, span.end - span.begin))));
  }
  return texts;
}

/// The parts of an answer's beginning as they are typed, each with the marks up to the next.
std::vector<std::string_view> pieces_of(const Segments& segments, const Grains& text,
                                        std::string_view source) {
  std::vector<std::string_view> pieces;
  for (std::size_t p = 0; p < segments.parts.size(); ++p) {
    const auto own = text.span(segments.parts[p]);
    const auto next =
        p + 1 < segments.parts.size() ? text.span(segments.parts[p + 1]).begin : own.end;
    auto end = std::max(own.end, next);
    if (end - text.span(segments.parts[0]).begin > kMostContext) {
      break;
    }
    while (end > own.end && (source[end - 1] == ' ' || source[end - 1] == '\n')) {
      --end;
    }
    pieces.push_back(source.substr(own.begin, end - own.begin));
  }
  return pieces;
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
  const auto vectors = centred_vectors(encoder, *space_, texts_of(targets, question, language));
  std::size_t at = 0;
  question_ = vectors[at++];
  for (const auto& target : targets.list) {
    TargetVectors own;
    for (const auto& wording : target.wordings) {
      const auto& vector = vectors[at++];
      switch (wording.role) {
        case Wording::Role::name:
        case Wording::Role::accept:
          own.names.push_back(vector);
          break;
        case Wording::Role::detail:
          own.details.push_back(vector);
          break;
        case Wording::Role::both:
          own.both.push_back(vector);
          break;
        case Wording::Role::reject:
          own.opposites.push_back(vector);
          break;
      }
    }
    own.affirming = mean_of(vectors[at], vectors[at + 1]);
    own.denying = mean_of(mean_of(vectors[at + kAffirming], vectors[at + kAffirming + 1]),
                          vectors[at + kAffirming + 2]);
    at += frames_of(language).size();
    targets_.push_back(std::move(own));
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
  const auto pieces = pieces_of(segments, text, source);
  const auto read = encoder_->read(pieces);
  const auto compared = tokens_.compare(read);
  const auto chosen = chosen_windows(segments);
  const auto texts = texts_of(chosen, segments, text, source, marks);
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

void expect_item(const SentenceEncoder& encoder, const deck::Item& item,
                 std::span<const LearnedWording> learned) {
  if (item.kind == deck::Kind::points) {
    const auto targets = targets_of(item, true, learned);
    encoder.expect_reading(readings_of(targets, item.question, item.language));
    auto texts = texts_of(targets, item.question, item.language);
    for (const auto& wording : learned) {
      if (wording.verdict == Verdict::hit) {
        texts.push_back(wording.text);
      }
    }
    encoder.expect(std::move(texts));
  }
}

void expect_answer(const SentenceEncoder& encoder, std::string_view half_typed) {
  // Another letter would belong to the clause that is being typed, or begin a new one.
  const auto source = std::string(half_typed) + "x";
  const auto text = grains_of(source);
  const auto marks = Lexicon::general().marks_of(text);
  const auto segments = segments_of(text, marks);
  if (segments.clauses.size() < 2) {
    return;
  }
  const auto unfinished = segments.clauses.back().grains.begin;
  auto windows = chosen_windows(segments);
  std::erase_if(windows,
                [&](std::size_t w) { return segments.windows[w].grains.end > unfinished; });
  encoder.expect(texts_of(windows, segments, text, source, marks));
}

}  // namespace pith::grading
