#include "exchange/formats.h"

#include <algorithm>
#include <array>

#include "exchange/anki/anki_import.h"
#include "exchange/documents/hashcards.h"
#include "exchange/documents/markdown_qa.h"
#include "exchange/documents/obsidian.h"
#include "exchange/documents/org_drill.h"
#include "exchange/labels.h"
#include "exchange/lines.h"
#include "exchange/tables/delimited.h"
#include "exchange/tables/json_import.h"
#include "exchange/tables/table_import.h"
#include "text/encoding.h"

namespace pith::exchange {
namespace {

bool ends_in(const SourceFile& file, std::initializer_list<std::string_view> extensions) {
  const auto name = lower_ascii(file.name);
  return std::ranges::any_of(extensions,
                             [&](std::string_view extension) { return name.ends_with(extension); });
}

/// The lines a file begins with, as many as it takes to tell its format.
std::string first_lines(std::string_view bytes) {
  constexpr std::size_t kEnough = std::size_t{1} << 18U;
  auto text = text::decode(bytes.substr(0, kEnough)).text;
  if (bytes.size() > kEnough) {
    text.resize(std::min(text.rfind('\n'), text.size()));
  }
  return text;
}

bool is_markdown(const SourceFile& file) {
  return ends_in(file, {".md", ".markdown", ".txt"});
}

/// A line by which a document is told from a table: a heading, an entry, a label.
bool is_of_document(std::string_view line) {
  const auto begin = trimmed(line);
  return begin.find_first_of("#*->") == 0 || without_number(begin).size() < begin.size() ||
         labelled(begin);
}

/// Whether every line but empty ones has a tab (an export of Quizlet or Anki), or each as many of
/// another separator as the others.
bool is_table(std::string_view text) {
  const auto lines = lines_of(text);
  const bool tabs = !lines.empty() && std::ranges::all_of(lines, [](std::string_view line) {
    return line.empty() || line.find('\t') != std::string_view::npos;
  });
  return tabs || (std::ranges::none_of(lines, is_of_document) && shared_separator(text));
}

constexpr auto kImportFormats = std::to_array<ImportFormat>({
    {"anki", "Anki packages (.apkg, .colpkg)", looks_like_anki, read_anki},
    {"json", "what pith exports; lists of questions and answers", looks_like_json_cards,
     read_json_cards},
    {"hashcards", "hashcards",
     [](const SourceFile& file) { return is_markdown(file) && looks_like_hashcards(file.bytes); },
     read_hashcards},
    {"obsidian", "Obsidian's spaced-repetition plug-in",
     [](const SourceFile& file) { return is_markdown(file) && looks_like_obsidian(file.bytes); },
     read_obsidian},
    {"org", "Emacs org-drill", [](const SourceFile& file) { return ends_in(file, {".org"}); },
     read_org_drill},
    {"csv", "tables: Anki, Mochi, Quizlet, spreadsheets",
     [](const SourceFile& file) {
       return ends_in(file, {".csv", ".tsv"}) || file.bytes.starts_with("#separator:") ||
              (ends_in(file, {".txt"}) && is_table(file.bytes));
     },
     read_table},
    {"markdown", "question-and-answer documents", is_markdown, read_markdown_qa},
});

}  // namespace

std::span<const ImportFormat> import_formats() {
  return kImportFormats;
}

const ImportFormat* import_format_named(std::string_view name) {
  const auto* const found = std::ranges::find(kImportFormats, name, &ImportFormat::name);
  return found == kImportFormats.end() ? nullptr : found;
}

const ImportFormat* import_format_of(const SourceFile& file) {
  const auto text = first_lines(file.bytes);
  const SourceFile beginning{file.name, text};
  const auto* const found = std::ranges::find_if(
      kImportFormats, [&](const ImportFormat& format) { return format.recognises(beginning); });
  return found == kImportFormats.end() ? nullptr : found;
}

}  // namespace pith::exchange
