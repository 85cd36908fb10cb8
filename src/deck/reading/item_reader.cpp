#include "deck/reading/item_reader.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "deck/cloze.h"
#include "deck/identity.h"
#include "deck/reading/form_reader.h"
#include "deck/reading/former_names.h"
#include "deck/reading/item_form.h"
#include "deck/reading/names.h"
#include "deck/reading/sample_reader.h"

namespace pith::deck {
namespace {

/// What items of every form may have.
void read_common(const Fields& fields, const Settings& defaults, Item& item,
                 Complaints& complaints) {
  item.id = fields.text("id");
  item.id_given = !item.id.empty();
  if (item.id_given) {
    warn_of_type(*fields.value("id"), complaints);
  }
  if (item.id_given && !is_item_id(item.id)) {
    complaints.error(fields.value("id")->offset,
                     fmt::format("{} cannot be an item's id", in_quotes(item.id)),
                     "use letters, digits and '-'");
  }
  item.explanation = fields.text("explanation");
  item.example = fields.text("example");
  item.hints = fields.texts("hints");
  std::unordered_set<std::string> seen(item.tags.begin(), item.tags.end());
  for (auto& tag : fields.texts("tags")) {
    if (seen.insert(tag).second) {
      item.tags.push_back(std::move(tag));
    }
  }
  item.was = fields.texts("was");
  item.settings = read_settings(fields, defaults);
}

/// The other direction of a card.
Item reversed(const Item& card) {
  auto item = card;
  item.id = reversed_id(item.id);
  item.question = card.points[0].name;
  item.points[0].name = card.question;
  for (auto& id : item.was) {
    id = reversed_id(id);
  }
  return item;
}

class ItemReader {
 public:
  ItemReader(const Settings& defaults, Deck& deck, Complaints& complaints)
      : defaults_(defaults), deck_(deck), complaints_(complaints), former_(complaints, deck.id) {}

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
    former_.claim(node);
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
  FormerNames former_;
};

}  // namespace

Settings read_settings(const Fields& fields, Settings base) {
  base.pass = fields.number("pass", {0.0, 1.0, false, "a number from 0 to 1"}).value_or(base.pass);
  if (const auto limit = fields.duration("time_limit")) {
    base.time_limit = limit;
  }
  base.desired_retention =
      fields.number("desired_retention", {0.0, 1.0, true, "a number above 0 and below 1", 1.0})
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
