#include "deck/item_reader.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "deck/cloze.h"
#include "deck/identity.h"
#include "deck/limits.h"
#include "deck/names.h"
#include "deck/point_reader.h"
#include "text/similar.h"

namespace pith::deck {
namespace {

/// The keys that make an item what it is, and those that only its kind has.
struct Form {
  std::string_view key;
  std::vector<std::string> keys;
};

const std::array<Form, 5>& forms() {
  static const std::array<Form, 5> all = {{{"points", {"question", "points"}},
                                           {"answer", {"question", "answer", "tolerance"}},
                                           {"choices", {"question", "choices"}},
                                           {"cloze", {"cloze"}},
                                           {"front", {"front", "back", "reversed"}}}};
  return all;
}

constexpr std::array<std::string_view, 11> kCommonKeys = {
    "id",         "explanation",       "example",     "hints", "tags",   "pass",
    "time_limit", "desired_retention", "new_per_day", "was",   "samples"};

/// Every key an item of the form may have; of any form if it has none.
std::vector<std::string> keys_of(const Form* form) {
  std::vector<std::string> keys;
  for (const auto& each : forms()) {
    for (const auto& key : each.keys) {
      if ((form == nullptr || form == &each) &&
          std::find(keys.begin(), keys.end(), key) == keys.end()) {
        keys.push_back(key);
      }
    }
  }
  keys.insert(keys.end(), kCommonKeys.begin(), kCommonKeys.end());
  return keys;
}

/// Whether a key that no item has may be meant to say what this one is: that is complaint enough.
bool misspells_its_form(const Node& node) {
  const auto known = keys_of(nullptr);
  std::vector<std::string> form_keys;
  for (const auto& form : forms()) {
    form_keys.emplace_back(form.key);
  }
  for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
    const auto& key = node.children[i].text;
    if (std::find(known.begin(), known.end(), key) == known.end() &&
        text::nearest(key, form_keys)) {
      return true;
    }
  }
  return false;
}

/// The form of an item; null, with a complaint, if it has none or several.
const Form* form_of(const Node& node, Complaints& complaints) {
  std::vector<const Form*> found;
  for (const auto& form : forms()) {
    if (find(node, form.key) != nullptr) {
      found.push_back(&form);
    }
  }
  if (found.empty() && misspells_its_form(node)) {
    return nullptr;
  }
  if (found.empty()) {
    complaints.error(node.offset, "this item has no answer",
                     "add 'points', 'answer' or 'choices' to a question, or write 'cloze', or "
                     "'front' and 'back'");
    return nullptr;
  }
  if (found.size() > 1) {
    complaints.error(node.offset,
                     fmt::format("an item has either '{}' or '{}'", found[0]->key, found[1]->key),
                     "make two items of it");
    return nullptr;
  }
  return found[0];
}

Point single_point(std::string id, std::string name) {
  Point point;
  point.id = std::move(id);
  point.name = std::move(name);
  return point;
}

void read_points_item(const Fields& fields, Item& item, Complaints& complaints) {
  item.kind = Kind::points;
  item.points = read_points(*fields.value("points"), complaints);
}

void read_answer(const Fields& fields, Item& item, Complaints& complaints) {
  const auto& answer = *fields.value("answer");
  const bool plain = answer.type == Node::Type::scalar && answer.style == Node::Style::plain;
  const auto number = plain ? parse_number(answer.text) : std::nullopt;
  auto accepted = fields.texts("answer");
  if (answer.type == Node::Type::sequence && answer.children.empty()) {
    complaints.error(answer.offset, "'answer' is an empty list", "write what is accepted");
  }
  const auto tolerance = fields.number("tolerance", {0.0, 1e300, false, "a number from 0 on"});
  if (plain && (answer.text.starts_with(".") || answer.text.starts_with("-.")) && !number) {
    complaints.error(answer.offset, fmt::format("{} is no number", in_quotes(answer.text)),
                     "write a finite number, or put a text in quotes");
  } else if (fields.has("tolerance") && !number) {
    complaints.warning(fields.offset("tolerance"), "'tolerance' has no effect on a text",
                       "remove it, or write the answer as a number without quotes");
  }
  item.kind = number ? Kind::number : Kind::short_answer;
  if (number) {
    item.number = NumberAnswer{*number, tolerance.value_or(0.0)};
  }
  if (!accepted.empty()) {
    item.points.push_back(single_point("answer", accepted.front()));
    item.points[0].accept.assign(accepted.begin() + 1, accepted.end());
  }
}

void read_choices(const Fields& fields, Item& item, Complaints& complaints) {
  item.kind = Kind::choices;
  const auto& node = *fields.value("choices");
  if (node.type != Node::Type::map) {
    complaints.error(node.offset, fmt::format("'choices' must be a map, not {}", type_of(node)),
                     "write choices: {correct: […], wrong: […]}");
    return;
  }
  const Fields choices(node, "'choices'", {"correct", "wrong"}, complaints);
  const auto correct = choices.texts("correct");
  const auto wrong = choices.texts("wrong");
  for (const auto* key : {"correct", "wrong"}) {
    if (!choices.has(key) || (choices.value(key)->type == Node::Type::sequence &&
                              choices.value(key)->children.empty())) {
      complaints.error(choices.offset(key), fmt::format("there is no '{}' choice", key),
                       "write choices: {correct: […], wrong: […]}");
    }
  }
  for (const auto& text : correct) {
    item.choices.push_back({text, true});
  }
  for (const auto& text : wrong) {
    item.choices.push_back({text, false});
  }
  if (item.choices.size() > kMostChoices) {
    complaints.error(node.offset,
                     fmt::format("{} options; at most {} can be offered, each with a letter of its "
                                 "own",
                                 item.choices.size(), kMostChoices),
                     "ask in several items");
    return;
  }
  for (std::size_t i = 0; i < item.choices.size(); ++i) {
    const auto same = [&](const Choice& other) { return other.text == item.choices[i].text; };
    const auto end = item.choices.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(item.choices.begin(), end, same)) {
      complaints.error(node.offset,
                       fmt::format("duplicate choice {}", in_quotes(item.choices[i].text)),
                       "each option must be offered once");
    }
  }
  item.points.push_back(single_point("choices", fmt::format("{}", fmt::join(correct, ", "))));
}

void read_cloze(const Fields& fields, Item& item, Complaints& complaints) {
  item.kind = Kind::cloze;
  const auto text = fields.text("cloze");
  if (text.empty()) {
    return;
  }
  auto parsed = parse_cloze(text);
  if (const auto* mistake = std::get_if<ClozeMistake>(&parsed)) {
    complaints.error(
        fields.value("cloze")->offset,
        fmt::format("{}: {}", mistake->message, in_quotes(text.substr(mistake->offset))),
        mistake->hint);
    return;
  }
  auto& cloze = std::get<Cloze>(parsed);
  item.cloze = std::move(cloze.parts);
  item.points = std::move(cloze.points);
  item.question = with_gaps(item.cloze);
}

void read_card(const Fields& fields, Item& item, Complaints& complaints) {
  item.kind = Kind::card;
  item.question = fields.required_text("front");
  item.points.push_back(single_point("back", fields.required_text("back")));
  if (fields.has("samples")) {
    complaints.error(fields.offset("samples"), "a plain card is not graded and has no samples",
                     "remove them, or write the item with 'question' and 'answer'");
  }
}

void read_by_form(const Form& form, const Fields& fields, Item& item, Complaints& complaints) {
  if (form.keys.front() == "question") {
    item.question = fields.required_text("question");
  }
  if (form.key == "points") {
    read_points_item(fields, item, complaints);
  } else if (form.key == "answer") {
    read_answer(fields, item, complaints);
  } else if (form.key == "choices") {
    read_choices(fields, item, complaints);
  } else if (form.key == "cloze") {
    read_cloze(fields, item, complaints);
  } else {
    read_card(fields, item, complaints);
  }
}

void read_common(const Fields& fields, const Settings& defaults, Item& item,
                 Complaints& complaints) {
  item.id = fields.text("id");
  item.id_given = !item.id.empty();
  if (item.id_given && !is_item_id(item.id)) {
    complaints.error(fields.value("id")->offset,
                     fmt::format("{} cannot be an item's id", in_quotes(item.id)),
                     "use letters, digits and '-'");
  }
  item.explanation = fields.text("explanation");
  item.example = fields.text("example");
  item.hints = fields.texts("hints");
  for (auto& tag : fields.texts("tags")) {
    if (std::find(item.tags.begin(), item.tags.end(), tag) == item.tags.end()) {
      item.tags.push_back(std::move(tag));
    }
  }
  item.was = fields.texts("was");
  item.settings = read_settings(fields, defaults);
}

/// The other direction of a card.
Item reversed(const Item& card) {
  auto item = card;
  item.id += "-reversed";
  item.question = card.points[0].name;
  item.points[0].name = card.question;
  for (auto& id : item.was) {
    id += "-reversed";
  }
  return item;
}

class ItemReader {
 public:
  ItemReader(const Settings& defaults, Deck& deck, Complaints& complaints)
      : defaults_(defaults), deck_(deck), complaints_(complaints) {}

  void read(const Node& node) {
    if (node.type != Node::Type::map) {
      complaints_.error(node.offset, fmt::format("an item must be a map, not {}", type_of(node)),
                        "begin it with '- question: …', '- cloze: …' or '- front: …'");
      return;
    }
    const auto* form = form_of(node, complaints_);
    const Fields fields(node,
                        form == nullptr ? "an item" : fmt::format("an item with '{}'", form->key),
                        keys_of(form), complaints_);
    Item item;
    item.deck = deck_.id;
    item.language = deck_.language;
    item.tags = deck_.tags;
    item.at = complaints_.source().position(node.offset);
    read_common(fields, defaults_, item, complaints_);
    if (form == nullptr) {
      return;
    }
    read_by_form(*form, fields, item, complaints_);
    item.samples = read_samples(fields, item.points, complaints_);
    for (auto& point : item.points) {
      point.at = point.at.line == 0 ? item.at : point.at;
    }
    add(std::move(item), node, fields.flag("reversed"));
  }

 private:
  void add(Item item, const Node& node, bool both_ways) {
    const auto wording = item.kind == Kind::cloze ? filled(item.cloze) : item.question;
    if (wording.empty() || item.points.empty()) {
      return;  // complained of already
    }
    if (!item.id_given) {
      item.id = id_of_question(wording);
    }
    const auto other = both_ways ? std::optional(reversed(item)) : std::nullopt;
    insert(std::move(item), node);
    if (other) {
      insert(*other, node);
    }
  }

  void insert(Item item, const Node& node) {
    const auto [first, fresh] = seen_.emplace(item.id, node.offset);
    if (!fresh) {
      const auto line = complaints_.source().position(first->second).line;
      if (item.id_given) {
        const auto* id = find(node, "id");
        complaints_.error(id != nullptr ? id->offset : node.offset,
                          fmt::format("duplicate id {}", in_quotes(item.id)),
                          fmt::format("the item in line {} has it already", line));
      } else {
        complaints_.error(node.offset,
                          fmt::format("duplicate question {}", in_quotes(item.question)),
                          fmt::format("the item in line {} asks it already; give one of them an "
                                      "'id:'",
                                      line));
      }
      return;
    }
    deck_.items.push_back(std::move(item));
  }

  const Settings& defaults_;
  Deck& deck_;
  Complaints& complaints_;
  std::unordered_map<std::string, std::size_t> seen_;
};

}  // namespace

Settings read_settings(const Fields& fields, Settings base) {
  base.pass = fields.number("pass", {0.0, 1.0, false, "a number from 0 to 1"}).value_or(base.pass);
  if (const auto limit = fields.duration("time_limit")) {
    base.time_limit = limit;
  }
  base.desired_retention =
      fields.number("desired_retention", {0.0, 1.0, true, "a number above 0 and below 1"})
          .value_or(base.desired_retention);
  base.new_per_day = fields.count("new_per_day").value_or(base.new_per_day);
  return base;
}

void read_items(const Node& list, const Settings& defaults, Deck& deck, Complaints& complaints) {
  if (list.type != Node::Type::sequence) {
    complaints.error(list.offset, fmt::format("'items' must be a list, not {}", type_of(list)),
                     "begin each item with '- question: …', '- cloze: …' or '- front: …'");
    return;
  }
  if (list.children.empty()) {
    complaints.warning(list.offset, "this deck has no items", "add one: '- question: …'");
  }
  ItemReader reader(defaults, deck, complaints);
  for (const auto& node : list.children) {
    reader.read(node);
  }
}

}  // namespace pith::deck
