// A scene with five items that take words, and what most tests of the engine ask about it.
#pragma once

#include <string>

#include "session/scene.h"

namespace pith::test {

inline constexpr auto kDeck = R"(
deck: d
items:
  - {id: a, question: First, points: [alpha, beta], hints: [one, two]}
  - {id: b, question: Second, points: [gamma]}
  - {id: c, question: Third, points: [delta]}
  - {id: e, question: Fourth, points: [epsilon]}
  - {id: f, question: Fifth, points: [zeta]}
)";

inline std::string asked(const session::Session& session) {
  return session.question() ? session.question()->item->id : "";
}

inline int answers(Scene& scene) {
  return static_cast<int>(scene.history().answers().size());
}

}  // namespace pith::test
