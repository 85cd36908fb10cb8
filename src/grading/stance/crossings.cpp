#include "grading/stance/crossings.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "grading/reason.h"
#include "grading/stance/couples.h"

namespace pith::grading {
namespace {

/// Clauses that stand side by side, and parts of them that do: "frogs hop and toads walk".
std::vector<Couple> couples_in(const Vocabulary& vocabulary,
                               std::span<const Occurrence> occurrences, const Segments& segments) {
  std::vector<Couple> couples;
  for (std::size_t c = 1; c < segments.clauses.size(); ++c) {
    couples.push_back(couple_of(vocabulary, occurrences, segments.clauses[c - 1].grains,
                                segments.clauses[c].grains));
  }
  for (std::size_t p = 1; p < segments.parts.size(); ++p) {
    couples.push_back(couple_of(vocabulary, occurrences, segments.parts[p - 1], segments.parts[p]));
  }
  return couples;
}

/// How what a clause has alone is parted among two that are said: true if its head stands in the
/// first of them and its end in the second, false the other way round; none if neither.
std::optional<bool> split(const Vocabulary& vocabulary, const Words& own, const Couple& said) {
  const auto here = common(own, said.of_first);
  const auto there = common(own, said.of_second);
  if (weight_of(vocabulary, here) < kLeastTold || weight_of(vocabulary, there) < kLeastTold) {
    return std::nullopt;
  }
  if (here.back().place < there.front().place) {
    return true;
  }
  return there.back().place < here.front().place ? std::optional(false) : std::nullopt;
}

/// Whether each of the two has a part of what either of the others has alone: the head of one
/// clause with the end of the other.
bool is_crossed(const Vocabulary& vocabulary, const Couple& own, const Couple& said) {
  const auto a = split(vocabulary, own.of_first, said);
  const auto b = split(vocabulary, own.of_second, said);
  return a && b && *a != *b;
}

/// Two clauses of a point.
struct Told {
  std::size_t target = 0;
  const Wording* wording = nullptr;
  Couple couple;
};

std::vector<Told> couples_told(const Targets& targets) {
  std::vector<Told> told;
  for (std::size_t t = 0; t < targets.list.size(); ++t) {
    for (const auto& wording : targets.list[t].wordings) {
      const auto segments = segments_of(wording.grains, wording.marks);
      if (wording.defines() && segments.parts.size() > 1) {
        const auto occurrences = targets.vocabulary.occurrences(wording.grains);
        for (auto& couple : couples_in(targets.vocabulary, occurrences, segments)) {
          told.push_back({t, &wording, std::move(couple)});
        }
      }
    }
  }
  return told;
}

/// Those of an answer that nothing is denied in.
std::vector<Couple> couples_said(const Heard& heard, const Polarity& polarity) {
  std::vector<Range> denied;
  for (const auto& denial : polarity.denials) {
    denied.push_back(denial.grains);
  }
  denied = merged(std::move(denied));
  auto said = couples_in(heard.targets.vocabulary, heard.presence.all(), heard.segments);
  std::erase_if(said, [&](const Couple& couple) {
    return couple.of_first.empty() || couple.of_second.empty() ||
           any_touches(denied, couple.first) || any_touches(denied, couple.second);
  });
  return said;
}

}  // namespace

void add_crossings(const Heard& heard, Polarity& polarity) {
  const auto told = couples_told(heard.targets);
  const auto said = told.empty() ? std::vector<Couple>{} : couples_said(heard, polarity);
  for (const auto& own : told) {
    auto& voids = polarity.voids[own.target];
    for (const auto& couple : said) {
      if (is_crossed(heard.targets.vocabulary, own.couple, couple)) {
        const auto& code = reason::kReversed;
        voids.push_back({couple.first, code, couple.first, own.couple.first, own.wording});
        voids.push_back({couple.second, code, couple.second, own.couple.second, own.wording});
      }
    }
  }
}

}  // namespace pith::grading
