#include "exchange/tables/table_import.h"

#include <fmt/format.h>

#include "base/npos.h"
#include "exchange/deck_name.h"
#include "exchange/guid.h"
#include "exchange/html/html_text.h"
#include "exchange/lines.h"
#include "exchange/note.h"
#include "exchange/shelf.h"
#include "exchange/source_text.h"
#include "exchange/tables/delimited.h"
#include "exchange/tables/table_header.h"

namespace pith::exchange {
namespace {

using base::npos;

/// Makes notes of rows.
class Rows {
 public:
  Rows(const TableHeader& header, Imported& result) : header_(header), result_(result) {}

  Note note_of(const Row& row) {
    Note note;
    note.tags = header_.tags;
    take_note_type(note, header_.kind);
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      const auto column = i < header_.columns.size() ? header_.columns[i] : Column::other;
      put(note, column, i, row);
    }
    return note;
  }

 private:
  void put(Note& note, Column column, std::size_t index, const Row& row);
  std::string text_of(const Row& row, std::string_view field);
  std::vector<std::string> hints_of(const Row& row, std::string_view field);

  const TableHeader& header_;
  Imported& result_;
};

std::string Rows::text_of(const Row& row, std::string_view field) {
  if (!header_.html.value_or(looks_like_html(field))) {
    return std::string(field);
  }
  auto converted = html_to_text(field);
  if (converted.lost_markup) {
    result_.changed.push_back(
        {row.line, {}, std::string(remark_on_loss(converted)), excerpt(converted.text)});
  }
  return std::move(converted.text);
}

/// One hint, or as many as marks tell apart.
std::vector<std::string> Rows::hints_of(const Row& row, std::string_view field) {
  std::vector<std::string> hints;
  for (const auto& part : split_list(field, {kHintFollows})) {
    auto hint = text_of(row, part);
    if (!trimmed(hint).empty()) {
      hints.push_back(std::move(hint));
    }
  }
  return hints;
}

void Rows::put(Note& note, Column column, std::size_t index, const Row& row) {
  const auto& field = row.fields[index];
  switch (column) {
    case Column::guid:
      note.guid = field;
      break;
    case Column::front:
      note.front = text_of(row, field);
      break;
    case Column::back:
      note.back = text_of(row, field);
      note.marked_back = field;
      break;
    case Column::hint:
      note.hints = hints_of(row, field);
      break;
    case Column::explanation: {
      const auto end = field.find(kExampleFollows);
      note.explanation = text_of(row, std::string_view(field).substr(0, end));
      note.example =
          end == npos ? ""
                      : text_of(row, std::string_view(field).substr(end + kExampleFollows.size()));
      break;
    }
    case Column::tags:
      for (auto& tag : split_list(field, parts_tags_in_tables())) {
        note.tags.push_back(std::move(tag));
      }
      break;
    case Column::kind:
      take_note_type(note, field);
      break;
    case Column::deck:
      if (!trimmed(field).empty() && own_deck_of(note.guid) != trimmed(field)) {
        note.tags.emplace_back(trimmed(field));
      }
      break;
    case Column::other:
      note.others.emplace_back(index < header_.names.size() ? header_.names[index] : "",
                               text_of(row, field));
      break;
  }
}

bool is_called_table(std::string_view name) {
  const auto lower = lower_ascii(name);
  return lower.ends_with(".csv") || lower.ends_with(".tsv");
}

}  // namespace

Imported read_table(const SourceFile& file) {
  Imported result;
  const auto text = clean_text(file, result.changed);
  const auto header = read_table_header(text, result.changed);
  if (header.separator_guessed && header.separator != '\t' && !is_called_table(file.name)) {
    result.changed.push_back(
        {0,
         "the file",
         fmt::format("read as a table, its columns parted by '{}'", header.separator),
         {}});
  }
  deck::Deck deck;
  deck.title = header.deck;
  name_after(deck, file.name);
  Shelf shelf(deck, result);
  Rows rows(header, result);
  DelimitedReader reader(behind_lines(text, header.lines), header.separator, header.lines + 1);
  for (Row row; reader.next(row);) {
    if (row.unclosed_quote) {
      result.changed.push_back({row.line,
                                {},
                                "a quotation mark is never closed; taken as typed",
                                excerpt(row.fields[0])});
    }
    if (row.fields.size() == 1 && row.fields[0].starts_with('#')) {
      result.left_out.push_back({row.line, {}, "a comment", excerpt(row.fields[0])});
      continue;
    }
    if (row.fields.size() < 2) {
      result.left_out.push_back({row.line,
                                 {},
                                 "a row with one field, where a front and a back were expected",
                                 excerpt(row.fields[0])});
      continue;
    }
    auto note = rows.note_of(row);
    if (note.back.empty() && is_nameless_picture(note.marked_back)) {
      result.left_out.push_back({row.line, {}, std::string(kNamelessPicture), excerpt(note.front)});
      continue;
    }
    add_note(shelf, std::move(note), {row.line});
  }
  shelf.finish();
  return result;
}

}  // namespace pith::exchange
