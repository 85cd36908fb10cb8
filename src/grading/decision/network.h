// A network of one hidden layer over plain numbers. Its arithmetic needs no library function, so
// that it gives the same on every machine.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "grading/words/tables.h"

namespace pith::grading {

class Network {
 public:
  /// A compiled-in one of data/decision.tsv: `words` and `meaning` tell whether a point is stated,
  /// `meaning-elsewhere` whether the answer is one to another question.
  static const Network& general(std::string_view name);

  /// Rows of a table by key: `mean` and `scale` of every input; `hidden`, once a unit, a bias and a
  /// weight for every input; `output`, a bias and a weight for every unit; `direct`, a weight for
  /// every input. Throws std::invalid_argument if their lengths do not fit.
  Network(std::string_view name, std::string_view table);

  /// Requires as many inputs as the table has.
  [[nodiscard]] double output(std::span<const double> inputs) const;

 private:
  Vector mean_;
  Vector scale_;
  std::vector<Vector> hidden_;
  Vector output_;
  Vector direct_;
};

}  // namespace pith::grading
