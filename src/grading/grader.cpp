#include "grading/grader.h"

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "grading/bounded.h"
#include "grading/exact/exact.h"
#include "grading/fallback.h"
#include "grading/reason.h"
#include "grading/score.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::grading {
namespace {

/// Alike but for case, spaces and punctuation, where there is anything else.
bool same(std::string_view a, std::string_view b) {
  const auto identity = text::identity_of(a);
  return identity.empty() ? a == b : identity == text::identity_of(b);
}

/// Whether an answer, or what in it earned the point, is what the learner ruled wrong.
bool repeats(const LearnedWording& overruled, const PointResult& result, std::string_view answer) {
  const auto& evidence = result.evidence;
  return same(overruled.text, answer) ||
         (!overruled.said.empty() && same(overruled.said, answer)) ||
         (evidence &&
          same(overruled.text, answer.substr(evidence->begin, evidence->end - evidence->begin)));
}

}  // namespace

struct PreparedItem::Impl {
  deck::Item item;  ///< Kinds that are compared exactly only.
  bool use_accept;
  std::vector<LearnedWording> overruled;  ///< Kinds that are compared exactly only.
  std::optional<FallbackGrader> free_text;

  /// What the learner ruled wrong is not right again by a typo that is forgiven.
  void take_back_overruled(Grade& grade, std::string_view answer) const;
};

PreparedItem::PreparedItem(const deck::Item& item, Options options,
                           std::span<const LearnedWording> learned) {
  auto impl = std::make_unique<Impl>();
  impl->use_accept = options.use_accept;
  if (item.kind == deck::Kind::points) {
    impl->free_text.emplace(item, options, learned);
  } else {
    impl->item = item;
    for (const auto& wording : learned) {
      if (wording.point >= item.points.size()) {
        throw std::invalid_argument("a learned wording names no point of the item");
      }
      if (wording.verdict == Verdict::hit) {
        impl->item.points[wording.point].accept.push_back(wording.text);
      } else {
        impl->overruled.push_back(wording);
      }
    }
  }
  impl_ = std::move(impl);
}

void PreparedItem::Impl::take_back_overruled(Grade& grade, std::string_view answer) const {
  for (const auto& wording : overruled) {
    auto& result = grade.points[wording.point];
    if (repeats(wording, result, answer)) {
      result = {Verdict::missed, 0.0, std::nullopt, {reason::kOverruled, {wording.text}}};
      grade.score = score_of(grade.points, weights_of(item));
    }
  }
}

PreparedItem::~PreparedItem() = default;
PreparedItem::PreparedItem(PreparedItem&&) noexcept = default;
PreparedItem& PreparedItem::operator=(PreparedItem&&) noexcept = default;

Grade PreparedItem::grade(std::string_view answer) const {
  const auto read = bounded(answer);
  if (text::find_invalid_utf8(read)) {
    throw std::invalid_argument("an answer must be UTF-8");
  }
  auto grade = impl_->free_text ? impl_->free_text->grade(read)
                                : grade_exactly(impl_->item, read, impl_->use_accept);
  impl_->take_back_overruled(grade, read);
  grade.cut = grade.cut || read.size() < answer.size();
  return grade;
}

Grade grade(const deck::Item& item, std::string_view answer, Options options,
            std::span<const LearnedWording> learned) {
  return PreparedItem(item, options, learned).grade(answer);
}

}  // namespace pith::grading
