#include "grading/stance/forbidden.h"

#include <algorithm>
#include <array>
#include <optional>

#include "grading/stance/dismissals.h"
#include "grading/stance/limits.h"

namespace pith::grading {
namespace {

using Role = Wording::Role;

bool opens_with_do(const Grains& grains) {
  static const auto to_do = grains_of("do").list.front().stem;
  return grains.list.front().stem == to_do;
}

/// The one denial within a name in Chinese that forbids what stands behind it: 接头不随便拆.
std::optional<Range> inner_denial(const Wording& wording) {
  const auto marks = working_marks(wording.marks);
  const bool is_one = wording.role == Role::name && marks.size() == 1;
  if (!is_one || marks.front().range.begin == 0 ||
      wording.grains.list[marks.front().range.begin].type != Grain::Type::han ||
      (marks.front().cue != Cue::negate && marks.front().cue != Cue::needless) ||
      has_cue(wording.marks, Cue::lack, marks.front().range) ||
      sets_limit(wording.grains, marks.front().range) ||
      has_cue(wording.marks, Cue::condition, {0, wording.grains.list.size()}) ||
      has_cue(wording.marks, Cue::consequence, {0, marks.front().range.begin})) {
    return std::nullopt;
  }
  return marks.front().range;
}

/// The place behind 随便, 乱, 硬 and the like, which tell how a thing is not done.
std::size_t behind_adverbs(const Grains& text, std::size_t at) {
  constexpr std::array<std::u32string_view, 10> kAdverbs = {
      U"随便", U"随意", U"轻易", U"擅自", U"急着", U"马上", U"乱", U"硬", U"再", U"老"};
  for (const auto adverb : kAdverbs) {
    const auto has = [&](std::size_t i) {
      return at + i < text.list.size() && text.list[at + i].key == adverb[i];
    };
    if (has(0) && (adverb.size() == 1 || has(1))) {
      return at + adverb.size();
    }
  }
  return at;
}

/// The denial at the head of a name or a detail.
std::optional<Range> opening_denial(const Wording& wording) {
  const auto marks = working_marks(wording.marks);
  if ((wording.role != Role::name && wording.role != Role::detail) || marks.empty() ||
      marks.front().range.begin > (opens_with_do(wording.grains) ? 1U : 0U) ||
      (marks.front().cue != Cue::negate && marks.front().cue != Cue::needless &&
       !has_cue(wording.marks, Cue::averse, marks.front().range))) {
    return std::nullopt;
  }
  return marks.front().range;
}

}  // namespace

std::vector<Forbidden> forbidden_by(const Wording& wording, const Vocabulary& vocabulary) {
  static const auto no = grains_of("no").list.front().stem;
  std::vector<Forbidden> forbidden;
  const auto denial = opening_denial(wording);
  auto parts = dismissed_in(wording);
  if (denial && parts.size() < 2) {
    forbidden.push_back({&wording,
                         {denial->end, wording.grains.list.size()},
                         vocabulary.occurrences(wording.grains),
                         wording.grains.list.front().stem == no ||
                             has_cue(wording.marks, Cue::lack, {0, denial->end})});
  } else if (const auto inner = inner_denial(wording)) {
    forbidden.push_back({&wording,
                         {behind_adverbs(wording.grains, inner->end), wording.grains.list.size()},
                         vocabulary.occurrences(wording.grains),
                         false,
                         false,
                         {0, inner->begin}});
  } else {
    for (const auto& part : parts) {
      forbidden.push_back({&wording, part, vocabulary.occurrences(wording.grains), false, !denial});
    }
  }
  return forbidden;
}

}  // namespace pith::grading
