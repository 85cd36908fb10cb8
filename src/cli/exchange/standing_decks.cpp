#include "cli/exchange/standing_decks.h"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <unordered_set>

#include <fmt/format.h>

#include "cli/decks/decks.h"
#include "deck/collection.h"
#include "deck/find_deck.h"
#include "exchange/formats.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

bool is_same_file(const fs::path& file, const fs::path& other) {
  std::error_code error;
  return fs::equivalent(file, other, error);
}

/// Whether it is the id, or the id with a number behind it.
bool is_numbered(std::string_view name, std::string_view id) {
  if (!name.starts_with(id)) {
    return false;
  }
  name.remove_prefix(id.size());
  return name.empty() || (name.size() > 1 && name[0] == '-' &&
                          name.find_first_not_of("0123456789", 1) == std::string_view::npos);
}

/// The decks that keep their ids to themselves: shipped ones give way to own ones.
std::vector<deck::Deck> others_than_shipped(const Context& context) {
  auto decks = load_decks(context, Missing::ignored).decks;
  std::erase_if(decks, [&](const deck::Deck& deck) { return is_shipped(context, deck.path); });
  return decks;
}

void add_deck_in(const fs::path& file, std::vector<deck::Deck>& decks) {
  std::error_code error;
  if (fs::is_regular_file(file, error)) {
    if (auto read = deck::read_deck_file(file); read.deck) {
      decks.push_back(std::move(*read.deck));
    }
  }
}

/// The decks of a folder, not of those below it, that are called as one of `coming`.
std::vector<deck::Deck> called_like(const std::vector<deck::Deck>& coming, const fs::path& folder) {
  std::vector<deck::Deck> decks;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const auto name = entry.path().stem().string();
    const bool called = std::ranges::any_of(
        coming, [&](const deck::Deck& deck) { return is_numbered(name, deck.id); });
    if (called && entry.path().extension() == ".yaml") {
      add_deck_in(entry.path(), decks);
    }
  }
  return decks;
}

/// Whether a deck says of which file it was made; `source` may as well name a book or a page.
bool names_file(const deck::Deck& deck) {
  return !deck.source.empty() && deck.source.find('/') == std::string::npos &&
         exchange::import_format_of({deck.source, {}}) != nullptr;
}

bool is_of_same_file(const deck::Deck& standing, const deck::Deck& coming) {
  return names_file(standing) && standing.source == coming.source;
}

std::size_t items_in_common(const deck::Deck& standing, const deck::Deck& coming) {
  std::unordered_set<std::string_view> ids;
  for (const auto& item : coming.items) {
    ids.insert(item.id);
  }
  return static_cast<std::size_t>(std::ranges::count_if(
      standing.items, [&](const deck::Item& item) { return ids.contains(item.id); }));
}

/// Whether it is not of another file, and has some of the items; most of them where only the items
/// tell.
bool is_earlier_state(const deck::Deck& standing, const deck::Deck& coming) {
  const auto common = items_in_common(standing, coming);
  if (standing.source == coming.source) {
    return common > 0;
  }
  const bool of_another = names_file(standing) && names_file(coming);
  return !of_another && common > 0 && 2 * common >= standing.items.size();
}

}  // namespace

StandingDecks::StandingDecks(const Context& context, const ImportTarget& target,
                             const std::vector<deck::Deck>& coming)
    : folder_(target.output.empty() ? own_deck_folder(context) : fs::path(target.output)) {
  if (target.output.empty()) {
    decks_ = others_than_shipped(context);
  } else if (names_a_file(target)) {
    add_deck_in(target.output, decks_);
  } else {
    decks_ = called_like(coming, folder_);
  }
}

std::string StandingDecks::settled_id(const deck::Deck& deck, const std::set<std::string>& made,
                                      const std::vector<deck::Deck>& siblings) const {
  const auto is_taken = [&](const std::string& id) {
    return made.contains(id) || (id != deck.id && deck::find_deck(siblings, id) != nullptr);
  };
  for (const auto& standing : earlier_ones(deck)) {
    if (!is_taken(standing)) {
      return standing;
    }
  }
  auto id = deck.id;
  for (int n = 2; is_taken(id) || !is_free(id); ++n) {
    id = fmt::format("{}-{}", deck.id, n);
  }
  return id;
}

std::vector<std::string> StandingDecks::earlier_ones(const deck::Deck& deck) const {
  std::vector<std::string> ids;
  const auto add_if = [&](const auto& stands_for) {
    for (const auto& standing : decks_) {
      if (stands_for(standing)) {
        ids.push_back(standing.id);
      }
    }
  };
  add_if([&](const deck::Deck& standing) {
    return standing.id == deck.id && is_of_same_file(standing, deck);
  });
  add_if([&](const deck::Deck& standing) {
    return is_numbered(standing.id, deck.id) && is_of_same_file(standing, deck);
  });
  add_if([&](const deck::Deck& standing) {
    return standing.id == deck.id && is_earlier_state(standing, deck);
  });
  if (!is_free(deck.id)) {
    add_if([&](const deck::Deck& standing) {
      return is_numbered(standing.id, deck.id) && is_earlier_state(standing, deck);
    });
  }
  return ids;
}

bool StandingDecks::is_free(const std::string& id) const {
  std::error_code error;
  return !fs::exists(fs::symlink_status(folder_ / (id + ".yaml"), error)) &&
         deck::find_deck(decks_, id) == nullptr;
}

const deck::Deck* StandingDecks::namesake(const std::string& id, const fs::path& file) const {
  const auto found = std::ranges::find_if(decks_, [&](const deck::Deck& deck) {
    return deck.id == id && !is_same_file(deck.path, file);
  });
  return found == decks_.end() ? nullptr : &*found;
}

bool StandingDecks::holds_earlier(const deck::Deck& deck, const fs::path& file) const {
  return std::ranges::any_of(decks_, [&](const deck::Deck& standing) {
    return is_same_file(standing.path, file) && is_earlier_state(standing, deck);
  });
}

}  // namespace pith::cli
