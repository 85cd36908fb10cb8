#include "grading/words/cues.h"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "base/in_order.h"

namespace pith::grading {
namespace {

constexpr auto kCueNames = std::to_array<std::pair<Cue, std::string_view>>({
    {Cue::spare, "spare"},
    {Cue::negate, "negate"},
    {Cue::needless, "needless"},
    {Cue::judge, "judge"},
    {Cue::abolish, "abolish"},
    {Cue::skip, "skip"},
    {Cue::correct, "correct"},
    {Cue::prefer, "prefer"},
    {Cue::instead, "instead"},
    {Cue::dissent, "dissent"},
    {Cue::only, "only"},
    {Cue::consequence, "consequence"},
    {Cue::bound, "bound"},
    {Cue::reason, "reason"},
    {Cue::condition, "condition"},
    {Cue::harm, "harm"},
    {Cue::mishap, "mishap"},
    {Cue::remedy, "remedy"},
    {Cue::objection, "objection"},
    {Cue::doing, "doing"},
    {Cue::forbid, "forbid"},
    {Cue::asks, "asks"},
    {Cue::asks_when, "asks_when"},
    {Cue::taboo, "taboo"},
    {Cue::ban, "ban"},
    {Cue::permit, "permit"},
    {Cue::averse, "averse"},
    {Cue::lack, "lack"},
    {Cue::seldom, "seldom"},
    {Cue::forgets, "forgets"},
    {Cue::several, "several"},
    {Cue::also, "also"},
    {Cue::otherwise, "otherwise"},
    {Cue::report, "report"},
    {Cue::phrasal, "phrasal"},
    {Cue::turn, "turn"},
    {Cue::pronoun, "pronoun"},
    {Cue::all, "all"},
    {Cue::rest, "rest"},
    {Cue::hedge, "hedge"},
    {Cue::subject, "subject"},
    {Cue::command, "command"},
    {Cue::opener, "opener"},
    {Cue::connective, "connective"},
    {Cue::conjunction, "conjunction"},
    {Cue::joined, "joined"},
    {Cue::whole, "whole"},
    {Cue::generic, "generic"},
    {Cue::stop, "stop"},
    {Cue::dont_know, "dont-know"},
});
static_assert(kCueNames.size() == static_cast<std::size_t>(Cue::count) &&
              base::in_order(kCueNames));

}  // namespace

std::string_view name_of(Cue cue) {
  return kCueNames.at(static_cast<std::size_t>(cue)).second;
}

Cue cue_named(std::string_view name) {
  const auto* const found =
      std::ranges::find(kCueNames, name, &decltype(kCueNames)::value_type::second);
  if (found == kCueNames.end()) {
    throw std::invalid_argument("unknown kind of cue: " + std::string(name));
  }
  return found->first;
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
