#include "exchange/item_kinds.h"

#include <utility>

namespace pith::exchange {

deck::Item card_item(std::string_view front, std::string_view back) {
  deck::Item item;
  item.kind = deck::Kind::card;
  item.question = front;
  item.points.emplace_back();
  item.points[0].id = "back";
  item.points[0].name = back;
  return item;
}

deck::Item answer_item(std::string_view question, std::string_view answer) {
  auto item = card_item(question, answer);
  item.kind = deck::Kind::short_answer;
  item.points[0].id = "answer";
  return item;
}

deck::Item points_item(std::string_view question, std::vector<deck::Point> points) {
  deck::Item item;
  item.kind = deck::Kind::points;
  item.question = question;
  item.points = std::move(points);
  return item;
}

deck::Item choices_item(std::string_view question, std::vector<deck::Choice> choices) {
  auto item = card_item(question, "");
  item.kind = deck::Kind::choices;
  item.points[0].id = "choices";
  for (const auto& choice : choices) {
    if (choice.correct) {
      item.points[0].name += (item.points[0].name.empty() ? "" : ", ") + choice.text;
    }
  }
  item.choices = std::move(choices);
  return item;
}

}  // namespace pith::exchange
