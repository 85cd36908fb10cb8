// Whether a denial says what a point does: the point is a denial too, keeps away from something or
// names a lack.
#pragma once

#include "grading/stance/scopes.h"
#include "grading/stretches/heard.h"

namespace pith::grading {

class Agreement {
 public:
  /// What is heard must outlive this.
  explicit Agreement(const Heard& heard) : heard_(heard) {}

  /// Whether the scope, by denying what stands in the range, says what the target does.
  [[nodiscard]] bool says(const Target& target, const Scope& scope, const Range& range) {
    return states(target, scope, range) || agrees(target, scope, range) ||
           wards_off(target, scope) || forbids_alike(target, scope) ||
           says_seldom_alike(target, scope) || spares_alike(target, scope) ||
           keeps(target, scope) || relieves(target, scope);
  }

  /// Whether what the scope denies first is what the target affirms: 不上门 for
  /// `亲自跑：自己上门谈，不交给销售`, whose name denies nothing.
  [[nodiscard]] bool affirms_head(const Target& target, const Scope& scope) const;
  /// Whether something that the target's own wordings deny is in the range.
  [[nodiscard]] bool denies_some_of(const Target& target, const Range& range);

 private:
  /// A wording of the target denies with the same word (nothing leaks): then the word states it.
  /// The last `behind` grains of `word` are what stands behind the negation, there and here.
  [[nodiscard]] bool denies_alike(const Target& target, const Range& word,
                                  std::size_t behind = 0) const;
  /// Whether the range has what a detail of the target says is not done: "don't raise your voice"
  /// for `speak slowly, never raise your voice`.
  [[nodiscard]] bool dismisses_alike(const Target& target, const Range& range);
  /// Whether denying what stands in the range states the target, since it is a denial itself: but
  /// not "it has no fixed loop" for `Fixed loop: it does not slip`.
  [[nodiscard]] bool states(const Target& target, const Scope& scope, const Range& range);
  /// Whether a denial says what the point does: where the question asks what one may not do ("not
  /// near an airport"), and where the point keeps away from something or names a lack (别走河滩 for
  /// 避开河滩, "can't lift it" for `weak arms`), unless that very word is denied.
  [[nodiscard]] bool agrees(const Target& target, const Scope& scope, const Range& range) const;
  /// Whether a detail of the target keeps away from what is denied: "no direct sun" for `keep it
  /// cool: Away from direct sun`.
  [[nodiscard]] bool keeps_away(const Target& target, const Range& denied) const;
  /// Whether what is denied is a mishap (nothing gets lost, 别让人走) that the point's name does
  /// not tell of, unless it deals with it (`leak detection`).
  [[nodiscard]] bool wards_off(const Target& target, const Scope& scope) const;

  /// Whether it says that something seldom happens, and so does the point.
  [[nodiscard]] bool says_seldom_alike(const Target& target, const Scope& scope) const;
  /// Whether it denies too much of something, and the point tells to do little of it: 别天天浇水
  /// for 少浇水.
  [[nodiscard]] bool spares_alike(const Target& target, const Scope& scope) const;
  /// Whether it forbids to let something go by a verb that the point has not, or to keep what the
  /// point lets go: 记录别删 for 保留记录, but not for 删除记录, of which 记录别留 speaks.
  [[nodiscard]] bool keeps(const Target& target, const Scope& scope) const;
  /// Whether it says that something need not be, or is done away with, and the point's name frees
  /// of something: 不用交租 for 免除田租.
  [[nodiscard]] bool relieves(const Target& target, const Scope& scope) const;
  /// Whether it is a prohibition, and the point tells of one: "a law bans it" for `it becomes
  /// illegal`.
  [[nodiscard]] bool forbids_alike(const Target& target, const Scope& scope) const;

  Heard heard_;
};

}  // namespace pith::grading
