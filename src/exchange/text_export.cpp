#include "exchange/text_export.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "deck/editing/deck_writer.h"
#include "exchange/anki/anki_export.h"
#include "exchange/source_text.h"

namespace pith::exchange {
namespace {

constexpr auto kExportFormats = std::to_array<ExportFormat>({
    {"yaml", "pith's own format", true, write_yaml},
    {"csv", "a table that Anki imports", false, write_csv},
    {"tsv", "the same with tabs", false, write_tsv},
    {"apkg", "an Anki package with the review history", false, write_apkg},
    {"md", "a document to be printed", false, write_markdown},
    {"json", "everything, for programs", false, write_json},
    {"revlog", "the reviews as CSV, for optimizers", false, write_revlog},
});

/// A row of the log.
struct ReviewRow {
  std::size_t card = 0;
  memory::Instant time{};
  memory::Rating rating = memory::Rating::good;
  double seconds = 0;
};

/// The reviews of an item. A point that was reset is another card from then on, as `optimize` has
/// it: it was new again.
void add_reviews(std::span<const history::PointReview> reviews, std::size_t& cards,
                 std::vector<ReviewRow>& rows) {
  std::map<std::string, std::size_t> numbers;
  for (const auto& review : reviews) {
    const auto [number, unknown] = numbers.try_emplace(review.point, cards + 1);
    if (unknown || review.first) {
      number->second = ++cards;
    }
    rows.push_back({number->second, review.time, review.rating, review.seconds});
  }
}

}  // namespace

std::span<const ExportFormat> export_formats() {
  return kExportFormats;
}

const ExportFormat* export_format_named(std::string_view name) {
  const auto* const found = std::ranges::find(kExportFormats, name, &ExportFormat::name);
  return found == kExportFormats.end() ? nullptr : found;
}

void name_orphans(Exported& exported, const Exportable& what) {
  if (what.orphans && what.orphans()) {
    exported.losses.emplace_back(
        "reviews of what is in no deck any more (`pith orphans` lists it)");
  }
}

void drop_controls(Exported& exported) {
  if (drop_controls(exported.bytes)) {
    exported.losses.emplace_back("control characters");
  }
}

Exported write_yaml(const Exportable& what) {
  return {what.decks.empty() ? std::string() : deck::write_deck(what.decks.front()),
          {"the review history"}};
}

Exported write_revlog(const Exportable& what) {
  std::size_t cards = 0;
  std::vector<ReviewRow> rows;
  for (const auto& deck : what.decks) {
    for (const auto& item : deck.items) {
      add_reviews(what.reviews(item), cards, rows);
    }
  }
  std::ranges::stable_sort(rows, {}, &ReviewRow::time);
  Exported result;
  result.bytes = "card_id,review_time,review_rating,review_duration\n";
  for (const auto& review : rows) {
    result.bytes +=
        fmt::format("{},{},{},{:.0f}\n", review.card, review.time.time_since_epoch().count(),
                    static_cast<int>(review.rating), review.seconds * 1000);
  }
  name_orphans(result, what);
  result.losses.emplace_back("decks and answers: this is the log alone");
  return result;
}

}  // namespace pith::exchange
