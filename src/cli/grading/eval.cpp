// pith eval: the grader against human marks.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <memory>
#include <ostream>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "cli/command.h"
#include "cli/decks/diagnosis.h"
#include "cli/grading/evaluation.h"
#include "cli/grading/labelled.h"
#include "cli/listing.h"
#include "cli/progress_bar.h"
#include "cli/settings/config.h"
#include "cli/settings/encoder_choice.h"
#include "deck/collection.h"
#include "grading/grader.h"
#include "grading/reason.h"
#include "grading/verdict.h"
#include "grading/verdict_word.h"
#include "report/json.h"
#include "text/display.h"
#include "text/error.h"

namespace pith::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kWorstShown = 5;

struct EvalOptions {
  std::vector<std::string> files;
  bool json = false;
  bool per_answer = false;
  bool no_accept = false;
  ModelOptions models;
};

struct Evaluation {
  std::string deck;
  std::string answers;
  std::string encoder;
  double seconds = 0.0;
  std::vector<Labelled> graded;
};

void add_pairs(const Labelled& graded, std::vector<PointPair>& pairs) {
  for (std::size_t p = 0; p < graded.labels.size(); ++p) {
    const auto& result = graded.grade.points[p];
    pairs.push_back({graded.labels[p], result.credit, result.confidence});
  }
}

Evaluation evaluate(Context& context, const deck::Deck& deck, const std::string& deck_file,
                    const std::string& answers, const grading::Options& options) {
  Evaluation result{deck_file, answers,
                    options.encoder == nullptr ? "none" : options.encoder->name(), 0.0,
                    read_labelled(deck, answers)};
  const auto begin = std::chrono::steady_clock::now();
  std::unordered_map<const deck::Item*, grading::PreparedItem> prepared;
  ProgressBar progress(context, context.tr("answers graded"), result.graded.size());
  for (auto& graded : result.graded) {
    auto at = prepared.find(graded.item);
    if (at == prepared.end()) {
      at = prepared.emplace(graded.item, grading::PreparedItem(*graded.item, options)).first;
    }
    graded.grade = at->second.grade(graded.answer);
    progress.step();
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  result.seconds = took.count();
  return result;
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

Json to_json(const Evaluation& evaluation, bool per_answer) {
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
    json["scores"] = {{"n", s.n},       {"pearson", s.pearson}, {"spearman", s.spearman},
                      {"rmse", s.rmse}, {"mae", s.mae},         {"within_0_1", s.within_0_1}};
  }
  const auto pairs = pairs_of(evaluation);
  if (!pairs.all.empty()) {
    const auto p = point_figures(pairs.all);
    json["points"] = {{"n", p.n},
                      {"precision", p.precision},
                      {"recall", p.recall},
                      {"f1", p.f1},
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

void print_table(Context& context, const Evaluation& evaluation, bool per_answer) {
  const auto& tr = context.tr;
  context.out << tr.format("{} · {} · encoder {} · {:.2f} s", text::sanitise(evaluation.answers),
                           tr.count(evaluation.graded.size(), "answer"), evaluation.encoder,
                           evaluation.seconds)
              << '\n';
  if (evaluation.graded.empty()) {
    return;
  }
  const auto s = scores_of(evaluation);
  context.out << tr.format(
                     "scores  r {:.3f}  rho {:.3f}  RMSE {:.3f}  MAE {:.3f}  within 0.1 {:.2f}",
                     s.pearson, s.spearman, s.rmse, s.mae, s.within_0_1)
              << '\n';
  const auto pairs = pairs_of(evaluation);
  if (!pairs.all.empty()) {
    const auto p = point_figures(pairs.all);
    context.out << tr.format(
                       "points  F1 {:.3f}  precision {:.2f}  recall {:.2f}  accuracy {:.2f}  "
                       "decided at 90% {:.2f}, at 95% {:.2f}  (n {})",
                       p.f1, p.precision, p.recall, p.accuracy, p.coverage_at_90, p.coverage_at_95,
                       p.n)
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

deck::Deck read_deck(const std::string& file, const text::Messages& tr) {
  auto read = deck::read_deck_file(file);
  if (!read.deck) {
    throw InvalidInput(headline(read.diagnostics.front(), tr));
  }
  return std::move(*read.deck);
}

ExitStatus run_eval(Context& context, const EvalOptions& options) {
  if (options.files.size() < 2 || options.files.size() % 2 != 0) {
    throw UsageError("eval takes pairs: DECK.yaml ANSWERS.jsonl [DECK.yaml ANSWERS.jsonl …]");
  }
  const auto config = config_of(context);
  const auto encoder =
      choose_encoder(options.models, config, context.paths, notice_on_stderr(context));
  const grading::Options grading{!options.no_accept, encoder.get()};
  Json all = Json::array();
  for (std::size_t i = 0; i < options.files.size(); i += 2) {
    const auto deck = read_deck(options.files[i], context.tr);
    const auto evaluation =
        evaluate(context, deck, options.files[i], options.files[i + 1], grading);
    if (options.json) {
      all.push_back(to_json(evaluation, options.per_answer));
    } else {
      fmt::print(context.out, "{}", i > 0 ? "\n" : "");
      print_table(context, evaluation, options.per_answer);
    }
  }
  if (options.json) {
    context.out << report::line(all.size() == 1 ? all[0] : all) << '\n';
  }
  return done;
}

}  // namespace

void add_eval(Command app, Action& action) {
  auto options = std::make_shared<EvalOptions>();
  auto command = app.add_command("eval", "Measure the grader against human marks");
  command.add_option("files", options->files, "Pairs of a deck file and a file of labelled answers")
      .required();
  command.add_flag("--json", options->json, "Print JSON");
  command.add_flag("--per-answer", options->per_answer, "Every answer with its grade");
  command.add_flag("--no-accept", options->no_accept, "Ignore the deck's accepted wordings");
  add_encoder_option(command, options->models);
  on_call(command, action, options, run_eval);
}

}  // namespace pith::cli
