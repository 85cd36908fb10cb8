#include "grading/exact/left_open.h"

#include <array>

namespace pith::grading {
namespace {

constexpr FoldedView kAfterAll = U"还是";
constexpr FoldedView kPerhaps = U"或许";
constexpr std::array<FoldedView, 8> kOr = {U"or",   U"vs",   U"versus", U"或",
                                           U"或者", U"或是", U"抑或",   kAfterAll};

}  // namespace

bool is_or(FoldedView folded) {
  const auto begin = std::min(folded.find_first_not_of(U' '), folded.size());
  const auto word = one_at(folded, begin, kOr);
  return word && folded.find_first_not_of(U' ', word->end) == FoldedView::npos;
}

bool leaves_open(FoldedView folded) {
  const auto head = std::min(folded.find_first_not_of(U' '), folded.size());
  for (auto found = first_of(folded, 0, kOr); found; found = first_of(folded, found->end, kOr)) {
    const auto word = folded.substr(found->begin);
    const bool after_all = found->begin == head && word.starts_with(kAfterAll);
    if (!after_all && !word.starts_with(kPerhaps)) {
      return true;
    }
  }
  return false;
}

}  // namespace pith::grading
