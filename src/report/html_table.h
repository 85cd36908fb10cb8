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
  /// Cells of columns that hold markup already (a strip, a link), by column name.
  std::vector<std::string> markup{};
};

/// Column titles come from the catalogue (`col.NAME`); shares are shown in per cent.
[[nodiscard]] std::string html_table(const Table& table, const text::Messages& tr,
                                     const HtmlTable& options);

/// The same folded away below a chart.
[[nodiscard]] std::string folded_table(const Table& table, const text::Messages& tr,
                                       const std::string& caption);

/// The table with only these columns, in this order.
[[nodiscard]] Table with_columns(const Table& table, const std::vector<std::string>& columns);

}  // namespace pith::report
