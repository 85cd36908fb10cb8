#include "exchange/anki/anki_import.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <memory>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "deck/points.h"
#include "exchange/anki/anki_collection.h"
#include "exchange/anki/anki_homes.h"
#include "exchange/anki/anki_note.h"
#include "exchange/anki/anki_package.h"
#include "exchange/deck_name.h"
#include "exchange/lines.h"
#include "exchange/shelf.h"

namespace pith::exchange {
namespace {

constexpr std::int64_t kQueueSuspended = -1;
constexpr std::size_t kLongestSeconds = std::size_t{24} * 3600;

/// One deck of pith while notes are added to it.
struct OpenDeck {
  OpenDeck(std::string id, const AnkiHome& home, Imported& result) : shelf(deck, result) {
    deck.id = std::move(id);
    deck.title = home.title;
    deck.description = home.description;
  }
  deck::Deck deck;
  Shelf shelf;
  std::vector<PlacedCard> cards;
};

bool has_point(const deck::Item& item, std::string_view id) {
  return id.empty() || deck::place_of_point(item, id);
}

/// The decks that the notes go to.
class Decks {
 public:
  Decks(std::string fallback, Imported& result) : fallback_(std::move(fallback)), result_(result) {}

  OpenDeck& at(const AnkiHome& home) {
    auto& deck = decks_[home.id + '\x1F' + (home.id.empty() ? home.title : "")];
    if (!deck) {
      const auto wanted = home.id.empty() ? deck_id_from(home.title, fallback_) : home.id;
      auto id = wanted;
      for (int n = 2; !ids_.insert(id).second; ++n) {
        id = fmt::format("{}-{}", wanted, n);
      }
      deck = std::make_unique<OpenDeck>(id, home, result_);
    }
    return *deck;
  }

  /// Moves the decks to the result, and gives the cards under the ids that their items have there.
  std::vector<PlacedCard> finish(std::vector<std::string>& deck_of_card) {
    std::vector<PlacedCard> cards;
    for (auto& [title, open] : decks_) {
      const auto first = result_.decks.size();
      open->shelf.finish(ids_);
      std::unordered_map<std::string_view, const deck::Item*> items;
      for (auto i = first; i < result_.decks.size(); ++i) {
        for (const auto& item : result_.decks[i].items) {
          items.emplace(item.id, &item);
        }
      }
      for (auto& card : open->cards) {
        const auto found = items.find(card.item);
        if (found != items.end() && has_point(*found->second, card.point)) {
          deck_of_card.push_back(found->second->deck);
          cards.push_back(std::move(card));
        }
      }
    }
    return cards;
  }

 private:
  std::string fallback_;
  Imported& result_;
  std::map<std::string, std::unique_ptr<OpenDeck>> decks_;
  std::unordered_set<std::string> ids_;
};

std::vector<std::string> tags_of(const AnkiNote& note, const std::string& below) {
  auto tags = split_list(note.tags, {" ", "\t", "\u3000"});
  if (!below.empty() && std::ranges::find(tags, below) == tags.end()) {
    tags.push_back(below);
  }
  return tags;
}

void read_notes(const AnkiCollection& collection, const AnkiSchema& schema, Decks& decks,
                AnkiNotes& notes) {
  const AnkiHomes homes(collection, schema);
  collection.for_each_note([&](const AnkiNote& note) {
    const auto home = homes.of(note);
    auto& deck = decks.at(home);
    notes.add(note, tags_of(note, home.tag), deck.shelf, deck.cards);
  });
}

std::optional<ImportedReview::Kind> kind_of(const AnkiReview& review) {
  constexpr int kFiltered = 3;
  constexpr int kByHand = 4;
  if (review.ease >= 1 && review.ease <= 4) {
    const bool cram = review.kind == kFiltered && review.factor == 0;
    return cram ? ImportedReview::Kind::cram : ImportedReview::Kind::review;
  }
  const bool reset = review.kind == kByHand && review.factor == 0;
  return reset ? std::optional(ImportedReview::Kind::reset) : std::nullopt;
}

/// Index of each card of Anki that gave an item.
using CardIndex = std::unordered_map<std::int64_t, std::size_t>;

/// Whether it lies between 1970 and 9999.
bool has_time(const AnkiReview& review) {
  return review.id >= 0 && review.id <= memory::kLatestInstant.time_since_epoch().count();
}

std::optional<ImportedReview> review_from(const AnkiReview& review, const CardIndex& index) {
  const auto card = index.find(review.card);
  const auto kind = kind_of(review);
  if (card == index.end() || !kind || !has_time(review)) {
    return std::nullopt;
  }
  const auto most = static_cast<double>(kLongestSeconds);
  return ImportedReview{card->second,
                        review.id,
                        memory::Instant(std::chrono::milliseconds(review.id)),
                        memory::rating_numbered(review.ease).value_or(memory::Rating::again),
                        std::clamp(static_cast<double>(review.ms) / 1000, 0.0, most),
                        *kind};
}

/// Counts the reviews that are taken, and says how many of the others there are.
std::size_t count_reviews(const AnkiCollection& collection, const CardIndex& index,
                          Remarks& left_out) {
  std::size_t taken = 0;
  std::size_t homeless = 0;
  std::size_t by_hand = 0;
  std::size_t timeless = 0;
  collection.for_each_review([&](const AnkiReview& review) {
    if (review_from(review, index)) {
      ++taken;
    } else if (!index.contains(review.card)) {
      ++homeless;
    } else {
      ++(has_time(review) ? by_hand : timeless);
    }
  });
  if (homeless > 0) {
    left_out.push_back({0, "reviews", fmt::format("{} of cards that are not taken", homeless), {}});
  }
  if (by_hand > 0) {
    left_out.push_back({0, "reviews", fmt::format("{} that only moved a due date", by_hand), {}});
  }
  if (timeless > 0) {
    left_out.push_back(
        {0, "reviews", fmt::format("{} at a time outside the years 1970 to 9999", timeless), {}});
  }
  return taken;
}

bool is_suspended(const AnkiCard& card) {
  return card.queue == kQueueSuspended;
}

void remark_on_suspensions(const std::vector<PlacedCard>& cards, Remarks& left_out) {
  const auto lost = std::ranges::count_if(
      cards, [](const PlacedCard& card) { return is_suspended(card.card) && !card.card.changed; });
  if (lost > 0) {
    left_out.push_back(
        {0, "cards", fmt::format("{} suspended outside the years 1970 to 9999", lost), {}});
  }
}

/// A memory that rests on no review cannot be derived from a log of reviews.
void remark_on_states(const std::vector<PlacedCard>& cards,
                      const std::unordered_set<std::int64_t>& reviewed, Remarks& left_out) {
  const auto lost = std::ranges::count_if(cards, [&](const PlacedCard& card) {
    return card.card.data.find("\"s\":") != std::string::npos && !reviewed.contains(card.card.id);
  });
  if (lost > 0) {
    left_out.push_back(
        {0, "cards", fmt::format("{} memory states without a review behind them", lost), {}});
  }
}

std::shared_ptr<ImportedHistory> history_of(const std::shared_ptr<AnkiCollection>& collection,
                                            const AnkiSchema& schema,
                                            const std::vector<PlacedCard>& cards,
                                            const std::vector<std::string>& decks,
                                            Remarks& left_out) {
  auto history = std::make_shared<ImportedHistory>();
  auto index = std::make_shared<CardIndex>();
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const auto& [card, guid, item, point] = cards[i];
    index->emplace(card.id, i);
    history->cards.push_back({{decks[i], item},
                              point,
                              fmt::format("anki/{}/{}", guid, card.ordinal),
                              is_suspended(card) && card.changed,
                              card.changed.value_or(memory::Instant{})});
  }
  history->reviews = count_reviews(*collection, *index, left_out);
  history->parameters = schema.parameters;
  history->for_each = [collection, index](const auto& take) {
    collection->for_each_review([&](const AnkiReview& row) {
      if (const auto review = review_from(row, *index)) {
        take(*review);
      }
    });
  };
  std::unordered_set<std::int64_t> reviewed;
  collection->for_each_review([&](const AnkiReview& row) { reviewed.insert(row.card); });
  remark_on_states(cards, reviewed, left_out);
  remark_on_suspensions(cards, left_out);
  return history;
}

void remark_on_presets(const AnkiSchema& schema, Remarks& left_out) {
  constexpr double kNoticed = 0.0005;
  const AnkiPreset usual;
  for (const auto& [name, retention, new_per_day] : schema.presets) {
    if (std::abs(retention - usual.desired_retention) > kNoticed ||
        new_per_day != usual.new_per_day) {
      left_out.push_back(
          {0, "deck preset",
           fmt::format("desired retention {:.3g}, {} new cards a day", retention, new_per_day),
           excerpt(name)});
    }
  }
}

void add_media(const std::shared_ptr<AnkiPackage>& package, Imported& result) {
  for (const auto& [name, entry] : package->media(result.left_out)) {
    result.media.push_back(
        {name, [package, entry = entry] { return package->media_bytes(entry); }});
  }
}

}  // namespace

bool looks_like_anki(const SourceFile& file) {
  const auto name = lower_ascii(file.name);
  return name.ends_with(".apkg") || name.ends_with(".colpkg");
}

Imported read_anki(const SourceFile& file) {
  Imported result;
  const auto package = std::make_shared<AnkiPackage>(file);
  const auto collection = std::make_shared<AnkiCollection>(package->collection());
  const auto schema = collection->schema();
  const auto name = deck_id_from(std::filesystem::path(file.name).stem().string(), "anki");
  result.media_folder = name + ".media";
  Decks decks(name, result);
  AnkiNotes notes(schema, result.media_folder, result);
  read_notes(*collection, schema, decks, notes);
  std::vector<std::string> deck_of_card;
  const auto cards = decks.finish(deck_of_card);
  result.history = history_of(collection, schema, cards, deck_of_card, result.left_out);
  remark_on_presets(schema, result.left_out);
  add_media(package, result);
  notes.media().remark_on_missing(result);
  return result;
}

}  // namespace pith::exchange
