// An answer beside the item that it answers.
#pragma once

#include "grading/stretches/presence.h"
#include "grading/stretches/segments.h"
#include "grading/stretches/targets.h"

namespace pith::grading {

/// An answer as it is heard for the targets of its item. It owns nothing.
struct Heard : Passage {
  const Targets& targets;
  Presence& presence;  ///< Used as scratch: it looks now at this stretch, now at that one.
};

}  // namespace pith::grading
