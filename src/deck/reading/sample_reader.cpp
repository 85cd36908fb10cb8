#include "deck/reading/sample_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "deck/yaml/keys.h"
#include "text/normalise.h"

namespace pith::deck {
namespace {

/// What a sample may call the points: by id or name, else as either is without case and spaces.
class PointNames {
 public:
  explicit PointNames(const std::vector<Point>& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
      exact_.emplace(points[i].id, i);
      exact_.emplace(points[i].name, i);
      folded_.emplace(points[i].id, i);
      folded_.emplace(text::identity_of(points[i].name), i);
    }
  }

  [[nodiscard]] std::optional<std::size_t> find(const std::string& wanted) const {
    if (const auto exact = exact_.find(wanted); exact != exact_.end()) {
      return exact->second;
    }
    const auto identity = text::identity_of(wanted);
    const auto folded = identity.empty() ? folded_.end() : folded_.find(identity);
    return folded == folded_.end() ? std::nullopt : std::optional(folded->second);
  }

 private:
  std::unordered_map<std::string, std::size_t> exact_;
  std::unordered_map<std::string, std::size_t> folded_;
};

std::vector<std::string> names_of(const std::vector<Point>& points) {
  std::vector<std::string> names;
  names.reserve(points.size());
  for (const auto& point : points) {
    names.push_back(point.name);
  }
  return names;
}

Sample read_sample(const Node& node, const std::vector<Point>& points, const PointNames& called,
                   Complaints& complaints) {
  const Fields fields(node, "a sample", sample_keys(), complaints);
  Sample sample;
  sample.at = complaints.source().position(node.offset);
  sample.answer = fields.required_text("answer");
  const auto* hits = fields.value("hits");
  if (hits == nullptr) {
    complaints.error(node.offset, "'hits' is missing",
                     "name the points that the answer must hit: hits: [one, another], or hits: []");
  }
  const auto wanted = fields.texts("hits");
  for (const auto& name : wanted) {
    const auto index = called.find(name);
    if (!index) {
      complaints.error(
          hits->offset, fmt::format("no point of this item is called {}", in_quotes(name)),
          complaints.full() ? "" : suggestion(name, names_of(points), "the points are"));
    } else if (std::find(sample.hits.begin(), sample.hits.end(), *index) == sample.hits.end()) {
      sample.hits.push_back(*index);
    }
  }
  std::sort(sample.hits.begin(), sample.hits.end());
  return sample;
}

}  // namespace

std::vector<Sample> read_samples(const Fields& item, const std::vector<Point>& points,
                                 Complaints& complaints) {
  std::vector<Sample> samples;
  const auto* list = item.value("samples");
  if (list == nullptr) {
    return samples;
  }
  if (list->type != Node::Type::sequence) {
    complaints.error(list->offset, fmt::format("'samples' must be a list, not {}", type_of(*list)),
                     "begin each sample with '- answer: …'");
    return samples;
  }
  const PointNames called(points);
  for (const auto& node : list->children) {
    if (node.type != Node::Type::map) {
      complaints.error(node.offset, fmt::format("a sample must be a map, not {}", type_of(node)),
                       "write '- answer: …' and below it 'hits: […]'");
      continue;
    }
    samples.push_back(read_sample(node, points, called, complaints));
  }
  return samples;
}

}  // namespace pith::deck
