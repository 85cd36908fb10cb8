#include "grading/words/table_words.h"

namespace pith::grading {

std::vector<std::uint64_t> keys_of(std::string_view wording) {
  std::vector<std::uint64_t> keys;
  for (const auto& grain : grains_of(wording).list) {
    keys.push_back(grain.stem);
  }
  return keys;
}

bool closes_clause(const Grains& text, std::size_t at) {
  return !continues(text, at) ||
         (text.list[at].before == Break::space && text.list[at].type == Grain::Type::han &&
          text.list[at - 1].type == Grain::Type::han);
}

std::size_t match_run(std::span<const std::uint64_t> keys, const Grains& text, std::size_t at) {
  if (at + keys.size() > text.list.size()) {
    return at;
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (text.list[at + i].stem != keys[i] || (i > 0 && !continues(text, at + i))) {
      return at;
    }
  }
  return at + keys.size();
}

}  // namespace pith::grading
