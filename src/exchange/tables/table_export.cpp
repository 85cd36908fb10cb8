// Tables for Anki and spreadsheets; see text_export.h.
#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "exchange/faces.h"
#include "exchange/guid.h"
#include "exchange/html/html_text.h"
#include "exchange/kind_mark.h"
#include "exchange/lines.h"
#include "exchange/note.h"
#include "exchange/tables/delimited.h"
#include "exchange/text_export.h"

namespace pith::exchange {
namespace {

std::string explanation_of(const deck::Item& item) {
  const auto explanation = text_to_html(item.explanation);
  return item.example.empty()
             ? explanation
             : fmt::format("{}{}{}{}", explanation, explanation.empty() ? "" : "<br><br>",
                           kExampleFollows, text_to_html(item.example));
}

std::string hints_of(const deck::Item& item) {
  std::string cell;
  for (const auto& hint : item.hints) {
    cell += cell.empty() ? "" : fmt::format("<br>{}", kHintFollows);
    cell += text_to_html(hint);
  }
  return cell;
}

void add_row(std::string& out, const deck::Item& item, char separator) {
  const auto faces = faces_of(item);
  const bool cloze = item.kind == deck::Kind::cloze;
  const std::array<std::string, 8> fields = {guid_of(item.deck, item.id),
                                             cloze ? "Cloze" : "Basic",
                                             item.deck,
                                             text_to_html(faces.front),
                                             kind_mark(item, false) + text_to_html(faces.back),
                                             explanation_of(item),
                                             hints_of(item),
                                             anki_tags(item)};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) {
      out += separator;
    }
    out += delimited_field(fields.at(i), separator);
  }
  out += '\n';
}

Exported write_table(const Exportable& what, char separator, std::string_view name) {
  Exported result;
  result.bytes = fmt::format(
      "#separator:{}\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
      "#tags column:8\n#columns:{}\n",
      name,
      fmt::join({"GUID", "Notetype", "Deck", "Front", "Back", "Explanation", "Hint", "Tags"},
                std::string_view(&separator, 1)));
  for (const auto& deck : what.decks) {
    for (const auto& item : deck.items) {
      add_row(result.bytes, item, separator);
    }
  }
  result.losses = losses_of_cards(
      what.decks, {.kinds = true, .html = true, .tags_parted_by = parts_tags_in_tables()});
  drop_controls(result);
  if (what.decks.size() > 1) {
    result.losses.emplace_back(
        "decks for `pith import` (it makes one deck of all cards, without history)");
  }
  result.losses.emplace_back("the review history");
  return result;
}

}  // namespace

Exported write_csv(const Exportable& what) {
  return write_table(what, ',', "comma");
}

Exported write_tsv(const Exportable& what) {
  return write_table(what, '\t', "tab");
}

}  // namespace pith::exchange
