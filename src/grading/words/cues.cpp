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
  bool holds_together;
};

constexpr auto kCueKinds = std::to_array<std::pair<Cue, CueKind>>({
    // name, bears on polarity, masks, holds together
    {Cue::spare, {"spare", true, true, false}},
    {Cue::negate, {"negate", true, true, false}},
    {Cue::needless, {"needless", true, true, false}},
    {Cue::judge, {"judge", true, true, false}},
    {Cue::abolish, {"abolish", true, true, false}},
    {Cue::skip, {"skip", true, true, false}},
    {Cue::correct, {"correct", true, true, false}},
    {Cue::prefer, {"prefer", true, true, false}},
    {Cue::instead, {"instead", true, true, false}},
    {Cue::dissent, {"dissent", true, true, false}},
    {Cue::only, {"only", true, true, false}},
    {Cue::consequence, {"consequence", false, true, false}},
    {Cue::bound, {"bound", false, true, false}},
    {Cue::reason, {"reason", false, true, false}},
    {Cue::condition, {"condition", false, true, false}},
    {Cue::supposed, {"supposed", false, true, false}},
    {Cue::harm, {"harm", false, false, false}},
    {Cue::mishap, {"mishap", false, false, false}},
    {Cue::remedy, {"remedy", false, false, false}},
    {Cue::objection, {"objection", false, false, false}},
    {Cue::doing, {"doing", false, false, false}},
    {Cue::forbid, {"forbid", false, true, false}},
    {Cue::asks, {"asks", false, false, false}},
    {Cue::asks_when, {"asks_when", false, false, false}},
    {Cue::taboo, {"taboo", false, false, false}},
    {Cue::ban, {"ban", false, false, false}},
    {Cue::permit, {"permit", false, false, false}},
    {Cue::averse, {"averse", false, false, false}},
    {Cue::lack, {"lack", false, true, false}},
    {Cue::excess, {"excess", false, false, false}},
    {Cue::sparing, {"sparing", false, false, false}},
    {Cue::undoing, {"undoing", false, false, false}},
    {Cue::relief, {"relief", false, false, false}},
    {Cue::duty, {"duty", false, false, false}},
    {Cue::prevents, {"prevents", false, false, false}},
    {Cue::enough, {"enough", false, false, false}},
    {Cue::gain, {"gain", false, false, false}},
    {Cue::even_so, {"even_so", false, false, false}},
    {Cue::keeping, {"keeping", false, false, false}},
    {Cue::seldom, {"seldom", false, true, false}},
    {Cue::forgets, {"forgets", false, true, false}},
    {Cue::several, {"several", false, true, false}},
    {Cue::relative, {"relative", false, false, false}},
    {Cue::also, {"also", false, false, false}},
    {Cue::otherwise, {"otherwise", false, true, false}},
    {Cue::report, {"report", false, true, false}},
    {Cue::phrasal, {"phrasal", false, false, false}},
    {Cue::turn, {"turn", false, true, true}},
    {Cue::pronoun, {"pronoun", false, true, true}},
    {Cue::all, {"all", false, true, true}},
    {Cue::rest, {"rest", false, true, true}},
    {Cue::hedge, {"hedge", false, true, true}},
    {Cue::subject, {"subject", false, true, true}},
    {Cue::command, {"command", false, false, true}},
    {Cue::opener, {"opener", false, true, true}},
    {Cue::preamble, {"preamble", false, false, true}},
    {Cue::connective, {"connective", false, false, true}},
    {Cue::conjunction, {"conjunction", false, true, true}},
    {Cue::joined, {"joined", false, false, false}},
    {Cue::whole, {"whole", false, false, true}},
    {Cue::generic, {"generic", false, true, true}},
    {Cue::stop, {"stop", false, true, true}},
    {Cue::dont_know, {"dont-know", false, true, true}},
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

bool is_judgement(Cue cue) {
  return cue == Cue::judge || cue == Cue::abolish;
}

bool denies_by(Cue cue) {
  return is_judgement(cue) || cue == Cue::negate || cue == Cue::needless;
}

bool skips(Cue cue) {
  return cue == Cue::skip || cue == Cue::correct;
}

bool holds_together(Cue cue) {
  return kind_of(cue).holds_together;
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
    return denies_by(mark.cue) || mark.cue == Cue::instead || mark.cue == Cue::prefer;
  });
}

}  // namespace pith::grading
