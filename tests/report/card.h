// A scorecard for tests of reports: two questions in Chinese, one of them with hostile text.
#pragma once

#include <string>

#include "report/scorecard.h"

namespace pith::test {

inline report::PointMark point(std::string name, grading::Verdict verdict, std::string evidence) {
  report::PointMark mark;
  mark.id = name;
  mark.name = std::move(name);
  mark.verdict = verdict;
  mark.credit = verdict == grading::Verdict::hit ? 1.0 : 0.0;
  mark.rating = mark.credit > 0 ? memory::Rating::good : memory::Rating::again;
  mark.evidence = std::move(evidence);
  return mark;
}

inline report::Scorecard card() {
  report::Scorecard card;
  card.title = "模拟面试";
  card.session = "0190";
  card.when = {memory::Instant{std::chrono::sys_days{std::chrono::year{2026} / 12 / 1}},
               std::chrono::minutes{0}, *memory::parse_iso_date("2026-12-01")};
  card.score = 1.0 / 3;
  card.questions = 3;
  card.answered = 2;
  card.seconds = 125.5;
  card.time = std::chrono::minutes{45};
  card.over_time = 1;
  report::Mark good;
  good.item = "moat/tech";
  good.question = "如何建立技术壁垒？";
  good.topic = "strategy";
  good.answer = "专利";
  good.score = 1;
  good.passed = true;
  good.seconds = 12.25;
  good.points = {point("专利", grading::Verdict::hit, "专利")};
  report::Mark hostile = good;
  hostile.item = "moat/evil";
  hostile.question = "<b>a|b</b> & \"c\" # SKIP\x01";
  hostile.answer = "=HYPERLINK(\"http://x\")\n]]>\x1b[2J";
  hostile.score = 0;
  hostile.passed = false;
  hostile.time_over = true;
  hostile.points = {point("=1+1", grading::Verdict::missed, ""),
                    point("＝cmd", grading::Verdict::contradicted, "@SUM(1)")};
  report::Mark left;
  left.state = report::State::not_reached;
  left.item = "moat/late";
  left.question = "Never asked";
  left.topic = "law";
  card.marks = {good, hostile, left};
  card.topics = {{"law", 1, 0.0}, {"strategy", 2, 0.5}};
  card.learn_next = {{"moat/evil", hostile.question, "=1+1", "Two `ticks`", 0.5, 2, 3}};
  card.missed_most = card.learn_next;
  card.earlier = {{*memory::parse_iso_date("2026-11-20"), 2, 0.25, 1, 0.25, 1.0}};
  return card;
}

}  // namespace pith::test
