// Prints what the grader knows of labelled answers before it decides, for scripts/fit-formula and
// scripts/fit-decision:
//   grading_features [--encoder WEIGHTS] [--accept] [--pairs] DECK.yaml ANSWERS.jsonl
// First comes `O <inputs of the network that are 0 without reject wordings>`. One answer is a line
// `A <item> <style> <labels>`, then for each target `T <point> <share> <statement share> <overall>
// <wordings>` and `S <1 if a stretch is left to it> <inputs of the network>`, then with --pairs for
// each pair `P <target> <window> <first part> <last part> <void> <surface> <features>`.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "deck/collection.h"
#include "grading/decision/free_text.h"
#include "grading/evidence/situations.h"
#include "models/caching_encoder.h"
#include "models/e5_encoder.h"

namespace {

using namespace pith;

std::string labels_of(const nlohmann::json& record) {
  if (record.contains("score")) {
    return fmt::format("score {}", record["score"].get<double>());
  }
  std::string labels = "points";
  for (const auto& label : record["points"]) {
    labels += fmt::format(" {}", label.get<double>());
  }
  return labels;
}

void print(const grading::FreeTextGrader& grader, const std::string& answer, bool with_pairs) {
  const auto analysis = grader.analyse(answer);
  const auto& targets = grader.targets();
  for (std::size_t t = 0; t < targets.list.size(); ++t) {
    const auto& target = targets.list[t];
    const auto letters = static_cast<double>(target.letters);
    fmt::print("T\t{}\t{:.4g}\t{:.4g}\t{:.4g}\t{}\n", target.point, target.share,
               std::clamp((letters - 6) / 6, 0.0, 1.0), analysis.table.overall[t],
               target.wordings.size());
  }
  const auto& formula = grading::formula_for(analysis.by_meaning);
  for (const auto& situation :
       grading::situations_of(targets, analysis.table, analysis.segments, formula)) {
    fmt::print("S\t{}\t{:.5g}\n", situation.own_window ? 1 : 0, fmt::join(situation.inputs, "\t"));
  }
  for (std::size_t w = 0; w < analysis.segments.windows.size() && with_pairs; ++w) {
    const auto& window = analysis.segments.windows[w];
    for (std::size_t t = 0; t < targets.list.size(); ++t) {
      const auto& pair = analysis.table.at(w, t);
      fmt::print("P\t{}\t{}\t{}\t{}\t{}\t{:.4g}", t, w, window.parts.begin, window.parts.end,
                 pair.is_void ? 1 : 0, pair.surface);
      for (const double value : pair.features) {
        fmt::print("\t{:.4g}", value);
      }
      fmt::print("\n");
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  grading::Options options{false, nullptr};
  std::unique_ptr<grading::SentenceEncoder> encoder;
  bool with_pairs = false;
  int at = 1;
  for (; at < argc && argv[at][0] == '-'; ++at) {
    if (std::string(argv[at]) == "--accept") {
      options.use_accept = true;
    } else if (std::string(argv[at]) == "--pairs") {
      with_pairs = true;
    } else {
      encoder = std::make_unique<models::CachingEncoder>(
          std::make_unique<models::E5Encoder>(
              models::E5Encoder::Options{argv[++at], 2, models::Cpu::fastest}),
          "/tmp/pith-features-cache");
      options.encoder = encoder.get();
    }
  }
  const auto deck = deck::read_deck_file(argv[at]).deck.value();
  std::unordered_map<std::string, const deck::Item*> items;
  for (const auto& item : deck.items) {
    items[item.id] = &item;
  }
  fmt::print("O\t{}\n", fmt::join(grading::inputs_of_opposites(), "\t"));
  std::unordered_map<const deck::Item*, std::unique_ptr<grading::FreeTextGrader>> graders;
  std::ifstream answers(argv[at + 1]);
  for (std::string line; std::getline(answers, line);) {
    const auto record = nlohmann::json::parse(line);
    const auto* item = record.contains("item")
                           ? items.at(record["item"].get<std::string>())
                           : &deck.items.at(record["question"].get<std::size_t>() - 1);
    auto& grader = graders[item];
    if (!grader) {
      grader = std::make_unique<grading::FreeTextGrader>(
          *item, options, std::span<const grading::LearnedWording>{});
    }
    fmt::print("A\t{}\t{}\t{}\n", item->id, record.value("style", "-"), labels_of(record));
    print(*grader, record["answer"].get<std::string>(), with_pairs);
  }
}
