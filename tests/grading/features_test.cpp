#include "grading/evidence/features.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "grading/stretches/presence.h"
#include "grading/stretches/targets.h"

using namespace pith;
using namespace pith::grading;

namespace {

/// The margin as it is defined: over the best of all targets of other points.
double margin_over_siblings(const Targets& targets, const std::vector<Pair>& row, std::size_t t) {
  std::vector<double> siblings;
  for (std::size_t s = 0; s < row.size(); ++s) {
    if (targets.list[s].point != targets.list[t].point) {
      siblings.push_back(row[s].features[kBestRecall]);
    }
  }
  return siblings.empty()
             ? 0.0
             : row[t].features[kBestRecall] - *std::max_element(siblings.begin(), siblings.end());
}

}  // namespace

TEST_CASE("a margin is over the best of the other points, statements and ties included",
          "[grading]") {
  std::mt19937 random(1);
  const auto below = [&](std::size_t bound) { return random() % bound; };
  for (int round = 0; round < 500; ++round) {
    Targets targets;
    targets.list.resize(1 + below(9));
    std::vector<Pair> row(targets.list.size());
    for (std::size_t t = 0; t < row.size(); ++t) {
      targets.list[t].point = below(4);
      row[t].features[kBestRecall] = static_cast<double>(below(4)) / 3.0;
    }

    set_margins(targets, row.data(), kBestRecall, kMargin);

    for (std::size_t t = 0; t < row.size(); ++t) {
      CHECK(row[t].features[kMargin] == margin_over_siblings(targets, row, t));
    }
  }
}

TEST_CASE("a point is of so many statements at most, and none of its text is lost", "[grading]") {
  deck::Item item;
  item.language = "en";
  item.question = "What happened?";
  item.points.resize(1);
  auto& name = item.points[0].name;
  for (int i = 0; i < 500; ++i) {
    name += "On day " + std::to_string(i) + " the river rose again. ";
  }

  const auto targets = targets_of(item, true, true, {});

  CHECK(targets.list.size() == 32);
  double shares = 0.0;
  for (const auto& target : targets.list) {
    shares += target.share;
  }
  CHECK(shares == Approx(1.0));
  CHECK(targets.list.back().wordings[0].text.find("On day 499 the river") != std::string::npos);
}
