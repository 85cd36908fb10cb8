#include "cli/decks/item_choice.h"

#include <algorithm>
#include <array>
#include <optional>

#include "cli/tell.h"

namespace pith::cli {
namespace {

using text::to_translate;

struct NamedState {
  std::string_view name;
  bool (*is_in)(const ItemProgress&, memory::StudyDay today);
  std::string_view none;  ///< What is said if no item is.
};

bool is_due(const ItemProgress& progress, memory::StudyDay today) {
  return !progress.silent && !progress.fresh && progress.due && *progress.due <= today;
}

bool is_new(const ItemProgress& progress, memory::StudyDay /*today*/) {
  return progress.fresh && !progress.silent && !progress.buried_until;
}

constexpr std::array kStates = {
    NamedState{"due", is_due, to_translate("pith: nothing is due today")},
    NamedState{"new", is_new, to_translate("pith: nothing is new")},
    NamedState{
        "suspended",
        [](const ItemProgress& progress, memory::StudyDay) { return is_suspended(progress); },
        to_translate("pith: nothing is suspended")},
    NamedState{"buried",
               [](const ItemProgress& progress, memory::StudyDay) {
                 return progress.buried_until.has_value();
               },
               to_translate("pith: nothing is buried")},
    NamedState{"leech",
               [](const ItemProgress& progress, memory::StudyDay) { return progress.leech; },
               to_translate("pith: nothing is a leech, forgotten eight times or more")}};

/// What comes first has the least; what has none comes last.
using Rank = std::optional<double> (*)(const ItemProgress&);

struct NamedRank {
  std::string_view name;
  Rank rank;
};

constexpr std::array kRanks = {
    NamedRank{"due",
              [](const ItemProgress& progress) {
                return progress.due ? std::optional<double>(memory::day_number(*progress.due))
                                    : std::nullopt;
              }},
    NamedRank{"score", [](const ItemProgress& progress) { return progress.expected_score; }},
    NamedRank{"difficulty",
              [](const ItemProgress& progress) {
                return progress.difficulty ? std::optional(-*progress.difficulty) : std::nullopt;
              }},
    NamedRank{"lapses", [](const ItemProgress& progress) -> std::optional<double> {
                return progress.fresh ? std::nullopt : std::optional<double>(-progress.lapses);
              }}};

template <typename Named>
std::vector<std::string> names_of(const Named& table) {
  std::vector<std::string> names;
  for (const auto& each : table) {
    names.emplace_back(each.name);
  }
  return names;
}

void sort_by(Listing& listing, Rank rank) {
  std::ranges::stable_sort(
      listing.items,
      [](const std::optional<double>& a, const std::optional<double>& b) {
        return a && b ? *a < *b : a.has_value() && !b.has_value();
      },
      [&](const ListedItem& listed) { return rank(listed.progress); });
  listing.by_deck = false;
}

}  // namespace

void add_choice_options(Command command, ItemChoice& choice) {
  command
      .add_option("--state", choice.state,
                  "Only items that are due, new, suspended (something of them), buried or a leech "
                  "(forgotten eight times)")
      .one_of(names_of(kStates));
  command
      .add_option("--sort", choice.sort,
                  "due, score, difficulty or lapses: due first, weakest first, hardest first, most "
                  "forgotten first; what is new comes last")
      .one_of(names_of(kRanks));
}

void keep_state(Context& context, Listing& listing, std::string_view state) {
  const auto* named = std::ranges::find(kStates, state, &NamedState::name);
  std::erase_if(listing.items, [&](const ListedItem& listed) {
    return !named->is_in(listed.progress, listing.today);
  });
  if (listing.items.empty()) {
    tell(context, context.tr(named->none));
  }
}

void choose(Context& context, Listing& listing, const ItemChoice& choice) {
  if (!choice.state.empty()) {
    keep_state(context, listing, choice.state);
  }
  if (!choice.sort.empty()) {
    sort_by(listing, std::ranges::find(kRanks, choice.sort, &NamedRank::name)->rank);
  }
}

}  // namespace pith::cli
