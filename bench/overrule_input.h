// What overrule_bench and overrule_again are given: an encoder, if any, and labelled answers.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "deck/collection.h"
#include "models/caching_encoder.h"
#include "models/e5_encoder.h"

namespace pith::bench {

struct Labelled {
  std::string text;
  std::vector<double> points;  ///< By point: 1 if it is stated.
};

/// By the item's id.
using Answers = std::map<std::string, std::vector<Labelled>>;

/// The answers of some files to the items of a deck, named by `item` or numbered by `question`.
inline Answers answers_in(int count, char** paths, const deck::Deck& deck) {
  Answers answers;
  for (int i = 0; i < count; ++i) {
    std::ifstream file(paths[i]);
    for (std::string line; std::getline(file, line);) {
      const auto record = nlohmann::json::parse(line);
      const auto& id = record.contains("item")
                           ? record["item"].get<std::string>()
                           : deck.items.at(record["question"].get<std::size_t>() - 1).id;
      answers[id].push_back(
          {record["answer"].get<std::string>(), record["points"].get<std::vector<double>>()});
    }
  }
  return answers;
}

/// The encoder of `--encoder WEIGHTS`, if that comes first; `at` is then behind it.
inline std::unique_ptr<grading::SentenceEncoder> encoder_at(int& at, int argc, char** argv) {
  if (argc <= at + 2 || std::string(argv[at]) != "--encoder") {
    return nullptr;
  }
  at += 2;
  return std::make_unique<models::CachingEncoder>(
      std::make_unique<models::E5Encoder>(models::E5Encoder::Options{argv[at - 1]}),
      std::filesystem::temp_directory_path() / "pith-overrule-bench");
}

}  // namespace pith::bench
