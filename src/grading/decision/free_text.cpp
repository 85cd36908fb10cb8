#include "grading/decision/free_text.h"

#include <algorithm>
#include <map>

#include "grading/decision/decision.h"
#include "grading/decision/only_asks.h"
#include "grading/decision/verdicts.h"
#include "grading/meaning/word_vectors.h"
#include "grading/reason.h"
#include "grading/score.h"
#include "grading/stretches/topics.h"
#include "grading/words/giving_up.h"

namespace pith::grading {
namespace {

/// Parts of an answer times targets. Each part is in up to three windows, and each window has half
/// a kilobyte for every target: some 200 MB. Nobody means a thousand clauses against a hundred
/// points.
constexpr std::size_t kMostParts = 150'000;

/// Where an answer of too many parts is cut: before the clause with the first that is too many.
std::optional<std::size_t> end_of_what_is_read(const Segments& segments, const Grains& text,
                                               std::size_t targets) {
  const auto most = std::max(kMostParts / std::max(targets, std::size_t{1}), std::size_t{1});
  if (segments.parts.size() <= most) {
    return std::nullopt;
  }
  const auto begin = segments.parts[most].begin;
  const auto clause = segments.clause_around(begin).begin;
  return text.span({clause > 0 ? clause : begin, begin + 1}).begin;
}

/// A general word (不是, over) is no slip for another one that sounds or begins like it (布式,
/// overtaking), nor is a word that the table knows (right) one for another (sight).
void take_known_words_as_written(Grains& text, std::span<const Mark> marks) {
  for (const auto& mark : marks) {
    for (auto i = mark.range.begin; mark.range.size() > 1 && i < mark.range.end; ++i) {
      text.list[i].pinyin = 0;
    }
    if (mark.range.size() == 1 && (mark.cue == Cue::stop || mark.cue == Cue::generic)) {
      text.list[mark.range.begin].may_relate = false;
    }
  }
  for (const auto& word : known_words(text)) {
    for (auto i = word.grains.begin; i < word.grains.end; ++i) {
      text.list[i].may_slip = false;
    }
  }
}

/// Probability that a stretch which repeats a learned wording states the point.
constexpr double kLearned = 0.95;
/// Probability from which what an answer adds earns a point that it was ruled not to state.
constexpr double kEarned = 0.5;

/// Whether some stretch has most of what one of the points is called, or one that does not give up
/// has something of a point.
bool names_a_point(const Analysis& analysis) {
  constexpr double kNamed = 0.7;
  constexpr double kTouched = 0.1;
  const auto& windows = analysis.segments.windows;
  const auto gives_up = [&](const Range& range) {
    return has_cue(analysis.marks, Cue::dont_know, range) ||
           has_cue(analysis.marks, Cue::skip, range);
  };
  for (std::size_t w = 0; w < windows.size(); ++w) {
    const double least = gives_up(windows[w].grains) ? kNamed : kTouched;
    for (std::size_t t = 0; t < analysis.table.targets; ++t) {
      if (analysis.table.at(w, t).features[kBestRecall] >= least) {
        return true;
      }
    }
  }
  return false;
}

/// An answer that says nothing but that it has none.
std::optional<Range> gives_up(const Analysis& analysis) {
  const auto words = giving_up(analysis.text, analysis.marks);
  return words && !names_a_point(analysis) ? words : std::nullopt;
}

Grade nothing(std::size_t points, const Reason& reason) {
  Grade grade;
  for (std::size_t p = 0; p < points; ++p) {
    PointResult result;
    result.reason = reason;
    grade.points.push_back(std::move(result));
  }
  return grade;
}

}  // namespace

FreeTextGrader::FreeTextGrader(const deck::Item& item, const Options& options,
                               std::span<const LearnedWording> learned)
    : targets_(targets_of(item, options.use_accept, options.encoder != nullptr, learned)),
      related_words_(related_words_of(targets_)),
      lessons_(learned, item.question),
      weights_(weights_of(item)) {
  for (const auto& point : item.points) {
    names_.push_back(point.name);
  }
  if (options.encoder != nullptr) {
    meaning_ = std::make_unique<Meaning>(*options.encoder, targets_, item.question, item.language);
    lessons_.encode(*options.encoder, *space_of(*options.encoder, item.language));
  }
}

Analysis FreeTextGrader::analyse(std::string_view answer) const {
  Analysis analysis;
  std::vector<Vector> meanings;
  analysis.text = grains_of(answer);
  analysis.marks = Lexicon::general().marks_of(analysis.text);
  take_known_words_as_written(analysis.text, analysis.marks);
  const auto occurrences = targets_.vocabulary.occurrences(analysis.text);
  analysis.segments =
      segments_of(analysis.text, analysis.marks,
                  topic_changes(targets_, analysis.text, occurrences), Pauses::guessed);
  if (const auto end =
          end_of_what_is_read(analysis.segments, analysis.text, targets_.list.size())) {
    auto beginning = analyse(answer.substr(0, *end));
    beginning.cut = true;
    return beginning;
  }
  Presence presence(targets_, occurrences);
  const Heard heard{analysis.passage(), targets_, presence};
  analysis.polarity = polarity_of(heard);
  analysis.table = pairs_of(heard, analysis.polarity);
  add_relatedness(analysis.table, related_words_, targets_, analysis.segments, analysis.text);
  if (meaning_ != nullptr && !analysis.segments.windows.empty()) {
    meanings = meaning_->add_to(analysis.table, targets_, analysis.segments, analysis.text, answer,
                                analysis.marks);
    analysis.by_meaning = true;
  }
  analysis.repetitions = lessons_.repetitions(analysis.passage(), meanings);
  add_overruled(analysis);
  return analysis;
}

void FreeTextGrader::add_overruled(Analysis& analysis) const {
  std::vector<std::optional<Repetition>> deciding(lessons_.list().size());
  for (const auto& repetition : analysis.repetitions) {
    auto& best = deciding[repetition.lesson];
    if (!lessons_.list()[repetition.lesson].states && (!best || decides_over(repetition, *best))) {
      best = repetition;
    }
  }
  for (const auto& repetition : deciding) {
    if (!repetition) {
      continue;
    }
    analysis.overruled.push_back(
        {*repetition, lessons_.said_before(*repetition, analysis.passage())});
    const auto& range = analysis.segments.windows[repetition->window].grains;
    for (std::size_t t = 0; t < targets_.list.size(); ++t) {
      if (targets_.list[t].point == lessons_.list()[repetition->lesson].point) {
        auto& voids = analysis.polarity.voids[t];
        voids.insert(voids.begin(), {range, reason::kOverruled, range, {}, nullptr});
      }
    }
  }
}

void FreeTextGrader::withdraw(const Analysis& analysis, std::vector<Belief>& beliefs) const {
  std::map<std::size_t, const Repetition*> deciding;
  for (const auto& overruled : analysis.overruled) {
    auto& best = deciding[lessons_.list()[overruled.repetition.lesson].point];
    if (best == nullptr || decides_over(overruled.repetition, *best)) {
      best = &overruled.repetition;
    }
  }
  for (const auto& [point, repetition] : deciding) {
    const auto& lesson = lessons_.list()[repetition->lesson];
    auto left = believed(analysis, without_overruled(analysis, point));
    for (std::size_t t = 0; t < beliefs.size(); ++t) {
      if (targets_.list[t].point == point) {
        beliefs[t] = left[t].probability >= kEarned ? left[t] : Belief{};
        beliefs[t].overruled = true;
        beliefs[t].opposite = lesson.contradicts ? &lesson.text : nullptr;
      }
    }
  }
}

PairTable FreeTextGrader::without_overruled(const Analysis& analysis, std::size_t point) const {
  auto table = analysis.table;
  for (const auto& [repetition, said_before] : analysis.overruled) {
    if (lessons_.list()[repetition.lesson].point != point) {
      continue;
    }
    for (std::size_t i = 0; i < table.pairs.size(); ++i) {
      const bool own = targets_.list[i % table.targets].point == point;
      table.pairs[i].is_void |= own && said_before[i / table.targets];
    }
  }
  return table;
}

void FreeTextGrader::apply_lessons(const Analysis& analysis, std::vector<Belief>& beliefs) const {
  std::vector<const Repetition*> deciding(targets_.points, nullptr);
  for (const auto& repetition : analysis.repetitions) {
    const auto& lesson = lessons_.list()[repetition.lesson];
    const bool taken_back = std::any_of(
        analysis.overruled.begin(), analysis.overruled.end(), [&](const Overruled& overruled) {
          return lessons_.list()[overruled.repetition.lesson].point == lesson.point &&
                 overruled.said_before[repetition.window] &&
                 decides_over(overruled.repetition, repetition);
        });
    auto& best = deciding[lesson.point];
    if (lesson.states && !taken_back && (best == nullptr || decides_over(repetition, *best))) {
      best = &repetition;
    }
  }
  for (std::size_t t = 0; t < beliefs.size(); ++t) {
    if (const auto* repetition = deciding[targets_.list[t].point]) {
      beliefs[t].probability = std::max(beliefs[t].probability, kLearned);
      beliefs[t].window = repetition->window;
      beliefs[t].learned = &lessons_.list()[repetition->lesson].text;
    }
  }
}

std::vector<Belief> FreeTextGrader::believed(const Analysis& analysis,
                                             const PairTable& table) const {
  auto beliefs = beliefs_of(targets_, table, analysis.segments, analysis.by_meaning);
  if (analysis.by_meaning && is_reference(targets_)) {
    // The network of meanings lives on how points differ; of one alone that of words knows more,
    // and has two thirds of the say.
    const auto by_words = beliefs_of(targets_, table, analysis.segments, false);
    for (std::size_t t = 0; t < beliefs.size(); ++t) {
      beliefs[t].probability = (beliefs[t].probability + 2 * by_words[t].probability) / 3;
    }
  }
  return beliefs;
}

std::vector<Belief> FreeTextGrader::beliefs(const Analysis& analysis) const {
  auto beliefs = believed(analysis, analysis.table);
  withdraw(analysis, beliefs);
  apply_lessons(analysis, beliefs);
  return beliefs;
}

Grade FreeTextGrader::grade(std::string_view answer) const {
  const auto analysis = analyse(answer);
  auto grade = grade_of(analysis, answer);
  grade.cut = analysis.cut;
  return grade;
}

Grade FreeTextGrader::grade_of(const Analysis& analysis, std::string_view answer) const {
  if (analysis.text.list.empty()) {
    return nothing(targets_.points, {reason::kEmpty, {}});
  }
  if (const auto words = gives_up(analysis)) {
    const auto span = analysis.text.span(*words);
    return nothing(
        targets_.points,
        {reason::kDontKnow, {std::string(answer.substr(span.begin, span.end - span.begin))}});
  }
  if (analysis.repetitions.empty() && only_asks(analysis.passage(), targets_.question)) {
    return nothing(targets_.points, {reason::kAbsent, {}});
  }
  const auto beliefs = this->beliefs(analysis);
  Grade grade;
  grade.points = verdicts_of(targets_, analysis, beliefs, names_, answer);
  grade.score = score_of(grade.points, weights_);
  return grade;
}

}  // namespace pith::grading
