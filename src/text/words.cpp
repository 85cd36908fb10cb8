#include "text/words.h"

#include <fmt/format.h>

namespace pith::text {

std::string plural(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace pith::text
