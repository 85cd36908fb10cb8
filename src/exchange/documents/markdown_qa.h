// Question-and-answer documents in Markdown: headings, `**题目：**` or `Question:`, answers whose
// list entries are key points, examples. Tolerant of how people write them.
#pragma once

#include "exchange/imported.h"

namespace pith::exchange {

/// Items from a document. A question is a labelled text, a heading above an answer or a numbered
/// entry that asks something; its points are the entries of the answer's lists, with the bold head
/// as name; an answer without a list gives a card. Text before the first item and after the last
/// becomes the deck's description. Headings and the sentences that lead to a list count as
/// structure. Everything else that is not taken is remarked upon.
[[nodiscard]] Imported read_markdown_qa(const SourceFile& file);

}  // namespace pith::exchange
