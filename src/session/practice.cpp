#include "session/practice.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "deck/reading/fields.h"
#include "deck/yaml/clean_text.h"
#include "deck/yaml/keys.h"
#include "deck/yaml/source.h"
#include "deck/yaml/traps.h"
#include "text/utf8.h"

namespace pith::session {
namespace {

using deck::Complaints;
using deck::Fields;
using deck::Node;

template <typename Value>
using Names = std::vector<std::pair<std::string_view, Value>>;

/// The value that a key's word means; `otherwise` if the key is absent or wrong.
template <typename Value>
Value word(const Fields& fields, std::string_view key, const Names<Value>& names, Value otherwise,
           Complaints& complaints) {
  const auto* node = fields.value(key);
  if (node == nullptr) {
    return otherwise;
  }
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& name) {
    return node->type == Node::Type::scalar && name.first == node->text;
  });
  if (found != names.end()) {
    return found->second;
  }
  std::vector<std::string_view> words;
  for (const auto& name : names) {
    words.push_back(name.first);
  }
  complaints.error(
      node->offset,
      fmt::format("'{}' must be one of {}, not {}", key, fmt::join(words, ", "),
                  node->type == Node::Type::scalar ? deck::in_quotes(node->text)
                                                   : std::string(deck::type_of(*node))));
  return otherwise;
}

bool flag(const Fields& fields, std::string_view key, bool otherwise) {
  return fields.has(key) ? fields.flag(key) : otherwise;
}

Choose read_choose(const Fields& fields, Choose otherwise, Complaints& complaints) {
  static const Names<Choose> names = {
      {"all", Choose::all}, {"due", Choose::due}, {"missed", Choose::missed}};
  return word(fields, "choose", names, otherwise, complaints);
}

std::optional<Order> read_order(const Fields& fields, std::optional<Order> otherwise,
                                Complaints& complaints) {
  static const auto names = [] {
    Names<std::optional<Order>> all;
    for (const auto order : {Order::file, Order::random, Order::weakest, Order::due}) {
      all.emplace_back(name_of(order), order);
    }
    all.emplace_back("mixed", std::nullopt);
    return all;
  }();
  return word(fields, "order", names, otherwise, complaints);
}

std::optional<std::size_t> read_count(const Fields& fields, std::optional<std::size_t> otherwise,
                                      Complaints& complaints) {
  const auto count = fields.count("count");
  if (count && *count == 0) {
    complaints.error(fields.value("count")->offset, "'count' is 0: nothing would be asked",
                     "write a whole number from 1 on, or leave it out");
  }
  return count ? std::optional(static_cast<std::size_t>(*count)) : otherwise;
}

/// Where the texts of a key stand, each as Fields::texts() gives them if none is wrong.
std::vector<std::size_t> places_of(const Fields& fields, std::string_view key) {
  const auto* node = fields.value(key);
  std::vector<std::size_t> places;
  if (node != nullptr && node->type == Node::Type::sequence) {
    for (const auto& each : node->children) {
      places.push_back(each.offset);
    }
  } else if (node != nullptr) {
    places.push_back(node->offset);
  }
  return places;
}

/// What the keys say that sections may have, over what holds for all.
PracticeSection read_section(const Fields& fields, PracticeSection section,
                             Complaints& complaints) {
  if (fields.has("select")) {
    section.select = fields.texts("select");
    section.select_at = places_of(fields, "select");
  }
  section.choose = read_choose(fields, section.choose, complaints);
  section.order = read_order(fields, section.order, complaints);
  section.count = read_count(fields, section.count, complaints);
  const auto time_limit = fields.duration("time_limit");
  section.time_limit = time_limit ? time_limit : section.time_limit;
  if (section.choose == Choose::due && fields.has("order")) {
    complaints.error(fields.offset("order"), "'order' has no meaning with 'choose: due'",
                     "what has lost most comes first; remove one of the two");
  }
  return section;
}

std::vector<PracticeSection> read_sections(const Fields& practice, const PracticeSection& base,
                                           Complaints& complaints) {
  const auto* list = practice.value("sections");
  if (list == nullptr) {
    return {base};
  }
  if (list->type != Node::Type::sequence || list->children.empty()) {
    complaints.error(list->offset, "'sections' must be a list with at least one section",
                     "write - name: … and the section's keys below it");
    return {};
  }
  std::vector<PracticeSection> sections;
  for (const auto& node : list->children) {
    if (node.type != Node::Type::map) {
      complaints.error(node.offset,
                       fmt::format("a section must be a map, not {}", deck::type_of(node)));
      continue;
    }
    const Fields fields(node, "a section", deck::section_keys(), complaints);
    auto section = read_section(fields, base, complaints);
    section.name = fields.required_text("name");
    section.time = fields.duration("time");
    sections.push_back(std::move(section));
  }
  return sections;
}

void read_rules(const Fields& fields, Practice& practice, Complaints& complaints) {
  static const Names<bool> feedback = {{"each", true}, {"end", false}};
  practice.feedback = word(fields, "feedback", feedback, true, complaints);
  practice.hints = flag(fields, "hints", practice.feedback);
  practice.may_pause = flag(fields, "pause", practice.feedback);
  practice.follow_up = fields.flag("follow_up");
  practice.repeat_missed = fields.flag("repeat_missed");
  practice.schedule = flag(fields, "schedule", true);
  practice.pass = fields.number("pass", {0, 1, false, "a number from 0 to 1"});
  constexpr double kLargestSeed = 9007199254740991.0;
  practice.seed = fields.whole("seed", kLargestSeed);
  if (practice.follow_up && practice.feedback) {
    complaints.error(fields.offset("follow_up"), "'follow_up' needs 'feedback: end'",
                     "the feedback after each answer shows what a follow-up would ask");
  }
  if (practice.repeat_missed && !practice.feedback) {
    complaints.error(fields.offset("repeat_missed"), "'repeat_missed' needs 'feedback: each'",
                     "without it nobody learns what was missed before it is asked again");
  }
}

Practice read_root(const Node& root, Complaints& complaints) {
  Practice practice;
  if (root.type != Node::Type::map) {
    if (deck::complain_of_wide_colons(complaints, root.offset)) {
      return practice;
    }
    complaints.error(root.offset,
                     fmt::format("a practice must be a map, not {}", deck::type_of(root)),
                     "begin with 'practice: …', its title");
    return practice;
  }
  const Fields fields(root, "a practice", deck::practice_keys(), complaints);
  practice.title = fields.required_text("practice");
  static_cast<void>(fields.text("description"));
  practice.time = fields.duration("time");
  practice.reports = fields.texts("reports");
  practice.reports_at = places_of(fields, "reports");
  read_rules(fields, practice, complaints);
  const auto base = read_section(fields, {}, complaints);
  practice.sections = read_sections(fields, base, complaints);
  if (complaints.has_error()) {
    deck::complain_of_wide_colons(complaints, root.offset);
  }
  return practice;
}

}  // namespace

PracticeRead read_practice(std::string_view bytes, const std::string& path) {
  const bool too_large = bytes.size() > kLargestPractice;
  const deck::Source source(too_large ? std::string_view() : deck::without_byte_order_mark(bytes));
  Complaints complaints(source, text::repair_utf8(path));
  PracticeRead read;
  if (too_large) {
    complaints.error(0, "larger than 1 MB", "a practice file only names what is to be asked");
  } else if (deck::is_clean_text(complaints)) {
    if (const auto root = deck::parse_yaml(complaints)) {
      read.practice = read_root(*root, complaints);
    } else if (!complaints.has_error()) {
      complaints.error(0, "this file is empty", "begin with 'practice: …', its title");
    }
  }
  if (complaints.has_error()) {
    read.practice.reset();
  }
  read.diagnostics = complaints.take();
  return read;
}

}  // namespace pith::session
