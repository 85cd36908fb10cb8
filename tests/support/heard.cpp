#include "support/heard.h"

#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "support/items.h"

namespace pith::test {
namespace {

std::string heard_in(const deck::Item& item, const std::string& sentence) {
  std::string heard;
  for (const auto& point : grading::grade(item, sentence).points) {
    heard += point.verdict == grading::Verdict::hit ? 'h' : '-';
  }
  return heard;
}

}  // namespace

void check_heard(const deck::Item& item, const char* lines) {
  std::istringstream sentences(lines);
  for (std::string line; std::getline(sentences, line);) {
    const auto bar = line.find('|');
    if (bar != std::string::npos) {
      CAPTURE(line);
      CHECK(heard_in(item, line.substr(bar + 1)) == line.substr(0, bar));
    }
  }
}

deck::Item release() {
  return item("en", "How do you release a new service?",
              {point("load test", "Measure how it behaves under heavy traffic."),
               point("rollback plan", "Prepare the way back to the old version."),
               point("feature flags", "Switch new parts on and off without a new release.")});
}

deck::Item founding() {
  return item(
      "zh", "公司怎么站稳脚跟？",
      {point("用户调研", "问卷和访谈，弄清客户真正要什么。"),
       point("现金储备", "账上留够半年开销的钱。"), point("核心团队", "招到懂行又肯干的人。")});
}

}  // namespace pith::test
