// Marks that input methods and word processors write instead of YAML's: commas, quotes and
// colons that are text to it. Each is warned of where it is hardly meant so.
#pragma once

#include <string>
#include <string_view>

#include "deck/yaml/complaints.h"
#include "deck/yaml/yaml_tree.h"

namespace pith::deck {

/// A list in brackets with a single entry whose short parts full-width commas separate:
/// `[北京，上海]`.
void warn_of_wide_commas(const Node& list, Complaints& complaints);

/// A value that stands in curly quotes as a whole: they are part of it.
void warn_of_curly_quotes(const Node& value, Complaints& complaints);

[[nodiscard]] bool has_wide_comma(std::string_view text);
[[nodiscard]] bool is_in_curly_quotes(std::string_view text);

/// What stands in a gap of a cloze, with `::` where full-width colons were typed for them: two
/// anywhere (`c1：：Paris`), or one behind the gap's number.
[[nodiscard]] std::string with_plain_colons(std::string gap);

}  // namespace pith::deck
