#include "grading/verdict.h"

#include <array>

#include "base/to_translate.h"

namespace pith::grading {
namespace {

using base::to_translate;

constexpr std::array kNames = {to_translate("hit"), to_translate("partial"), to_translate("missed"),
                               to_translate("contradicted")};

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
