#include "deck/reading/form_reader.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/npos.h"
#include "base/trim.h"
#include "deck/cloze.h"
#include "deck/limits.h"
#include "deck/reading/numbers.h"
#include "deck/reading/point_reader.h"
#include "deck/yaml/foreign_marks.h"

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
  if (item.question.size() > kLongestQuestion) {
    complaints.error(
        fields.value("question")->offset,
        fmt::format("the question of an item with points is longer than {} bytes",
                    kLongestQuestion),
        "ask it in fewer words; what is shown after answering goes under 'explanation:'");
  }
  item.points = read_points(*fields.value("points"), complaints);
}

void read_answer(const Fields& fields, Item& item, Complaints& complaints) {
  const auto& answer = *fields.value("answer");
  const bool plain = is_plain(answer);
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

/// The place of a line within a value; the value's own where it stands in one line.
std::size_t within(const Node& value, std::size_t offset, const Complaints& complaints) {
  const auto& source = complaints.source();
  return source.line_number(offset) == source.line_number(value.offset) ? value.offset : offset;
}

/// Where an option stands that repeats another: the last of them.
std::size_t offset_of_last(const Node& choices, std::string_view text) {
  auto last = choices.offset;
  for (const auto& key : choices_keys()) {
    const auto* value = find(choices, key);
    for (const auto& option : value != nullptr ? entries(*value) : std::span<const Node>()) {
      last = base::trimmed(option.text) == text ? std::max(last, option.offset) : last;
    }
  }
  return last;
}

void refuse_repeated(const std::vector<Choice>& choices, const Node& node, Complaints& complaints) {
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const auto same = [&](const Choice& other) { return other.text == choices[i].text; };
    const auto end = choices.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::any_of(choices.begin(), end, same)) {
      complaints.error(within(node, offset_of_last(node, choices[i].text), complaints),
                       fmt::format("duplicate choice {}", in_quotes(choices[i].text)),
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
  refuse_repeated(item.choices, node, complaints);
  item.points.push_back(single_point("choices", fmt::format("{}", fmt::join(correct, ", "))));
}

void warn_of_wide_colons(const ClozePart& part, std::size_t offset, Complaints& complaints) {
  if (!part.point) {
    return;
  }
  if (const auto meant = with_plain_colons(part.text); meant != part.text) {
    complaints.warning(
        offset,
        fmt::format("the full-width colons are part of the gap {}",
                    in_quotes("{{" + part.text + "}}")),
        fmt::format("write it with plain colons: {}", shortened("{{" + meant + "}}")));
  }
}

/// Where a gap stands that begins at `at` of the text.
std::size_t offset_of_gap(const Node& cloze, std::string_view text, std::size_t at,
                          const Complaints& complaints) {
  if (!text.substr(at).starts_with("{{")) {
    return cloze.offset;
  }
  const auto source = complaints.source().text();
  auto offset = source.find("{{", cloze.offset);
  for (auto before = text.find("{{"); before < at && offset != base::npos;
       before = text.find("{{", before + 2)) {
    offset = source.find("{{", offset + 2);
  }
  return offset == base::npos ? cloze.offset : within(cloze, offset, complaints);
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
        offset_of_gap(*fields.value("cloze"), text, mistake->offset, complaints),
        fmt::format("{}: {}", mistake->message, in_quotes(text.substr(mistake->offset))),
        mistake->hint);
    return;
  }
  auto& cloze = std::get<Cloze>(parsed);
  for (const auto& part : cloze.parts) {
    warn_of_wide_colons(part, fields.value("cloze")->offset, complaints);
  }
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
