// The id of a question or a key point in a document, in a comment behind it: `<!-- pith: id ip
// -->`.
#pragma once

#include <string>
#include <string_view>

namespace pith::exchange {

/// The comment with a space before it; empty if a comment cannot hold the id.
[[nodiscard]] std::string id_mark(std::string_view id);

/// Takes the comment off the end of a text; the id that it names. Empty if there is none.
[[nodiscard]] std::string take_id_mark(std::string& text);

}  // namespace pith::exchange
