#include "grading/grader.h"

#include <optional>
#include <stdexcept>
#include <string>

#include "grading/bounded.h"
#include "grading/exact.h"
#include "grading/free_text.h"
#include "grading/reason.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::grading {
struct PreparedItem::Impl {
  deck::Item item;  ///< Kinds that are compared exactly only.
  bool use_accept;
  std::vector<LearnedWording> overruled;  ///< Kinds that are compared exactly only.
  std::optional<FreeTextGrader> free_text;

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
      auto& point = impl->item.points.at(wording.point);
      if (wording.verdict == Verdict::hit) {
        point.accept.push_back(wording.text);
      } else {
        impl->overruled.push_back(wording);
      }
    }
  }
  impl_ = std::move(impl);
}

void PreparedItem::Impl::take_back_overruled(Grade& grade, std::string_view answer) const {
  for (const auto& wording : overruled) {
    if (item.points.size() == 1 && text::identity_of(wording.text) == text::identity_of(answer)) {
      grade.score = 0;
      grade.points[0] = {Verdict::missed, 0.0, std::nullopt, {reason::kOverruled, {wording.text}}};
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
