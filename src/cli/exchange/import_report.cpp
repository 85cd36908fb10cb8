#include "cli/exchange/import_report.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <string_view>

#include <fmt/format.h>

#include "cli/at_terminal.h"
#include "cli/printable.h"
#include "cli/tell.h"
#include "report/json.h"
#include "text/display.h"

namespace pith::cli {
namespace {

using base::Json;

constexpr std::size_t kShownRemarks = 40;
constexpr std::size_t kMostOfCause = 5;   // beyond them,
constexpr std::size_t kShownOfCause = 3;  // so many are shown
constexpr std::size_t kShownItems = 3;

std::size_t points_of(const deck::Deck& deck) {
  std::size_t points = 0;
  for (const auto& item : deck.items) {
    points += item.points.size();
  }
  return points;
}

/// Where a remark belongs, and the colon behind it.
std::string place_of(const std::string& file, const exchange::Remark& remark,
                     const text::Messages& tr) {
  return remark.line > 0 ? fmt::format("{}:{}: ", file, remark.line)
         : remark.place.empty()
             ? tr.format("{}: ", file)
             : tr.format("{}: ", file) + tr.format("{}: ", tr.sentence(remark.place));
}

void print_remark(Context& context, const std::string& file, const exchange::Remark& remark,
                  const std::string& reason) {
  const auto& tr = context.tr;
  tell(context,
       one_line(place_of(file, remark, tr)) +
           (remark.text.empty() ? reason : tr.format("{}: {}", reason, one_line(remark.text))));
}

/// Each by itself; of a cause with many, a few and how many more there are.
void print_remarks(Context& context, const std::string& file, const exchange::Remarks& remarks,
                   const std::string& what) {
  const auto& tr = context.tr;
  std::map<std::string_view, std::size_t> all;
  for (const auto& remark : remarks) {
    ++all[remark.reason];
  }
  std::map<std::string_view, std::size_t> met;
  std::size_t told = 0;
  std::size_t untold = 0;
  for (const auto& remark : remarks) {
    const auto count = all[remark.reason];
    const auto nth = ++met[remark.reason];
    const bool many = count > kMostOfCause;
    if (many && nth > kShownOfCause) {
      continue;
    }
    const auto rest = many && nth == kShownOfCause ? count - nth : 0;
    if (told == kShownRemarks) {
      untold += 1 + rest;
      continue;
    }
    ++told;
    const auto reason = what + one_line(tr.sentence(remark.reason));
    print_remark(context, file, remark, reason);
    if (rest > 0) {
      tell(context, tr.format("{}: {} more of {}: {}; --json lists them all", one_line(file), rest,
                              count, reason));
    }
  }
  if (untold > 0) {
    tell(context, tr.format("{}: {} more of these; --json lists them all", one_line(file), untold));
  }
}

void print_sample(Context& context, const deck::Item& item) {
  const auto width = std::max<std::size_t>(context.screen.columns, 20) - 4;
  context.out << "  - " << text::truncate(one_line(item.question), width) << '\n';
  for (const auto& point : item.points) {
    const auto detail = point.detail.empty() ? "" : ": " + point.detail;
    context.out << "      " << text::truncate(one_line(point.name + detail), width - 2) << '\n';
  }
}

Json to_json(const exchange::Remarks& remarks) {
  Json list = Json::array();
  for (const auto& remark : remarks) {
    list.push_back({{"line", remark.line > 0 ? Json(remark.line) : Json()},
                    {"place", remark.place.empty() ? Json() : Json(remark.place)},
                    {"reason", remark.reason},
                    {"text", remark.text}});
  }
  return list;
}

/// What went with the deck at an index that was there before; null if there was none.
const ReplacedDeck* replaced_at(const ImportedFile& file, std::size_t i) {
  return i < file.replaced.size() && file.replaced[i] ? &*file.replaced[i] : nullptr;
}

/// What the history can get from it, of all kinds that count as new; empty if there is nothing.
std::string events_of(const exchange::ImportedHistory& history, const text::Messages& tr) {
  const auto suspensions = static_cast<std::size_t>(
      std::ranges::count_if(history.cards, &exchange::ImportedCard::suspended));
  const auto reviews = tr.count(history.reviews, "review");
  if (suspensions == 0) {
    return history.reviews > 0 ? reviews : "";
  }
  return reviews + tr.format(", {} suspended", suspensions);
}

/// On standard output: the decks, and what came with them.
void print_taken(Context& context, const ImportedFile& file, bool with_samples) {
  const auto& result = file.result;
  const auto& tr = context.tr;
  for (std::size_t i = 0; i < result.decks.size(); ++i) {
    const auto& deck = result.decks[i];
    const auto where = i < file.paths.size() ? " -> " + file.paths[i] : std::string();
    const auto line = tr.format("{} ({}): {}, {}{}\n", one_line(file.name), file.format,
                                tr.count(deck.items.size(), "item"),
                                tr.count(points_of(deck), "point"), one_line(where));
    context.out << fitted(context.screen, line);
    for (std::size_t n = 0; with_samples && n < std::min(deck.items.size(), kShownItems); ++n) {
      print_sample(context, deck.items[n]);
    }
  }
  if (const auto events = result.history ? events_of(*result.history, tr) : ""; !events.empty()) {
    context.out << fmt::format("  {}{}\n", events,
                               file.paths.empty() ? "" : tr.format(", {} new", file.reviews));
  }
  if (!result.media.empty()) {
    context.out << fmt::format("  {}{}\n", tr.count(result.media.size(), "media file"),
                               file.paths.empty() ? ""
                                                  : tr.format(", {} written to {}/", file.media,
                                                              one_line(result.media_folder)));
  }
  if (result.history && !result.history->parameters.empty()) {
    context.out << "  " << tr("parameters of FSRS (--parameters makes them yours)") << '\n';
  }
}

/// What was changed, or not taken, on stderr.
void print_remarks_on(Context& context, const ImportedFile& file) {
  print_remarks(context, file.name, file.result.changed, "");
  print_remarks(context, file.name, file.result.left_out, context.tr("not taken: "));
}

/// The same where the decks themselves go to stdout, with nothing of what comes along with them.
void print_report_beside_decks(Context& context, const ImportedFile& file) {
  const auto& tr = context.tr;
  print_remarks_on(context, file);
  const auto& history = file.result.history;
  const auto tell_loss = [&](const std::string& what) {
    tell(context, one_line(tr.format("{}: ", file.name)) + tr("not taken: ") + what);
  };
  if (const auto events = history ? events_of(*history, tr) : ""; !events.empty()) {
    tell_loss(events);
  }
  if (!file.result.media.empty()) {
    tell_loss(tr.count(file.result.media.size(), "media file"));
  }
}

/// Counts and places of the decks on stdout; what was not taken, or changed, on stderr.
void print_report(Context& context, const ImportedFile& file, bool with_samples) {
  const auto& result = file.result;
  const auto& tr = context.tr;
  if (result.decks.empty()) {
    tell(context,
         tr.format("{}: nothing in it could be taken as {}", one_line(file.name), file.format));
    if (file.as_table > 0) {
      tell(context, tr.format("{}: as a table it gives {}: --format csv", one_line(file.name),
                              tr.count(file.as_table, "item")));
    }
  } else {
    print_taken(context, file, with_samples);
  }
  for (std::size_t i = 0; i < result.decks.size(); ++i) {
    if (const auto* replaced = replaced_at(file, i)) {
      print_gone(context, i < file.paths.size() ? file.paths[i] : result.decks[i].id, *replaced);
    }
  }
  print_remarks_on(context, file);
}

Json to_json(const ImportedFile& file) {
  Json decks = Json::array();
  for (std::size_t i = 0; i < file.result.decks.size(); ++i) {
    const auto& deck = file.result.decks[i];
    const auto* replaced = replaced_at(file, i);
    std::map<std::string, std::size_t> kinds;
    for (const auto& item : deck.items) {
      ++kinds[std::string(deck::name_of(item.kind))];
    }
    decks.push_back({{"deck", deck.id},
                     {"path", i < file.paths.size() ? Json(file.paths[i]) : Json()},
                     {"items", deck.items.size()},
                     {"points", points_of(deck)},
                     {"kinds", kinds},
                     {"gone", replaced == nullptr ? Json() : to_json(*replaced)}});
  }
  auto left_out = file.result.left_out;
  if (!file.in_the_way.empty()) {
    left_out.push_back({0, {}, file.in_the_way, {}});
  }
  return {
      {"file", file.name},
      {"format", file.format.empty() ? Json() : Json(file.format)},
      {"decks", decks},
      {"reviews", file.result.history ? file.result.history->reviews : 0},
      {"new_events", file.reviews},
      {"media", file.result.media.size()},
      {"parameters", file.result.history ? Json(file.result.history->parameters) : Json::array()},
      {"left_out", to_json(left_out)},
      {"changed", to_json(file.result.changed)}};
}

}  // namespace

ImportReports::ImportReports(Context& context, bool json, bool with_samples, bool decks_follow)
    : context_(context), json_(json), with_samples_(with_samples), decks_follow_(decks_follow) {}

void ImportReports::add(const ImportedFile& file) {
  if (json_) {
    files_.push_back(to_json(file));
  } else if (decks_follow_ && !file.result.decks.empty()) {
    print_report_beside_decks(context_, file);
  } else {
    print_report(context_, file, with_samples_);
  }
}

void ImportReports::add_failure(const std::string& name, const std::string& reason) {
  if (json_) {
    ImportedFile file{name, {}, {}, {}, 0, 0};
    file.result.left_out.push_back({0, {}, reason, {}});
    files_.push_back(to_json(file));
  }
}

void ImportReports::finish() {
  if (!files_.empty()) {
    context_.out << report::line({{"files", files_}}) << '\n';
  }
}

}  // namespace pith::cli
