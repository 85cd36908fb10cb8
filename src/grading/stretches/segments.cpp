#include "grading/stretches/segments.h"

#include <algorithm>

#include "grading/words/boundaries.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongRun = 22;         ///< Han characters (or words) without punctuation …
constexpr std::size_t kLongRunWords = 14;    ///< … beyond which speech is cut at connectives.
constexpr std::size_t kShortRun = 12;        ///< Chinese of so many characters is cut there, too,
constexpr std::size_t kLeastSaid = 4;        ///< if so much stands on both sides.
constexpr std::size_t kBreathless = 28;      ///< Grains of a run that is cut at pauses as well …
constexpr std::size_t kLongClause = 18;      ///< … until none of its clauses is longer,
constexpr std::size_t kShortClause = 5;      ///< or shorter than this,
constexpr double kLeastPause = -1.0;         ///< or no pause has these log-odds.
constexpr double kTopicOdds = 1.0;           ///< What a change of topic adds to them.
constexpr std::size_t kLongestWindow = 120;  ///< Grains.
constexpr std::size_t kTurnReach = 5;    ///< A turn opens a chunk this near the head of its clause.
constexpr std::size_t kLeastDenied = 2;  ///< Grains between a denial and a turn that corrects it.
constexpr std::size_t kMostDenied = 8;
constexpr std::size_t kMostJoinedClauses = 3;

bool is_han(const Grain& grain) {
  return grain.type == Grain::Type::han;
}

/// The strength of every break, with spaces between Han characters read as clause breaks.
std::vector<Break> breaks_of(const Grains& text) {
  std::vector<Break> breaks;
  breaks.reserve(text.list.size());
  for (std::size_t i = 0; i < text.list.size(); ++i) {
    auto strength = text.list[i].before;
    if (strength == Break::space) {
      const bool han = i > 0 && is_han(text.list[i]) && is_han(text.list[i - 1]);
      strength = han ? Break::clause : Break::none;
    }
    breaks.push_back(i == 0 ? Break::sentence : strength);
  }
  return breaks;
}

/// By grain: whether what a denial bears on begins there, in Chinese (别再去…).
std::vector<bool> denied_heads(const Grains& text, std::span<const Mark> marks) {
  std::vector<bool> heads(text.list.size() + 1, false);
  for (const auto& mark : marks) {
    if (mark.cue == Cue::negate && is_han(text.list[mark.range.begin])) {
      std::fill(heads.begin() + static_cast<std::ptrdiff_t>(mark.range.begin) + 1,
                heads.begin() + static_cast<std::ptrdiff_t>(mark.range.end) + 1, true);
    }
  }
  return heads;
}

/// Log-odds by grain of a run: that a clause begins there.
std::vector<double> odds_in(const Range& run, const Grains& text, const std::vector<bool>& denied,
                            std::span<const Break> breaks) {
  const auto& boundaries = Boundaries::general();
  std::vector<double> odds(run.size(), kLeastPause);
  for (auto at = run.begin + 1; at < run.end; ++at) {
    const double topic = breaks[at] == Break::part ? kTopicOdds : 0.0;
    odds[at - run.begin] = denied[at] ? kLeastPause : boundaries.odds(text, at) + topic;
  }
  return odds;
}

/// Cuts what is still long of a run where a pause is likeliest, again and again.
void cut_at_pauses(const Range& run, std::span<const double> odds, std::vector<Break>& breaks) {
  for (auto begin = run.begin; begin < run.end;) {
    auto end = begin + 1;
    while (end < run.end && breaks[end] < Break::clause) {
      ++end;
    }
    auto best = begin;
    for (auto at = begin + kShortClause; end - begin > kLongClause && at + kShortClause <= end;
         ++at) {
      const double least = best == begin ? kLeastPause : odds[best - run.begin];
      best = odds[at - run.begin] > least ? at : best;
    }
    if (best == begin) {
      begin = end;
    } else {
      breaks[best] = Break::clause;
    }
  }
}

/// Cuts runs without punctuation before connectives, where the topic changes and at pauses.
void cut_long_runs(const Grains& text, std::span<const Mark> marks,
                   std::span<const TopicChange> topic_changes, Pauses pauses,
                   std::vector<Break>& breaks) {
  const auto denied = denied_heads(text, marks);
  std::size_t begin = 0;
  std::size_t next_mark = 0;
  while (begin < breaks.size()) {
    std::size_t end = begin + 1;
    std::size_t han = 0;
    while (end < breaks.size() && breaks[end] < Break::clause) {
      han += is_han(text.list[end]) ? 1U : 0U;
      ++end;
    }
    const bool is_long = han > kLongRun || (end - begin - han) > kLongRunWords;
    const auto is_cut_at = [&](std::size_t at) {
      return is_long ? at > begin
                     : han >= kShortRun && at >= begin + kLeastSaid && at + kLeastSaid <= end;
    };
    for (auto change = std::ranges::lower_bound(topic_changes, begin + 1, {}, &TopicChange::grain);
         change != topic_changes.end() && change->grain < end; ++change) {
      if (is_long || change->listed) {
        breaks[change->grain] = std::max(breaks[change->grain], Break::part);
      }
    }
    for (; next_mark < marks.size() && marks[next_mark].range.begin < end; ++next_mark) {
      const auto at = marks[next_mark].range.begin;
      if (marks[next_mark].cue == Cue::connective && is_cut_at(at) && !denied[at]) {
        breaks[at] = Break::clause;
      }
    }
    if (pauses == Pauses::guessed && end - begin > kBreathless) {
      cut_at_pauses({begin, end}, odds_in({begin, end}, text, denied, breaks), breaks);
    }
    begin = end;
  }
}

/// No cue stands in two clauses: what a blank or a guessed pause would cut (出 事) stays whole.
void join_cues(const Grains& text, std::span<const Mark> marks, std::vector<Break>& breaks) {
  for (const auto& mark : marks) {
    for (auto at = mark.range.begin + 1; at < mark.range.end; ++at) {
      if (breaks[at] == Break::clause && text.list[at].before < Break::clause) {
        breaks[at] = Break::none;
      }
    }
  }
}

/// What is not wanted (rent rather than buy) is a part of its own. By grain: whether such a part
/// begins there.
std::vector<bool> cut_alternatives(std::span<const Mark> marks, std::vector<Break>& breaks) {
  std::vector<bool> begins(breaks.size(), false);
  for (const auto& mark : marks) {
    if (mark.cue == Cue::instead) {
      breaks[mark.range.begin] = std::max(breaks[mark.range.begin], Break::part);
      begins[mark.range.begin] = true;
    }
  }
  return begins;
}

/// What is put in the place of something denied (not X but Y) is a part of its own; nobody but X is
/// no such thing.
void cut_corrections(std::span<const Mark> marks, std::vector<Break>& breaks) {
  std::size_t denied_to = breaks.size();
  std::size_t at = 0;
  for (const auto& mark : marks) {
    for (; at <= mark.range.begin; ++at) {
      denied_to = breaks[at] < Break::clause ? denied_to : breaks.size();
    }
    const auto denied = mark.range.begin - std::min(denied_to, mark.range.begin);
    if (mark.cue == Cue::turn && denied >= kLeastDenied && denied <= kMostDenied) {
      breaks[mark.range.begin] = std::max(breaks[mark.range.begin], Break::part);
    }
    denied_to = mark.cue == Cue::negate ? mark.range.end : denied_to;
  }
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
  auto breaks = breaks_of(text);
  cut_long_runs(text, marks, topic_changes, pauses, breaks);
  join_cues(text, marks, breaks);
  cut_corrections(marks, breaks);
  const auto unwanted = cut_alternatives(marks, breaks);
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
  add_windows(out, unwanted);
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
