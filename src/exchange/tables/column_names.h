// What the names of a table's columns, or an object's keys, say.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pith::exchange {

enum class Column { guid, front, back, tags, hint, explanation, kind, deck, other };

/// The column that programs and people call so, in any case, in two languages or with something in
/// brackets: `题目（必填）`, `Question / 问题`. Empty if the name is not known.
[[nodiscard]] std::optional<Column> column_named(std::string_view name);

/// Whether a first row names columns: two of its fields are names of different ones.
[[nodiscard]] bool are_names(const std::vector<std::string>& fields);

/// Whether the first row of a table looks as if it named columns, though by no name that is known:
/// its fields are a word or two, those of the rows below mostly texts.
[[nodiscard]] bool could_be_names(std::string_view rows, char separator);

}  // namespace pith::exchange
