// What a shell may offer for the last word of a command line: commands, options and their values
// from the command tree, decks, items and tags from the collection.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "deck/collection.h"

namespace pith::cli {

struct Candidate {
  std::string text;
  std::string note;  ///< What it is, in a few words; may be empty.
};

/// Called only where a deck, an item or a tag is meant.
using LoadDecks = std::function<deck::Collection()>;

/// What else a command may take, each called only where it is meant.
struct MoreNames {
  std::function<std::vector<Candidate>()> own_decks;            ///< Those that can be added to.
  std::function<std::vector<std::string>()> shipped_practices;  ///< Those that have a name.
};

/// `words`: what stands behind `pith`, the last one being typed (it may be empty). No candidates
/// where a file name, a number or a text is expected.
[[nodiscard]] std::vector<Candidate> complete(Command program, std::span<const std::string> words,
                                              const LoadDecks& decks, const MoreNames& more = {});

}  // namespace pith::cli
