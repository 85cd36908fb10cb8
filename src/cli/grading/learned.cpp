#include "cli/grading/learned.h"

#include <algorithm>

#include "deck/points.h"
#include "text/display.h"

namespace pith::cli {

using session::WordingUse;

std::vector<Learned> learned_of(std::span<const deck::Item* const> items,
                                const history::History& history,
                                const grading::SentenceEncoder* encoder) {
  std::vector<Learned> all;
  for (const auto* item : items) {
    if (auto uses = session::wording_uses(history, *item, encoder); !uses.empty()) {
      all.push_back({item, std::move(uses)});
    }
  }
  return all;
}

const deck::Point& point_of(const deck::Item& item, const WordingUse& use) {
  return item.points.at(deck::place_of_point(item, use.wording.point).value());
}

/// Wordings to be accepted, by index of the point.
std::map<std::size_t, std::vector<std::string>> proposals_for(const Learned& learned) {
  std::map<std::size_t, std::vector<std::string>> proposals;
  for (const auto& use : learned.uses) {
    if (use.proposed()) {
      const auto place = deck::place_of_point(*learned.item, use.wording.point).value();
      proposals[place].push_back(text::single_line(use.wording.text));
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
