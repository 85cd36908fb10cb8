#include "exchange/documents/markdown_qa.h"

#include <algorithm>
#include <span>

#include "exchange/documents/card_text.h"
#include "exchange/documents/markdown_blocks.h"
#include "exchange/documents/qa_document.h"
#include "exchange/labels.h"
#include "exchange/lines.h"
#include "exchange/source_text.h"

namespace pith::exchange {
namespace {

/// Whether a line that could be a key of front matter is part of the document.
bool is_no_key(const NumberedLine& line) {
  const auto label = labelled(line.text);
  return line.text.starts_with('#') ||
         (label && (label->label == Label::question || label->label == Label::answer));
}

/// How many lines the front matter takes: questions between two rules are none.
std::size_t length_of_head(const std::vector<NumberedLine>& lines) {
  const auto length = front_matter_length(lines);
  const auto head = std::span(lines).first(length);
  return std::ranges::any_of(head, is_no_key) ? 0 : length;
}

/// The text with empty lines for the front matter, so that the others keep their numbers.
std::string without_head(std::string_view text, const std::vector<NumberedLine>& lines,
                         std::size_t head) {
  if (head == 0) {
    return std::string(text);
  }
  std::string rest(head, '\n');
  for (const auto& line : std::span(lines).subspan(head)) {
    rest += line.text;
    rest += '\n';
  }
  return rest;
}

void read_head(const std::vector<NumberedLine>& lines, QaDocument& document, Imported& result) {
  document.begin(front_matter_value(lines, "title"), front_matter_list(lines, "tags"));
  for (const auto& line : other_front_matter(lines, {"title", "tags"})) {
    result.left_out.push_back({line.number,
                               {},
                               "pith has no place for this key of the front matter",
                               excerpt(trimmed(line.text))});
  }
}

}  // namespace

Imported read_markdown_qa(const SourceFile& file) {
  Imported result;
  const auto text = clean_text(file, result.changed);
  const auto lines = numbered_lines(text);
  const auto head = length_of_head(lines);
  const auto blocks = markdown_blocks(without_head(text, lines, head));
  QaDocument document(blocks, file.name, result);
  if (head > 0) {
    read_head(lines, document, result);
  }
  document.read(blocks);
  document.finish();
  return result;
}

}  // namespace pith::exchange
