#include "cli/exchange/import_history.h"

#include <map>
#include <ostream>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/files/history_file.h"
#include "cli/files/replace_file.h"
#include "cli/local_time.h"
#include "cli/progress_bar.h"
#include "cli/settings/config.h"
#include "exchange/sync/imported_events.h"
#include "history/take_in.h"
#include "memory/parameters.h"
#include "session/content.h"

namespace pith::cli {
namespace {

/// The learner's clock: at any instant by the system's zone, or as far from UTC as `--now` says.
exchange::LocalWhen local_clock(const Context& context) {
  const auto config = config_of(context);
  const auto fixed = context.options.now ? std::optional(context.now().offset) : std::nullopt;
  return [config, fixed](memory::Instant instant) {
    return when_of(fixed ? LocalTime{instant, *fixed} : local_at(instant), config);
  };
}

/// The contents of the items that were reviewed.
std::vector<history::Content> contents_of(const exchange::Imported& imported) {
  std::map<history::ItemId, bool> reviewed;
  for (const auto& card : imported.history->cards) {
    reviewed.emplace(card.item, true);
  }
  std::vector<history::Content> contents;
  for (const auto& deck : imported.decks) {
    for (const auto& item : deck.items) {
      if (reviewed.contains({deck.id, item.id})) {
        contents.push_back(session::content_of(item));
      }
    }
  }
  return contents;
}

}  // namespace

std::size_t import_history(Context& context, HistoryOnDemand& history,
                           const exchange::Imported& imported) {
  if (!imported.history || imported.history->cards.empty()) {
    return 0;
  }
  static_cast<void>(history.get());  // creates it, and says what is to be known of it
  ProgressBar progress(context, context.tr("reviews taken in"), imported.history->reviews);
  const auto when = local_clock(context);
  const auto hash = [](const deck::Item& item) { return session::content_of(item).hash; };
  return history::take_in(
      history_file(context),
      [&](const std::function<void(history::Event)>& take) {
        exchange::for_each_event(*imported.history, imported.decks, when, hash,
                                 [&](history::Event event) {
                                   take(std::move(event));
                                   progress.step();
                                 });
      },
      contents_of(imported));
}

std::vector<std::string> decks_reviewed_elsewhere(const history::History& history,
                                                  const exchange::Imported& imported) {
  std::set<std::string> reviewed;
  imported.history->for_each([&](const exchange::ImportedReview& review) {
    reviewed.insert(imported.history->cards[review.card].item.deck);
  });
  std::erase_if(reviewed, [&](const std::string& deck) { return !history.states(deck).empty(); });
  return {reviewed.begin(), reviewed.end()};
}

void adopt_parameters(Context& context, HistoryOnDemand& history,
                      const exchange::Imported& imported) {
  if (!imported.history || imported.history->parameters.empty()) {
    throw UsageError("--parameters: this file holds no parameters of FSRS");
  }
  history::ParametersChanged changed;
  changed.values = memory::parameters_from(imported.history->parameters);
  history.get().append(current_time(context), changed);
}

std::size_t write_media(exchange::Imported& imported, const std::filesystem::path& beside) {
  std::size_t written = 0;
  for (const auto& media : imported.media) {
    const auto path = beside / imported.media_folder / media.name;
    try {
      if (!std::filesystem::exists(path)) {
        create_file(path, media.bytes());
        ++written;
      }
    } catch (const Error& error) {
      imported.left_out.push_back({0, "media", error.what(), media.name});
    }
  }
  return written;
}

}  // namespace pith::cli
