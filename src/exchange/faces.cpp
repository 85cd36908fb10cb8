#include "exchange/faces.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "deck/cloze.h"
#include "deck/language.h"
#include "exchange/html/html_text.h"
#include "exchange/labels.h"
#include "exchange/lines.h"
#include "exchange/note.h"
#include "text/display.h"
#include "text/words.h"

namespace pith::exchange {
namespace {

/// Whether a text does not come back from HTML as it is.
bool changes_in_html(std::string_view text) {
  return html_to_text(text_to_html(text)).text != trimmed(text);
}

bool collapses_in_html(const deck::Item& item) {
  const auto faces = faces_of(item);
  return changes_in_html(faces.front) || changes_in_html(faces.back) ||
         changes_in_html(item.explanation) || changes_in_html(item.example) ||
         std::ranges::any_of(item.hints, changes_in_html);
}

/// Whether a name of a point, as an entry of a list, comes back without marks of its own.
bool loses_marks(const deck::Item& item) {
  const auto loses = [](const deck::Point& point) {
    const auto name = text::single_line(point.name);
    return point_from(point_spelling(name, text::single_line(point.detail))).name != name;
  };
  return item.kind == deck::Kind::points && std::ranges::any_of(item.points, loses);
}

/// Items whose language is not the one that their text will be taken for.
std::size_t in_other_languages(const deck::Deck& deck) {
  auto guessed = deck;
  deck::set_languages(guessed);
  std::size_t count = 0;
  for (std::size_t i = 0; i < deck.items.size(); ++i) {
    count += deck.items[i].language == guessed.items[i].language ? 0U : 1U;
  }
  return count;
}

/// Counts what has no place on a card.
struct Losses {
  std::size_t wordings = 0;  // points with accept or reject
  std::size_t weights = 0;   // points
  std::size_t samples = 0;   // items
  std::size_t settings = 0;
  std::size_t kinds = 0;   // short answers, choices and numbers become cards
  std::size_t ids = 0;     // points with ids of their own
  std::size_t breaks = 0;  // points of several lines
  std::size_t tags = 0;    // items
  std::size_t layouts = 0;
  std::size_t titles = 0;  // decks
  std::size_t descriptions = 0;
  std::size_t authors = 0;
  std::size_t languages = 0;  // items

  void add(const deck::Deck& deck, const KeptByFormat& kept) {
    titles += deck.title.empty() || kept.titles ? 0U : 1U;
    descriptions += deck.description.empty() || kept.descriptions ? 0U : 1U;
    authors += deck.author.empty() && deck.source.empty() && deck.license.empty() ? 0U : 1U;
    languages += in_other_languages(deck);
    for (const auto& item : deck.items) {
      add(item, kept);
    }
  }
  void add(const deck::Item& item, const KeptByFormat& kept) {
    const deck::Settings usual;
    samples += item.samples.empty() ? 0U : 1U;
    settings += item.settings.pass != usual.pass || item.settings.time_limit ||
                        item.settings.desired_retention != usual.desired_retention ||
                        item.settings.new_per_day != usual.new_per_day
                    ? 1U
                    : 0U;
    const bool special = item.kind == deck::Kind::choices || item.kind == deck::Kind::number ||
                         item.kind == deck::Kind::short_answer;
    kinds += special && !kept.kinds ? 1U : 0U;
    tags += std::ranges::any_of(item.tags,
                                [&](const auto& tag) {
                                  return split_list(tag, kept.tags_parted_by) != std::vector{tag};
                                })
                ? 1U
                : 0U;
    layouts += loses_marks(item) || (kept.html && collapses_in_html(item)) ? 1U : 0U;
    for (const auto& point : item.points) {
      wordings += point.accept.empty() && point.reject.empty() ? 0U : 1U;
      weights += point.weight == 1.0 ? 0U : 1U;
      ids += point.was.empty() ? 0U : 1U;
      const bool listed = item.kind == deck::Kind::points;
      const auto text = point.name + (kept.details ? "" : point.detail);
      breaks += listed && text.find('\n') != std::string::npos ? 1U : 0U;
    }
  }
};

void say(std::vector<std::string>& list, std::string_view what, std::size_t count,
         std::string_view noun) {
  if (count > 0) {
    list.push_back(fmt::format("{} of {}", what, text::plural(count, noun)));
  }
}

std::string options_of(const deck::Item& item) {
  std::string text = item.question;
  char letter = 'A';
  for (const auto& choice : item.choices) {
    text += fmt::format("\n{}. {}", letter++, choice.text);
  }
  return text;
}

std::string correct_of(const deck::Item& item) {
  std::string text;
  for (const auto& choice : item.choices) {
    if (choice.correct) {
      text += (text.empty() ? "" : "\n") + choice.text;
    }
  }
  return text;
}

}  // namespace

Faces faces_of(const deck::Item& item) {
  switch (item.kind) {
    case deck::Kind::cloze:
      return {deck::written(item), {}};
    case deck::Kind::choices:
      return {options_of(item), correct_of(item)};
    case deck::Kind::points:
      return {item.question, back_of_points(item.points)};
    case deck::Kind::short_answer:
    case deck::Kind::number:
    case deck::Kind::card:
      break;
  }
  return {item.question, item.points[0].name};
}

std::string anki_tags(const deck::Item& item) {
  auto tags = item.tags;
  for (auto& tag : tags) {
    std::ranges::replace(tag, ' ', '_');
  }
  return fmt::format("{}", fmt::join(tags, " "));
}

std::vector<std::string> losses_of_cards(std::span<const deck::Deck> decks,
                                         const KeptByFormat& kept) {
  Losses losses;
  for (const auto& deck : decks) {
    losses.add(deck, kept);
  }
  std::vector<std::string> list;
  say(list, "accept and reject wordings", losses.wordings, "point");
  say(list, "weights", losses.weights, "point");
  say(list, "former names", losses.ids, "point");
  say(list, "line breaks", losses.breaks, "point");
  say(list, "samples", losses.samples, "item");
  say(list, "pass mark, time limit and retention", losses.settings, "item");
  say(list, "kind (short answers, choices and numbers become cards)", losses.kinds, "item");
  say(list, "layout (tabs, rows of spaces, nested marks)", losses.layouts, "item");
  say(list, "title", losses.titles, "deck");
  say(list, "description", losses.descriptions, "deck");
  say(list, "author, source and license", losses.authors, "deck");
  say(list, "language", losses.languages, "item");
  say(list, "spelling of tags (spaces or punctuation part them)", losses.tags, "item");
  return list;
}

}  // namespace pith::exchange
