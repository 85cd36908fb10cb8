#include "cli/exchange/import_source.h"

#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "base/read_all.h"
#include "cli/exchange/import_hints.h"
#include "deck/reading/reader.h"
#include "exchange/formats.h"
#include "exchange/source_text.h"
#include "text/display.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

/// That of standard input, which has no name to tell: what any text could be must be named.
const exchange::ImportFormat& format_of_input(const exchange::SourceFile& input,
                                              const std::string& named) {
  const auto* format =
      named.empty() ? exchange::import_format_of(input) : exchange::import_format_named(named);
  if (format == nullptr || (named.empty() && format->name == "markdown")) {
    throw UsageError(
        fmt::format("standard input has no name that tells its format; name it with --format: {}",
                    fmt::join(import_format_names(), ", ")));
  }
  return *format;
}

const exchange::ImportFormat& format_for(const exchange::SourceFile& file, const std::string& named,
                                         const fs::path& folder) {
  const auto* format =
      named.empty() ? exchange::import_format_of(file) : exchange::import_format_named(named);
  if (format == nullptr) {
    if (const auto read = deck::read_deck(std::string(file.bytes), file.name); read.deck) {
      throw UsageError(advice_on_deck(*read.deck, file.name, folder));
    }
  }
  if (format == nullptr) {
    throw UsageError(fmt::format("'{}' is of no format that pith knows; name one with --format: {}",
                                 text::sanitise(file.name),
                                 fmt::join(import_format_names(), ", ")));
  }
  return *format;
}

ImportedFile read_as(const exchange::ImportFormat& format, const exchange::SourceFile& source) {
  ImportedFile file{source.name, std::string(format.name), format.read(source), {}, 0, 0};
  if (file.result.decks.empty() && file.result.left_out.empty()) {
    file.result.left_out.push_back({0, {}, "it holds no question with an answer", {}});
  }
  return file;
}

}  // namespace

std::vector<std::string> import_format_names() {
  std::vector<std::string> names;
  for (const auto& format : exchange::import_formats()) {
    names.emplace_back(format.name);
  }
  return names;
}

std::string read_input(std::istream& in) {
  auto piped = base::read_all(in, exchange::kLargestText);
  if (!piped) {
    throw InvalidInput(
        fmt::format("'{}' is larger than {} MB; split it", "stdin", exchange::kLargestText >> 20U));
  }
  if (piped->empty()) {
    throw InvalidInput(fmt::format("'{}' is empty", "stdin"));
  }
  return std::move(*piped);
}

ImportedFile taken_from_input(std::string_view bytes, const std::string& format) {
  const exchange::SourceFile source{"stdin.txt", bytes};  // a name that leaves it to its look
  auto file = read_as(format_of_input(source, format), source);
  file.name = "stdin";
  for (auto& deck : file.result.decks) {
    deck.source = deck.source == source.name ? "" : deck.source;
  }
  return file;
}

void require_content(const std::string& name) {
  if (fs::is_directory(name)) {
    throw UsageError(fmt::format("'{}' is a folder: name the files in it", text::sanitise(name)));
  }
  if (fs::is_regular_file(name) && fs::file_size(name) == 0) {
    throw InvalidInput(fmt::format("'{}' is empty", text::sanitise(name)));
  }
}

ImportedFile taken_from(const exchange::SourceFile& source, const std::string& format,
                        const fs::path& folder) {
  auto file = read_as(format_for(source, format, folder), source);
  if (file.result.decks.empty() && format.empty()) {
    file.as_table = items_as_table(source);
  }
  return file;
}

}  // namespace pith::cli
