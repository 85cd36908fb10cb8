#include "cli/found_in.h"

#include <array>

namespace pith::cli {

std::string_view name_of(Place place) {
  constexpr std::array<std::string_view, 4> kNames = {"question", "tags", "points", "wordings"};
  return kNames.at(static_cast<std::size_t>(place));
}

std::string found_words(std::span<const Place> places, const text::Messages& tr) {
  using text::to_translate;
  constexpr std::array kWords = {std::string_view(), to_translate("(in a tag)"),
                                 to_translate("(in a point)"), to_translate("(in a wording)")};
  std::string words;
  for (const auto place : places) {
    if (place != Place::question) {
      words += tr(kWords.at(static_cast<std::size_t>(place))) + ' ';
    }
  }
  return words;
}

}  // namespace pith::cli
