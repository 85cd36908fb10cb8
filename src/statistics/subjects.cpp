#include "statistics/subjects.h"

#include <map>
#include <numeric>

#include "history/item_id.h"

namespace pith::statistics {

std::vector<Subject> subjects_of(const history::StudyLog& log,
                                 std::span<const history::DueItem> due, const Scope& scope) {
  std::map<history::ItemId, Subject> subjects;
  for (const auto* item : scope.items) {
    subjects[history::id_of(*item)].item = item;
  }
  for (const auto& item : log.items) {
    if (!scope.only_these || scope.gone_decks.contains(item.id.deck) ||
        subjects.contains(item.id)) {
      subjects[item.id].logged = &item;
    }
  }
  for (const auto& item : due) {
    if (const auto found = subjects.find(item.item); found != subjects.end()) {
      found->second.due = item.due;
    }
  }
  std::vector<Subject> list;
  list.reserve(subjects.size());
  for (const auto& [id, subject] : subjects) {
    list.push_back(subject);
  }
  return list;
}

std::size_t half_of(std::span<const Subject> subjects) {
  const auto answers = [](std::size_t sum, const Subject& subject) {
    return sum + (subject.logged != nullptr ? subject.logged->answer_count : 0);
  };
  const auto all = std::accumulate(subjects.begin(), subjects.end(), std::size_t{0}, answers);
  std::size_t taken = 0;
  std::size_t count = 0;
  while (2 * taken < all) {
    taken = answers(taken, subjects[count++]);
  }
  return count;
}

}  // namespace pith::statistics
