#include "exchange/anki/anki_export.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "base/error.h"
#include "base/npos.h"
#include "base/sha256.h"
#include "deck/identity.h"
#include "exchange/anki/anki_card.h"
#include "exchange/anki/anki_schema11.h"
#include "exchange/anki/package_pictures.h"
#include "exchange/anki/zip_archive.h"
#include "exchange/faces.h"
#include "exchange/guid.h"
#include "exchange/html/html_text.h"
#include "exchange/kind_mark.h"
#include "exchange/note.h"
#include "exchange/source_text.h"
#include "text/words.h"

namespace pith::exchange {
namespace {

constexpr int kNew = 0;
constexpr int kReview = 2;
constexpr int kSuspended = -1;
constexpr int kEase = 2500;

/// As Anki searches them: with a space on either side.
std::string tags_of(const deck::Item& item) {
  return item.tags.empty() ? std::string() : fmt::format(" {} ", anki_tags(item));
}

/// Some names, and that there are more.
std::string first_of(const std::set<std::string>& names) {
  constexpr std::ptrdiff_t kMost = 5;
  const auto end = std::ranges::next(names.begin(), kMost, names.end());
  return fmt::format("{}{}", fmt::join(names.begin(), end, ", "), end == names.end() ? "" : ", …");
}

AnkiForm form_of(const deck::Item& item, bool both_ways) {
  switch (item.kind) {
    case deck::Kind::cloze:
      return AnkiForm::cloze;
    case deck::Kind::short_answer:
    case deck::Kind::number:
      return AnkiForm::answer;
    case deck::Kind::points:
    case deck::Kind::choices:
    case deck::Kind::card:
      break;
  }
  return both_ways ? AnkiForm::both_ways : AnkiForm::card;
}

/// The first id from `wanted` on that is free, and takes it.
std::int64_t free_id(std::set<std::int64_t>& taken, std::int64_t wanted) {
  while (!taken.insert(wanted).second) {
    ++wanted;
  }
  return wanted;
}

class Package {
 public:
  explicit Package(const Exportable& what)
      : what_(what),
        seconds_(
            std::chrono::duration_cast<std::chrono::seconds>(what.now.time_since_epoch()).count()),
        database_(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE),
        pictures_(what) {
    database_.exec(anki_tables());
    SQLite::Statement row(database_,
                          "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')");
    bind(row, created_, what.now.time_since_epoch().count(), what.now.time_since_epoch().count(),
         anki_configuration(), anki_models(seconds_), anki_decks(what.decks, seconds_),
         anki_options());
    row.exec();
  }

  /// Notes are numbered in the order of the deck, in which Anki and pith read them.
  void add(const deck::Deck& deck) {
    note_ = anki_number("notes/" + deck.id);
    for (std::size_t i = 0; i < deck.items.size(); ++i) {
      const auto& item = deck.items[i];
      const bool both_ways =
          i + 1 < deck.items.size() && deck::is_reverse_of(deck.items[i + 1], item);
      add_note(deck, item, both_ways);
      for (const auto& card : cards_of(item, both_ways ? &deck.items[i + 1] : nullptr)) {
        add_card(card);
      }
      i += both_ways ? 1U : 0U;
    }
  }

  [[nodiscard]] std::string finish() {
    sqlite3_int64 size = 0;
    auto* bytes = sqlite3_serialize(database_.getHandle(), "main", &size, 0);
    if (bytes == nullptr) {
      throw StorageError("the package cannot be made: out of memory");
    }
    const std::string_view database(reinterpret_cast<const char*>(bytes),
                                    static_cast<std::size_t>(size));
    ZipWriter zip;
    zip.add("collection.anki2", database);
    sqlite3_free(bytes);
    nlohmann::json media = nlohmann::json::object();
    for (const auto& [name, picture] : pictures_.files()) {
      const auto entry = std::to_string(media.size());
      zip.add(entry, picture);
      media[entry] = name;
    }
    zip.add("media", media.dump());
    return zip.finish();
  }

  [[nodiscard]] std::size_t combined() const { return combined_; }
  /// Items with a due day that the learner set.
  [[nodiscard]] std::size_t due_by_hand() const { return due_by_hand_.size(); }
  [[nodiscard]] std::set<std::string> missing_pictures() const { return pictures_.missing(); }
  [[nodiscard]] bool had_controls() const { return had_controls_; }

 private:
  template <typename... T>
  static void bind(SQLite::Statement& row, const T&... values) {
    int place = 0;
    (row.bind(++place, values), ...);
  }

  void add_note(const deck::Deck& deck, const deck::Item& item, bool both_ways);
  [[nodiscard]] std::vector<std::string> fields_of(const deck::Deck& deck, const deck::Item& item);
  [[nodiscard]] std::string without_controls(std::string text);
  void add_card(const ExportedCard& card);
  CardReviews add_reviews(const ExportedCard& card, std::int64_t id);
  [[nodiscard]] std::int64_t day_number(memory::StudyDay day) const {
    return memory::day_number(day) - created_ / 86400;
  }

  const Exportable& what_;
  std::int64_t seconds_;
  std::int64_t created_ = 1'704'067'200;  // of the collection; due days count from it
  SQLite::Database database_;
  std::int64_t note_ = 0;
  std::int64_t position_ = 0;
  std::set<std::int64_t> note_ids_;
  std::set<std::int64_t> card_ids_;
  std::set<std::int64_t> review_ids_;
  PackagePictures pictures_;
  std::size_t combined_ = 0;
  std::set<const deck::Item*> due_by_hand_;
  bool had_controls_ = false;
};

/// Anki parts fields by U+001F.
std::string Package::without_controls(std::string text) {
  had_controls_ = drop_controls(text) || had_controls_;
  return text;
}

std::vector<std::string> Package::fields_of(const deck::Deck& deck, const deck::Item& item) {
  const auto html = [&](std::string text) {
    auto field = without_controls(text_to_html(pictures_.take(deck, std::move(text))));
    pictures_.note_shown(field);
    return field;
  };
  const auto hints = [&] {
    const bool long_ones = std::ranges::any_of(
        item.hints, [](const std::string& hint) { return hint.find('\n') != base::npos; });
    if (!long_ones) {
      return html(fmt::format("{}", fmt::join(item.hints, "\n")));
    }
    std::string field;
    for (const auto& hint : item.hints) {
      field += fmt::format("{}{}{}", field.empty() ? "" : "<br>", kHintFollows, html(hint));
    }
    return field;
  };
  const auto faces = faces_of(item);
  return {html(faces.front), without_controls(kind_mark(item, true)) + html(faces.back),
          html(item.explanation), html(item.example), hints()};
}

void Package::add_note(const deck::Deck& deck, const deck::Item& item, bool both_ways) {
  const auto fields = fields_of(deck, item);
  const auto guid = guid_of(item.deck, item.id);
  note_ = free_id(note_ids_, note_ + 1);
  SQLite::Statement row(database_, "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
  bind(row, note_, guid, static_cast<std::int64_t>(form_of(item, both_ways)), seconds_,
       without_controls(tags_of(item)), fmt::format("{}", fmt::join(fields, "\x1F")), fields[0],
       static_cast<std::int64_t>(anki_number(fields[0]) & 0x7FFFFFFF));
  row.exec();
}

/// Adds the reviews of the item, or of its point, to Anki's log.
CardReviews Package::add_reviews(const ExportedCard& card, std::int64_t id) {
  CardReviews reviews;
  std::optional<memory::StudyDay> last;
  for (auto logged : what_.answers(*card.item)) {
    auto& points = logged.answer.points;
    if (!card.point.empty()) {
      std::erase_if(points, [&](const auto& point) { return point.id != card.point; });
    }
    if (points.empty()) {
      continue;
    }
    combined_ += points.size() > 1 ? 1U : 0U;
    const auto key = free_id(review_ids_, logged.stamp.when.time.time_since_epoch().count());
    const auto day = logged.stamp.when.day;
    const auto days = last ? (day - *last).count() : 0;
    const int kind = !logged.answer.scheduled ? 3 : !last ? 0 : days == 0 ? 2 : 1;
    SQLite::Statement row(database_, "INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)");
    bind(row, key, id, static_cast<int>(rating_of(logged.answer, *card.item)),
         static_cast<std::int64_t>(days), static_cast<std::int64_t>(days), kind == 3 ? 0 : kEase,
         static_cast<std::int64_t>(std::llround(logged.answer.seconds * 1000)), kind);
    row.exec();
    last = day;
    reviews.last = logged.stamp.when.time;
    for (const auto& point : points) {
      reviews.last_of[point.id] = reviews.last;
    }
    ++reviews.count;
  }
  return reviews;
}

void Package::add_card(const ExportedCard& card) {
  const auto guid = guid_of(card.item->deck, card.item->id);
  const auto id = free_id(card_ids_, anki_number(fmt::format("card/{}/{}", guid, card.ordinal)));
  const auto reviews = add_reviews(card, id);
  const auto state = what_.state(*card.item);
  if (state && state->rescheduled) {
    due_by_hand_.insert(card.item);
  }
  const auto points =
      state ? points_asked_by(card, *state) : std::vector<const history::PointState*>();
  const auto* known = weakest_of(points);
  const bool suspended = state && is_suspended(*state, points);
  const bool scheduled = reviews.count > 0 && known != nullptr;
  const int interval = scheduled ? interval_of(*known) : 0;
  const auto due = !scheduled            ? memory::StudyDay{}
                   : state && state->due ? *state->due
                                         : known->memory.last_review + std::chrono::days(interval);
  const int kind = scheduled ? kReview : kNew;
  SQLite::Statement row(
      database_,
      "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, "
      "0, ?)");
  bind(row, id, note_, anki_deck_id(card.item->deck), card.ordinal, seconds_, kind,
       suspended ? kSuspended : kind, scheduled ? day_number(due) : ++position_, interval,
       scheduled ? kEase : 0, reviews.count, scheduled ? known->memory.lapses : 0,
       scheduled ? memory_of(*known, last_review_of(*known, reviews)) : std::string());
  row.exec();
}

}  // namespace

Exported write_apkg(const Exportable& what) {
  Package package(what);
  for (const auto& deck : what.decks) {
    package.add(deck);
  }
  Exported result;
  result.bytes = package.finish();
  result.losses = losses_of_cards(
      what.decks,
      {.kinds = true, .html = true, .titles = true, .descriptions = true, .tags_parted_by = {" "}});
  if (package.had_controls()) {
    result.losses.emplace_back("control characters");
  }
  if (const auto missing = package.missing_pictures(); !missing.empty()) {
    result.losses.push_back(
        fmt::format("pictures of which there is no file: {}", first_of(missing)));
  }
  if (package.combined() > 0) {
    result.losses.push_back(fmt::format("ratings of single points in {} (one rating a card)",
                                        text::plural(package.combined(), "answer")));
  }
  if (const auto items = package.due_by_hand(); items > 0) {
    result.losses.push_back(
        fmt::format("due days set by hand of {} (read again, they follow from the reviews)",
                    text::plural(items, "item")));
  }
  name_orphans(result, what);
  result.losses.emplace_back("the texts of answers and their verdicts");
  return result;
}

}  // namespace pith::exchange
