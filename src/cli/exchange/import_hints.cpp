#include "cli/exchange/import_hints.h"

#include <system_error>

#include <fmt/format.h>

#include "base/below.h"
#include "cli/shell_word.h"
#include "exchange/formats.h"
#include "text/display.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

bool is_in(const fs::path& file, const fs::path& folder) {
  std::error_code error;
  return base::is_below(fs::weakly_canonical(file, error), fs::weakly_canonical(folder, error)) &&
         !error;
}

bool is_called_deck(const fs::path& file) {
  return file.extension() == ".yaml" || file.extension() == ".yml";
}

}  // namespace

std::string advice_on_deck(const deck::Deck& deck, const fs::path& file, const fs::path& folder) {
  const auto name = text::sanitise(file.string());
  if (is_called_deck(file) && is_in(file, folder)) {
    return fmt::format(
        "'{}' is a deck of pith already: `cp {} …` is not needed, it is among your decks", name,
        shell_word(name));
  }
  const auto target =
      folder / (is_called_deck(file) ? file.filename() : fs::path(deck.id + ".yaml"));
  return fmt::format("'{}' is a deck of pith already: `cp {} {}` is all it takes", name,
                     shell_word(name), shell_word(text::sanitise(target.string())));
}

std::size_t items_as_table(const exchange::SourceFile& file) {
  if (!file.name.ends_with(".txt")) {
    return 0;
  }
  const auto table = exchange::import_format_named("csv")->read(file);
  std::size_t items = 0;
  for (const auto& deck : table.decks) {
    items += deck.items.size();
  }
  return items > table.left_out.size() ? items : 0;
}

}  // namespace pith::cli
