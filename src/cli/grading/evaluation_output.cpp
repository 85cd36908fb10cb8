#include "cli/grading/evaluation_output.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "cli/grading/evaluation.h"
#include "cli/printable.h"
#include "grading/reason.h"
#include "grading/verdict_word.h"
#include "text/display.h"

namespace pith::cli {
namespace {

using report::Json;

constexpr std::size_t kWorstShown = 5;

void add_pairs(const Labelled& graded, std::vector<PointPair>& pairs) {
  for (std::size_t p = 0; p < graded.labels.size(); ++p) {
    const auto& result = graded.grade.points[p];
    pairs.push_back({graded.labels[p], result.credit, result.confidence});
  }
}

/// Points of all answers, and of each style.
struct Pairs {
  std::vector<PointPair> all;
  std::vector<std::string> styles;  ///< In the order of their first answers.
  std::map<std::string, std::vector<PointPair>> by_style;
};

Pairs pairs_of(const Evaluation& evaluation) {
  Pairs pairs;
  for (const auto& graded : evaluation.graded) {
    add_pairs(graded, pairs.all);
    if (!graded.style.empty() && !graded.labels.empty()) {
      if (!pairs.by_style.contains(graded.style)) {
        pairs.styles.push_back(graded.style);
      }
      add_pairs(graded, pairs.by_style[graded.style]);
    }
  }
  return pairs;
}

ScoreFigures scores_of(const Evaluation& evaluation) {
  std::vector<ScorePair> scores;
  for (const auto& graded : evaluation.graded) {
    scores.push_back({human_score(graded), graded.grade.score});
  }
  return score_figures(scores);
}

Json figure_json(const std::optional<double>& figure) {
  return figure ? Json(*figure) : Json(nullptr);
}

Json share_json(const std::optional<Share>& share) {
  return share ? Json(share->value) : Json(nullptr);
}

Json answer_json(const Labelled& graded, const std::string& encoder) {
  auto json = report::grade_json(*graded.item, graded.answer, graded.grade, encoder);
  json["answer"] = graded.answer;
  json["human_score"] = human_score(graded);
  if (!graded.style.empty()) {
    json["style"] = graded.style;
  }
  if (!graded.labels.empty()) {
    json["labels"] = graded.labels;
  }
  return json;
}

std::string shown(const std::optional<double>& figure, int decimals) {
  return figure ? fmt::format("{:.{}f}", *figure, decimals) : std::string("-");
}

std::string shown(const std::optional<Share>& share) {
  return share ? fmt::format("{:.2f} [{:.2f}, {:.2f}]", share->value, share->low, share->high)
               : std::string("-");
}

/// What the answer said for a point, as it was typed.
std::string quoted_evidence(const Labelled& graded, const grading::PointResult& result) {
  return result.evidence ? fmt::format(" “{}”", graded.answer.substr(
                                                    result.evidence->begin,
                                                    result.evidence->end - result.evidence->begin))
                         : std::string();
}

/// An answer, its marks and every point with label, verdict, reason and evidence.
void print_answer(Context& context, const Labelled& graded) {
  const auto& tr = context.tr;
  const auto print = [&](std::size_t indent, const std::string& line) {
    fmt::print(context.out, "{:{}}{}\n", "", indent,
               text::truncate(one_line(line), context.screen.columns - indent));
  };
  print(2, tr.format("{}: {:.2f} against {:.2f}", graded.item->id, graded.grade.score,
                     human_score(graded)));
  print(4, graded.answer);
  for (std::size_t p = 0; p < graded.grade.points.size(); ++p) {
    const auto& result = graded.grade.points[p];
    const auto label =
        graded.labels.empty() ? std::string() : tr.format(" (label {})", graded.labels[p]);
    print(6, tr.format("{}: {}{}, {}{}", graded.item->points[p].name,
                       tr(grading::word_for(result.verdict)), label,
                       grading::text_of(result.reason, tr), quoted_evidence(graded, result)));
  }
}

void print_worst(Context& context, const Evaluation& evaluation) {
  std::vector<const Labelled*> order;
  order.reserve(evaluation.graded.size());
  for (const auto& graded : evaluation.graded) {
    order.push_back(&graded);
  }
  std::stable_sort(order.begin(), order.end(), [](const Labelled* a, const Labelled* b) {
    return std::abs(human_score(*a) - a->grade.score) > std::abs(human_score(*b) - b->grade.score);
  });
  order.resize(std::min(order.size(), kWorstShown));
  context.out << '\n' << context.tr("Furthest from the human mark:") << '\n';
  for (const auto* graded : order) {
    print_answer(context, *graded);
  }
}

}  // namespace

report::Json evaluation_json(const Evaluation& evaluation, bool per_answer) {
  const auto n = evaluation.graded.size();
  Json json = {{"deck", evaluation.deck},
               {"file", evaluation.answers},
               {"answers", n},
               {"seconds", evaluation.seconds},
               {"answers_per_second",
                evaluation.seconds > 0 ? static_cast<double>(n) / evaluation.seconds : 0.0},
               {"encoder", evaluation.encoder},
               {"scores", nullptr},
               {"points", nullptr},
               {"by_style", Json::object()}};
  if (n > 0) {
    const auto s = scores_of(evaluation);
    json["scores"] = {{"n", s.n},
                      {"pearson", figure_json(s.pearson)},
                      {"spearman", figure_json(s.spearman)},
                      {"rmse", s.rmse},
                      {"mae", s.mae},
                      {"within_0_1", s.within_0_1}};
  }
  const auto pairs = pairs_of(evaluation);
  if (!pairs.all.empty()) {
    const auto p = point_figures(pairs.all);
    json["points"] = {{"n", p.n},
                      {"precision", figure_json(p.precision)},
                      {"recall", figure_json(p.recall)},
                      {"f1", figure_json(p.f1)},
                      {"accuracy", p.accuracy},
                      {"coverage_at", {{"0.90", p.coverage_at_90}, {"0.95", p.coverage_at_95}}}};
  }
  for (const auto& style : pairs.styles) {
    const auto s = style_figures(pairs.by_style.at(style));
    json["by_style"][style] = {
        {"n", s.n}, {"recall", share_json(s.recall)}, {"false_hit", share_json(s.false_hits)}};
  }
  if (per_answer) {
    json["per_answer"] = Json::array();
    for (const auto& graded : evaluation.graded) {
      json["per_answer"].push_back(answer_json(graded, evaluation.encoder));
    }
  }
  return json;
}

void print_evaluation(Context& context, const Evaluation& evaluation, bool per_answer) {
  const auto& tr = context.tr;
  context.out << tr.format("{} · {} · encoder {} · {:.2f} s", text::sanitise(evaluation.answers),
                           tr.count(evaluation.graded.size(), "answer"), evaluation.encoder,
                           evaluation.seconds)
              << '\n';
  if (evaluation.graded.empty()) {
    return;
  }
  const auto s = scores_of(evaluation);
  context.out << tr.format("scores  r {}  rho {}  RMSE {:.3f}  MAE {:.3f}  within 0.1 {:.2f}",
                           shown(s.pearson, 3), shown(s.spearman, 3), s.rmse, s.mae, s.within_0_1)
              << '\n';
  const auto pairs = pairs_of(evaluation);
  if (!pairs.all.empty()) {
    const auto p = point_figures(pairs.all);
    context.out << tr.format(
                       "points  F1 {}  precision {}  recall {}  accuracy {:.2f}  "
                       "decided at 90% {:.2f}, at 95% {:.2f}  (n {})",
                       shown(p.f1, 3), shown(p.precision, 2), shown(p.recall, 2), p.accuracy,
                       p.coverage_at_90, p.coverage_at_95, p.n)
                << '\n';
  }
  for (const auto& style : pairs.styles) {
    const auto f = style_figures(pairs.by_style.at(style));
    context.out << tr.format("  {} {:>4}  recall {:20} false hits {}",
                             text::pad(text::sanitise(style), 20), f.n, shown(f.recall),
                             shown(f.false_hits))
                << '\n';
  }
  if (per_answer) {
    context.out << '\n' << tr("Every answer:") << '\n';
    for (const auto& graded : evaluation.graded) {
      print_answer(context, graded);
    }
  } else {
    print_worst(context, evaluation);
  }
}

}  // namespace pith::cli
