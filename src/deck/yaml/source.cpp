#include "deck/yaml/source.h"

#include <algorithm>

namespace pith::deck {
namespace {

/// Characters are counted once a block, so that a column far into a long line costs one block.
constexpr std::size_t kBlock = 4096;

std::size_t count_characters(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

Source::Source(std::string_view text) : text_(text), line_begins_{0} {
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    line_begins_.push_back(at + 1);
  }
  std::size_t characters = 0;
  for (std::size_t at = 0; at <= text.size(); at += kBlock) {
    characters_before_block_.push_back(characters);
    characters += count_characters(text.substr(at, kBlock));
  }
}

Position Source::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  return {line_number(offset),
          characters_before(offset) - characters_before(line_begin(offset)) + 1};
}

std::size_t Source::line_number(std::size_t offset) const {
  const auto next = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  return static_cast<std::size_t>(next - line_begins_.begin());
}

std::string_view Source::line_at(std::size_t offset) const {
  const auto begin = line_begin(offset);
  auto line = text_.substr(begin, text_.find('\n', begin) - begin);
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

std::string_view Source::line(std::size_t number) const {
  return number > 0 && number <= line_begins_.size() ? line_at(line_begins_[number - 1])
                                                     : std::string_view();
}

std::size_t Source::line_begin(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  return *(std::upper_bound(line_begins_.begin(), line_begins_.end(), offset) - 1);
}

std::size_t Source::characters_before(std::size_t offset) const {
  const auto block = offset / kBlock;
  return characters_before_block_[block] +
         count_characters(text_.substr(block * kBlock, offset - block * kBlock));
}

}  // namespace pith::deck
