#include "exchange/documents/org_drill.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "base/npos.h"
#include "deck/reading/names.h"
#include "exchange/deck_name.h"
#include "exchange/documents/card_text.h"
#include "exchange/documents/org_text.h"
#include "exchange/item_kinds.h"
#include "exchange/lines.h"
#include "exchange/shelf.h"
#include "exchange/source_text.h"

namespace pith::exchange {
namespace {

using base::npos;

struct Heading {
  std::size_t line = 0;
  std::size_t level = 0;
  std::string text;
  std::vector<std::string> tags;
  std::string id;         ///< Property ID.
  std::string card_type;  ///< Property DRILL_CARD_TYPE.
  bool scheduled = false;
  std::string body;

  [[nodiscard]] bool is_drill() const { return std::ranges::find(tags, "drill") != tags.end(); }
};

std::size_t level_of(std::string_view line) {
  const auto stars = std::min(line.find_first_not_of('*'), line.size());
  return stars > 0 && stars < line.size() && line[stars] == ' ' ? stars : 0;
}

/// Takes `:tag:tag:` off the end of a heading.
std::vector<std::string> take_colon_tags(std::string_view& text) {
  text = trimmed(text);
  const auto space = text.find_last_of(" \t");
  const auto word = text.substr(space == npos ? 0 : space + 1);
  if (word.size() < 3 || !word.starts_with(':') || !word.ends_with(':')) {
    return {};
  }
  text = trimmed(text.substr(0, text.size() - word.size()));
  return split_list(word, {":"});
}

/// Drops what stands before the words of a heading: a keyword, then a priority such as `[#A]`.
void drop_state(std::string_view& text) {
  for (const std::string_view keyword : {"TODO ", "DONE "}) {
    if (text.starts_with(keyword)) {
      text = trimmed(text.substr(keyword.size()));
      break;
    }
  }
  constexpr std::string_view kPriority = "[#A]";
  if (text.starts_with("[#") && text.find(']') + 1 == kPriority.size()) {
    text = trimmed(text.substr(kPriority.size()));
  }
}

Heading heading_from(const NumberedLine& line) {
  Heading heading;
  heading.line = line.number;
  heading.level = level_of(line.text);
  auto text = line.text.substr(heading.level);
  heading.tags = take_colon_tags(text);
  drop_state(text);
  heading.text = markdown_of_org(trimmed(text));
  return heading;
}

/// Takes a property into the heading.
void take_property(Heading& heading, std::string_view line) {
  line = trimmed(line);
  const auto end = line.find(':', 1);
  if (!line.starts_with(':') || end == npos) {
    return;
  }
  const auto key = lower_ascii(line.substr(1, end - 1));
  const auto value = std::string(trimmed(line.substr(end + 1)));
  if (key == "id") {
    heading.id = value;
  } else if (key == "drill_card_type") {
    heading.card_type = lower_ascii(value);
  } else if (key.starts_with("drill_")) {
    heading.scheduled = true;
  }
}

/// Lines of a body as light Markdown; those of code as they stand.
class BodyText {
 public:
  /// Takes the next line with its break; without it if the line is a comment.
  std::string dressed(std::string_view line) {
    const auto words = trimmed(line);
    if (auto fence = fence_of(words); !fence.empty()) {
      return fence + '\n';
    }
    if (in_code_) {
      line.remove_prefix(words.starts_with(",*") || words.starts_with(",#+") ? 1U : 0U);
      return std::string(line) + '\n';
    }
    return words.starts_with("# ") ? "" : markdown_of_org(line) + '\n';
  }

 private:
  /// The fence that stands for a line that begins or ends code; empty if it does not.
  std::string fence_of(std::string_view words) {
    for (const std::string_view kind : {"src", "example"}) {
      auto rest = words;
      if (take_prefix(rest, in_code_ ? "#+end_" : "#+begin_") && take_prefix(rest, kind)) {
        in_code_ = !in_code_;
        return "```" + std::string(trimmed(rest).substr(0, trimmed(rest).find(' ')));
      }
    }
    return {};
  }

  bool in_code_ = false;
};

/// Headings with their bodies; lines before the first are given to `loose`.
std::vector<Heading> headings_of(const std::vector<NumberedLine>& lines,
                                 std::vector<NumberedLine>& loose) {
  std::vector<Heading> headings;
  bool drawer = false;
  BodyText body;
  for (const auto& line : lines) {
    const auto text = trimmed(line.text);
    if (level_of(line.text) > 0) {
      headings.push_back(heading_from(line));
      drawer = false;
      body = {};
    } else if (headings.empty()) {
      loose.push_back(line);
    } else if (text == ":PROPERTIES:" || text == ":LOGBOOK:") {
      drawer = true;
    } else if (drawer) {
      take_property(headings.back(), text);
      drawer = text != ":END:";
    } else if (text.starts_with("SCHEDULED:") || text.starts_with("DEADLINE:")) {
      headings.back().scheduled = true;
    } else {
      headings.back().body += body.dressed(line.text);
    }
  }
  return headings;
}

class OrgReader {
 public:
  OrgReader(Imported& result, Shelf& shelf) : result_(result), shelf_(shelf) {}

  void read(const std::vector<Heading>& headings) {
    for (std::size_t i = 0; i < headings.size();) {
      auto end = i + 1;
      while (!above_.empty() && above_.back()->level >= headings[i].level) {
        above_.pop_back();
      }
      above_.push_back(&headings[i]);
      if (!headings[i].is_drill()) {
        if (!trimmed(headings[i].body).empty()) {
          leave_out(headings[i], "its heading is not tagged :drill:");
        }
      } else {
        while (end < headings.size() && headings[end].level > headings[i].level &&
               !headings[end].is_drill()) {
          ++end;
        }
        read_topic(headings, i, end);
      }
      i = end;
    }
  }

 private:
  void read_topic(const std::vector<Heading>& all, std::size_t at, std::size_t end) {
    const auto& topic = all[at];
    deck::Item base;
    base.id = deck::is_item_id(topic.id) ? topic.id : "";
    base.tags = inherited_tags();
    if (topic.scheduled) {
      result_.left_out.push_back({topic.line,
                                  {},
                                  "its schedule is not that of FSRS: the item is new",
                                  excerpt(topic.text)});
    }
    const auto body = std::string(trimmed(topic.body));
    if (end == at + 1) {
      const auto& text = body.empty() ? topic.text : body;
      base.explanation = body.empty() ? "" : topic.text;
      add_gapped(text, std::move(base), topic);
      return;
    }
    auto front = body.empty() ? topic.text : body;
    std::string back;
    auto answer = at + 1;
    const bool two_sided = topic.card_type == "twosided" && end > at + 2;
    if (two_sided) {
      front = std::string(trimmed(all[answer++].body));
    }
    for (; answer < end; ++answer) {
      append_side(back, all[answer]);
    }
    auto item = card_item(front, back);
    item.id = base.id;
    item.tags = base.tags;
    item.explanation = front == topic.text ? "" : topic.text;
    add_paragraph(item.explanation, two_sided ? body : "");
    if (two_sided) {
      add_both_ways(shelf_, std::move(item), {topic.line});
    } else {
      shelf_.add(std::move(item), {topic.line});
    }
  }

  /// Of the heading that was met last and of those above it.
  [[nodiscard]] std::vector<std::string> inherited_tags() const {
    std::vector<std::string> tags;
    for (const auto* heading : above_) {
      std::ranges::copy_if(heading->tags, std::back_inserter(tags),
                           [](const std::string& tag) { return tag != "drill"; });
    }
    return tags;
  }

  /// A subheading with its text; one called `Answer` or the like is only a mark.
  static void append_side(std::string& back, const Heading& part) {
    static constexpr std::array<std::string_view, 5> kMarks = {"answer", "the answer", "back",
                                                               "答案", "solution"};
    const bool mark = std::ranges::find(kMarks, lower_ascii(part.text)) != kMarks.end();
    const auto text = trimmed(part.body);
    back += back.empty() ? "" : "\n\n";
    back += mark && !text.empty() ? std::string(text)
            : text.empty()        ? part.text
                                  : fmt::format("{}\n{}", part.text, text);
  }

  void add_gapped(const std::string& text, deck::Item item, const Heading& topic) {
    auto gapped = with_gaps_at(text, "[", "]");
    if (gapped == text) {
      leave_out(topic, "it has neither a subheading with an answer nor a [gap]");
      return;
    }
    for (auto at = gapped.find("||"); at != npos; at = gapped.find("||", at)) {
      gapped.replace(at, 2, "::");
    }
    shelf_.add_cloze(gapped, std::move(item), {topic.line});
  }

  void leave_out(const Heading& heading, std::string reason) {
    result_.left_out.push_back({heading.line, {}, std::move(reason), excerpt(heading.text)});
  }

  Imported& result_;
  Shelf& shelf_;
  std::vector<const Heading*> above_;  ///< The last heading, below those it belongs to.
};

}  // namespace

Imported read_org_drill(const SourceFile& file) {
  Imported result;
  const auto text = clean_text(file, result.changed);
  const auto lines = numbered_lines(text);
  deck::Deck deck;
  name_after(deck, file.name);
  std::vector<NumberedLine> loose;
  const auto headings = headings_of(lines, loose);
  for (const auto& line : loose) {
    auto words = trimmed(line.text);
    if (take_prefix(words, "#+title:")) {
      deck.title = std::string(trimmed(words));
    } else if (!words.empty() && !words.starts_with('#')) {
      result.left_out.push_back({line.number, {}, "it belongs to no heading", excerpt(words)});
    }
  }
  Shelf shelf(deck, result);
  OrgReader(result, shelf).read(headings);
  shelf.finish();
  return result;
}

}  // namespace pith::exchange
