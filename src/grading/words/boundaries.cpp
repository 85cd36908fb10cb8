#include "grading/words/boundaries.h"

#include <stdexcept>
#include <string>

#include "grading/embedded.h"
#include "grading/words/tables.h"
#include "grading/words/vocabulary.h"

namespace pith::grading {
namespace {

float weight_of(const KeyMap<float>& map, std::uint64_t key) {
  const auto* weight = map.find(key);
  return weight == nullptr ? 0.0F : *weight;
}

}  // namespace

const Boundaries& Boundaries::general() {
  static const Boundaries boundaries(embedded("boundaries.tsv"));
  return boundaries;
}

Boundaries::Boundaries(std::string_view table) {
  for (const auto& [key, weight] : number_rows(table)) {
    const auto bar = key.find('|');
    if (bar == std::string_view::npos || weight.size() != 1) {
      throw std::invalid_argument("no words with a weight: " + std::string(key));
    }
    const bool precedes = bar > 0;
    const auto grains = grains_of(precedes ? key.substr(0, bar) : key.substr(bar + 1));
    const auto& list = grains.list;
    if (list.size() == 1 || list.size() == 2) {
      const auto words = list.size() == 1 ? list[0].key : pair_key(list[0], list[1]);
      (precedes ? before_ : behind_)[words] = weight[0];
    }
  }
}

double Boundaries::odds(const Grains& text, std::size_t at) const {
  const auto& list = text.list;
  float sum = weight_of(before_, list[at - 1].key) + weight_of(behind_, list[at].key);
  if (at > 1) {
    sum += weight_of(before_, pair_key(list[at - 2], list[at - 1]));
  }
  if (at + 1 < list.size()) {
    sum += weight_of(behind_, pair_key(list[at], list[at + 1]));
  }
  return static_cast<double>(sum);
}

}  // namespace pith::grading
