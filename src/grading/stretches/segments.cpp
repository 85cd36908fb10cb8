#include "grading/stretches/segments.h"

#include <algorithm>

namespace pith::grading {
namespace {

constexpr std::size_t kLongestWindow = 120;  ///< Grains.
constexpr std::size_t kTurnReach = 5;  ///< A turn opens a chunk this near the head of its clause.
constexpr std::size_t kMostJoinedClauses = 3;

/// By grain: whether a part that is not wanted (rent rather than buy) begins there.
std::vector<bool> unwanted_in(std::size_t count, std::span<const Mark> marks) {
  std::vector<bool> begins(count, false);
  for (const auto& mark : marks) {
    if (mark.cue == Cue::instead) {
      begins[mark.range.begin] = true;
    }
  }
  return begins;
}

/// Which grains are conjunctions between parts: 和, and. Words that merely contain one are not.
std::vector<bool> conjunctions_of(std::size_t count, std::span<const Mark> marks) {
  std::vector<bool> result(count, false);
  for (const auto cue : {Cue::conjunction, Cue::joined, Cue::spare}) {
    for (const auto& mark : marks) {
      if (mark.cue == cue) {
        std::fill(result.begin() + static_cast<std::ptrdiff_t>(mark.range.begin),
                  result.begin() + static_cast<std::ptrdiff_t>(mark.range.end),
                  cue == Cue::conjunction);
      }
    }
  }
  return result;
}

void add_clause(Segments& out, const Range& grains, std::size_t sentence,
                std::span<const Break> breaks, const std::vector<bool>& conjunction) {
  const auto first = out.parts.size();
  std::size_t begin = grains.begin;
  const auto close = [&](std::size_t end) {
    if (end > begin) {
      out.parts.push_back({begin, end});
    }
  };
  for (std::size_t i = grains.begin; i < grains.end; ++i) {
    if (i > grains.begin && breaks[i] == Break::part) {
      close(i);
      begin = i;
    }
    if (conjunction[i]) {
      close(i);
      begin = i + 1;
    }
  }
  close(grains.end);
  if (out.parts.size() == first) {
    out.parts.push_back(grains);
  }
  out.clauses.push_back({grains, {first, out.parts.size()}, sentence, 0});
}

void number_chunks(Segments& out, std::span<const Mark> marks) {
  std::size_t chunk = 0;
  auto mark = marks.begin();
  for (std::size_t c = 0; c < out.clauses.size(); ++c) {
    auto& clause = out.clauses[c];
    const auto head = std::min(clause.grains.end, clause.grains.begin + kTurnReach);
    bool turns = false;
    for (; mark != marks.end() && mark->range.begin < clause.grains.end; ++mark) {
      turns = turns || (mark->cue == Cue::turn && mark->range.begin < head);
    }
    if (c > 0 && (turns || !out.goes_on_at(c))) {
      ++chunk;
    }
    clause.chunk = chunk;
  }
}

/// Clauses, the parts of a clause that has several and wants them, runs of two and three clauses,
/// sentences.
void add_windows(Segments& out, const std::vector<bool>& unwanted) {
  const auto add = [&out](const Range& parts, bool whole) {
    const auto grains = out.grains_of(parts);
    if (grains.size() <= kLongestWindow || parts.size() == 1) {
      out.windows.push_back({parts, grains, whole});
    }
  };
  for (std::size_t c = 0; c < out.clauses.size(); ++c) {
    const auto& parts = out.clauses[c].parts;
    add(parts, true);
    for (std::size_t p = parts.begin; parts.size() > 1 && p < parts.end; ++p) {
      if (!unwanted[out.parts[p].begin]) {
        add({p, p + 1}, false);
      }
    }
    std::size_t last = c + 1;
    for (; out.goes_on_at(last); ++last) {
      if (last - c < kMostJoinedClauses) {
        add({parts.begin, out.clauses[last].parts.end}, true);
      }
    }
    if (!out.goes_on_at(c) && last - c > kMostJoinedClauses) {
      add({parts.begin, out.clauses[last - 1].parts.end}, true);
    }
  }
}

/// Where the answer begins to say something: behind clauses that only lead up to it ("Okay. ",
/// 嗯，). 0 where nothing else follows.
std::size_t behind_preamble(std::span<const Mark> marks, const std::vector<Break>& breaks) {
  std::size_t begin = 0;
  std::size_t at = 0;
  while (at < breaks.size()) {
    const auto mark = std::find_if(mark_from(marks, at), marks.end(), [&](const Mark& m) {
      return m.range.begin > at || m.cue == Cue::preamble;
    });
    if (mark == marks.end() || mark->range.begin > at) {
      return begin;
    }
    at = mark->range.end;
    if (at < breaks.size() && breaks[at] >= Break::clause) {
      begin = at;
    }
  }
  return 0;
}

}  // namespace

std::size_t Segments::clause_at(std::size_t grain) const {
  const auto after =
      std::upper_bound(clauses.begin(), clauses.end(), grain,
                       [](std::size_t g, const Clause& clause) { return g < clause.grains.begin; });
  return static_cast<std::size_t>(std::max(after, clauses.begin() + 1) - clauses.begin()) - 1;
}

std::size_t Segments::first_of_sentence(std::size_t clause) const {
  while (goes_on_at(clause)) {
    --clause;
  }
  return clause;
}

std::size_t Segments::last_of_sentence(std::size_t clause) const {
  while (goes_on_at(clause + 1)) {
    ++clause;
  }
  return clause;
}

std::vector<Range> Segments::grains_of(std::span<const Range> runs) const {
  std::vector<Range> grains;
  for (const auto& run : runs) {
    grains.push_back(grains_of(run));
  }
  return grains;
}

Segments segments_of(const Grains& text, std::span<const Mark> marks,
                     std::span<const TopicChange> topic_changes, Pauses pauses) {
  Segments out;
  if (text.list.empty()) {
    return out;
  }
  const auto breaks = breaks_in(text, marks, topic_changes, pauses);
  const auto conjunction = conjunctions_of(text.list.size(), marks);
  std::size_t sentence = 0;
  auto begin = behind_preamble(marks, breaks);
  for (auto i = begin + 1; i <= breaks.size(); ++i) {
    if (i < breaks.size() && breaks[i] < Break::clause) {
      continue;
    }
    add_clause(out, {begin, i}, sentence, breaks, conjunction);
    begin = i;
    sentence += i < breaks.size() && breaks[i] == Break::sentence ? 1U : 0U;
  }
  number_chunks(out, marks);
  add_windows(out, unwanted_in(text.list.size(), marks));
  return out;
}

bool Passage::has_any(std::initializer_list<Cue> cues, const Range& range) const {
  return std::ranges::any_of(cues, [&](Cue cue) { return has(cue, range); });
}

std::vector<bool> questions_in(const Passage& passage) {
  const auto& [text, marks, segments] = passage;
  std::vector<bool> asked(segments.sentences(), false);
  for (const auto& clause : segments.clauses) {
    const auto last = clause.grains.end;
    const auto after = text.list[last - 1].to;
    const auto next = last < text.list.size() ? text.list[last].from
                                              : static_cast<std::uint32_t>(text.folded.text.size());
    const auto gap = std::u32string_view(text.folded.text).substr(after, next - after);
    asked[clause.sentence] = gap.find(U'?') != std::u32string_view::npos;
  }
  return asked;
}

}  // namespace pith::grading
