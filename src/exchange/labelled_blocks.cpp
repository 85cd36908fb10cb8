#include "exchange/labelled_blocks.h"

#include <cstddef>

namespace pith::exchange {
namespace {

void look_at(const Block& block, Habits& habits, std::size_t& titles, std::size_t& headings) {
  const bool heading = block.kind == Block::Kind::heading;
  titles += heading && block.level == 1 ? 1U : 0U;
  headings += heading ? 1U : 0U;
  if (heading || block.kind == Block::Kind::paragraph) {
    for (const auto& line : block.lines) {
      const auto label = labelled(line.text, heading);
      habits.labels_answers |= label && label->label == Label::answer;
      habits.labels_questions |= label && label->label == Label::question;
    }
  }
  for (const auto& child : block.children) {
    look_at(child, habits, titles, headings);
  }
}

}  // namespace

Habits habits_of(const std::vector<Block>& blocks) {
  Habits habits;
  std::size_t titles = 0;
  std::size_t headings = 0;
  for (const auto& block : blocks) {
    look_at(block, habits, titles, headings);
  }
  habits.one_title = titles == 1 && headings > 1;
  return habits;
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
  for (const auto& block : blocks) {
    const bool heading = block.kind == Block::Kind::heading;
    if (!heading && block.kind != Block::Kind::paragraph) {
      continue;
    }
    for (const auto& line : block.lines) {
      const auto label = labelled(line.text, heading);
      if (label && label->label == Label::answer) {
        return true;
      }
      if (heading || label) {
        return false;
      }
    }
  }
  return false;
}

}  // namespace pith::exchange
