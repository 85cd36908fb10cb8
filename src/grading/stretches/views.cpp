#include "grading/stretches/views.h"

#include <algorithm>

namespace pith::grading {
namespace {

constexpr double kNamed = 0.95;             ///< Recall of a name that is all there.
constexpr std::size_t kMostPairs = 20'000;  ///< Of windows and targets, to be seen in many views.

struct Sentence {
  Range grains;
  Range parts;
  bool asked = false;
  std::vector<std::size_t> points;  ///< That it says word for word, if any.
};

std::vector<Sentence> sentences_of(const Passage& answer) {
  const auto asked = questions_in(answer);
  std::vector<Sentence> sentences;
  for (const auto& clause : answer.segments.clauses) {
    if (clause.sentence == sentences.size()) {
      sentences.push_back({clause.grains, clause.parts, asked[sentences.size()], {}});
    }
    sentences.back().grains.end = clause.grains.end;
    sentences.back().parts.end = clause.parts.end;
  }
  return sentences;
}

bool stands_at(std::size_t begin, const Wording& wording, const Grains& text) {
  const auto& own = wording.grains.list;
  return !own.empty() && own.size() <= text.list.size() - begin &&
         same_words(own, text.in({begin, begin + own.size()}));
}

/// Notes the point at the sentences from `first` on that are the wording, if there are such.
void note(const Wording& wording, std::size_t point, const Grains& text, std::size_t first,
          std::vector<Sentence>& sentences) {
  const auto begin = sentences[first].grains.begin;
  if (!wording.defines() || !stands_at(begin, wording, text)) {
    return;
  }
  const auto end = begin + wording.grains.list.size();
  auto last = first;
  while (sentences[last].grains.end < end) {
    ++last;
  }
  for (auto s = first; s <= last && sentences[last].grains.end == end; ++s) {
    auto& points = sentences[s].points;
    if (points.empty() || points.back() != point) {
      points.push_back(point);
    }
  }
}

/// A sentence that says one point may name another.
bool names(const Sentence& sentence, const Target& target, Presence& presence) {
  presence.look_at(sentence.grains);
  return best_recall(target, presence, {Wording::Role::name, Wording::Role::accept}).value >=
         kNamed;
}

View view_for(const Target& target, const std::vector<Sentence>& sentences, Presence& presence) {
  View view;
  for (const auto& sentence : sentences) {
    const auto& said = sentence.points;
    if (!said.empty() && !sentence.asked &&
        std::find(said.begin(), said.end(), target.point) == said.end() &&
        !names(sentence, target, presence)) {
      continue;
    }
    if (!view.runs.empty() && view.runs.back().end == sentence.parts.begin) {
      view.runs.back().end = sentence.parts.end;
    } else {
      view.runs.push_back(sentence.parts);
    }
  }
  return view;
}

}  // namespace

bool View::has(const Window& window) const {
  return any_touches(runs, window.parts);
}

std::vector<View> views_of(const Heard& heard) {
  const auto& targets = heard.targets;
  auto sentences = sentences_of(heard);
  const bool is_long = heard.segments.windows.size() * targets.list.size() > kMostPairs;
  for (std::size_t s = 0; s < sentences.size() && !is_long; ++s) {
    for (const auto& target : targets.list) {
      for (const auto& wording : target.wordings) {
        note(wording, target.point, heard.text, s, sentences);
      }
    }
  }
  std::vector<View> views;
  for (std::size_t t = 0; t < targets.list.size(); ++t) {
    auto view = view_for(targets.list[t], sentences, heard.presence);
    auto known = std::find_if(views.begin(), views.end(),
                              [&](const View& other) { return other.runs == view.runs; });
    if (known == views.end()) {
      known = views.insert(known, std::move(view));
    }
    known->targets.push_back(t);
  }
  return views;
}

}  // namespace pith::grading
