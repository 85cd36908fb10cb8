#include "report/words.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <fmt/format.h>

#include "text/emphasis.h"
#include "text/words.h"

namespace pith::report {

using text::percent;

std::string verdict_words(const Scorecard& card, const text::Messages& tr) {
  if (card.questions == 0) {
    return tr("nothing to ask");
  }
  return card.passed
             ? tr.format("{}% · passed (mark {}%)", percent(card.score), percent(card.pass))
             : tr.format("{}% · not passed (mark {}%)", percent(card.score), percent(card.pass));
}

std::string unfinished_words(const Scorecard& card, const text::Messages& tr) {
  if (!card.unfinished) {
    return {};
  }
  if (card.answered == 0) {
    return tr("Nothing was answered.");
  }
  std::size_t planned = 0;
  double sum = 0;
  for (const auto& mark : card.marks) {
    if (session::is_first(mark.why)) {
      ++planned;
      sum += mark.score;
    }
  }
  return tr.format("Unfinished: {} of {} answered, {}% on those", card.answered,
                   tr.count(planned, "question"),
                   percent(sum / static_cast<double>(card.answered)));
}

std::vector<TopicMark> shown_topics(const Scorecard& card) {
  auto topics = card.topics;
  std::erase_if(topics, [&](const TopicMark& topic) {
    return cut_short(card) && std::ranges::none_of(card.marks, [&](const Mark& mark) {
             return mark.topic == topic.topic && mark.state != State::not_reached;
           });
  });
  return topics;
}

std::string effort_words(const Scorecard& card, const text::Messages& tr) {
  auto words = tr.count(card.questions, "question");
  if (card.answered < card.questions && !card.unfinished) {
    words += tr.format(", {} answered", card.answered);
  }
  const auto used = tr.duration(std::chrono::seconds(std::lround(card.seconds)));
  words += " · " + used + (card.time ? tr.format(" of {}", tr.duration(*card.time)) : "");
  if (card.over_time > 0) {
    words += " · " + tr.format("{} over time", card.over_time);
  }
  if (card.with_follow_ups) {
    words += " · " + tr.format("{}% with follow-ups", percent(*card.with_follow_ups));
  }
  return words;
}

std::string misses_words(const Weakness& weak, const text::Messages& tr) {
  return tr.format("missed {} of {}", weak.missed, tr.count(weak.asked, "time"));
}

std::string earlier_words(const Earlier& earlier, const text::Messages& tr) {
  const auto change =
      fmt::format("{}% → {}%", percent(earlier.shared_then), percent(earlier.shared_now));
  return fmt::format("{} · {}% · {}", memory::iso_date(earlier.day), percent(earlier.score),
                     tr.format("{}: {}", tr.count(earlier.shared, "shared question"), change));
}

std::string what_counts_words(const text::Messages& tr) {
  return tr("Only questions that were answered count in these.");
}

std::string title_of(const Weakness& weak, const text::Messages& tr) {
  if (weak.bare) {
    return tr.format("{} ({})", text::without_emphasis(weak.point),
                     text::plain_line(weak.question, kLongestQuestion));
  }
  const auto point = text::without_emphasis(weak.point);
  return weak.detail.empty() ? point
                             : tr.format("{}: {}", point, text::without_emphasis(weak.detail));
}

std::string drill_command(const Weakness& weak) {
  return fmt::format("pith drill {} --points-missed", weak.item);
}

std::string asked_anew_words(const Mark& mark, const text::Messages& tr) {
  return mark.why == session::Why::follow_up ? tr(" (follow-up)")
         : mark.why == session::Why::again   ? tr(" (again)")
                                             : std::string();
}

std::string_view outcome_of(const Mark& mark) {
  switch (mark.state) {
    case State::skipped:
      return "skipped";
    case State::not_reached:
      return "not reached";
    case State::answered:
      break;
  }
  return mark.passed ? "passed" : "failed";
}

bool failed_as_a_whole(const Scorecard& card) {
  return !card.passed && std::ranges::none_of(card.marks, [](const Mark& mark) {
    return session::is_first(mark.why) && mark.state == State::answered && !mark.passed;
  });
}

std::string point_words(const PointMark& point) {
  auto words = fmt::format("{}: {}", grading::name_of(point.verdict), point.name);
  if (!point.evidence.empty()) {
    words += fmt::format(" — “{}”", point.evidence);
  }
  return words;
}

}  // namespace pith::report
