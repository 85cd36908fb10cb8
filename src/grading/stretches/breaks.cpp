#include "grading/stretches/breaks.h"

#include <algorithm>

#include "grading/words/boundaries.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongRun = 22;       ///< Han characters (or words) without punctuation …
constexpr std::size_t kLongRunWords = 14;  ///< … beyond which speech is cut at connectives.
constexpr std::size_t kShortRun = 12;      ///< Chinese of so many characters is cut there, too,
constexpr std::size_t kLeastSaid = 4;      ///< if so much stands on both sides.
constexpr std::size_t kBreathless = 28;    ///< Grains of a run that is cut at pauses as well …
constexpr std::size_t kLongClause = 18;    ///< … until none of its clauses is longer,
constexpr std::size_t kShortClause = 5;    ///< or shorter than this,
constexpr double kLeastPause = -1.0;       ///< or no pause has these log-odds.
constexpr double kTopicOdds = 1.0;         ///< What a change of topic adds to them.
constexpr std::size_t kLeastDenied = 2;    ///< Grains between a denial and a turn that corrects it.
constexpr std::size_t kMostDenied = 8;

bool is_han(const Grain& grain) {
  return grain.type == Grain::Type::han;
}

/// As written, with spaces between Han characters read as clause breaks.
std::vector<Break> written_breaks(const Grains& text) {
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
      set_flags(heads, {mark.range.begin + 1, mark.range.end + 1});
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

/// What is not wanted (rent rather than buy) is a part of its own.
void cut_alternatives(std::span<const Mark> marks, std::vector<Break>& breaks) {
  for (const auto& mark : marks) {
    if (mark.cue == Cue::instead) {
      breaks[mark.range.begin] = std::max(breaks[mark.range.begin], Break::part);
    }
  }
}

}  // namespace

std::vector<Break> breaks_in(const Grains& text, std::span<const Mark> marks,
                             std::span<const TopicChange> topic_changes, Pauses pauses) {
  auto breaks = written_breaks(text);
  cut_long_runs(text, marks, topic_changes, pauses, breaks);
  join_cues(text, marks, breaks);
  cut_corrections(marks, breaks);
  cut_alternatives(marks, breaks);
  return breaks;
}

}  // namespace pith::grading
