#include "deck/reading/form_reader.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "deck/cloze.h"
#include "deck/limits.h"
#include "deck/reading/numbers.h"
#include "deck/reading/point_reader.h"

namespace pith::deck {
namespace {

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
  const auto whole = number ? std::optional(std::abs(*number)) : std::nullopt;
  const auto tolerance =
      fields.number("tolerance", {0.0, 1e300, false, "a number from 0 on", whole});
  const bool begins_as_fraction = answer.text.starts_with(".") || answer.text.starts_with("-.");
  if (plain && !number && (begins_as_fraction || is_out_of_range(answer.text))) {
    complaints.error(answer.offset, fmt::format("{} is no number", in_quotes(answer.text)),
                     "write a finite number, or put a text in quotes");
  } else if (fields.has("tolerance") && !number) {
    const auto meant = number_before_unit(answer.text);
    complaints.warning(
        fields.offset("tolerance"), "'tolerance' has no effect on a text",
        meant ? fmt::format("remove it, or write the answer as a number alone: {}", *meant)
              : "remove it, or write the answer as a number without quotes");
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

void refuse_repeated(const std::vector<Choice>& choices, std::size_t offset,
                     Complaints& complaints) {
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const auto same = [&](const Choice& other) { return other.text == choices[i].text; };
    const auto end = choices.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(choices.begin(), end, same)) {
      complaints.error(offset, fmt::format("duplicate choice {}", in_quotes(choices[i].text)),
                       "each option must be offered once");
    }
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
  const Fields choices(node, "'choices'", choices_keys(), complaints);
  const auto correct = choices.texts("correct");
  const auto wrong = choices.texts("wrong");
  for (const auto& key : choices_keys()) {
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
  refuse_repeated(item.choices, node.offset, complaints);
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

}  // namespace

void read_by_form(const ItemForm& form, const Fields& fields, Item& item, Complaints& complaints) {
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

}  // namespace pith::deck
