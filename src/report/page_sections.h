// The sections of the page of progress, one a function. Internal to report/.
#pragma once

#include <string>
#include <vector>

#include "report/figures.h"
#include "statistics/statistics.h"
#include "text/messages.h"

namespace pith::report {

/// What every section is made from.
struct PageContent {
  const statistics::Statistics& figures;
  text::Messages tr;
  std::vector<Figure> tables;  ///< figures_of(figures)
};

// Each gives a whole section, or nothing where there is nothing to show.
[[nodiscard]] std::string overview_section(const PageContent& page);
[[nodiscard]] std::string learn_next_section(const PageContent& page);
[[nodiscard]] std::string trend_section(const PageContent& page);
[[nodiscard]] std::string calendar_section(const PageContent& page);
[[nodiscard]] std::string forecast_section(const PageContent& page);
[[nodiscard]] std::string retention_section(const PageContent& page);
[[nodiscard]] std::string memory_section(const PageContent& page);
[[nodiscard]] std::string habits_section(const PageContent& page);

[[nodiscard]] std::string groups_section(const PageContent& page, statistics::Grouping grouping);
[[nodiscard]] std::string points_section(const PageContent& page);
[[nodiscard]] std::string mistakes_section(const PageContent& page);
[[nodiscard]] std::string interviews_section(const PageContent& page);

/// The figure of that name among the tables. Throws std::out_of_range if there is none.
[[nodiscard]] const Table& table_named(const PageContent& page, std::string_view name);

/// A picture with its caption above and its numbers folded below.
[[nodiscard]] std::string figure(const PageContent& page, const std::string& caption,
                                 const std::string& svg, const Table& numbers);

/// Pictures side by side.
[[nodiscard]] std::string charts(const std::string& figures);

/// `<section>` with its heading; nothing without content.
[[nodiscard]] std::string section(const std::string& heading, const std::string& content);

}  // namespace pith::report
