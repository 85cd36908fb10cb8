#include "history/proposals.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "text/normalise.h"
#include "text/similar.h"
#include "text/utf8.h"

namespace pith::history {
namespace {

/// Below this, wordings have too little in common to ask about.
constexpr double kSimilar = 0.6;
/// Edit distance takes the square of the length; beyond this the beginnings are compared.
constexpr std::size_t kLongestCompared = 400;

std::string comparable(std::string_view wording) {
  auto letters = text::identity_of(wording);
  if (letters.size() > kLongestCompared) {
    auto end = kLongestCompared;
    while (end > 0 && (static_cast<unsigned char>(letters[end]) & 0xC0U) == 0x80U) {
      --end;
    }
    letters.resize(end);
  }
  return letters;
}

double similarity(std::string_view a, std::string_view b) {
  const auto from = comparable(a);
  const auto to = comparable(b);
  const auto length = std::max(text::count_code_points(from), text::count_code_points(to));
  return length == 0 ? 0.0
                     : 1.0 - static_cast<double>(text::edit_distance(from, to)) /
                                 static_cast<double>(length);
}

struct Newcomer {
  Name name;
  std::string wording;
  std::string short_wording;  ///< Of a point: its name alone.
};

bool has_point(const ItemState& state, const std::string& id) {
  return std::ranges::find(state.points, id, &PointState::id) != state.points.end();
}

/// Items and points of the deck that have no history.
std::vector<Newcomer> newcomers(const History& history, const deck::Deck& deck) {
  std::vector<Newcomer> found;
  for (const auto& item : deck.items) {
    const auto state = history.state({deck.id, item.id});
    if (!state) {
      found.push_back({{deck.id, item.id, ""}, item.question, item.question});
      continue;
    }
    for (const auto& point : item.points) {
      if (!has_point(*state, point.id)) {
        const auto all = point.detail.empty() ? point.name : point.name + ": " + point.detail;
        found.push_back({{deck.id, item.id, point.id}, all, point.name});
      }
    }
  }
  return found;
}

bool same_kind(const Name& a, const Name& b) {
  return a.point.empty() ? b.point.empty() : !b.point.empty() && a.item == b.item;
}

std::string_view before_detail(std::string_view wording) {
  return wording.substr(0, wording.find(": "));
}

}  // namespace

std::vector<Proposal> proposals(const History& history, const deck::Deck& deck) {
  const auto gone = vanished(history, deck);
  const auto fresh = gone.empty() ? std::vector<Newcomer>() : newcomers(history, deck);
  std::vector<Proposal> pairs;
  for (const auto& each : gone) {
    for (const auto& other : fresh) {
      if (same_kind(each.name, other.name)) {
        const auto alike = std::max(
            similarity(each.wording, other.wording),
            each.name.point.empty() ? 0.0
                                    : similarity(before_detail(each.wording), other.short_wording));
        pairs.push_back({each.name, other.name, each.wording, other.wording, alike});
      }
    }
  }
  std::erase_if(pairs, [](const Proposal& pair) { return pair.similarity < kSimilar; });
  std::ranges::stable_sort(pairs, std::greater<>(), &Proposal::similarity);
  std::set<Name> taken;
  std::erase_if(pairs, [&](const Proposal& pair) {
    if (taken.contains(pair.from) || taken.contains(pair.to)) {
      return true;
    }
    taken.insert({pair.from, pair.to});
    return false;
  });
  return pairs;
}

}  // namespace pith::history
