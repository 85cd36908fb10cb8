#include "exchange/documents/labelled_blocks.h"

#include <algorithm>
#include <string_view>

#include "exchange/documents/id_mark.h"

namespace pith::exchange {
namespace {

bool is_label(const std::optional<Labelled>& labelled, Label label) {
  return labelled && labelled->label == label;
}

template <typename Part>
std::optional<bool> first_told(std::span<const Part> parts);

/// Whether a piece labels an answer; empty if it begins neither one nor a question.
std::optional<bool> tells_of_answer(const Piece& piece) {
  const bool tells = piece.label == Label::answer || piece.label == Label::question;
  return tells ? std::optional(piece.label == Label::answer) : std::nullopt;
}

/// Whether a block labels an answer; empty if it begins nothing, so that the next one tells.
std::optional<bool> tells_of_answer(const Block& block) {
  if (block.kind == Block::Kind::heading) {
    const auto label = labelled(text_of(block), true);
    return label ? tells_of_answer(Piece{label->label, {}}) : false;
  }
  if (block.kind == Block::Kind::paragraph) {
    const auto pieces = pieces_of(block);
    return first_told(std::span<const Piece>(pieces));
  }
  if (block.kind == Block::Kind::quote) {
    return first_told(std::span<const Block>(block.children));
  }
  return std::nullopt;
}

/// What the first of the parts tells that tells anything.
template <typename Part>
std::optional<bool> first_told(std::span<const Part> parts) {
  for (const auto& part : parts) {
    if (const auto told = tells_of_answer(part)) {
      return told;
    }
  }
  return std::nullopt;
}

/// Whether a heading is only the label of a question.
bool is_bare_question(const Block& heading) {
  const auto label = labelled(text_of(heading), true);
  return is_label(label, Label::question) && label->rest.empty();
}

/// Whether the next heading is the label of an answer.
bool is_answer_heading_ahead(std::span<const Block> blocks) {
  const auto next = std::ranges::find(blocks, Block::Kind::heading, &Block::kind);
  return next != blocks.end() && is_label(labelled(text_of(*next), true), Label::answer);
}

/// Whether a paragraph begins a question by itself: with a label or with a number.
bool begins_numbered_question(const Block& paragraph, std::span<const Block> behind) {
  const std::string_view line = paragraph.lines[0].text;
  const bool numbered = without_number(line).size() < line.size();
  return is_label(labelled(line), Label::question) ||
         (numbered && is_question(line) && !is_answer_heading_ahead(behind));
}

/// Whether the label of a question, alone in a heading, is a title: no question stands behind it,
/// but headings or entries that are questions of their own, at most after an introduction.
bool is_label_title(const Block& heading, std::span<const Block> behind) {
  for (std::size_t i = 0; i < behind.size(); ++i) {
    const auto& next = behind[i];
    const auto rest = behind.subspan(i + 1);
    if (next.kind == Block::Kind::heading) {
      const auto label = labelled(text_of(next), true);
      return (!label || label->label == Label::question) && (i == 0 || next.level > heading.level);
    }
    if (next.kind == Block::Kind::list) {
      const bool asks = std::ranges::any_of(
          next.children, [](const Block& entry) { return is_question_entry(entry, true); });
      return asks || (i == 0 && !is_answer_ahead(rest));
    }
    if (next.kind != Block::Kind::paragraph || begins_numbered_question(next, rest)) {
      return next.kind == Block::Kind::paragraph;
    }
    if (is_question(text_of(next)) || labelled(next.lines[0].text)) {
      return false;
    }
  }
  return false;
}

std::vector<std::size_t> label_titles_in(std::span<const Block> blocks) {
  std::vector<std::size_t> lines;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == Block::Kind::heading && is_bare_question(blocks[i]) &&
        is_label_title(blocks[i], blocks.subspan(i + 1))) {
      lines.push_back(blocks[i].line);
    }
  }
  return lines;
}

/// Whether a heading is a question by its mark, with something below it that may answer it.
bool is_asking_heading(const Block& block, std::span<const Block> behind) {
  if (block.kind != Block::Kind::heading) {
    return false;
  }
  auto text = text_of(block);
  (void)take_id_mark(text);
  return is_question(text) && !behind.empty() && behind[0].kind != Block::Kind::heading;
}

void look_at(const Block& block, Habits& habits, std::size_t& titles, std::size_t& headings) {
  const bool heading = block.kind == Block::Kind::heading;
  titles += heading && block.level == 1 ? 1U : 0U;
  headings += heading ? 1U : 0U;
  const bool title = std::ranges::binary_search(habits.label_titles, block.line);
  if (!title && (heading || block.kind == Block::Kind::paragraph)) {
    for (const auto& line : block.lines) {
      const auto label = labelled(line.text, heading);
      habits.labels_questions |= is_label(label, Label::question);
    }
  }
  for (const auto& child : block.children) {
    look_at(child, habits, titles, headings);
  }
}

}  // namespace

Habits habits_of(const std::vector<Block>& blocks) {
  Habits habits;
  habits.label_titles = label_titles_in(blocks);
  std::size_t titles = 0;
  std::size_t headings = 0;
  for (const auto& block : blocks) {
    look_at(block, habits, titles, headings);
  }
  habits.one_title = titles == 1 && headings > 1;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool title = habits.one_title && blocks[i].level == 1;
    habits.asks_in_headings |=
        !title && is_asking_heading(blocks[i], std::span(blocks).subspan(i + 1));
  }
  return habits;
}

bool is_question_entry(const Block& entry, bool by_mark) {
  if (entry.children.empty() || entry.children[0].kind != Block::Kind::paragraph) {
    return false;
  }
  const auto& lines = entry.children[0].lines;
  const bool more = entry.children.size() > 1 || lines.size() > 1;
  return is_label(labelled(lines[0].text), Label::question) ||
         (more && by_mark && is_question(lines[0].text));
}

std::vector<Piece> pieces_of(const Block& paragraph) {
  std::vector<Piece> pieces;
  for (const auto& line : paragraph.lines) {
    if (auto label = labelled(line.text)) {
      pieces.push_back({label->label, {{line.number, label->rest, line.hard_break}}});
    } else if (pieces.empty()) {
      pieces.push_back({std::nullopt, {line}});
    } else {
      pieces.back().lines.push_back(line);
    }
  }
  return pieces;
}

bool is_answer_ahead(std::span<const Block> blocks) {
  return first_told(blocks).value_or(false);
}

bool is_answer_ahead(std::span<const Piece> pieces, bool beyond) {
  return first_told(pieces).value_or(beyond);
}

std::vector<bool> answers_ahead(std::span<const Block> blocks, bool beyond) {
  std::vector<bool> ahead(blocks.size(), beyond);
  for (std::size_t i = blocks.size(); i-- > 1;) {
    ahead[i - 1] = tells_of_answer(blocks[i]).value_or(ahead[i]);
  }
  return ahead;
}

}  // namespace pith::exchange
