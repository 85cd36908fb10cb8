// Answers that people have marked: files of one JSON object a line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "deck/item.h"
#include "grading/grade.h"

namespace pith::cli {

/// An answer with what a person made of it, and room for what the grader does.
struct Labelled {
  const deck::Item* item = nullptr;
  std::string answer;
  std::string style;
  std::optional<double> score;
  std::vector<double> labels;  ///< One a point, or none.
  grading::Grade grade;
};

/// Reads `{"item" or "question", "answer", "score" or "points", "style"}` of every line; `question`
/// counts the deck's items from 1. Throws InvalidInput with the line, or StorageError.
[[nodiscard]] std::vector<Labelled> read_labelled(const deck::Deck& deck, const std::string& file);

/// The score given, else the weighted mean of the labels.
[[nodiscard]] double human_score(const Labelled& labelled);

}  // namespace pith::cli
