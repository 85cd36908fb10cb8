#include "cli/decks/left_aside.h"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "cli/decks/decks.h"
#include "cli/shell_word.h"

namespace pith::cli {

std::string left_aside(const Context& context, const deck::DeckSummary& shipped) {
  const std::filesystem::path file(shipped.path);
  const auto folder = deck_folder_that_is_read(context);
  std::error_code error;
  const bool is_free =
      folder && std::filesystem::symlink_status(*folder / file.filename(), error).type() ==
                    std::filesystem::file_type::not_found;
  return is_free
             ? fmt::format(
                   "'{}' came with pith and is left aside while you have decks of your "
                   "own: `cp -n {} {}` adds it to them",
                   shipped.id, quoted_for_shell(shipped.path), quoted_for_shell(folder->string()))
             : fmt::format(
                   "'{}' came with pith and is left aside while you have decks of your "
                   "own; its file is {}",
                   shipped.id, shipped.path);
}

}  // namespace pith::cli
