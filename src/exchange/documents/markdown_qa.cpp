#include "exchange/documents/markdown_qa.h"

#include "exchange/documents/markdown_blocks.h"
#include "exchange/documents/qa_document.h"
#include "exchange/source_text.h"

namespace pith::exchange {

Imported read_markdown_qa(const SourceFile& file) {
  Imported result;
  const auto text = clean_text(file, result.changed);
  const auto blocks = markdown_blocks(text);
  QaDocument document(blocks, file.name, result);
  document.read(blocks);
  document.finish();
  return result;
}

}  // namespace pith::exchange
