// Words of commands that pith proposes, as a shell reads them.
#pragma once

#include <string>
#include <string_view>

namespace pith::cli {

/// The word in quotes, whatever stands in it.
[[nodiscard]] std::string quoted_for_shell(std::string_view word);

/// The same, without quotes where a shell needs none.
[[nodiscard]] std::string shell_word(const std::string& word);

}  // namespace pith::cli
