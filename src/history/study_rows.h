// Answers and their points as the columns of the log have them, a stretch of events at a time: what
// several threads read beside each other for study_log.h. Internal to this folder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "history/database.h"
#include "history/study_log.h"

namespace pith::history {

/// Events after the `after`-th up to the `last`-th of the file.
struct Stretch {
  std::int64_t after = 0;
  std::int64_t last = 0;
};

struct StudyRows {
  base::Column<StudyAnswer> answers;  ///< In the order of the file; `session` is an index here.
  base::Column<std::int64_t> events;  ///< Of each answer: number of its event.
  base::Column<std::uint32_t> names;  ///< Of each answer: number of its item's recorded name.
  base::Column<StudyPoint> points;    ///< `point` is an index into point_ids of the answer's name.
  std::vector<std::vector<std::string>> point_ids;  ///< By number of the item's recorded name.
  std::vector<Uuid> sessions;
};

/// All of the stretch, with those that were retracted. Throws StorageError.
[[nodiscard]] StudyRows read_study_rows(Database& database, const Stretch& stretch);

}  // namespace pith::history
