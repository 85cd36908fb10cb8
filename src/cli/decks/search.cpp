// pith search: the items that have all the words somewhere in question, points, details or tags.
#include <algorithm>
#include <ostream>

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

/// Everything of an item that is searched, one spelling for all scripts, widths and cases.
std::u32string searchable(const deck::Item& item) {
  std::string all = item.deck + '\n' + item.id + '\n' + item.question;
  for (const auto& tag : item.tags) {
    all += '\n' + tag;
  }
  for (const auto& point : item.points) {
    all += '\n' + point.name + '\n' + point.detail;
    for (const auto& wording : point.accept) {
      all += '\n' + wording;
    }
  }
  return text::fold(all).text;
}

bool has_all(const deck::Item& item, const std::vector<std::u32string>& words) {
  const auto text = searchable(item);
  return std::all_of(words.begin(), words.end(), [&](const std::u32string& word) {
    return text.find(word) != std::u32string::npos;
  });
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
  auto selection = select_items(context, {});
  std::vector<std::u32string> words;
  for (const auto& word : options.words) {
    words.push_back(text::fold(text::repair_utf8(word)).text);
  }
  std::erase_if(selection.items, [&](const deck::Item* item) { return !has_all(*item, words); });
  auto listing = listing_of(context, selection.items);
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
