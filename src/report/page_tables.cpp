// Sections of the page that are tables and lists.
#include <algorithm>
#include <stdexcept>

#include "grading/verdict.h"
#include "grading/verdict_word.h"
#include "report/columns.h"
#include "report/html_table.h"
#include "report/numbers.h"
#include "report/page_sections.h"
#include "report/svg.h"
#include "report/words.h"
#include "text/display.h"
#include "text/emphasis.h"

namespace pith::report {
namespace {

constexpr std::size_t kMostGroups = 200;
constexpr std::size_t kMostPoints = 300;
constexpr std::size_t kMostInterviews = 20;
constexpr std::size_t kLongestText = 400;  ///< Cells of an answer.

std::string scrolled(const PageContent& page, const Table& table, const std::string& name,
                     const HtmlTable& options) {
  return fmt::format(R"(<div class="scroll" tabindex="0" role="region" aria-label="{}">{}</div>)",
                     html_escaped(name), html_table(table, page.tr, options));
}

/// Indices of the points that decks have, those that failed the largest share first.
std::vector<std::size_t> points_by_weakness(const statistics::Statistics& s) {
  std::vector<std::size_t> points;
  for (std::size_t p = 0; p < s.points.size(); ++p) {
    if (s.points[p].in_deck) {
      points.push_back(p);
    }
  }
  std::sort(points.begin(), points.end(), [&](std::size_t a, std::size_t b) {
    const auto weakness = [&](std::size_t p) { return statistics::weakness_of(s.points[p]); };
    return weakness(a) != weakness(b) ? weakness(a) > weakness(b) : a < b;
  });
  return points;
}

std::string verdict_words(const PageContent& page, const std::vector<grading::Verdict>& verdicts) {
  std::string words;
  for (const auto verdict : verdicts) {
    words += (words.empty() ? "" : ", ") + page.tr(grading::word_for(verdict));
  }
  return words;
}

Table points_table(const PageContent& page, const std::vector<std::size_t>& shown) {
  const auto& s = page.figures;
  Table table{"points",
              {column::point, column::item, column::recent, column::reviews, column::failed,
               column::lapses, column::stability, column::difficulty, column::retrievability},
              {}};
  for (const auto index : shown) {
    const auto& point = s.points[index];
    const auto& state = point.memory.state;
    table.rows.push_back(
        {text::without_emphasis(point.name), history::full_id(s.items[point.item].id),
         verdict_strip(point.recent, verdict_words(page, point.recent)), point.reviews,
         point.failed, std::int64_t{point.memory.lapses}, state ? Cell(state->stability) : Cell(),
         state ? Cell(state->difficulty) : Cell(), state ? Cell(point.retrievability) : Cell()});
  }
  return table;
}

std::string verdict_key(const PageContent& page) {
  std::string key;
  for (const auto verdict : grading::kVerdicts) {
    const auto word = page.tr(grading::word_for(verdict));
    key += fmt::format(R"(<span class="key">{}{}</span>)", verdict_strip({verdict}, word), word);
  }
  return fmt::format(R"(<p class="soft">{}</p>)", key);
}

std::string grader_note(const PageContent& page) {
  const auto& grader = page.figures.grader;
  if (grader.graded == 0) {
    return "";
  }
  const auto note = page.tr.format("{} of {}: {} raised, {} lowered.", grouped(grader.overruled()),
                                   counted(grader.graded, "graded point", page.tr),
                                   grouped(grader.raised), grouped(grader.lowered));
  return fmt::format("<h3>{}</h3><p>{}</p>", html_escaped(page.tr("The grader overruled")),
                     html_escaped(note)) +
         folded_table(table_named(page, "overrules"), page.tr, page.tr("The grader overruled"));
}

}  // namespace

const Table& table_named(const PageContent& page, std::string_view name) {
  for (const auto& figure : page.tables) {
    const auto* table = std::get_if<Table>(&figure);
    if (table != nullptr && table->name == name) {
      return *table;
    }
  }
  throw std::out_of_range("no table " + std::string(name));
}

std::string section(const std::string& heading, const std::string& content) {
  return content.empty()
             ? std::string()
             : fmt::format("<section><h2>{}</h2>\n{}</section>\n", html_escaped(heading), content);
}

std::string learn_next_section(const PageContent& page) {
  const auto& s = page.figures;
  if (s.learn_next.empty()) {
    return "";
  }
  std::string list;
  for (const auto index : s.learn_next) {
    const auto& item = s.items[index];
    list +=
        fmt::format("<li>{} <span class=\"soft\">({})</span><br><code>pith drill {}</code></li>",
                    html_escaped(text::plain_line(item.question, kLongestQuestion)),
                    percent_or_dash(item.expected), html_escaped(history::full_id(item.id)));
  }
  return section(page.tr("What to learn next"),
                 fmt::format(R"(<p class="soft">{}</p><ol class="next">{}</ol>)",
                             html_escaped(page.tr("The lowest expected scores.")), list));
}

std::string groups_section(const PageContent& page, statistics::Grouping grouping) {
  auto groups = statistics::groups_by(page.figures, grouping);
  if (groups.empty()) {
    return "";
  }
  if (groups.size() > kMostGroups) {
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
      return a.effort.answers > b.effort.answers;
    });
    groups.resize(kMostGroups);
  }
  const auto table = with_columns(
      groups_table(groups, grouping),
      {column_of(grouping), column::items, column::expected_score, column::due_items,
       column::answers, column::score, column::reviews, column::true_retention, column::minutes});
  const auto heading = grouping == statistics::Grouping::deck ? page.tr("Decks") : page.tr("Tags");
  return section(heading, scrolled(page, table, heading, {"", true}));
}

std::string points_section(const PageContent& page) {
  auto points = points_by_weakness(page.figures);
  if (points.empty()) {
    return "";
  }
  const auto all = points.size();
  points.resize(std::min(all, kMostPoints));
  const auto note = page.tr.format("The {} weakest of {}; verdicts oldest first.", points.size(),
                                   grouped(static_cast<long>(all)));
  return section(page.tr("Points"), verdict_key(page) + scrolled(page, points_table(page, points),
                                                                 note, {note, true}));
}

std::string mistakes_section(const PageContent& page) {
  const auto& s = page.figures;
  std::string list;
  for (const auto& weak : s.weakest) {
    const auto& point = s.points[weak.point];
    if (!weak.said.empty()) {
      list += fmt::format(R"(<li>{} <span class="soft">{}</span><blockquote>{}</blockquote></li>)",
                          html_escaped(text::without_emphasis(point.name)),
                          html_escaped(page.tr.format(
                              "({}, {})", history::full_id(s.items[point.item].id),
                              page.tr.format("failed {} of {}", point.failed, point.reviews))),
                          html_escaped(text::truncate(text::sanitise(weak.said), kLongestText)));
    }
  }
  std::string content = list.empty() ? "" : fmt::format(R"(<ol class="next">{}</ol>)", list);
  if (!s.confused.empty()) {
    content += scrolled(page, table_named(page, "confused"), page.tr("Confused with one another"),
                        {page.tr("Confused with one another")});
  }
  return section(page.tr("Said instead"), content + grader_note(page));
}

std::string interviews_section(const PageContent& page) {
  auto table =
      with_columns(table_named(page, "exams"), {column::day, column::questions, column::score});
  if (table.rows.empty()) {
    return "";
  }
  table.rows.resize(std::min(table.rows.size(), kMostInterviews));
  const auto heading = page.tr("Mock interviews");
  return section(heading, scrolled(page, table, heading, {"", true}));
}

}  // namespace pith::report
