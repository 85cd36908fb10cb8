#include "session/random.h"

#include "base/fnv.h"

namespace pith::session {

Random::Random(std::uint64_t seed, std::string_view name) : state_(base::fnv1a(name, seed)) {}

std::uint64_t Random::next() {
  state_ += 0x9e3779b97f4a7c15U;
  auto z = state_;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

std::size_t Random::below(std::size_t bound) {
  return static_cast<std::size_t>(next() % bound);  // biased by less than bound / 2^64
}

}  // namespace pith::session
