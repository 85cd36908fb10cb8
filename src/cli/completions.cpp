#include "cli/completions.h"

#include <algorithm>
#include <set>

#include "cli/help.h"
#include "cli/topics.h"

namespace pith::cli {
namespace {

/// A list longer than this helps nobody.
constexpr std::size_t kMostItems = 500;

/// The command line so far: which command, and whether the word before wants a value.
struct Place {
  const CLI::App* command = nullptr;
  const CLI::Option* wants_value = nullptr;
  std::size_t arguments = 0;  ///< Positional ones of the command, before the last word.
};

const CLI::Option* find_option(const CLI::App& command, const std::string& name) {
  for (const auto* app = &command; app != nullptr; app = app->get_parent()) {
    if (const auto* option = app->get_option_no_throw(name)) {
      return option;
    }
  }
  return nullptr;
}

const CLI::App* find_command(const CLI::App& app, const std::string& name) {
  const auto found = app.get_subcommands(
      [&](const CLI::App* each) { return each->check_name(name) && !each->get_group().empty(); });
  return found.empty() ? nullptr : found.front();
}

Place place_of(const CLI::App& app, std::span<const std::string> before) {
  Place place{&app, nullptr, 0};
  for (const auto& word : before) {
    if (place.wants_value != nullptr) {
      place.wants_value = nullptr;
    } else if (word.starts_with('-')) {
      const auto* option = find_option(*place.command, word);
      place.wants_value = option != nullptr && option->get_expected_min() > 0 ? option : nullptr;
    } else if (const auto* command = find_command(*place.command, word);
               command != nullptr && place.arguments == 0) {
      place.command = command;
    } else {
      ++place.arguments;
    }
  }
  return place;
}

void add_options(std::vector<Candidate>& to, const CLI::App& command) {
  for (const auto* app = &command; app != nullptr; app = app->get_parent()) {
    for (const auto* option : options_of(*app, false)) {
      for (const auto& name : option->get_lnames()) {
        to.push_back({"--" + name, option->get_description()});
      }
    }
  }
  to.push_back({"--help", ""});
}

void add_commands_of(std::vector<Candidate>& to, const CLI::App& app) {
  for (const auto* command :
       app.get_subcommands([](const CLI::App* each) { return !each->get_group().empty(); })) {
    to.push_back({command->get_name(), command->get_description()});
  }
}

/// Decks, or the items of the deck that the word names; with `tags`, `tag:NAME` too.
void add_selectors(std::vector<Candidate>& to, const deck::Collection& collection,
                   const std::string& word, bool tags) {
  const auto slash = word.find('/');
  std::set<std::string> names;
  for (const auto& deck : collection.decks) {
    if (slash == std::string::npos) {
      to.push_back({deck.id, deck.title});
      to.push_back({deck.id + "/", ""});
    }
    for (const auto& item : deck.items) {
      const auto id = deck::full_id(item);
      if (slash != std::string::npos && id.starts_with(word) && to.size() < kMostItems) {
        to.push_back({id, item.question});
      }
      if (tags) {
        names.insert(item.tags.begin(), item.tags.end());
      }
    }
  }
  for (const auto& name : names) {
    to.push_back({"tag:" + name, ""});
  }
}

/// The values of the positional argument that stands at the last word.
void add_arguments(std::vector<Candidate>& to, const Place& place, const std::string& word,
                   const LoadDecks& decks) {
  const auto arguments = options_of(*place.command, true);
  if (arguments.empty()) {
    return;
  }
  const auto& argument = *arguments[std::min(place.arguments, arguments.size() - 1)];
  const auto name = argument.get_name(true);
  if (name == "selector") {
    add_selectors(to, decks(), word, true);
  } else if (name == "item" && place.arguments == 0) {
    add_selectors(to, decks(), word, false);
  } else if (name == "topic") {
    for (const auto& topic : topics()) {
      to.push_back({std::string(topic.name), std::string(topic.about)});
    }
    add_commands_of(to, *place.command->get_parent());
  } else {
    for (const auto& value : values_of(argument)) {
      to.push_back({value, ""});
    }
  }
}

}  // namespace

std::vector<Candidate> complete(const CLI::App& app, std::span<const std::string> words,
                                const LoadDecks& decks) {
  if (words.empty()) {
    return {};
  }
  const auto& word = words.back();
  const auto place = place_of(app, words.first(words.size() - 1));
  std::vector<Candidate> all;
  if (place.wants_value != nullptr) {
    for (const auto& value : values_of(*place.wants_value)) {
      all.push_back({value, ""});
    }
  } else if (word.starts_with('-')) {
    add_options(all, *place.command);
  } else {
    if (place.arguments == 0) {
      add_commands_of(all, *place.command);
    }
    const bool whole = place.command->get_parent() == nullptr;
    const auto* review = whole ? find_command(app, "review") : nullptr;
    add_arguments(all, review == nullptr ? place : Place{review, nullptr, 0}, word, decks);
  }
  std::erase_if(all, [&](const Candidate& each) { return !each.text.starts_with(word); });
  return all;
}

}  // namespace pith::cli
