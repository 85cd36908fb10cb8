// Questions without a question mark: `2. Name three kinds of tea`, `3、简述发酵的过程。`
#pragma once

#include <string_view>

#include "exchange/documents/markdown_blocks.h"

namespace pith::exchange {

/// Whether a text, its number aside, begins as a request for an answer does.
[[nodiscard]] bool is_request(std::string_view text);

/// Whether an entry of a list is a request with its answer below it.
[[nodiscard]] bool is_request_entry(const Block& entry);

/// The number before a text; 0 if it has none in digits, or one of more than three.
[[nodiscard]] int leading_number(std::string_view text);

/// Whether a heading without a question mark asks nevertheless: as a request, or with a word that
/// asks in it (是什么, 有哪些, 的区别).
[[nodiscard]] bool asks_in_words(std::string_view heading);

}  // namespace pith::exchange
