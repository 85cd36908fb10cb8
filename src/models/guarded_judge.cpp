#include "models/guarded_judge.h"

#include <fmt/format.h>

#include "models/failure.h"
#include "text/error.h"
#include "text/stopped.h"

namespace pith::models {

grading::Judgement GuardedJudge::judge(const deck::Item& item, std::string_view answer,
                                       std::span<const std::size_t> points) const {
  if (failed_) {
    return {"", std::vector<std::optional<grading::Opinion>>(item.points.size())};
  }
  try {
    return inner_->judge(item, answer, points);
  } catch (const InvalidInput&) {
    throw;
  } catch (const Stopped&) {
    throw;
  } catch (const std::exception& failure) {
    failed_ = true;
    throw StorageError(fmt::format("{}; grading goes on without the judge", reason_of(failure)));
  }
}

}  // namespace pith::models
