// A scripted practice: what `pith run` asks, and by which rules, as a file says it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deck/diagnostic.h"
#include "session/queue.h"

namespace pith::session {

/// Which of the items selected may be asked.
enum class Choose : std::uint8_t {
  all,
  due,    ///< What a review would ask: due items, then as many new ones as the day has room for.
  missed  ///< The points that were missed when they were last asked.
};

struct PracticeSection {
  std::string name;                    ///< Empty in a practice without sections.
  std::vector<std::string> select;     ///< Selectors; empty = all items.
  std::vector<std::size_t> select_at;  ///< Where each stands: bytes from the beginning of the text.
  Choose choose = Choose::all;
  std::optional<Order> order = Order::file;  ///< Empty: mixed, as in an exam.
  std::optional<std::size_t> count;          ///< At most so many items.
  std::optional<std::chrono::seconds> time;
  std::optional<std::chrono::seconds> time_limit;  ///< For an answer, instead of the item's own.
};

struct Practice {
  std::string title;
  std::vector<PracticeSection> sections;     ///< At least one.
  std::optional<double> pass;                ///< Else the mean of the items' own.
  std::optional<std::chrono::seconds> time;  ///< For all of it.
  bool feedback = true;                      ///< After each answer, else at the end.
  bool hints = true;
  bool may_pause = true;
  bool follow_up = false;
  bool repeat_missed = false;
  bool schedule = true;
  std::optional<std::uint64_t> seed;
  std::vector<std::string> reports;     ///< Files, below the folder of the practice file.
  std::vector<std::size_t> reports_at;  ///< Where each stands, as PracticeSection::select_at.
};

inline constexpr std::size_t kLargestPractice = std::size_t{1} << 20U;  ///< Bytes of a file.

struct PracticeRead {
  std::optional<Practice> practice;  ///< Empty iff a diagnostic is an error.
  deck::Diagnostics diagnostics;     ///< All mistakes, in the order of the file.
};

/// Reads the bytes of a practice file; any bytes will do. `path` is the name for messages. The
/// format is that of schema/practice.schema.json, explained in docs/practice.md.
[[nodiscard]] PracticeRead read_practice(std::string_view bytes, const std::string& path);

}  // namespace pith::session
