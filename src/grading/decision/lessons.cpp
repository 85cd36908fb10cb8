#include "grading/decision/lessons.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace pith::grading {
namespace {

constexpr double kSameWords = 0.45;     ///< Closeness by words from which a lesson is repeated, …
constexpr double kSameFewWords = 0.75;  ///< … for lessons of few words, which occur by chance, …
constexpr double kSameAfterAll = 0.35;  ///< … and less what other words in the stretch take off:
constexpr double kOtherWords = 0.5;     ///< by their share of it.
constexpr double kFewWords = 2.0;       ///< Weight of content.
constexpr double kSameMeaning = 0.75;   ///< Cosine in the encoder's space.
constexpr double kTelling = 1.0;  ///< Weight of content from which it tells something anywhere.
constexpr double kAdded = 0.2;    ///< Share of other words up to which a stretch was said before.
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

std::vector<std::uint64_t> words_of(const Grains& text) {
  std::vector<std::uint64_t> words;
  for (const auto& grain : text.list) {
    words.push_back(grain.key);
  }
  return words;
}

/// Stems, and pairs of neighbouring characters.
std::unordered_set<std::uint64_t> tokens_of(const Grains& text) {
  std::unordered_set<std::uint64_t> tokens;
  for (const auto& grain : text.list) {
    tokens.insert(grain.stem);
  }
  for (const auto& pair : pairs_of(text)) {
    tokens.insert(pair_key(text.list[pair.begin], text.list[pair.end - 1]));
  }
  return tokens;
}

/// By grain: whether it is in one of the tokens. A character is in a pair, unless it stands alone.
std::vector<bool> known_of(const Grains& text, const std::unordered_set<std::uint64_t>& tokens) {
  std::vector<bool> known(text.list.size(), false);
  std::vector<bool> paired(text.list.size(), false);
  for (const auto& pair : pairs_of(text)) {
    set_flags(paired, pair);
    if (tokens.contains(pair_key(text.list[pair.begin], text.list[pair.end - 1]))) {
      set_flags(known, pair);
    }
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    known[i] = known[i] || (!paired[i] && tokens.contains(text.list[i].stem));
  }
  return known;
}

/// Share of a stretch's content that is not among what is known.
double alien_share(const std::vector<bool>& known, const std::vector<double>& weights,
                   const Range& range) {
  double all = 0;
  double alien = 0;
  for (auto i = range.begin; i < range.end; ++i) {
    all += weights[i];
    alien += known[i] ? 0.0 : weights[i];
  }
  return all > 0 ? alien / all : 0.0;
}

/// The range with all of the clauses that it is in.
Range whole_clauses(const Range& range, const Segments& segments) {
  return {segments.clause_around(range.begin).begin, segments.clause_around(range.end - 1).end};
}

/// The shortest window that has all of the range, else the one that has most of it.
std::size_t window_of(const Range& range, const Segments& segments) {
  const auto fit = [&](const Window& window) {
    const auto begin = std::max(window.grains.begin, range.begin);
    const auto end = std::min(window.grains.end, range.end);
    const auto shared = begin < end ? end - begin : 0;
    return std::pair(shared, -static_cast<std::ptrdiff_t>(window.grains.size()));
  };
  const auto best =
      std::max_element(segments.windows.begin(), segments.windows.end(),
                       [&](const Window& a, const Window& b) { return fit(a) < fit(b); });
  return static_cast<std::size_t>(best - segments.windows.begin());
}

}  // namespace

bool decides_over(const Repetition& a, const Repetition& b) {
  return std::tuple(a.word_for_word, a.closeness, a.lesson) >
         std::tuple(b.word_for_word, b.closeness, b.lesson);
}

Lessons::Lessons(std::span<const LearnedWording> learned, std::string_view question) {
  for (const auto& wording : learned) {
    add(wording);
  }
  const auto asked = grains_of(question);
  for (TokenId token = 0; token < vocabulary_.size(); ++token) {
    weights_.push_back(vocabulary_.base_weight(token));
  }
  for (const auto token : vocabulary_.known(asked)) {
    weights_[token] *= kQuestionFactor;
  }
}

void Lessons::add(const LearnedWording& wording) {
  list_.push_back({wording.point, wording.text, wording.verdict == Verdict::hit,
                   wording.verdict == Verdict::contradicted});
  const auto grains = grains_of(wording.text);
  const auto marks = Lexicon::general().marks_of(grains);
  vocabulary_.add(grains, marks);
  Content content;
  content.words = words_of(grains);
  content.denies = pith::grading::denies(marks, grains.whole());
  for (const auto& occurrence : vocabulary_.occurrences(grains)) {
    auto& tokens = occurrence.range.size() == 1 ? content.singles : content.pairs;
    if (occurrence.strength == 1.0F &&
        std::find(tokens.begin(), tokens.end(), occurrence.token) == tokens.end()) {
      tokens.push_back(occurrence.token);
    }
  }
  contents_.push_back(std::move(content));
  const auto said = grains_of(wording.said);
  sources_.push_back({words_of(said), tokens_of(said)});
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

std::vector<float> Lessons::present_in(std::span<const Occurrence> occurrences,
                                       const Range& range) const {
  std::vector<float> present(vocabulary_.size(), 0.0F);
  const auto first =
      std::ranges::lower_bound(occurrences, range.begin, {},
                               [](const Occurrence& occurrence) { return occurrence.range.begin; });
  for (auto at = first; at != occurrences.end() && at->range.begin < range.end; ++at) {
    if (at->range.end <= range.end) {
      present[at->token] = std::max(present[at->token], at->strength);
    }
  }
  return present;
}

std::vector<bool> Lessons::known_in(const Content& content, const Grains& text,
                                    std::span<const Occurrence> occurrences) {
  std::vector<bool> known(text.list.size(), false);
  for (const auto& occurrence : occurrences) {
    const auto& tokens = occurrence.range.size() == 1 ? content.singles : content.pairs;
    if (std::find(tokens.begin(), tokens.end(), occurrence.token) != tokens.end()) {
      set_flags(known, occurrence.range);
    }
  }
  return known;
}

bool Lessons::may_repeat(std::size_t lesson, double closeness) const {
  const double weight = weight_of(contents_[lesson].singles, weights_);
  return weight > 0 && closeness >= (weight < kFewWords ? kSameFewWords : kSameWords);
}

std::vector<Repetition> Lessons::repetitions(const Passage& answer,
                                             std::span<const Vector> meanings) const {
  const auto& [text, marks, segments] = answer;
  std::vector<Repetition> found;
  if (empty()) {
    return found;
  }
  for (std::size_t l = 0; l < list_.size(); ++l) {
    if (const auto same = word_for_word(l, answer)) {
      found.push_back(*same);
    }
  }
  const auto occurrences = vocabulary_.occurrences(text);
  const auto weights = grain_weights(text, marks);
  std::vector<std::vector<bool>> known;  // By lesson.
  for (const auto& content : contents_) {
    known.push_back(known_in(content, text, occurrences));
  }
  for (std::size_t w = 0; w < segments.windows.size(); ++w) {
    const auto& range = segments.windows[w].grains;
    const auto present = present_in(occurrences, range);
    const bool denied = denies(marks, range);
    for (std::size_t l = 0; l < list_.size(); ++l) {
      const auto& content = contents_[l];
      if (denied != content.denies || range.size() > kLonger * content.words.size() + kLongerBy) {
        continue;
      }
      const double words = closeness(content, present);
      const bool meant = l < vectors_.size() && w < meanings.size() && !vectors_[l].empty() &&
                         cosine(vectors_[l], meanings[w]) >= kSameMeaning;
      if (meant || (may_repeat(l, words) &&
                    words - kOtherWords * alien_share(known[l], weights, range) >= kSameAfterAll)) {
        found.push_back({l, w, words, false});
      }
    }
  }
  return found;
}

std::optional<Repetition> Lessons::word_for_word(std::size_t lesson, const Passage& answer) const {
  const auto& [text, marks, segments] = answer;
  const auto& content = contents_[lesson];
  const auto words = words_of(text);
  if (content.words.empty() || segments.windows.empty()) {
    return std::nullopt;
  }
  const bool same_answer = words == sources_[lesson].words;
  const bool tells = weight_of(content.singles, weights_) >= kTelling;
  auto at = words.begin();
  while ((at = std::search(at, words.end(), content.words.begin(), content.words.end())) !=
         words.end()) {
    const auto begin = static_cast<std::size_t>(at++ - words.begin());
    const Range range{begin, begin + content.words.size()};
    const auto clauses = whole_clauses(range, segments);
    // What stands around it may turn it into the opposite, or be all that gives it a meaning.
    if (same_answer ||
        ((tells || range == clauses) && denies(marks, clauses) == denies(marks, range))) {
      return Repetition{lesson, window_of(range, segments), 1.0, true};
    }
  }
  return same_answer
             ? std::optional(Repetition{lesson, window_of({0, words.size()}, segments), 1.0, true})
             : std::nullopt;
}

std::vector<bool> Lessons::said_before(const Repetition& repetition, const Passage& answer) const {
  const auto& [text, marks, segments] = answer;
  const auto& source = sources_[repetition.lesson];
  const auto weights = grain_weights(text, marks);
  const auto known = known_of(text, source.tokens);
  std::vector<bool> said;
  for (const auto& window : segments.windows) {
    said.push_back(source.words.empty()
                       ? segments.windows[repetition.window].grains.touches(window.grains)
                       : alien_share(known, weights, window.grains) <= kAdded);
  }
  return said;
}

}  // namespace pith::grading
