#include "grading/verdict_word.h"

#include <array>

#include "text/messages.h"

namespace pith::grading {

std::string_view word_for(Verdict verdict) {
  using text::to_translate;
  constexpr std::array kWords = {to_translate("hit"), to_translate("partial"),
                                 to_translate("missed"), to_translate("reversed")};
  return kWords.at(static_cast<std::size_t>(verdict));
}

}  // namespace pith::grading
