#include "session/question.h"

#include <algorithm>
#include <numeric>

#include "deck/cloze.h"
#include "session/random.h"

namespace pith::session {
namespace {

bool is_asked_whole(const deck::Item& item, const std::vector<std::size_t>& asked) {
  return item.kind != deck::Kind::cloze || asked.size() == item.points.size();
}

}  // namespace

deck::Item asked_part(const deck::Item& item, const std::vector<std::size_t>& asked) {
  if (is_asked_whole(item, asked)) {
    return item;
  }
  auto part = item;
  part.points.clear();
  for (const auto index : asked) {
    part.points.push_back(item.points.at(index));
  }
  for (auto& piece : part.cloze) {
    if (!piece.point) {
      continue;
    }
    const auto place = std::find(asked.begin(), asked.end(), *piece.point);
    piece.point = place == asked.end()
                      ? std::nullopt
                      : std::optional(static_cast<std::size_t>(place - asked.begin()));
  }
  part.question = deck::with_gaps(part.cloze);
  return part;
}

std::size_t place_in_part(const deck::Item& item, const std::vector<std::size_t>& asked,
                          std::size_t point) {
  return is_asked_whole(item, asked)
             ? point
             : static_cast<std::size_t>(std::ranges::find(asked, point) - asked.begin());
}

std::vector<std::size_t> points_shown(const deck::Item& item,
                                      const std::vector<std::size_t>& asked) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < item.points.size(); ++i) {
    if (!std::binary_search(asked.begin(), asked.end(), i)) {
      shown.push_back(i);
    }
  }
  return shown;
}

std::vector<std::size_t> shuffled_options(const deck::Item& item, std::uint64_t seed) {
  std::vector<std::size_t> options(item.choices.size());
  std::iota(options.begin(), options.end(), std::size_t{0});
  Random(seed, deck::full_id(item)).shuffle(options);
  return options;
}

}  // namespace pith::session
