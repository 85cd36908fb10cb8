#include "deck/reading/reader.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include <fmt/format.h>

#include "deck/language.h"
#include "deck/limits.h"
#include "deck/reading/fields.h"
#include "deck/reading/item_reader.h"
#include "deck/reading/names.h"
#include "deck/yaml/clean_text.h"
#include "deck/yaml/complaints.h"
#include "deck/yaml/keys.h"
#include "deck/yaml/traps.h"
#include "deck/yaml/yaml_tree.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::deck {
namespace {

void read_id(const Fields& fields, std::string_view path, Deck& deck, Complaints& complaints) {
  const bool given = fields.has("deck");
  deck.id = given ? fields.text("deck") : std::filesystem::path(path).stem().string();
  const auto offset = given ? fields.value("deck")->offset : fields.offset("deck");
  deck.at = complaints.source().position(offset);
  if (deck.id.empty()) {
    return;  // complained of already
  }
  if (given) {
    warn_of_type(*fields.value("deck"), complaints);
  }
  const auto remedy = given ? "use lower-case letters, digits and '-'"
                            : "add a line such as 'deck: my-deck' at the top";
  if (!is_deck_id(deck.id)) {
    complaints.error(offset,
                     given ? fmt::format("{} cannot be a deck's id", in_quotes(deck.id))
                           : fmt::format("the deck has no id, and the file's name {} cannot serve "
                                         "as one",
                                         in_quotes(text::repair_utf8(deck.id))),
                     remedy);
  } else if (is_command_name(deck.id)) {
    complaints.error(offset,
                     fmt::format("the deck's id {} is the name of a command", in_quotes(deck.id)),
                     given ? "choose another id" : remedy);
  }
}

/// Letters and digits in groups of 1 to 8, as in `zh`, `en-GB`, `zh-Hans`.
bool is_language_tag(std::string_view tag) {
  std::size_t group = 0;
  const auto first = tag.substr(0, tag.find('-')).size();
  for (const char c : tag) {
    const bool alphanumeric =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!alphanumeric && (c != '-' || group == 0)) {
      return false;
    }
    group = c == '-' ? 0 : group + 1;
    if (group > 8) {
      return false;
    }
  }
  return group > 0 && (first == 2 || first == 3);
}

/// Chinese if the file has Han characters outside its comments.
std::string guess_language(std::string_view text) {
  bool comment = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = text::next_code_point(text, at);
    comment = c == U'#' || (comment && c != U'\n');
    if (!comment && text::is_han(c)) {
      return "zh";
    }
  }
  return "en";
}

void read_head(const Fields& fields, std::string_view path, Deck& deck, Complaints& complaints) {
  read_id(fields, path, deck, complaints);
  deck.title = fields.text("title");
  deck.language = fields.text("language");
  if (fields.has("language") && !deck.language.empty() && !is_language_tag(deck.language)) {
    complaints.error(fields.value("language")->offset,
                     fmt::format("{} is no language tag", in_quotes(deck.language)),
                     "write a BCP 47 tag such as zh, en or en-GB");
  }
  if (deck.language.empty()) {
    deck.language = guess_language(complaints.source().text());
  }
  deck.description = fields.text("description");
  deck.author = fields.text("author");
  deck.source = fields.text("source");
  deck.license = fields.text("license");
  deck.was = fields.texts("was");
}

/// The deck's tags, if every item can have them.
void read_tags(const Fields& fields, Deck& deck, Complaints& complaints) {
  deck.tags = fields.texts("tags");
  const auto* items = fields.value("items");
  std::size_t size = 0;
  for (const auto& tag : deck.tags) {
    size += sizeof(std::string) + tag.size();
  }
  const bool many = deck.tags.size() > kMostDeckTags;
  if (many || (items != nullptr && size > 0 && items->children.size() > kLargestTagCopies / size)) {
    complaints.error(fields.value("tags")->offset,
                     many ? fmt::format("a deck may have {} tags at most", kMostDeckTags)
                          : "the deck's tags are too long for so many items",
                     "give tags to the items that need them");
    deck.tags.clear();
  }
}

Settings read_defaults(const Fields& fields, Complaints& complaints) {
  const auto* node = fields.value("defaults");
  if (node == nullptr) {
    return {};
  }
  if (node->type != Node::Type::map) {
    complaints.error(node->offset, fmt::format("'defaults' must be a map, not {}", type_of(*node)),
                     "write defaults: {pass: 0.6, time_limit: 3m}");
    return {};
  }
  return read_settings(Fields(*node, "'defaults'", default_keys(), complaints), {});
}

void read_root(const Node& root, Deck& deck, Complaints& complaints) {
  if (root.type != Node::Type::map) {
    if (complain_of_wide_colons(complaints, root.offset)) {
      return;
    }
    complaints.error(root.offset, fmt::format("a deck must be a map, not {}", type_of(root)),
                     "begin with 'deck: …' and put the items under 'items:'");
    return;
  }
  const Fields fields(root, "a deck", deck_keys(), complaints, default_keys());
  read_head(fields, deck.path, deck, complaints);
  read_tags(fields, deck, complaints);
  const auto defaults = read_defaults(fields, complaints);
  if (const auto* items = fields.value("items")) {
    read_items(*items, defaults, deck, complaints);
  } else {
    complaints.error(root.offset, "'items' is missing", "put the questions under 'items:'");
  }
  if (!fields.has("language")) {
    set_languages(deck);
  }
  if (complaints.has_error()) {
    complain_of_wide_colons(complaints, root.offset);
  }
}

/// Whether a line begins with this key of a map, quoted or not, and this colon.
bool begins_with_key(std::string_view line, std::string_view key, std::string_view colon = ":") {
  const auto quote = line.substr(0, line.find_first_not_of("\"'"));
  const auto name = fmt::format("{0}{1}{0}", quote, key);
  if (quote.size() > 1 || !line.starts_with(name)) {
    return false;
  }
  line.remove_prefix(name.size());
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line.starts_with(colon);
}

template <typename Predicate>
bool any_line(std::string_view bytes, Predicate holds) {
  bytes = without_byte_order_mark(bytes);
  for (std::size_t begin = 0; begin < bytes.size();) {
    const auto end = std::min(bytes.find('\n', begin), bytes.size());
    if (holds(bytes.substr(begin, end - begin))) {
      return true;
    }
    begin = end + 1;
  }
  return false;
}

/// Whether a line is of a deck's head, or begins a question; an input method's colon will do.
bool is_of_a_deck(std::string_view line) {
  const auto begins_with = [&](const char* key) {
    return begins_with_key(line, key) || begins_with_key(line, key, "：");
  };
  if (begins_with("deck")) {
    return true;
  }
  line.remove_prefix(std::min(line.find_first_not_of(" -{"), line.size()));
  return std::ranges::any_of(std::array{"question", "cloze", "front"}, begins_with);
}

void skip(std::string_view& text, std::string_view unwanted) {
  text.remove_prefix(std::min(text.find_first_not_of(unwanted), text.size()));
}

/// What a file holds that is one map in braces, as in JSON; else empty.
std::string_view in_braces(std::string_view bytes) {
  bytes = without_byte_order_mark(bytes);
  for (;;) {
    skip(bytes, " \t\r\n");
    if (bytes.starts_with('#') || bytes.starts_with('%')) {
      bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size()));
    } else if (bytes.starts_with("---")) {
      bytes.remove_prefix(3);
    } else {
      return bytes.starts_with('{') ? bytes : std::string_view();
    }
  }
}

/// Whether such a file can be read and has `items` at the top.
bool has_items_in_braces(std::string_view bytes) {
  if (bytes.size() > kLargestDeckFile || in_braces(bytes).empty()) {
    return false;
  }
  const Source source(without_byte_order_mark(bytes));
  Complaints complaints(source, "");
  const auto root = is_clean_text(complaints) ? parse_yaml(complaints) : std::nullopt;
  return root && root->type == Node::Type::map && find(*root, "items") != nullptr;
}

/// Whether such a file, be it broken, has a question somewhere, or `deck` before all that is
/// nested.
bool is_meant_in_braces(std::string_view bytes) {
  const auto map = in_braces(bytes);
  const auto nested = map.find_first_of("{[", 1);
  for (auto at = map.find('{'); at < map.size(); at = map.find_first_of("{,", at + 1)) {
    auto key = map.substr(at + 1);
    skip(key, " \t\r\n");
    const auto begins_with = [&](const char* name) { return begins_with_key(key, name); };
    if (std::ranges::any_of(std::array{"question", "cloze", "front"}, begins_with) ||
        (at < nested && begins_with("deck"))) {
      return true;
    }
  }
  return false;
}

}  // namespace

ReadResult read_deck(std::string_view bytes, std::string path) {
  const bool too_large = bytes.size() > kLargestDeckFile;
  bytes = too_large ? std::string_view() : without_byte_order_mark(bytes);
  const Source source(bytes);
  Complaints complaints(source, text::repair_utf8(path));
  Deck deck;
  deck.path = std::move(path);
  if (too_large) {
    complaints.error(0, fmt::format("larger than {} MB", kLargestDeckFile >> 20U),
                     "split it into several decks");
  } else if (is_clean_text(complaints)) {
    const auto root = parse_yaml(complaints);
    if (root) {
      read_root(*root, deck, complaints);
    } else if (!complaints.has_error()) {
      complaints.error(0, "this file is empty", "put the questions under 'items:'");
    }
  }
  const bool usable = !complaints.has_error();
  return {usable ? std::optional(std::move(deck)) : std::nullopt, complaints.take()};
}

bool looks_like_deck(std::string_view bytes) {
  return any_line(bytes, [](std::string_view line) { return begins_with_key(line, "items"); }) ||
         has_items_in_braces(bytes);
}

bool seems_meant_as_deck(std::string_view bytes) {
  const Source source(without_byte_order_mark(bytes));
  Complaints complaints(source, "");
  return !is_clean_text(complaints) || any_line(bytes, is_of_a_deck) || is_meant_in_braces(bytes);
}

}  // namespace pith::deck
