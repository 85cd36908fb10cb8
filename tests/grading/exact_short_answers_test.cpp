// Short answers: what is forgiven, what is said around them, and what turns them round.
#include <string>

#include <catch2/catch.hpp>

#include "grading/exact/exact.h"
#include "grading/grader.h"
#include "support/items.h"

using pith::deck::Kind;
using pith::grading::grade;
using pith::grading::Verdict;
using pith::test::item_of;
using pith::test::point;

TEST_CASE("a short answer forgives case, spaces and one typo", "[grading]") {
  auto item = item_of(Kind::short_answer, "What is the time after which recall falls to 90%?",
                      {point("stability")});
  const auto [answer, verdict] =
      GENERATE(table<std::string, Verdict>({{"stability", Verdict::hit},
                                            {" Stability ", Verdict::hit},
                                            {"the stability", Verdict::hit},
                                            {"stabilty", Verdict::hit},
                                            {"difficulty", Verdict::missed},
                                            {"", Verdict::missed}}));
  CAPTURE(answer);

  CHECK(grade(item, answer).points[0].verdict == verdict);
}

TEST_CASE("pictures, sounds and stars of a card's back need not be typed", "[grading]") {
  const auto [back, answer, verdict] = GENERATE(table<std::string, std::string, Verdict>(
      {{"**Eight**\n![](my.media/hand.png)", "eight", Verdict::hit},
       {"**Eight**\n![](my.media/hand.png)", "nine", Verdict::missed},
       {"**Eight**\n![a hand](my.media/hand.png)", "hand", Verdict::missed},
       {"cat[sound:neko.mp3]", "cat", Verdict::hit},
       {"![](a.png)[sound:b.mp3] the *cat*", "cat", Verdict::hit},
       {"![](my.media/hand.png)", "", Verdict::missed},
       {"![](my.media/hand.png)", "eight", Verdict::missed},
       {"a[0]", "a[0]", Verdict::hit},
       {"![not closed", "not closed", Verdict::hit}}));
  CAPTURE(back, answer);
  const auto kind = GENERATE(Kind::card, Kind::short_answer);

  CHECK(grade(item_of(kind, "What is it?", {point(back)}), answer).points[0].verdict == verdict);
}

TEST_CASE("marks that matter are not folded away", "[grading]") {
  auto item = item_of(Kind::short_answer, "Which language?", {point("C++")});

  CHECK(grade(item, "c++").score == 1.0);
  CHECK(grade(item, "C").score == 0.0);
  CHECK(grade(item, "C#").score == 0.0);
}

TEST_CASE("a short answer may stand in a sentence, and is turned round by a denial", "[grading]") {
  auto item = item_of(Kind::short_answer, "Capital of France?", {point("Paris")});
  const auto [answer, verdict] =
      GENERATE(table<std::string, Verdict>({{"I think it's Paris", Verdict::hit},
                                            {"the answer is Paris, probably", Verdict::hit},
                                            {"大概是 Paris 吧", Verdict::hit},
                                            {"答案是Paris。", Verdict::hit},
                                            {"(Paris)", Verdict::hit},
                                            {"Paris (France)", Verdict::hit},
                                            {"Paris, because I was there", Verdict::hit},
                                            {"Paris, not London", Verdict::hit},
                                            {"not London but Paris", Verdict::hit},
                                            {"不是London而是Paris", Verdict::hit},
                                            {"不是London，是Paris", Verdict::hit},
                                            {"not London, it's Paris", Verdict::hit},
                                            {"不是Paris，是London", Verdict::contradicted},
                                            {"London... no wait, Paris", Verdict::hit},
                                            {"London，啊不对，是Paris", Verdict::hit},
                                            {"Paris, which is in France", Verdict::hit},
                                            {"it's called Paris", Verdict::hit},
                                            {"Paris, no, London", Verdict::missed},
                                            {"London (Paris)", Verdict::missed},
                                            {"London because of Paris", Verdict::missed},
                                            {"London, not Paris", Verdict::contradicted},
                                            {"not Paris", Verdict::contradicted},
                                            {"it isn't Paris", Verdict::contradicted},
                                            {"不是Paris", Verdict::contradicted}}));
  CAPTURE(answer);

  CHECK(grade(item, answer).points[0].verdict == verdict);
}

TEST_CASE("a short answer may repeat the question", "[grading]") {
  auto item = item_of(Kind::short_answer, "What is the capital of France?", {point("Paris")});
  item.points[0].accept = {"Lutetia"};
  const auto [answer, verdict] =
      GENERATE(table<std::string, Verdict>({{"The capital of France is Paris.", Verdict::hit},
                                            {"Paris is the capital", Verdict::hit},
                                            {"Paris, also known as Lutetia", Verdict::hit},
                                            {"The capital of France is Rome", Verdict::missed},
                                            {"the capital of France", Verdict::missed},
                                            {"Paris or France", Verdict::missed},
                                            {"Paris, Rome", Verdict::missed},
                                            {"Paris is not the capital", Verdict::contradicted}}));
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].verdict == verdict);

  auto river = item_of(Kind::short_answer, "Is it the Nile or the Amazon?", {point("Nile")});
  CHECK(grade(river, "it is the Nile").score == 1.0);
  CHECK(grade(river, "Nile, not Amazon").score == 1.0);
  CHECK(grade(river, "Nile Amazon").score == 0.0);

  auto capital = item_of(Kind::short_answer, "法国首都是哪里？", {point("巴黎")}, "zh");
  CHECK(grade(capital, "法国的首都是巴黎").score == 1.0);
  CHECK(grade(capital, "巴黎市").score == 1.0);
  CHECK(grade(capital, "法国的首都是里昂").score == 0.0);
}

TEST_CASE("what begins with another letter is another word", "[grading]") {
  auto value = item_of(Kind::short_answer, "What binds to &&?", {point("rvalue")});
  CHECK(grade(value, "rvaleu").score == 1.0);
  CHECK(grade(value, "vralue").score == 1.0);
  CHECK(grade(value, "lvalue").score == 0.0);
}

TEST_CASE("a letter by itself is no small word and no slip", "[grading]") {
  auto scurvy = item_of(Kind::short_answer, "What is lacking?", {point("vitamin C")});
  CHECK(grade(scurvy, "it's vitamin C").score == 1.0);
  CHECK(grade(scurvy, "vitamn C").score == 1.0);
  CHECK(grade(scurvy, "vitamin D").score == 0.0);
  CHECK(grade(scurvy, "vitamin C or D").score == 0.0);
}

TEST_CASE("no and not are no small words", "[grading]") {
  auto fees = item_of(Kind::short_answer, "What does it cost?", {point("no fees")});
  CHECK(grade(fees, "no fees").score == 1.0);
  CHECK(grade(fees, "fees").score == 0.0);

  auto stable = item_of(Kind::short_answer, "Is it stable?", {point("no")});
  CHECK(grade(stable, "no, it isn't").points[0].verdict != Verdict::contradicted);

  auto play = item_of(Kind::short_answer, "What is the question?", {point("to be or not to be")});
  CHECK(grade(play, "To be, or not to be").score == 1.0);
  CHECK(grade(play, "to be or to be").score == 0.0);
}

TEST_CASE("a yes or a no may be said in other words", "[grading]") {
  const auto [right, wrong] = GENERATE(table<std::string, std::string>(
      {{"yes", "no"}, {"Yes.", "No."}, {"是", "不是"}, {"是的", "否"}, {"能", "不能"}}));
  const auto yes = item_of(Kind::short_answer, "Is water wet? 水是湿的吗？", {point(right)});
  const auto no = item_of(Kind::short_answer, "Is water wet? 水是湿的吗？", {point(wrong)});
  const auto* affirmed =
      GENERATE("yes", "yeah", "Yep!", "yup", "是", "是的", "对", "对的", "Yes, it is", "是的，可以",
               "Sure, it is.", "I think yes", "yes, water is wet", "是的，水是湿的", "对，没错",
               "No, wait, yes", "yes, because it is", "y", "it is", "嗯", "湿的", "湿", "是湿的");
  CAPTURE(right, wrong, affirmed);
  CHECK(grade(yes, affirmed).score == 1.0);
  CHECK(grade(no, affirmed).score == 0.0);

  const auto* denied =
      GENERATE("no", "nope", "Nah", "否", "不是", "不", "不对", "不能", "No, it isn't",
               "no, it is not", "不，不是", "不是的", "没有", "no, water is not wet",
               "不是，水不湿", "yes... no wait, nope", "No. Why would it? It isn't.", "n",
               "it isn't", "It's not.", "不湿", "It isn’t", "they don’t", "It’s not.");
  CAPTURE(denied);
  CHECK(grade(no, denied).score == 1.0);
  CHECK(grade(yes, denied).score == 0.0);
}

TEST_CASE("a yes and a no together are neither", "[grading]") {
  const auto yes = item_of(Kind::short_answer, "Is water wet? 水是湿的吗？", {point("yes")});
  const auto no = item_of(Kind::short_answer, "Is water wet? 水是湿的吗？", {point("no")});
  const auto* answer = GENERATE("yes and no", "yes or no", "Yes, it isn't", "No, it is", "是不是",
                                "也许", "不知道", "yes but no", "是的，不是", "不，是的", "no idea",
                                "not sure", "不一定", "对不起", "well", "water", "不是不湿");
  CAPTURE(answer);
  CHECK(grade(yes, answer).score == 0.0);
  CHECK(grade(no, answer).score == 0.0);
}

TEST_CASE("where both yes and no will do, neither is wrong", "[grading]") {
  auto item = item_of(Kind::short_answer, "Is it legal?", {point("no")});
  item.points[0].accept = {"yes"};
  CHECK(grade(item, "yes").score == 1.0);
  CHECK(grade(item, "no").score == 1.0);
}

TEST_CASE("a side and a thing are no yes", "[grading]") {
  const auto side = item_of(Kind::short_answer, "Which side do they drive on?", {point("right")});
  CHECK(grade(side, "yes").score == 0.0);
  CHECK(grade(side, "right").score == 1.0);
  const auto name = item_of(Kind::short_answer, "Which band?", {point("Yes")});
  CHECK(grade(name, "No Doubt").score == 0.0);
}

TEST_CASE("an answer that shares a word with the question may be restated", "[grading]") {
  const auto peak =
      item_of(Kind::short_answer, "世界上最高的山峰是哪座？", {point("珠穆朗玛峰")}, "zh");
  CHECK(grade(peak, "世界上最高的山峰是珠穆朗玛峰").score == 1.0);
  CHECK(grade(peak, "珠穆朗玛峰是世界上最高的山峰").score == 1.0);
  CHECK(grade(peak, "世界上最高的山峰是乔戈里峰").score == 0.0);
  CHECK(grade(peak, "世界上最高的山峰").score == 0.0);
  CHECK(grade(peak, "世界上最高的山峰不是珠穆朗玛峰").score == 0.0);
  CHECK(grade(peak, "世界上最高的山峰是乔戈里峰或珠穆朗玛峰").score == 0.0);
  CHECK(grade(peak, "世界上最高的山峰是乔戈里峰还是珠穆朗玛峰").score == 0.0);

  const auto river = item_of(Kind::short_answer, "What is the longest river in Africa?",
                             {point("the Nile river")});
  CHECK(grade(river, "the longest river in Africa is the Nile river").score == 1.0);
  CHECK(grade(river, "The Nile River is the longest river in Africa.").score == 1.0);
  CHECK(grade(river, "the longest river in Africa is the Congo river").score == 0.0);
  CHECK(grade(river, "the longest river in Africa").score == 0.0);
  CHECK(grade(river, "the longest river").score == 0.0);
  CHECK(grade(river, "the longest river in Africa is not the Nile river").score == 0.0);

  const auto either = item_of(Kind::short_answer, "Which protocol is reliable, TCP or UDP?",
                              {point("TCP protocols")});
  CHECK(grade(either, "UDP TCP protocols").score == 0.0);
  const auto echoed = item_of(Kind::short_answer, "What is a red panda?", {point("a panda")});
  CHECK(grade(echoed, "a red panda").score == 0.0);
}

TEST_CASE("two names of the same may stand side by side", "[grading]") {
  auto idiom = item_of(Kind::short_answer, "Which idiom frees what it owns?", {point("RAII")});
  idiom.points[0].accept = {"resource acquisition is initialization"};
  CHECK(grade(idiom, "RAII: resource acquisition is initialization").score == 1.0);
  CHECK(grade(idiom, "RAII — resource acquisition is initialization").score == 1.0);
  CHECK(grade(idiom, "resource acquisition is initialization (RAII)").score == 1.0);
  CHECK(grade(idiom, "RAII: reference counting").score == 0.0);
  CHECK(grade(idiom, "SFINAE: resource acquisition is initialization").score == 0.0);
  CHECK(grade(idiom, "not RAII: resource acquisition is initialization").score == 0.0);

  auto emperor = item_of(Kind::short_answer, "谁统一了六国？", {point("秦始皇")}, "zh");
  emperor.points[0].accept = {"嬴政"};
  CHECK(grade(emperor, "秦始皇嬴政").score == 1.0);
  CHECK(grade(emperor, "嬴政，秦始皇").score == 1.0);
  CHECK(grade(emperor, "秦始皇刘邦").score == 0.0);
  CHECK(grade(emperor, "秦始皇不是嬴政").score == 0.0);
}
