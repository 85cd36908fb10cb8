// Items as JSON and as rows, for the commands that list them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "cli/context.h"
#include "cli/progress.h"
#include "deck/item.h"
#include "text/words.h"

namespace pith::cli {

/// The object of `pith list --json`.
[[nodiscard]] nlohmann::ordered_json summary_json(const deck::Item& item,
                                                  const ItemProgress& progress);

/// Prints items as JSON, or as rows cut to the window with a heading for each deck: the id, the
/// expected score (or `new`), the number of points, the question.
void print_list(Context& context, std::span<const deck::Item* const> items, bool json);

/// Text of a deck on one line, safe to print.
[[nodiscard]] std::string one_line(std::string_view text);

/// Words safe to print, in lines of at most `columns` cells (ten at least), each ended.
[[nodiscard]] std::string wrapped(std::string_view words, std::size_t columns);

using text::plural;

}  // namespace pith::cli
