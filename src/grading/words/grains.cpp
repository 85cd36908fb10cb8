#include "grading/words/grains.h"

#include <algorithm>

#include "base/fnv.h"

namespace pith::grading {

Span Grains::span(const Range& range) const {
  if (range.empty()) {
    return {};
  }
  return {folded.begin[list[range.begin].from], folded.end[list[range.end - 1].to - 1]};
}

std::u32string_view Grains::spelling(const Grain& grain) const {
  return std::u32string_view(folded.text).substr(grain.from, grain.letters());
}

char32_t han_at(const Grains& text, std::size_t at) {
  const auto& grain = text.list[at];
  return grain.type == Grain::Type::han ? text.folded.text[grain.from] : U'\0';
}

Range up_to_breaks(const Grains& text, const Range& range, Break strength) {
  auto grown = range;
  while (grown.begin > 0 && text.list[grown.begin].before < strength) {
    --grown.begin;
  }
  while (grown.end < text.list.size() && text.list[grown.end].before < strength) {
    ++grown.end;
  }
  return grown;
}

bool has_han(const Grains& text, const Range& range, std::u32string_view characters) {
  for (auto at = range.begin; at < range.end; ++at) {
    if (characters.find(han_at(text, at)) != characters.npos) {
      return true;
    }
  }
  return false;
}

bool has_stem(std::span<const Grain> words, std::uint64_t stem) {
  return std::ranges::find(words, stem, &Grain::stem) != words.end();
}

bool share_word(std::span<const Grain> words, std::span<const Grain> others) {
  return std::ranges::any_of(words, [&](const Grain& word) { return has_stem(others, word.stem); });
}

bool same_words(std::span<const Grain> words, std::span<const Grain> others) {
  return std::ranges::equal(words, others, same_stem);
}

std::span<const Grain>::iterator find_run(std::span<const Grain> words,
                                          std::span<const Grain> run) {
  return std::search(words.begin(), words.end(), run.begin(), run.end(), same_stem);
}

bool has_run(std::span<const Grain> words, std::span<const Grain> run) {
  return find_run(words, run) != words.end();
}

std::uint64_t spelling_key(std::u32string_view spelling) {
  auto hash = base::kFnvBasis;
  for (const char32_t c : spelling) {
    hash = base::fnv_step(hash, c);
  }
  return hash;
}

}  // namespace pith::grading
