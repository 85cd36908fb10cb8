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

struct CueKind {
  std::string_view name;
  bool bears_on_polarity;
  bool masks;
};

constexpr auto kCueKinds = std::to_array<std::pair<Cue, CueKind>>({
    // name, bears on polarity, masks
    {Cue::spare, {"spare", true, true}},
    {Cue::negate, {"negate", true, true}},
    {Cue::needless, {"needless", true, true}},
    {Cue::judge, {"judge", true, true}},
    {Cue::abolish, {"abolish", true, true}},
    {Cue::skip, {"skip", true, true}},
    {Cue::correct, {"correct", true, true}},
    {Cue::prefer, {"prefer", true, true}},
    {Cue::instead, {"instead", true, true}},
    {Cue::dissent, {"dissent", true, true}},
    {Cue::only, {"only", true, true}},
    {Cue::consequence, {"consequence", false, true}},
    {Cue::bound, {"bound", false, true}},
    {Cue::reason, {"reason", false, true}},
    {Cue::condition, {"condition", false, true}},
    {Cue::supposed, {"supposed", false, true}},
    {Cue::harm, {"harm", false, false}},
    {Cue::mishap, {"mishap", false, false}},
    {Cue::remedy, {"remedy", false, false}},
    {Cue::objection, {"objection", false, false}},
    {Cue::doing, {"doing", false, false}},
    {Cue::forbid, {"forbid", false, true}},
    {Cue::asks, {"asks", false, false}},
    {Cue::asks_when, {"asks_when", false, false}},
    {Cue::taboo, {"taboo", false, false}},
    {Cue::ban, {"ban", false, false}},
    {Cue::permit, {"permit", false, false}},
    {Cue::averse, {"averse", false, false}},
    {Cue::lack, {"lack", false, true}},
    {Cue::excess, {"excess", false, false}},
    {Cue::sparing, {"sparing", false, false}},
    {Cue::undoing, {"undoing", false, false}},
    {Cue::relief, {"relief", false, false}},
    {Cue::duty, {"duty", false, false}},
    {Cue::prevents, {"prevents", false, false}},
    {Cue::enough, {"enough", false, false}},
    {Cue::gain, {"gain", false, false}},
    {Cue::even_so, {"even_so", false, false}},
    {Cue::keeping, {"keeping", false, false}},
    {Cue::seldom, {"seldom", false, true}},
    {Cue::forgets, {"forgets", false, true}},
    {Cue::several, {"several", false, true}},
    {Cue::relative, {"relative", false, false}},
    {Cue::also, {"also", false, false}},
    {Cue::otherwise, {"otherwise", false, true}},
    {Cue::report, {"report", false, true}},
    {Cue::phrasal, {"phrasal", false, false}},
    {Cue::turn, {"turn", false, true}},
    {Cue::pronoun, {"pronoun", false, true}},
    {Cue::all, {"all", false, true}},
    {Cue::rest, {"rest", false, true}},
    {Cue::hedge, {"hedge", false, true}},
    {Cue::subject, {"subject", false, true}},
    {Cue::command, {"command", false, false}},
    {Cue::opener, {"opener", false, true}},
    {Cue::preamble, {"preamble", false, false}},
    {Cue::connective, {"connective", false, false}},
    {Cue::conjunction, {"conjunction", false, true}},
    {Cue::joined, {"joined", false, false}},
    {Cue::whole, {"whole", false, false}},
    {Cue::generic, {"generic", false, true}},
    {Cue::stop, {"stop", false, true}},
    {Cue::dont_know, {"dont-know", false, true}},
});
static_assert(kCueKinds.size() == static_cast<std::size_t>(Cue::count) &&
              base::in_order(kCueKinds));

const CueKind& kind_of(Cue cue) {
  return kCueKinds.at(static_cast<std::size_t>(cue)).second;
}

}  // namespace

std::string_view name_of(Cue cue) {
  return kind_of(cue).name;
}

Cue cue_named(std::string_view name) {
  const auto* const found =
      std::ranges::find_if(kCueKinds, [&](const auto& row) { return row.second.name == name; });
  if (found == kCueKinds.end()) {
    throw std::invalid_argument("unknown kind of cue: " + std::string(name));
  }
  return found->first;
}

bool bears_on_polarity(Cue cue) {
  return kind_of(cue).bears_on_polarity;
}

bool masks(Cue cue) {
  return kind_of(cue).masks;
}

std::span<const Mark>::iterator mark_from(std::span<const Mark> marks, std::size_t grain) {
  return std::lower_bound(marks.begin(), marks.end(), grain,
                          [](const Mark& mark, std::size_t at) { return mark.range.begin < at; });
}

std::span<const Mark> marks_in(std::span<const Mark> marks, const Range& range) {
  return {mark_from(marks, range.begin), mark_from(marks, std::max(range.begin, range.end))};
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
  const auto working = working_marks(marks_in(marks, range));
  return std::any_of(working.begin(), working.end(), [](const Mark& mark) {
    return mark.cue == Cue::negate || mark.cue == Cue::needless || mark.cue == Cue::judge ||
           mark.cue == Cue::abolish || mark.cue == Cue::instead || mark.cue == Cue::prefer;
  });
}

}  // namespace pith::grading
