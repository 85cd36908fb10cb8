#include "exchange/kind_mark.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "deck/limits.h"
#include "deck/reading/names.h"
#include "deck/reading/numbers.h"
#include "exchange/faces.h"
#include "exchange/guid.h"
#include "exchange/html/html_text.h"
#include "exchange/item_kinds.h"
#include "exchange/lines.h"
#include "exchange/note.h"
#include "text/normalise.h"

namespace pith::exchange {
namespace {

using Words = std::vector<std::string>;

constexpr std::string_view kBegin = "<!-- pith ";
constexpr std::string_view kEnd = " -->";

/// The word that stands for a point's name: its identity, or its signs where it has nothing else.
std::string key_of(std::string_view name) {
  auto key = text::identity_of(name);
  if (key.empty()) {
    key = name;
    std::erase_if(key, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
  }
  return escape_html(key);
}

/// `id=key` for each point whose id does not follow from its name, as the back of the card has it.
std::string ids_of(const deck::Item& item) {
  auto shown = points_of_back(back_of_points(item.points));
  shown.resize(item.points.size());
  std::string list;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const auto key = key_of(shown[i].name);
    const auto& id = item.points[i].id;
    if (!key.empty() && id != text::identity_of(shown[i].name) && deck::is_item_id(id)) {
      list += fmt::format(" {}={}", id, key);
    }
  }
  return list;
}

/// What follows the name of the kind; empty where no mark is needed.
std::optional<std::string> told_of(const deck::Item& item, bool typing_shows) {
  switch (item.kind) {
    case deck::Kind::points: {
      const auto ids = ids_of(item);
      const bool own = is_own_guid(guid_of(item.deck, item.id));
      return ids.empty() && own ? std::nullopt : std::optional(ids);
    }
    case deck::Kind::choices:
      return fmt::format(" {} {}", item.choices.size(),
                         std::ranges::count_if(item.choices, &deck::Choice::correct));
    case deck::Kind::number:
      return fmt::format(" {}", item.number->tolerance);
    case deck::Kind::card:
      return points_of_back(item.points[0].name).empty() ? std::nullopt
                                                         : std::optional<std::string>("");
    case deck::Kind::short_answer:
      return typing_shows ? std::nullopt : std::optional<std::string>("");
    case deck::Kind::cloze:
      break;
  }
  return std::nullopt;
}

/// The words of the mark at the beginning of a field.
Words words_of_mark(std::string_view html) {
  if (!html.starts_with(kBegin)) {
    return {};
  }
  html.remove_prefix(kBegin.size());
  return split_list(html.substr(0, html.find(kEnd)), {" "});
}

std::optional<deck::Item> points_of(const Words& words, std::string_view front,
                                    std::string_view back) {
  auto points = points_of_back(back);
  std::map<std::string, std::string, std::less<>> ids;
  for (const auto& word : words) {
    const auto sign = std::min(word.find('='), word.size());
    if (deck::is_item_id(word.substr(0, sign))) {
      ids.emplace(word.substr(std::min(sign + 1, word.size())), word.substr(0, sign));
    }
  }
  for (auto& point : points) {
    const auto found = ids.find(key_of(point.name));
    point.id = found == ids.end() ? "" : found->second;
  }
  return points.empty() ? std::nullopt : std::optional(points_item(front, std::move(points)));
}

/// The options that end a front, `A. …`, and takes them off it; empty if it does not end so.
Words take_options(std::string_view& front, std::size_t count) {
  Words options;
  for (; count > 0; --count) {
    const auto head = fmt::format("\n{}. ", static_cast<char>('A' + count - 1));
    const auto at = front.rfind(head);
    if (at == std::string_view::npos) {
      return {};
    }
    options.emplace_back(trimmed(front.substr(at + head.size())));
    front = front.substr(0, at);
  }
  std::ranges::reverse(options);
  return options;
}

std::optional<deck::Item> choices_of(const Words& words, std::string_view front,
                                     std::string_view back) {
  const auto count = words.size() == 2 ? deck::parse_number(words[0]) : std::nullopt;
  const auto correct = count ? deck::parse_number(words[1]) : std::nullopt;
  if (!correct || *correct < 1 || *count <= *correct ||
      *count > static_cast<double>(deck::kMostChoices)) {
    return std::nullopt;
  }
  const auto options = take_options(front, static_cast<std::size_t>(*count));
  const bool any_empty = std::ranges::find(options, "") != options.end();
  if (any_empty || std::set(options.begin(), options.end()).size() != options.size() ||
      options.empty()) {
    return std::nullopt;
  }
  std::vector<deck::Choice> choices;
  for (std::size_t i = 0; i < options.size(); ++i) {
    choices.push_back({options[i], i < static_cast<std::size_t>(*correct)});
  }
  auto item = choices_item(front, std::move(choices));
  return faces_of(item).back == back ? std::optional(std::move(item)) : std::nullopt;
}

std::optional<deck::Item> number_of(const Words& words, std::string_view front,
                                    std::string_view back) {
  const auto tolerance = words.size() == 1 ? deck::parse_number(words[0]) : std::nullopt;
  const auto value = deck::parse_number(back);
  if (!tolerance || *tolerance < 0 || *tolerance > 1e300 || !value) {
    return std::nullopt;
  }
  auto item = answer_item(front, back);
  item.kind = deck::Kind::number;
  item.number = deck::NumberAnswer{*value, *tolerance};
  return item;
}

}  // namespace

std::string kind_mark(const deck::Item& item, bool typing_shows) {
  const auto told = told_of(item, typing_shows);
  return told ? fmt::format("{}{}{}{}", kBegin, deck::name_of(item.kind), *told, kEnd) : "";
}

std::optional<deck::Item> item_of_mark(std::string_view html, std::string_view front,
                                       std::string_view back) {
  auto words = words_of_mark(html);
  if (words.empty()) {
    return std::nullopt;
  }
  const auto kind = words.front();
  words.erase(words.begin());
  return kind == deck::name_of(deck::Kind::points)         ? points_of(words, front, back)
         : kind == deck::name_of(deck::Kind::choices)      ? choices_of(words, front, back)
         : kind == deck::name_of(deck::Kind::number)       ? number_of(words, front, back)
         : kind == deck::name_of(deck::Kind::card)         ? std::optional(card_item(front, back))
         : kind == deck::name_of(deck::Kind::short_answer) ? std::optional(answer_item(front, back))
                                                           : std::nullopt;
}

}  // namespace pith::exchange
