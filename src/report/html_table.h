// Tables of figures as HTML.
#pragma once

#include <functional>
#include <string>

#include "report/table.h"
#include "text/messages.h"

namespace pith::report {

struct HtmlTable {
  std::string caption;  ///< May be empty.
  bool sortable = false;
};

/// Column titles as the catalogue has them, cells as the kind of their column wants.
[[nodiscard]] std::string html_table(const Table& table, const text::Messages& tr,
                                     const HtmlTable& options);

/// The same folded away below a chart.
[[nodiscard]] std::string folded_table(const Table& table, const text::Messages& tr,
                                       const std::string& caption);

/// The table with only these columns, in this order. Throws std::out_of_range if it lacks one.
[[nodiscard]] Table with_columns(const Table& table, const std::vector<Column>& columns);

}  // namespace pith::report
