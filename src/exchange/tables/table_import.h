// Tables of cards: CSV and TSV of Anki, Mochi, Quizlet and spreadsheets.
#pragma once

#include "exchange/imported.h"

namespace pith::exchange {

/// Items from rows of fields. Anki's header lines (`#separator:`, `#html:`, `#columns:`,
/// `#tags column:`, `#guid column:`, …) are followed; a first row of names such as `front`, `term`
/// or `题目` is taken for one; else the first field is the front and the second the back. Further
/// fields join the explanation. Rows without a front or back are remarked upon.
[[nodiscard]] Imported read_table(const SourceFile& file);

}  // namespace pith::exchange
