// The log in columns: what every answer said of its points, without their texts. Years of it fit
// into memory, and one pass over it gives every statistic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "base/large_pages.h"
#include "deck/index/deck_cache.h"
#include "history/events.h"
#include "history/replay.h"

namespace pith::history {

/// A point of an answer.
struct StudyPoint {
  double weight = 1.0;
  double credit = 0.0;      ///< [0, 1], of the final verdict.
  std::uint32_t point = 0;  ///< Index into StudyItem::points.
  grading::Verdict automatic = grading::Verdict::missed;
  grading::Verdict verdict = grading::Verdict::missed;
  memory::Rating rating = memory::Rating::again;

  friend bool operator==(const StudyPoint&, const StudyPoint&) = default;
};

/// An answer that was not retracted. Its points are a stretch of StudyLog::points.
struct StudyAnswer {
  Key key;
  double seconds = 0.0;
  std::uint32_t first_point = 0;
  std::uint32_t point_count = 0;
  std::uint32_t session = 0;    ///< Index into StudyLog::sessions.
  std::int16_t utc_offset = 0;  ///< Minutes.
  Mode mode = Mode::review;
  bool scheduled = true;
  bool relearning = false;
  bool aided = false;
  bool graded = false;  ///< By a grader; else the learner rated it.

  friend bool operator==(const StudyAnswer&, const StudyAnswer&) = default;
};

/// Forgetting by the learner's wish.
struct StudyReset {
  Key key;
  std::string point;  ///< Empty: the whole item.

  friend bool operator==(const StudyReset&, const StudyReset&) = default;
};

/// An item under its present name. Its answers are a stretch of StudyLog::answers.
struct StudyItem {
  ItemId id;
  std::vector<std::string> points;  ///< Ids of the points it was ever asked.
  std::vector<StudyReset> resets;   ///< In replay order.
  std::uint32_t first_answer = 0;
  std::uint32_t answer_count = 0;

  friend bool operator==(const StudyItem&, const StudyItem&) = default;
};

struct StudyLog {
  std::vector<StudyItem> items;
  base::Column<StudyAnswer> answers;  ///< Item by item, in replay order.
  base::Column<StudyPoint> points;
  std::vector<Uuid> sessions;

  [[nodiscard]] std::span<const StudyAnswer> answers_of(const StudyItem& item) const {
    return std::span(answers).subspan(item.first_answer, item.answer_count);
  }
  [[nodiscard]] std::span<const StudyPoint> points_of(const StudyAnswer& answer) const {
    return std::span(points).subspan(answer.first_point, answer.point_count);
  }

  friend bool operator==(const StudyLog&, const StudyLog&) = default;
};

struct StudyLogOptions {
  const deck::DeckCache* cache = nullptr;   ///< Keeps what was read, for the next time.
  std::int64_t worth_two_readers = 20'000;  ///< Fewer events are read by one thread,
  std::int64_t worth_keeping = 20'000;      ///< and fewer new ones are not kept.
};

/// Everything that counts in the history of this file, as one moment has it; empty if there is no
/// file. The same with one thread or two, with a cache or without. Throws StorageError.
[[nodiscard]] StudyLog read_study_log(const std::filesystem::path& file,
                                      const StudyLogOptions& options = {});

}  // namespace pith::history
