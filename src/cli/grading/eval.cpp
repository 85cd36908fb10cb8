// pith eval: the grader against human marks.
#include <chrono>
#include <filesystem>
#include <memory>
#include <ostream>
#include <system_error>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/decks/decks.h"
#include "cli/decks/diagnosis.h"
#include "cli/grading/evaluation_output.h"
#include "cli/progress_bar.h"
#include "cli/settings/config.h"
#include "cli/settings/encoder_choice.h"
#include "deck/collection.h"
#include "deck/selector.h"
#include "grading/grader.h"
#include "report/json.h"

namespace pith::cli {
namespace {

struct EvalOptions {
  std::vector<std::string> files;
  bool json = false;
  bool per_answer = false;
  bool no_accept = false;
  ModelOptions models;
};

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

/// The deck in a file, or else the one with this id.
deck::Deck read_deck(const Context& context, const std::string& selector) {
  std::error_code error;
  if (!deck::as_path(selector) && !std::filesystem::is_regular_file(selector, error)) {
    const auto index = index_decks(context);
    const auto place = index.find(selector);
    if (!place) {
      throw UsageError(
          fmt::format("no deck is called '{}': `pith list` shows what there is", selector));
    }
    return index.deck(*place);
  }
  auto read = deck::read_deck_file(selector);
  if (!read.deck) {
    throw InvalidInput(headline(read.diagnostics.front(), context.tr));
  }
  return std::move(*read.deck);
}

ExitStatus run_eval(Context& context, const EvalOptions& options) {
  if (options.files.size() < 2 || options.files.size() % 2 != 0) {
    throw UsageError("eval takes pairs: DECK ANSWERS.jsonl [DECK ANSWERS.jsonl …]");
  }
  const auto config = config_of(context);
  const auto encoder =
      choose_encoder(options.models, config, context.paths, notice_on_stderr(context));
  const grading::Options grading{!options.no_accept, encoder.get()};
  auto all = report::Json::array();
  for (std::size_t i = 0; i < options.files.size(); i += 2) {
    const auto deck = read_deck(context, options.files[i]);
    const auto evaluation =
        evaluate(context, deck, options.files[i], options.files[i + 1], grading);
    if (options.json) {
      all.push_back(evaluation_json(evaluation, options.per_answer));
    } else {
      fmt::print(context.out, "{}", i > 0 ? "\n" : "");
      print_evaluation(context, evaluation, options.per_answer);
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
  command
      .add_option("files", options->files,
                  "Pairs of a deck (id or file) and a file of labelled answers")
      .required();
  command.add_flag("--json", options->json, "Print JSON");
  command.add_flag("--per-answer", options->per_answer, "Every answer with its grade");
  command.add_flag("--no-accept", options->no_accept, "Ignore the deck's accepted wordings");
  add_encoder_option(command, options->models);
  on_call(command, action, options, run_eval);
}

}  // namespace pith::cli
