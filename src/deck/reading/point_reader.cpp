#include "deck/reading/point_reader.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "deck/limits.h"
#include "deck/reading/former_names.h"
#include "deck/reading/names.h"
#include "deck/yaml/foreign_marks.h"
#include "deck/yaml/keys.h"
#include "deck/yaml/traps.h"
#include "text/normalise.h"

namespace pith::deck {
namespace {

bool is_point_key(std::string_view key) {
  return std::find(point_keys().begin(), point_keys().end(), key) != point_keys().end();
}

/// `- point: name` with more keys below it.
Point read_full(const Node& node, Complaints& complaints) {
  const Fields fields(node, "a point", point_keys(), complaints);
  Point point;
  point.name = fields.required_text("point");
  point.id = fields.text("id");
  if (!point.id.empty()) {
    warn_of_type(*fields.value("id"), complaints);
  }
  if (!point.id.empty() && !is_item_id(point.id)) {
    complaints.error(fields.value("id")->offset,
                     fmt::format("{} cannot be a point's id", in_quotes(point.id)),
                     "use letters, digits and '-'");
  }
  point.detail = fields.text("detail");
  point.accept = fields.texts("accept");
  point.reject = fields.texts("reject");
  warn_of_commas(fields.value("accept"), complaints);
  warn_of_commas(fields.value("reject"), complaints);
  point.weight = fields.positive("weight", kHeaviest).value_or(1.0);
  point.group = fields.text("group");
  point.was = fields.texts("was");
  return point;
}

/// `- name: detail`.
Point read_pair(const Node& node, Complaints& complaints) {
  const auto& key = node.children[0];
  Point point;
  point.name = read_text(key, "the name of a point", complaints);
  if (is_point_key(key.text)) {
    complaints.error(
        key.offset, fmt::format("{} is the key of a point that lacks 'point'", in_quotes(key.text)),
        fmt::format("begin with '- point: …'; for a point of that name write "
                    "'- point: {}'",
                    key.text));
    return point;
  }
  point.detail =
      read_text(node.children[1], fmt::format("the detail of {}", in_quotes(key.text)), complaints);
  return point;
}

Point read_point(const Node& node, Complaints& complaints) {
  if (node.type == Node::Type::map &&
      (node.children.size() != 2 || find(node, "point") != nullptr)) {
    return read_full(node, complaints);
  }
  if (node.type == Node::Type::map) {
    return read_pair(node, complaints);
  }
  Point point;
  point.name = read_text(node, "a point", complaints);
  warn_of_colon(node, complaints);
  warn_of_curly_quotes(node, complaints);
  return point;
}

void refuse_excess(const Point& point, const Node& node, Complaints& complaints) {
  if (point.name.size() > kLongestName) {
    complaints.error(node.offset,
                     fmt::format("the name of a point is longer than {} bytes", kLongestName),
                     "name it in a few words and put the rest under 'detail:'");
  }
  auto texts = point.accept;
  texts.insert(texts.end(), point.reject.begin(), point.reject.end());
  if (texts.size() > kMostWordings) {
    complaints.error(node.offset, fmt::format("more than {} wordings of a point", kMostWordings),
                     "keep those that differ most");
  }
  texts.push_back(point.detail);
  if (std::any_of(texts.begin(), texts.end(),
                  [](const std::string& text) { return text.size() > kLongestText; })) {
    complaints.error(node.offset,
                     fmt::format("a text of a point is longer than {} bytes", kLongestText),
                     "shorten it, or make several points of it");
  }
}

/// Offset at which a point's complaint about its id should stand.
std::size_t offset_of_id(const Node& node) {
  const auto* id = find(node, "id");
  return id != nullptr ? id->offset : node.offset;
}

void set_id(Point& point, const Node& node, std::unordered_map<std::string, std::size_t>& seen,
            Complaints& complaints) {
  if (point.name.empty()) {
    return;  // complained of already
  }
  if (point.id.empty()) {
    point.id = text::identity_of(point.name);
  }
  if (point.id.empty()) {
    complaints.error(
        node.offset,
        fmt::format("the point {} has neither letter nor digit", in_quotes(point.name)),
        "give it an 'id:'");
    return;
  }
  const auto [first, fresh] = seen.emplace(point.id, node.offset);
  if (!fresh) {
    complaints.error(
        offset_of_id(node), fmt::format("duplicate point {}", in_quotes(point.name)),
        fmt::format("the point in line {} has the id {} already; give one of them "
                    "another 'id:'",
                    complaints.source().position(first->second).line, in_quotes(point.id)));
  }
}

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
      complaints.error(hits->offset,
                       fmt::format("no point of this item is called {}", in_quotes(name)),
                       suggestion(name, names_of(points), "the points are"));
    } else if (std::find(sample.hits.begin(), sample.hits.end(), *index) == sample.hits.end()) {
      sample.hits.push_back(*index);
    }
  }
  std::sort(sample.hits.begin(), sample.hits.end());
  return sample;
}

}  // namespace

std::vector<Point> read_points(const Node& list, Complaints& complaints) {
  std::vector<Point> points;
  if (list.type != Node::Type::sequence || list.children.empty()) {
    complaints.error(list.offset,
                     list.type == Node::Type::sequence
                         ? "'points' is empty"
                         : fmt::format("'points' must be a list, not {}", type_of(list)),
                     "begin each point on a line of its own with '- '");
    return points;
  }
  warn_of_wide_commas(list, complaints);
  std::unordered_map<std::string, std::size_t> seen;
  FormerNames former(complaints);
  for (const auto& node : list.children) {
    auto point = read_point(node, complaints);
    point.at = complaints.source().position(node.offset);
    refuse_excess(point, node, complaints);
    set_id(point, node, seen, complaints);
    former.claim(node);
    points.push_back(std::move(point));
    if (points.size() == kMostPoints && &node != &list.children.back()) {
      complaints.error((&node + 1)->offset,
                       fmt::format("an item may have {} points at most", kMostPoints),
                       "make several items of it");
      break;
    }
  }
  return points;
}

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
