// Why the operating system refused, in words that the catalogues know.
#pragma once

#include <string>
#include <system_error>

namespace pith::base {

/// Of an error number such as EACCES; an unusual one is said as the system says it.
[[nodiscard]] std::string system_reason(int number);

[[nodiscard]] std::string system_reason(const std::error_code& error);

}  // namespace pith::base
