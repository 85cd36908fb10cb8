#include "exchange/documents/printed_choices.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/fnv.h"

namespace pith::exchange {
namespace {

/// As good as random, and the same on every machine.
std::vector<deck::Choice> shuffled(const deck::Item& item) {
  auto options = item.choices;
  std::ranges::stable_sort(options, {}, [&](const deck::Choice& choice) {
    return base::checksum(fmt::format("{}\n{}", item.id, choice.text));
  });
  return options;
}

}  // namespace

Faces printed_choices(const deck::Item& item) {
  auto printed = item;
  printed.choices = shuffled(item);
  auto faces = faces_of(printed);
  faces.back.clear();
  char letter = 'A';
  for (const auto& choice : printed.choices) {
    if (choice.correct) {
      faces.back += fmt::format("{}{}. {}", faces.back.empty() ? "" : "\n", letter, choice.text);
    }
    ++letter;
  }
  return faces;
}

}  // namespace pith::exchange
