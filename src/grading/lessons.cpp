#include "grading/lessons.h"

#include <algorithm>

namespace pith::grading {
namespace {

constexpr double kSameWords = 0.5;      ///< Closeness by words from which a lesson is repeated …
constexpr double kSameFewWords = 0.75;  ///< … and for lessons of few words, which occur by chance.
constexpr double kFewWords = 2.0;       ///< Weight of content.
constexpr double kSameMeaning = 0.75;   ///< Cosine in the encoder's space.
constexpr double kQuestionFactor = 0.1;  ///< What words of the question weigh.
/// A stretch much longer than the lesson has its words by chance.
constexpr std::size_t kLonger = 3;
constexpr std::size_t kLongerBy = 6;

double weight_of(const std::vector<TokenId>& tokens, const std::vector<double>& weights) {
  double sum = 0;
  for (const auto token : tokens) {
    sum += weights[token];
  }
  return sum;
}

double present_share(const std::vector<TokenId>& tokens, const std::vector<double>& weights,
                     const std::vector<float>& present) {
  double found = 0;
  for (const auto token : tokens) {
    found += weights[token] * static_cast<double>(present[token]);
  }
  const double all = weight_of(tokens, weights);
  return all > 0 ? found / all : 0.0;
}

}  // namespace

Lessons::Lessons(std::span<const LearnedWording> learned, std::string_view question) {
  for (const auto& wording : learned) {
    if (wording.verdict == Verdict::contradicted) {
      continue;
    }
    list_.push_back({wording.point, wording.text, wording.verdict == Verdict::hit});
    const auto grains = grains_of(wording.text);
    const auto marks = Lexicon::general().marks_of(grains);
    vocabulary_.add(grains, marks);
    Content content;
    content.size = grains.list.size();
    content.denies = pith::grading::denies(marks, {0, grains.list.size()});
    for (const auto& occurrence : vocabulary_.occurrences(grains, marks)) {
      auto& tokens = occurrence.range.size() == 1 ? content.singles : content.pairs;
      if (occurrence.strength == 1.0F &&
          std::find(tokens.begin(), tokens.end(), occurrence.token) == tokens.end()) {
        tokens.push_back(occurrence.token);
      }
    }
    contents_.push_back(std::move(content));
  }
  const auto asked = grains_of(question);
  for (TokenId token = 0; token < vocabulary_.size(); ++token) {
    weights_.push_back(vocabulary_.base_weight(token));
  }
  for (const auto token : vocabulary_.known(asked, Lexicon::general().marks_of(asked))) {
    weights_[token] *= kQuestionFactor;
  }
}

void Lessons::encode(const SentenceEncoder& encoder, const Space& space) {
  std::vector<std::string_view> texts;
  for (const auto& lesson : list_) {
    if (lesson.states) {
      texts.push_back(lesson.text);
    }
  }
  if (texts.empty()) {
    return;
  }
  const auto raw = encoder.encode(texts);
  auto next = raw.begin();
  vectors_.resize(list_.size());
  for (std::size_t i = 0; i < list_.size(); ++i) {
    if (list_[i].states) {
      vectors_[i] = space.centred(*next++);
    }
  }
}

double Lessons::closeness(const Content& content, const std::vector<float>& present) const {
  const double singles = present_share(content.singles, weights_, present);
  if (content.pairs.empty()) {
    return singles;
  }
  return (singles + present_share(content.pairs, weights_, present)) / 2;
}

std::vector<Repetition> Lessons::repetitions(const Grains& text, std::span<const Mark> marks,
                                             const Segments& segments,
                                             std::span<const Vector> meanings) const {
  std::vector<Repetition> found;
  if (empty()) {
    return found;
  }
  const auto occurrences = vocabulary_.occurrences(text, marks);
  for (std::size_t w = 0; w < segments.windows.size(); ++w) {
    const auto& range = segments.windows[w].grains;
    std::vector<float> present(vocabulary_.size(), 0.0F);
    for (const auto& [where, token, strength] : occurrences) {
      if (where.begin >= range.begin && where.end <= range.end) {
        present[token] = std::max(present[token], strength);
      }
    }
    const bool denied = denies(marks, range);
    for (std::size_t l = 0; l < list_.size(); ++l) {
      const auto& content = contents_[l];
      if (denied != content.denies || range.size() > kLonger * content.size + kLongerBy) {
        continue;
      }
      const double words = closeness(content, present);
      const double weight = weight_of(content.singles, weights_);
      const bool meant = l < vectors_.size() && w < meanings.size() && !vectors_[l].empty() &&
                         cosine(vectors_[l], meanings[w]) >= kSameMeaning;
      if (meant || (weight > 0 && words >= (weight < kFewWords ? kSameFewWords : kSameWords))) {
        found.push_back({l, w, words});
      }
    }
  }
  return found;
}

}  // namespace pith::grading
