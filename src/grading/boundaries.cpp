#include "grading/boundaries.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string>

#include "grading/embedded.h"
#include "grading/vocabulary.h"

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
  while (!table.empty()) {
    const auto line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    const auto words = line.find('\t') + 1;
    const auto number = line.find('\t', words) + 1;
    const auto bar = line.find('|', words);
    if (line.starts_with('#') || words == 0 || number == 0 || bar >= number) {
      continue;
    }
    int thousandths = 0;
    const auto read = std::from_chars(line.data() + number, line.data() + line.size(), thousandths);
    if (read.ec != std::errc{}) {
      throw std::invalid_argument("not a weight: " + std::string(line));
    }
    const bool precedes = bar > words;
    const auto grains = grains_of(precedes ? line.substr(words, bar - words)
                                           : line.substr(bar + 1, number - bar - 2));
    const auto& list = grains.list;
    if (list.size() == 1 || list.size() == 2) {
      const auto key = list.size() == 1 ? list[0].key : pair_key(list[0], list[1]);
      (precedes ? before_ : behind_)[key] = static_cast<float>(thousandths) / 1000.0F;
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
