// The clocks of a session: of all of it, of each section, of the question. A pause stops them all.
// Pure: instants are given.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "memory/study_day.h"

namespace pith::session {

using Limit = std::optional<std::chrono::seconds>;

class Timing {
 public:
  /// `sections`: the limit of each.
  Timing(memory::Instant now, Limit all, std::vector<Limit> sections);

  /// The question is shown; the time of its section begins with its first one.
  void ask(memory::Instant now, std::size_t section);

  /// Stops every clock; does nothing while they stand.
  void pause(memory::Instant now);
  /// Lets them go on as if no time had passed; does nothing while they go.
  void resume(memory::Instant now);
  [[nodiscard]] bool paused() const { return paused_at_.has_value(); }

  /// Since the session began, and since the question was shown, without pauses; never negative.
  [[nodiscard]] std::chrono::milliseconds elapsed(memory::Instant now) const;
  [[nodiscard]] double seconds_on_question(memory::Instant now) const;

  /// Whether the limit of all, or of a section, is reached. False where there is none.
  [[nodiscard]] bool over(memory::Instant now) const;
  [[nodiscard]] bool section_over(std::size_t section, memory::Instant now) const;

 private:
  struct Section {
    Limit limit;
    std::optional<memory::Instant> begun;
  };

  Limit all_;
  std::vector<Section> sections_;
  memory::Instant begun_;
  memory::Instant asked_at_;
  std::optional<memory::Instant> paused_at_;
};

}  // namespace pith::session
