// What holds of every grade, whatever the item and the answer: the laws of the grader.
#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "grading/grader.h"
#include "grading/reason.h"
#include "grading/verdict.h"
#include "support/items.h"
#include "support/text_generators.h"
#include "text/normalise.h"
#include "text/utf8.h"

using pith::deck::Item;
using pith::grading::Grade;
using pith::grading::grade;
using pith::grading::PointResult;
using pith::grading::PreparedItem;
using pith::grading::Verdict;
using pith::test::item;
using pith::test::point;

namespace {

constexpr double kRounding = 1e-6;  ///< Of sums that are added up in another order.

const std::vector<Item>& items() {
  static const std::vector<Item> all = {
      item("zh", "怎样保证服务器稳定运行？",
           {point("定期备份", "每天把数据库复制到另一台机器上，并试着恢复一次。", {"留好副本"},
                  {"坏了再找人恢复就行", "数据一份就够"}),
            point("监控告警", "指标异常时自动通知值班人员。", {"出事马上有人知道"}),
            point("容量规划", "按业务增长预估需要的资源。", {}, {"不够用的时候临时加机器"}),
            point("灰度发布", "新版本先给百分之五的用户，没有问题再放开。")}),
      item("zh", "仓库里的货架有哪几种形式？",
           {point("敞开式货架"), point("半封闭式货架"), point("封闭式货架"), point("高层货架")}),
      item("en", "Why do we write tests before we change old code?",
           {point("Safety net", "A failing test shows at once which behaviour has broken.",
                  {"we notice when something breaks"}, {"users will tell us what is broken"}),
            point("Documentation", "The tests record what the code is meant to do."),
            point("Better design", "Code that is easy to test has fewer hidden dependencies."),
            point("No fear of change", "Nobody hesitates to refactor what is well covered.")}),
      item("en", "What happens when memory runs out on Linux?",
           {point("Caches shrink", "The kernel drops clean pages from the page cache."),
            point("Swapping", "Rarely used pages are written to the swap partition."),
            point("OOM killer", "The process with the highest score is killed.", {},
                  {"the newest process is killed", "all processes wait for free memory"})}),
  };
  return all;
}

rc::Gen<Item> gen_item() {
  return rc::gen::elementOf(items());
}

/// A random piece of a text, between characters.
std::string piece_of(const std::string& text) {
  const auto characters = pith::text::to_utf32(text);
  const auto begin = *rc::gen::inRange<std::size_t>(0, characters.size());
  const auto end = *rc::gen::inRange<std::size_t>(begin, characters.size() + 1);
  return pith::text::to_utf8(characters.substr(begin, end - begin));
}

/// What people write: points in full or in part, the question, cues that deny or turn, anything.
std::string arbitrary_phrase(const Item& of) {
  const auto& about = *rc::gen::elementOf(of.points);
  switch (*rc::gen::inRange(0, 9)) {
    case 0:
      return about.name;
    case 1:
      return about.detail;
    case 2:
      return piece_of(about.name + about.detail);
    case 3:
      return about.accept.empty() ? about.name : about.accept.front();
    case 4:
      return piece_of(of.question);
    case 5:
      return *rc::gen::element<std::string>("不需要", "没有", "先不说", "不对", "应该是", "但是",
                                            "就", "it is not", "never", "instead of", "but",
                                            "we do not need", "rather than");
    case 6:
      return *rc::gen::element<std::string>("天气很好", "the weather is fine", "3", "八十", "90%",
                                            "C++", "1.", "- ");
    case 7:
      return about.reject.empty() ? about.detail : piece_of(about.reject.front());
    default:
      return *pith::test::gen_text();
  }
}

std::string arbitrary_answer(const Item& of) {
  std::string answer;
  for (auto phrases = *rc::gen::inRange(0, 6); phrases > 0; --phrases) {
    answer += arbitrary_phrase(of);
    answer += *rc::gen::element<std::string>("", " ", "，", "、", "。", "\n", ", ", ". ", "和");
  }
  return answer;
}

bool same(const PointResult& a, const PointResult& b) {
  return a.verdict == b.verdict && std::abs(a.credit - b.credit) < kRounding &&
         a.evidence == b.evidence && a.reason == b.reason &&
         std::abs(a.confidence - b.confidence) < kRounding;
}

bool identical(const Grade& a, const Grade& b) {
  return a.score == b.score &&
         std::equal(a.points.begin(), a.points.end(), b.points.begin(), b.points.end(),
                    [](const PointResult& x, const PointResult& y) {
                      return same(x, y) && x.credit == y.credit && x.confidence == y.confidence;
                    });
}

bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U);
}

/// Each character by a function, as UTF-8.
template <typename Map>
std::string mapped(const std::string& text, Map map) {
  auto characters = pith::text::to_utf32(text);
  std::transform(characters.begin(), characters.end(), characters.begin(), map);
  return pith::text::to_utf8(characters);
}

char32_t upper(char32_t c) {
  return c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c;
}

char32_t full_width(char32_t c) {
  return c == U' ' ? U'\u3000' : c > U' ' && c < 0x7F ? c + 0xFEE0 : c;
}

char32_t traditional(char32_t c) {
  static const auto table = [] {
    std::unordered_map<char32_t, char32_t> result;
    for (char32_t han = 0x4E00; han < 0xA000; ++han) {
      if (const auto simple = pith::text::simplified(han); simple != han) {
        result.emplace(simple, han);
      }
    }
    return result;
  }();
  const auto found = table.find(c);
  return found == table.end() ? c : found->second;
}

void show(const std::string& answer) {
  RC_LOG() << "answer: " << answer << '\n';
}

void show(const Item& of, const Grade& grade) {
  for (std::size_t p = 0; p < of.points.size(); ++p) {
    const auto& result = grade.points[p];
    RC_LOG() << of.points[p].name << ": " << pith::grading::name_of(result.verdict) << ", "
             << result.credit << ", " << pith::grading::text_of(result.reason) << '\n';
  }
}

}  // namespace

TEST_CASE("permuting the points permutes the result and nothing else", "[grading][laws]") {
  rc::prop("permutation", [] {
    const auto plain = *gen_item();
    const auto answer = arbitrary_answer(plain);
    show(answer);
    std::vector<std::size_t> order(plain.points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
    }
    auto permuted = plain;
    for (std::size_t i = 0; i < order.size(); ++i) {
      permuted.points[i] = plain.points[order[i]];
    }

    const auto before = grade(plain, answer);
    const auto after = grade(permuted, answer);

    show(plain, before);
    show(permuted, after);
    RC_ASSERT(std::abs(before.score - after.score) < kRounding);
    for (std::size_t i = 0; i < order.size(); ++i) {
      RC_ASSERT(same(after.points[i], before.points[order[i]]));
    }
  });
}

TEST_CASE("names that share a word are rejected alike, whichever comes first", "[grading]") {
  const auto verdicts_of = [](const std::vector<std::string>& names) {
    std::vector<pith::deck::Point> points;
    for (const auto& name : names) {
      points.push_back(point(name));
    }
    const auto grade = pith::grading::grade(item("zh", "仓库用哪些货架？", points),
                                            "封闭式货架、高层货架、never。");
    std::map<std::string, Verdict> verdicts;
    for (std::size_t p = 0; p < names.size(); ++p) {
      verdicts[names[p]] = grade.points[p].verdict;
    }
    return verdicts;
  };

  CHECK(verdicts_of({"敞开式货架", "半封闭式货架", "封闭式货架", "高层货架"}) ==
        verdicts_of({"高层货架", "封闭式货架", "半封闭式货架", "敞开式货架"}));
}

TEST_CASE("stating a missing point in a sentence of its own never lowers the score",
          "[grading][laws]") {
  rc::prop("monotony", [] {
    const auto of = *gen_item();
    const PreparedItem prepared(of);
    const auto answer = arbitrary_answer(of);
    show(answer);
    const auto before = prepared.grade(answer);
    std::vector<std::string> missing;
    for (std::size_t p = 0; p < of.points.size(); ++p) {
      if (before.points[p].verdict == Verdict::missed) {
        missing.push_back(of.points[p].name);
        missing.push_back(of.points[p].detail.empty() ? of.points[p].name : of.points[p].detail);
      }
    }
    RC_PRE(!missing.empty());
    const auto added = *rc::gen::elementOf(missing);
    RC_LOG() << "added: " << added << '\n';

    const auto after = prepared.grade(answer + "\n" + added + (of.language == "zh" ? "。" : "."));

    show(of, before);
    show(of, after);
    RC_ASSERT(after.score >= before.score - kRounding);
  });
}

TEST_CASE("case, width and traditional script never change a score", "[grading][laws]") {
  rc::prop("spelling", [] {
    const auto of = *gen_item();
    const PreparedItem prepared(of);
    const auto answer = arbitrary_answer(of);
    show(answer);
    const auto score = prepared.grade(answer).score;

    RC_ASSERT(prepared.grade(mapped(answer, upper)).score == score);
    RC_ASSERT(prepared.grade(mapped(answer, full_width)).score == score);
    RC_ASSERT(prepared.grade(mapped(answer, traditional)).score == score);
  });
}

TEST_CASE("nothing and the question itself score 0", "[grading][laws]") {
  for (const auto& each : items()) {
    CAPTURE(each.question);
    const PreparedItem prepared(each);

    CHECK(prepared.grade("").score == 0.0);
    CHECK(prepared.grade(" \n\t ").score == 0.0);
    CHECK(prepared.grade(each.question).score == 0.0);
    CHECK(prepared.grade(mapped(each.question, full_width)).score == 0.0);
    CHECK(prepared.grade(each.question + "\n" + each.question).score == 0.0);
  }
}

TEST_CASE("evidence lies on character bounds of the answer as typed", "[grading][laws]") {
  rc::prop("bounds", [] {
    const auto of = *gen_item();
    const auto answer = arbitrary_answer(of);
    show(answer);
    for (const auto& result : grade(of, answer).points) {
      RC_ASSERT(result.evidence.has_value() || result.credit == 0.0);
      if (result.evidence) {
        RC_ASSERT(result.evidence->begin < result.evidence->end);
        RC_ASSERT(result.evidence->end <= answer.size());
        RC_ASSERT(is_boundary(answer, result.evidence->begin));
        RC_ASSERT(is_boundary(answer, result.evidence->end));
      }
    }
  });
}

TEST_CASE("credit and verdict agree, and the score is the mean of the credits", "[grading][laws]") {
  rc::prop("credit", [] {
    const auto of = *gen_item();
    const auto answer = arbitrary_answer(of);
    show(answer);
    const auto result = grade(of, answer);
    double sum = 0;
    for (const auto& each : result.points) {
      sum += each.credit;
      RC_ASSERT(each.credit >= 0.0 && each.credit <= 1.0);
      RC_ASSERT((each.verdict == Verdict::hit) == (each.credit == 1.0));
      RC_ASSERT((each.verdict == Verdict::partial) == (each.credit > 0.0 && each.credit < 1.0));
      RC_ASSERT(each.confidence >= 0.0 && each.confidence <= 1.0);
    }
    RC_ASSERT(std::abs(result.score - sum / static_cast<double>(of.points.size())) < kRounding);
  });
}

TEST_CASE("every thread gives the same grades", "[grading][laws]") {
  rc::prop("threads", [] {
    const auto of = *gen_item();
    const PreparedItem prepared(of);
    std::vector<std::string> answers;
    answers.reserve(8);
    for (int i = 0; i < 8; ++i) {
      answers.push_back(arbitrary_answer(of));
    }
    std::vector<Grade> expected;
    expected.reserve(answers.size());
    for (const auto& answer : answers) {
      expected.push_back(prepared.grade(answer));
    }
    std::vector<std::vector<Grade>> found(4);
    std::vector<std::thread> threads;
    threads.reserve(found.size());
    for (auto& grades : found) {
      threads.emplace_back([&of, &prepared, &answers, &grades] {
        const PreparedItem own(of);
        for (std::size_t i = 0; i < answers.size(); ++i) {
          grades.push_back((i % 2 == 0 ? prepared : own).grade(answers[i]));
        }
      });
    }
    for (auto& thread : threads) {
      thread.join();
    }
    for (const auto& grades : found) {
      RC_ASSERT(
          std::equal(grades.begin(), grades.end(), expected.begin(), expected.end(), identical));
    }
  });
}
