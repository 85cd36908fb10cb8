#include "cli/help/completions.h"

#include <algorithm>
#include <set>

#include "cli/help/help.h"
#include "cli/help/topics.h"

namespace pith::cli {
namespace {

/// A list longer than this helps nobody.
constexpr std::size_t kMostItems = 500;

/// The command line so far: which command, and whether the word before wants a value.
struct Begun {
  Command command;
  std::optional<Option> wants_value;
  std::vector<std::string> arguments;  ///< Positional ones of the command, before the last word.
};

std::optional<Option> find_option(Command command, const std::string& name) {
  for (std::optional at = command; at; at = at->parent()) {
    if (const auto option = at->option(name)) {
      return option;
    }
  }
  return std::nullopt;
}

std::optional<Command> find_command(Command parent, const std::string& name) {
  const auto found = parent.command(name);
  return found && !found->is_hidden() ? found : std::nullopt;
}

Begun begun_by(Command program, std::span<const std::string> before) {
  Begun begun{program, std::nullopt, {}};
  for (const auto& word : before) {
    if (begun.wants_value) {
      begun.wants_value.reset();
    } else if (word.starts_with('-')) {
      const auto option = find_option(begun.command, word);
      begun.wants_value = option && option->needs_value() ? option : std::nullopt;
    } else if (const auto command = find_command(begun.command, word);
               command && begun.arguments.empty()) {
      begun.command = *command;
    } else {
      begun.arguments.push_back(word);
    }
  }
  return begun;
}

void add_options(std::vector<Candidate>& to, Command command) {
  for (std::optional at = command; at; at = at->parent()) {
    for (const auto& option : at->options()) {
      for (const auto& name : option.long_names()) {
        to.push_back({"--" + name, option.description()});
      }
    }
  }
  to.push_back({"--help", ""});
}

void add_commands_of(std::vector<Candidate>& to, Command parent) {
  for (const auto& command : parent.commands()) {
    if (!command.is_hidden()) {
      to.push_back({command.name(), command.description()});
    }
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

/// The values of an option, each behind `prefix`.
void add_values(std::vector<Candidate>& to, const Option& option, const Begun& begun,
                const std::string& prefix, const LoadDecks& decks) {
  for (const auto& value : option.values()) {
    to.push_back({prefix + value, ""});
  }
  const auto names = option.long_names();
  if (std::ranges::find(names, "point") == names.end() || begun.arguments.empty()) {
    return;
  }
  const auto collection = decks();
  for (const auto& argument : begun.arguments) {
    if (const auto* item = deck::find_item(collection, argument)) {
      for (const auto& point : item->points) {
        to.push_back({prefix + point.id, point.name == point.id ? "" : point.name});
      }
    }
  }
}

/// The values of the positional argument that stands at the last word.
void add_arguments(std::vector<Candidate>& to, const Begun& begun, const std::string& word,
                   const LoadDecks& decks, const MoreNames& more) {
  const auto arguments = begun.command.arguments();
  if (arguments.empty()) {
    return;
  }
  const auto& argument = arguments[std::min(begun.arguments.size(), arguments.size() - 1)];
  const auto name = argument.names();
  if (name == "selector") {
    add_selectors(to, decks(), word, true);
  } else if (name == "item" && (begun.arguments.empty() || argument.takes_several())) {
    add_selectors(to, decks(), word, false);
  } else if (name == "deck" && more.own_decks) {
    to = more.own_decks();
  } else if (name == "practice" && more.shipped_practices) {
    for (auto& practice : more.shipped_practices()) {
      to.push_back({std::move(practice), ""});
    }
  } else if (name == "topic" && !begun.arguments.empty()) {
    if (const auto command = find_command(*begun.command.parent(), begun.arguments[0])) {
      add_commands_of(to, *command);
    }
  } else if (name == "topic") {
    for (const auto& topic : topics()) {
      to.push_back({std::string(topic.name), std::string(topic.about)});
    }
    add_commands_of(to, *begun.command.parent());
  } else {
    for (const auto& value : argument.values()) {
      to.push_back({value, ""});
    }
  }
}

}  // namespace

std::vector<Candidate> complete(Command program, std::span<const std::string> words,
                                const LoadDecks& decks, const MoreNames& more) {
  if (words.empty()) {
    return {};
  }
  const auto& word = words.back();
  const auto begun = begun_by(program, words.first(words.size() - 1));
  std::vector<Candidate> all;
  const auto equals = word.starts_with("--") ? word.find('=') : std::string::npos;
  if (begun.wants_value) {
    add_values(all, *begun.wants_value, begun, "", decks);
  } else if (equals != std::string::npos) {
    if (const auto option = find_option(begun.command, word.substr(0, equals))) {
      add_values(all, *option, begun, word.substr(0, equals + 1), decks);
    }
  } else if (word.starts_with('-')) {
    add_options(all, begun.command);
  } else {
    if (begun.arguments.empty()) {
      add_commands_of(all, begun.command);
    }
    const auto review = begun.command.parent() ? std::nullopt : find_command(program, "review");
    add_arguments(all, review ? Begun{*review, std::nullopt, {}} : begun, word, decks, more);
  }
  std::erase_if(all, [&](const Candidate& each) { return !each.text.starts_with(word); });
  return all;
}

}  // namespace pith::cli
