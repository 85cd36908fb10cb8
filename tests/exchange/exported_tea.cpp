#include "exchange/exported_tea.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <catch2/catch.hpp>

#include "deck/reading/reader.h"

namespace pith::test {
namespace {

constexpr auto kDeck = R"(
deck: tea
title: 茶
language: zh
tags: [drink]
items:
  - id: kinds
    question: 茶有哪些优缺点？
    points:
      - {point: 提神, detail: 含咖啡因。, group: 优点}
      - {point: 解渴, group: 优点}
      - {point: 失眠, detail: 晚上少喝。, group: 缺点, accept: [睡不着], weight: 2}
    example: "`绿茶` <清香>"
    explanation: 适量就好。
    hints: [想想作用]
    tags: [pros cons]
  - {id: boil, question: 水几度开？, answer: [100 度, 一百度]}
  - {id: choose, question: 哪些是茶？, choices: {correct: [龙井], wrong: [可乐]}}
  - {id: gaps, cloze: "{{c1::茶}}含{{c2::咖啡因::提神}}。", explanation: 是的。}
  - {id: word, front: tea, back: 茶, reversed: true}
)";

history::LoggedAnswer answer_on(const deck::Item& item, std::int64_t time, memory::Rating rating) {
  history::LoggedAnswer logged;
  const memory::Instant instant{std::chrono::milliseconds(time)};
  logged.stamp.when = {instant, {}, memory::study_day(instant, std::chrono::seconds{0})};
  logged.answer.item = {item.deck, item.id};
  logged.answer.seconds = 3;
  for (const auto& point : item.points) {
    history::AnsweredPoint asked;
    asked.id = point.id;
    asked.rating = rating;
    asked.credit = rating == memory::Rating::again ? 0 : 1;
    logged.answer.points.push_back(asked);
  }
  return logged;
}

}  // namespace

deck::Deck tea() {
  auto result = deck::read_deck(kDeck, "tea.yaml");
  REQUIRE(result.deck);
  return *result.deck;
}

exchange::Exportable exportable() {
  exchange::Exportable what;
  what.decks = {tea()};
  what.answers = [](const deck::Item& item) {
    constexpr std::int64_t kDay = 86'400'000;
    const std::int64_t start = 1'700'000'000'000;
    return std::vector{answer_on(item, start, memory::Rating::good),
                       answer_on(item, start + 5 * kDay, memory::Rating::again)};
  };
  what.reviews = [answers = what.answers](const deck::Item& item) {
    std::vector<history::PointReview> reviews;
    for (const auto& logged : answers(item)) {
      for (const auto& point : logged.answer.points) {
        reviews.push_back({logged.item, point.id, logged.stamp.when.time, logged.stamp.when.day,
                           point.rating, memory::Counts::review, false, point.credit,
                           logged.answer.seconds});
      }
    }
    return reviews;
  };
  what.state = [](const deck::Item&) { return std::nullopt; };
  what.picture = [](const deck::Deck&, std::string_view) { return std::nullopt; };
  what.now = memory::Instant{std::chrono::milliseconds(1'764'000'000'000)};
  return what;
}

exchange::Exported written(std::string_view format) {
  return exchange::export_format_named(format)->write(exportable());
}

exchange::Imported read_again(std::string_view format, const std::string& bytes,
                              const std::string& name) {
  return exchange::import_format_named(format)->read({name, bytes});
}

bool says(const exchange::Exported& exported, std::string_view loss) {
  return std::any_of(exported.losses.begin(), exported.losses.end(),
                     [&](const std::string& said) { return said.find(loss) != std::string::npos; });
}

}  // namespace pith::test
