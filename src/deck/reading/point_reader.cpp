#include "deck/reading/point_reader.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "deck/limits.h"
#include "deck/reading/fields.h"
#include "deck/reading/former_names.h"
#include "deck/reading/names.h"
#include "deck/yaml/foreign_marks.h"
#include "deck/yaml/keys.h"
#include "deck/yaml/traps.h"
#include "text/normalise.h"
#include "text/similar.h"

namespace pith::deck {
namespace {

bool is_point_key(std::string_view key) {
  return std::find(point_keys().begin(), point_keys().end(), key) != point_keys().end();
}

/// The key of `- name: detail` where further keys stand below it; null if the point begins
/// otherwise.
const Node* short_form_of(const Node& node) {
  const auto& key = node.children.front();
  const bool sound = find(node, "point") == nullptr && key.type == Node::Type::scalar &&
                     !is_point_key(key.text) && !text::nearest(key.text, point_keys()) &&
                     key.text.find(':') == std::string::npos;
  return sound ? &key : nullptr;
}

/// What has more keys than a name and a detail has to call these by theirs.
void complain_of_short_form(const Node& node, Complaints& complaints) {
  const auto& key = node.children[0];
  const auto& detail = node.children[1];
  complaints.error(key.offset,
                   fmt::format("{} stands below the short form of the point {}",
                               in_quotes(node.children[2].text), in_quotes(key.text)),
                   detail.text.empty()
                       ? fmt::format("write '- {}: {}'", "point", shortened(key.text))
                       : fmt::format("write '- point: {}' and below it 'detail: {}'",
                                     shortened(key.text), shortened(detail.text)));
}

/// `- point: name` with more keys below it.
Point read_full(const Node& node, Complaints& complaints) {
  const auto* short_form = short_form_of(node);
  auto keys = point_keys();
  if (short_form != nullptr) {
    complain_of_short_form(node, complaints);
    keys.push_back(short_form->text);
  }
  const Fields fields(node, "a point", keys, complaints);
  Point point;
  point.name = short_form != nullptr ? short_form->text : fields.required_text("point");
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

}  // namespace

std::vector<Point> read_points(const Node& list, Complaints& complaints) {
  std::vector<Point> points;
  if (is_plain(list) && list.text.starts_with('-')) {
    complaints.error(list.offset, "a space is missing behind this '-'", "write '- '");
    return points;
  }
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

}  // namespace pith::deck
