#include "grading/verdict.h"

#include <array>

namespace pith::grading {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"hit", "partial", "missed", "contradicted"};

}  // namespace

std::string_view name_of(Verdict verdict) {
  return kNames[static_cast<std::size_t>(verdict)];
}

std::optional<Verdict> verdict_named(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) {
      return static_cast<Verdict>(i);
    }
  }
  return std::nullopt;
}

}  // namespace pith::grading
