#include "grading/stance/fillers.h"

#include <algorithm>
#include <array>
#include <span>

namespace pith::grading {
std::optional<Range> Fillers::beside(const Target& target, const Scope& scope) {
  const auto& name = target.name();
  const bool against = sets_against(scope.word);
  if ((!against && scope.cue != Cue::instead) || denies(name.marks, name.grains.whole())) {
    return std::nullopt;
  }
  const auto& clause = heard_.segments.clauses[scope.clause];
  Range other{clause.grains.begin, scope.word.begin};
  if (other.empty() && against && heard_.segments.goes_on_at(scope.clause)) {
    other = heard_.clause(scope.clause - 1);
  }
  const auto denied = named_in(name, {scope.word.end, std::max(scope.word.end, scope.direct.end)});
  const auto rest = named_in(name, other);
  const bool apart = std::ranges::none_of(
      denied, [&](TokenId token) { return std::ranges::find(rest, token) != rest.end(); });
  return denied.empty() || rest.empty() || !apart ? std::nullopt : std::optional(other);
}

bool Fillers::sets_against(const Range& word) const {
  static const std::array words = {grains_of("not"), grains_of("不是"), grains_of("而不是"),
                                   grains_of("不在"), grains_of("而不在")};
  return std::ranges::any_of(
      words, [&](const Grains& one) { return same_words(one.list, heard_.text.in(word)); });
}

std::vector<TokenId> Fillers::named_in(const Wording& name, const Range& range) {
  std::vector<TokenId> found;
  heard_.presence.look_at(range);
  for (const auto& own : name.tokens) {
    if (heard_.presence.names(own.token)) {
      found.push_back(own.token);
    }
  }
  return found;
}

}  // namespace pith::grading
