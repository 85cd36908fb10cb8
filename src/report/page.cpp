#include "report/page.h"

#include "base/sha256.h"
#include "report/embedded.h"
#include "report/numbers.h"
#include "report/page_sections.h"
#include "report/svg.h"

namespace pith::report {
namespace {

std::string base64(const base::Sha256::Digest& digest) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < digest.size(); i += 3) {
    const auto byte = [&](std::size_t k) { return k < digest.size() ? digest[k] : 0U; };
    const auto bits = (byte(i) << 16U) | (byte(i + 1) << 8U) | byte(i + 2);
    for (std::size_t k = 0; k < 4; ++k) {
      out += i + k > digest.size() ? '=' : kLetters[(bits >> (18 - 6 * k)) & 63U];
    }
  }
  return out;
}

/// Only this style and this script; nothing is loaded from anywhere.
std::string policy() {
  const auto source = [](std::string_view file) {
    return fmt::format("'sha256-{}'", base64(base::sha256(embedded(file))));
  };
  // The script moves its tooltip by style properties, which a hash of the style sheet allows.
  return fmt::format(
      "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
      source("page.css"), source("page.js"));
}

std::string period_words(const PageContent& page, const PageOptions& options) {
  const auto& s = page.figures;
  auto words =
      page.tr.format("As of {}", memory::iso_date(s.today)) + " · " +
      (s.since ? page.tr.format("What was done since {}", memory::iso_date(*s.since))
               : page.tr.format("The whole log, {} with answers",
                                counted(static_cast<std::int64_t>(s.days.size()), "day", page.tr)));
  if (!options.about.empty()) {
    words += " · " + page.tr.format("about: {}", options.about);
  }
  return words;
}

std::string sections(const PageContent& page) {
  auto all = overview_section(page);
  if (page.figures.effort.answers == 0) {
    return all + fmt::format("<p>{}</p>\n", page.tr("Nothing has been answered in this period."));
  }
  all += learn_next_section(page) + trend_section(page) + calendar_section(page);
  all += forecast_section(page) + retention_section(page) + memory_section(page);
  all += habits_section(page) + groups_section(page, statistics::Grouping::deck);
  all += groups_section(page, statistics::Grouping::tag) + points_section(page);
  return all + mistakes_section(page) + interviews_section(page);
}

}  // namespace

std::string progress_page(const statistics::Statistics& figures, const PageOptions& options) {
  const PageContent page{figures, text::Messages(options.language), figures_of(figures)};
  const auto title = page.tr("Progress");
  return fmt::format(
      R"(<!DOCTYPE html>
<html lang="{}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{} · {}</title>
<style>{}</style>
</head>
<body>
<header><h1>{}</h1><p class="soft">{}</p></header>
<main>
{}</main>
<footer>{}</footer>
<script>{}</script>
</body>
</html>
)",
      options.language == text::Language::chinese ? "zh" : "en", policy(), html_escaped(title),
      memory::iso_date(figures.today), embedded("page.css"), html_escaped(title),
      html_escaped(period_words(page, options)), sections(page),
      html_escaped(page.tr(
          "Made by pith from the log on this machine; definitions of all figures: docs/stats.md.")),
      embedded("page.js"));
}

}  // namespace pith::report
