// How waiting for somebody ends when the learner wants to leave.
#pragma once

#include <exception>

namespace pith {

/// No failure, hence no Error: whoever waits catches it and goes on with what there is, or the
/// command ends as interrupted.
class Stopped : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "stopped while waiting"; }
};

}  // namespace pith
