// How complaints about decks look to a person: the place, the line with a caret, the remedy.
#pragma once

#include <iosfwd>
#include <string>

#include "cli/context.h"
#include "deck/diagnostic.h"

namespace pith::cli {

/// `file:line:column: error: message`. Not sanitised.
[[nodiscard]] std::string headline(const deck::Diagnostic& diagnostic,
                                   const text::Messages& tr = {});

/// The headline, the line of the file with a caret below the place, cut to the window, and the
/// hint. Safe to print.
[[nodiscard]] std::string describe(const deck::Diagnostic& diagnostic, std::size_t columns,
                                   const text::Messages& tr = {});

/// What describe() says, within the window where it goes to a terminal.
void print_diagnosis(Context& context, const deck::Diagnostic& diagnostic);

/// Tells of every error, briefly: the decks that are not broken can be used all the same.
void warn_of_errors(Context& context, const deck::Diagnostics& diagnostics);

/// Tells of every file that seems meant as a deck and is none, in a line each.
void warn_of_passed_over(Context& context, const deck::Diagnostics& passed_over);

}  // namespace pith::cli
