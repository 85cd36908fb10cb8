#include "models/failure.h"

#include <new>

#include "text/messages.h"

namespace pith::models {

std::string reason_of(const std::exception& failure) {
  const bool short_of_memory = dynamic_cast<const std::bad_alloc*>(&failure) != nullptr;
  return short_of_memory ? std::string(text::to_translate("there is not enough memory"))
                         : failure.what();
}

}  // namespace pith::models
