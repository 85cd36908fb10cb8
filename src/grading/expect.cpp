#include "grading/expect.h"

#include <string>
#include <utility>
#include <vector>

#include "grading/meaning/encoded_texts.h"
#include "grading/meaning/token_match.h"
#include "grading/words/lexicon.h"

namespace pith::grading {

void expect_item(const SentenceEncoder& encoder, const deck::Item& item,
                 std::span<const LearnedWording> learned) {
  if (item.kind == deck::Kind::points) {
    const auto targets = targets_of(item, true, true, learned);
    encoder.expect_reading(readings_of(targets, item.question, item.language));
    auto texts = texts_of_item(targets, item.question, item.language);
    for (const auto& wording : learned) {
      if (wording.verdict == Verdict::hit) {
        texts.push_back(wording.text);
      }
    }
    encoder.expect(std::move(texts));
  }
}

void expect_answer(const SentenceEncoder& encoder, std::string_view half_typed) {
  // Another letter would belong to the clause that is being typed, or begin a new one.
  const auto source = std::string(half_typed) + "x";
  const auto text = grains_of(source);
  const auto marks = Lexicon::general().marks_of(text);
  const auto segments = segments_of(text, marks);
  if (segments.clauses.size() < 2) {
    return;
  }
  const auto unfinished = segments.clauses.back().grains.begin;
  auto windows = chosen_windows(segments);
  std::erase_if(windows,
                [&](std::size_t w) { return segments.windows[w].grains.end > unfinished; });
  encoder.expect(texts_of_windows(windows, segments, text, source, marks));
}

}  // namespace pith::grading
