#include "grading/proposal.h"

#include <algorithm>

#include "grading/grader.h"
#include "text/messages.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongestAccept = 150;  ///< Bytes; what is longer is no wording but an answer.

bool same_verdicts(const Grade& a, const Grade& b) {
  return std::equal(a.points.begin(), a.points.end(), b.points.begin(),
                    [](const auto& x, const auto& y) { return x.verdict == y.verdict; });
}

}  // namespace

bool has_wording(const deck::Point& point, const std::string& wording) {
  const auto identity = text::identity_of(wording);
  const auto same = [&](const std::string& other) { return text::identity_of(other) == identity; };
  return identity.empty() || same(point.name) || same(point.detail) ||
         std::any_of(point.accept.begin(), point.accept.end(), same);
}

deck::Item accepting(const deck::Item& item, std::size_t point, const std::string& wording) {
  auto changed = item;
  changed.points.at(point).accept.push_back(wording);
  return changed;
}

std::string_view objection_to_accept(const deck::Item& item, std::size_t point,
                                     const std::string& wording) {
  if (wording.size() > kLongestAccept) {
    return text::to_translate("it is too long");
  }
  if (has_wording(item.points.at(point), wording)) {
    return text::to_translate("the point has these words already");
  }
  const PreparedItem before(item);
  const PreparedItem after(accepting(item, point, wording));
  const auto alone = after.grade(wording);
  const auto alone_before = before.grade(wording);
  if (alone.points.at(point).verdict != Verdict::hit) {
    return text::to_translate("by words alone it would not earn the point");
  }
  for (std::size_t p = 0; p < alone.points.size(); ++p) {
    const bool hit = alone.points[p].verdict == Verdict::hit;
    if (p != point && hit != (alone_before.points[p].verdict == Verdict::hit)) {
      return text::to_translate("it would move another point");
    }
  }
  const bool harmless =
      std::all_of(item.samples.begin(), item.samples.end(), [&](const deck::Sample& sample) {
        return same_verdicts(before.grade(sample.answer), after.grade(sample.answer));
      });
  return harmless ? "" : text::to_translate("it would change the verdict on a sample");
}

bool is_good_accept(const deck::Item& item, std::size_t point, const std::string& wording) {
  return objection_to_accept(item, point, wording).empty();
}

}  // namespace pith::grading
