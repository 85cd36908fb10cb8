#include "grading/words/cues.h"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <string>

namespace pith::grading {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Cue::count)> kCueNames = {
    "spare",     "negate",  "needless",  "judge",   "abolish",     "skip",       "correct",
    "prefer",    "instead", "dissent",   "only",    "consequence", "bound",      "reason",
    "condition", "harm",    "mishap",    "remedy",  "objection",   "doing",      "forbid",
    "asks",      "taboo",   "ban",       "permit",  "averse",      "lack",       "forgets",
    "several",   "also",    "otherwise", "report",  "turn",        "pronoun",    "all",
    "rest",      "hedge",   "subject",   "command", "opener",      "connective", "conjunction",
    "joined",    "whole",   "generic",   "stop",    "dont-know"};

}  // namespace

std::string_view name_of(Cue cue) {
  return kCueNames.at(static_cast<std::size_t>(cue));
}

Cue cue_named(std::string_view name) {
  const auto found = std::find(kCueNames.begin(), kCueNames.end(), name);
  if (found == kCueNames.end()) {
    throw std::invalid_argument("unknown kind of cue: " + std::string(name));
  }
  return static_cast<Cue>(found - kCueNames.begin());
}

std::span<const Mark>::iterator mark_from(std::span<const Mark> marks, std::size_t grain) {
  return std::lower_bound(marks.begin(), marks.end(), grain,
                          [](const Mark& mark, std::size_t at) { return mark.range.begin < at; });
}

bool has_cue(std::span<const Mark> marks, Cue cue, const Range& range) {
  for (auto mark = mark_from(marks, range.begin);
       mark != marks.end() && mark->range.begin < range.end; ++mark) {
    if (mark->cue == cue) {
      return true;
    }
  }
  return false;
}

Range without_openers(const Range& range, std::span<const Mark> marks) {
  auto rest = range;
  for (auto mark = mark_from(marks, rest.begin);
       mark != marks.end() && mark->range.begin <= rest.begin; ++mark) {
    if (mark->cue == Cue::opener && mark->range.begin == rest.begin && mark->range.end < rest.end) {
      rest.begin = mark->range.end;
    }
  }
  return rest;
}

bool bears_on_polarity(Cue cue) {
  return cue <= Cue::only;
}

std::vector<Mark> working_marks(std::span<const Mark> marks) {
  std::vector<Mark> chosen;
  std::size_t free_from = 0;
  for (std::size_t i = 0; i < marks.size();) {
    const auto at = marks[i].range.begin;
    std::optional<Mark> longest;
    for (; i < marks.size() && marks[i].range.begin == at; ++i) {
      const bool longer = !longest || marks[i].range.end > longest->range.end;
      if (bears_on_polarity(marks[i].cue) && longer) {
        longest = marks[i];
      }
    }
    if (longest && at >= free_from) {
      chosen.push_back(*longest);
      free_from = longest->range.end;
    }
  }
  return chosen;
}

bool denies(std::span<const Mark> marks, const Range& range) {
  const auto working = working_marks({mark_from(marks, range.begin), mark_from(marks, range.end)});
  return std::any_of(working.begin(), working.end(), [](const Mark& mark) {
    return mark.cue == Cue::negate || mark.cue == Cue::needless || mark.cue == Cue::judge ||
           mark.cue == Cue::abolish || mark.cue == Cue::instead || mark.cue == Cue::prefer;
  });
}

}  // namespace pith::grading
