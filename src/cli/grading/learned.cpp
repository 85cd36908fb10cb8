#include "cli/grading/learned.h"

#include <algorithm>

#include "grading/grader.h"
#include "grading/proposal.h"
#include "text/display.h"

namespace pith::cli {

using session::WordingUse;

namespace {

/// Whether a deck that accepts all that is proposed gives another point, too, for the wording.
bool earns_another(const grading::PreparedItem& accepting_all, const deck::Item& item,
                   const WordingUse& use) {
  const auto grade = accepting_all.grade(text::single_line(use.wording.text));
  const auto own = static_cast<std::size_t>(&point_of(item, use) - item.points.data());
  for (std::size_t p = 0; p < grade.points.size(); ++p) {
    if (p != own && grade.points[p].verdict == grading::Verdict::hit) {
      return true;
    }
  }
  return false;
}

/// Each proposal was weighed by itself: takes those back that, beside the others, would earn more
/// than their own point.
void drop_crossing(const deck::Item& item, std::vector<WordingUse>& uses) {
  const auto proposals = proposals_for({&item, uses});
  if (proposals.empty()) {
    return;
  }
  auto changed = item;
  for (const auto& [point, wordings] : proposals) {
    for (const auto& wording : wordings) {
      changed = grading::accepting(changed, point, wording);
    }
  }
  const grading::PreparedItem accepting_all(changed);
  for (auto& use : uses) {
    if (use.proposed() && earns_another(accepting_all, item, use)) {
      use.objection = text::to_translate("it would earn another point, too");
    }
  }
}

}  // namespace

std::vector<Learned> learned_of(std::span<const deck::Item* const> items,
                                const history::History& history,
                                const grading::SentenceEncoder* encoder) {
  std::vector<Learned> all;
  for (const auto* item : items) {
    if (auto uses = session::wording_uses(history, *item, encoder); !uses.empty()) {
      drop_crossing(*item, uses);
      all.push_back({item, std::move(uses)});
    }
  }
  return all;
}

const deck::Point& point_of(const deck::Item& item, const WordingUse& use) {
  return *std::find_if(item.points.begin(), item.points.end(),
                       [&](const deck::Point& point) { return point.id == use.wording.point; });
}

/// Wordings to be accepted, by index of the point.
std::map<std::size_t, std::vector<std::string>> proposals_for(const Learned& learned) {
  std::map<std::size_t, std::vector<std::string>> proposals;
  for (const auto& use : learned.uses) {
    if (use.proposed()) {
      const auto place = &point_of(*learned.item, use) - learned.item->points.data();
      proposals[static_cast<std::size_t>(place)].push_back(text::single_line(use.wording.text));
    }
  }
  return proposals;
}

std::string why_not_proposed(const WordingUse& use, const text::Messages& tr) {
  return use.in_deck     ? tr("in the deck by now")
         : use.ambiguous ? tr(use.objection)
                         : tr.format("not proposed: {}", tr(use.objection));
}

}  // namespace pith::cli
