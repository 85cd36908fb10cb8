#include "statistics/groups.h"

#include <algorithm>
#include <array>
#include <map>

namespace pith::statistics {

namespace {

constexpr std::array<std::string_view, 5> kNames = {"deck", "tag", "item", "point", "day"};

/// A group that is being added up.
struct Sum {
  Group group;
  double expected = 0.0;
  std::int64_t known = 0;
};

using Sums = std::map<std::string, Sum>;

void add(Sums& sums, const std::string& key, const ItemFigures& item, memory::StudyDay today) {
  Sum& sum = sums[key];
  ++sum.group.items;
  sum.group.effort += item.effort;
  sum.group.recall += item.recall;
  sum.group.due += item.due && *item.due <= today && item.in_deck ? 1 : 0;
  if (item.expected) {
    sum.expected += *item.expected;
    ++sum.known;
  }
}

std::vector<Group> groups_of(Sums&& sums) {
  std::vector<Group> groups;
  for (auto& [key, sum] : sums) {
    sum.group.key = key;
    if (sum.known > 0) {
      sum.group.expected = sum.expected / static_cast<double>(sum.known);
    }
    groups.push_back(std::move(sum.group));
  }
  return groups;
}

std::vector<Group> by_day(const Statistics& figures) {
  std::vector<Group> groups;
  for (const auto& day : figures.days) {
    Group group;
    group.key = memory::iso_date(day.day);
    group.effort = day.effort;
    group.recall = day.recall;
    groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<Group> by_point(const Statistics& figures) {
  std::vector<Group> groups;
  for (const auto& point : figures.points) {
    Group group;
    group.key = history::full_id(figures.items[point.item].id) + "/" + point.id;
    group.name = point.name;
    group.items = 1;
    group.effort.reviews = point.reviews;
    group.recall = point.recall;
    if (point.memory.state) {
      group.expected = point.retrievability;
    }
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace

std::vector<std::string> grouping_names() {
  return {kNames.begin(), kNames.end()};
}

std::optional<Grouping> grouping_named(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  return found == kNames.end() ? std::nullopt
                               : std::optional(static_cast<Grouping>(found - kNames.begin()));
}

std::string_view name_of(Grouping grouping) {
  return kNames.at(static_cast<std::size_t>(grouping));
}

std::vector<Group> groups_by(const Statistics& figures, Grouping grouping) {
  if (grouping == Grouping::day) {
    return by_day(figures);
  }
  if (grouping == Grouping::point) {
    return by_point(figures);
  }
  Sums sums;
  for (const auto& item : figures.items) {
    if (grouping == Grouping::deck) {
      add(sums, item.id.deck, item, figures.today);
    } else if (grouping == Grouping::item) {
      const auto key = history::full_id(item.id);
      add(sums, key, item, figures.today);
      sums[key].group.name = item.question;
    } else {
      for (const auto& tag : item.tags) {
        add(sums, tag, item, figures.today);
      }
    }
  }
  return groups_of(std::move(sums));
}

}  // namespace pith::statistics
