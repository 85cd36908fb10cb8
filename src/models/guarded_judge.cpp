#include "models/guarded_judge.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "base/stopped.h"
#include "models/endpoint.h"
#include "models/failure.h"

namespace pith::models {
namespace {

using grading::Judgement;

constexpr int kMostUnusable = 3;

Judgement no_opinion(const deck::Item& item) {
  return {"", std::vector<std::optional<grading::Opinion>>(item.points.size())};
}

bool is_void(const Judgement& judgement) {
  return std::none_of(judgement.opinions.begin(), judgement.opinions.end(),
                      [](const auto& opinion) { return opinion.has_value(); });
}

}  // namespace

Judgement GuardedJudge::judge(const deck::Item& item, std::string_view answer,
                              std::span<const std::size_t> points) const {
  if (failed_) {
    return no_opinion(item);
  }
  const auto judgement = asked(item, answer, points);
  if (judgement && is_void(*judgement) && !told_.exchange(true)) {
    throw StorageError(
        fmt::format("no opinion of the judge {} counts: it quoted nothing of the answer that can "
                    "show a point; the built-in verdict stands",
                    judgement->model));
  }
  return judgement.value_or(no_opinion(item));
}

/// What `inner` says; nothing where it sent what is of no use and the learner knows that it does.
std::optional<Judgement> GuardedJudge::asked(const deck::Item& item, std::string_view answer,
                                             std::span<const std::size_t> points) const {
  try {
    auto judgement = inner_->judge(item, answer, points);
    unusable_ = 0;
    return judgement;
  } catch (const InvalidInput&) {
    if (told_unfit_.exchange(true)) {
      return std::nullopt;
    }
    throw;
  } catch (const Stopped&) {
    throw;
  } catch (const UnusableReply& reply) {
    if (++unusable_ < kMostUnusable) {
      if (told_.exchange(true)) {
        return std::nullopt;
      }
      throw StorageError(fmt::format("{}; the built-in verdict stands", reply.what()));
    }
    failed_ = true;
    throw StorageError(fmt::format("{}; grading goes on without the judge", reply.what()));
  } catch (const std::exception& failure) {
    failed_ = true;
    throw StorageError(fmt::format("{}; grading goes on without the judge", reason_of(failure)));
  }
}

}  // namespace pith::models
