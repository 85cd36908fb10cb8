// pith search: the items that have all the words somewhere in question, points, details or tags.
#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/decks/item_choice.h"
#include "cli/decks/selection.h"
#include "cli/listing.h"
#include "cli/printable.h"
#include "cli/shell_word.h"
#include "cli/tell.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::cli {
namespace {

struct SearchOptions {
  std::vector<std::string> words;
  ItemChoice choice;
  bool json = false;
};

using Searchable = std::map<Place, std::u32string>;

/// Everything of an item that is searched, one spelling for all scripts, widths and cases.
Searchable searchable(const deck::Item& item) {
  std::map<Place, std::string> texts;
  texts[Place::question] = item.deck + '\n' + item.id + '\n' + item.question;
  for (const auto& tag : item.tags) {
    texts[Place::tags] += tag + '\n';
  }
  for (const auto& point : item.points) {
    texts[Place::points] += point.name + '\n' + point.detail + '\n';
    for (const auto& wording : point.accept) {
      texts[Place::wordings] += wording + '\n';
    }
  }
  Searchable folded;
  for (const auto& [place, text] : texts) {
    folded[place] = text::fold(text).text;
  }
  return folded;
}

/// Where each of the words is first; empty if one is nowhere.
std::vector<Place> places_of(const std::vector<std::u32string>& words, const deck::Item& item) {
  const auto texts = searchable(item);
  std::set<Place> places;
  for (const auto& word : words) {
    const auto found = std::ranges::find_if(
        texts, [&](const auto& text) { return text.second.find(word) != std::u32string::npos; });
    if (found == texts.end()) {
      return {};
    }
    places.insert(found->first);
  }
  return {places.begin(), places.end()};
}

/// The items that have all the words.
Listing found(const Context& context, const std::vector<const deck::Item*>& items,
              const std::vector<std::u32string>& words) {
  std::vector<const deck::Item*> with_words;
  std::vector<std::vector<Place>> places;
  for (const auto* item : items) {
    if (auto those = places_of(words, *item); !those.empty()) {
      with_words.push_back(item);
      places.push_back(std::move(those));
    }
  }
  auto listing = listing_of(context, with_words);
  for (std::size_t i = 0; i < places.size(); ++i) {
    listing.items[i].found_in = std::move(places[i]);
  }
  return listing;
}

/// A tag is no word of an item as it is written for other commands.
std::string nothing_found(const std::vector<std::string>& words, const text::Messages& tr) {
  const auto tag =
      std::ranges::find_if(words, [](const std::string& word) { return word.starts_with("tag:"); });
  return tag == words.end() ? tr("pith: no item has these words")
                            : tr.format(
                                  "pith: no item has these words; `pith list {}` lists the "
                                  "items with that tag",
                                  one_line(shell_word(*tag)));
}

ExitStatus run_search(Context& context, const SearchOptions& options) {
  const auto selection = select_items(context, {});
  std::vector<std::u32string> words;
  for (const auto& word : options.words) {
    words.push_back(text::fold(text::repair_utf8(word)).text);
  }
  auto listing = found(context, selection.items, words);
  if (listing.items.empty()) {
    tell(context, nothing_found(options.words, context.tr));
  } else {
    choose(context, listing, options.choice);
  }
  print_list(context, listing, options.json);
  return done;
}

}  // namespace

void add_search(Command app, Action& action) {
  auto command = app.add_command("search", "Find items by words in questions, points and tags");
  auto options = std::make_shared<SearchOptions>();
  command.add_option("word", options->words, "All of them must occur").required();
  add_choice_options(command, options->choice);
  command.add_flag("--json", options->json, "As a JSON array, one object an item");
  on_call(command, action, options, run_search);
}

}  // namespace pith::cli
