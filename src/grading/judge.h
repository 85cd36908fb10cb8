// What grading asks of a judge: somebody (an LLM, where the user configured one) who reads the
// answer and fills the rubric, point by point. It gives verdicts with quotes, never the score or a
// rating. The implementation is in src/models.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deck/item.h"
#include "grading/grade.h"

namespace pith::grading {

/// Probability that a judge's verdict is right. An assumption: nothing calibrates a stranger.
inline constexpr double kJudgeConfidence = 0.9;

struct Opinion {
  Verdict verdict = Verdict::missed;
  std::optional<Span> quote;  ///< In the answer; empty only for `missed`.

  friend bool operator==(const Opinion&, const Opinion&) = default;
};

struct Judgement {
  std::string model;  ///< With version, as the judge reports itself; for the log.
  std::vector<std::optional<Opinion>> opinions;  ///< One for each of Item::points; empty where the
                                                 ///< judge had none or was not asked.
};

class Judge {
 public:
  Judge() = default;
  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;
  virtual ~Judge() = default;

  /// Judges `points` (indices into Item::points). Throws pith::Error if it cannot; the built-in
  /// grade then stands.
  [[nodiscard]] virtual Judgement judge(const deck::Item& item, std::string_view answer,
                                        std::span<const std::size_t> points) const = 0;
};

/// A grade, and who judged it.
struct Judged {
  Grade grade;
  std::string model;  ///< Judgement::model; empty where no opinion of the judge's counts.
};

/// The grade after `judge` was asked about `points`; as it was, and `failed` told why, where the
/// judge cannot answer; as it was, too, where the learner leaves before that (Stopped).
[[nodiscard]] Judged judged(const Judge& judge, Grade grade, const deck::Item& item,
                            std::string_view answer, std::span<const std::size_t> points,
                            const std::function<void(const std::string& why)>& failed);

/// The grade with the judge's opinions in place of the verdicts they are about, and the score that
/// follows. Requires: all three are about the same item.
[[nodiscard]] Grade with_judgement(Grade grade, const deck::Item& item, const Judgement& judgement);

}  // namespace pith::grading
