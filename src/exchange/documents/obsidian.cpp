#include "exchange/documents/obsidian.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <utility>

#include "base/npos.h"
#include "exchange/deck_name.h"
#include "exchange/documents/card_text.h"
#include "exchange/documents/inline_html.h"
#include "exchange/documents/obsidian_mark.h"
#include "exchange/item_kinds.h"
#include "exchange/labels.h"
#include "exchange/lines.h"
#include "exchange/shelf.h"
#include "exchange/source_text.h"

namespace pith::exchange {
namespace {

using base::npos;

bool is_tag(std::string_view word) {
  return word.size() > 1 && word[0] == '#' && word[1] != '#' && word[1] != ' ';
}

bool has_highlight(std::string_view text) {
  const auto open = text.find("==");
  return open != npos && text.find("==", open + 3) != npos;
}

/// Takes `#tags` off both ends of a line.
std::vector<std::string> take_hash_tags(std::string_view& line) {
  std::vector<std::string> tags;
  line = trimmed(line);
  while (is_tag(line)) {
    const auto end = std::min(line.find_first_of(" \t"), line.size());
    tags.emplace_back(line.substr(1, end - 1));
    line = trimmed(line.substr(end));
  }
  return tags;
}

/// Takes the name of a block off the end of a line: `^a1b2c3`.
void take_block_id(std::string_view& line) {
  const auto whole = trimmed(line);
  const auto mark = whole.rfind('^');
  const bool apart = mark != npos && (mark == 0 || whole[mark - 1] == ' ');
  const auto name = apart ? whole.substr(mark + 1) : std::string_view();
  const bool is_name = std::ranges::all_of(
      name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-'; });
  if (!name.empty() && is_name) {
    line = trimmed(whole.substr(0, mark));
  }
}

/// A line of a paragraph.
struct ParagraphLine {
  std::size_t number = 0;
  std::string_view text;
  bool code = false;        ///< Fenced, or a fence.
  bool opens_code = false;  ///< The fence before it.
};

class ObsidianReader {
 public:
  /// `tags` are those of the whole note, until a line in it has others.
  ObsidianReader(Imported& result, Shelf& shelf, std::vector<std::string> tags)
      : result_(result), shelf_(shelf), tags_(std::move(tags)), of_note_(!tags_.empty()) {}

  void read(const std::vector<NumberedLine>& lines, std::size_t from) {
    CodeFence fence;
    NumberedLine opening;
    Paragraph paragraph;
    for (auto at = from; at < lines.size(); ++at) {
      const bool opens = !fence.is_open();
      if (fence.takes(lines[at].text)) {
        opening = opens ? lines[at] : opening;
        paragraph.push_back({lines[at].number, lines[at].text, true, opens});
      } else if (trimmed(lines[at].text).empty()) {
        read_paragraph(std::exchange(paragraph, {}));
      } else {
        take(lines[at], paragraph);
      }
    }
    read_paragraph(paragraph);
    if (fence.is_open()) {
      result_.changed.push_back(unclosed_fence(opening));
    }
  }

 private:
  using Paragraph = std::vector<ParagraphLine>;
  using Iterator = Paragraph::const_iterator;

  /// Adds a line to the paragraph, unless it is a schedule, a comment, a heading or tags.
  void take(NumberedLine line, Paragraph& paragraph) {
    const auto comment = line.text.find("<!--");
    if (comment != npos) {
      const bool schedule = line.text.substr(comment).starts_with("<!--SR:");
      leave_out(line.number, line.text.substr(comment),
                schedule ? "its dates are not those of FSRS: the card is new" : "a comment");
      line.text = line.text.substr(0, comment);
    }
    if (line.text.starts_with("#") && !is_tag(line.text)) {
      leave_out(line.number, line.text, "a heading");
      return;
    }
    auto rest = line.text;
    if (auto tags = take_hash_tags(rest); !tags.empty()) {
      replace_tags(std::move(tags), line);
      line.text = rest;
    }
    take_block_id(line.text);
    if (!trimmed(line.text).empty()) {
      paragraph.push_back({line.number, line.text});
    }
  }

  void replace_tags(std::vector<std::string> tags, const NumberedLine& line) {
    if (std::exchange(of_note_, false)) {
      result_.changed.push_back({line.number,
                                 {},
                                 "from here on its tags stand for those of the front matter",
                                 excerpt(line.text)});
    }
    tags_ = std::move(tags);
  }

  void read_paragraph(const Paragraph& lines) {
    const auto mark = std::ranges::find_if(lines, [](const ParagraphLine& line) {
      return !line.code && (trimmed(line.text) == "?" || trimmed(line.text) == "??");
    });
    if (mark != lines.end() && mark != lines.begin()) {
      const auto front = front_before(lines.begin(), mark);
      read_lines(lines.begin(), front);
      add(text_of(front, mark), text_of(mark + 1, lines.end()), trimmed(mark->text) == "??",
          front->number);
    } else if (std::ranges::none_of(lines, is_card) && has_highlight(prose_of(lines))) {
      deck::Item item;
      item.tags = tags_;
      const auto gapped = with_gaps_at(text_of(lines.begin(), lines.end()), "==", "==");
      shelf_.add_cloze(without_inline_html(gapped), std::move(item), {lines[0].number});
    } else {
      read_lines(lines.begin(), lines.end());
    }
  }

  /// Where the front of a card of several lines begins: behind the cards of a line each, unless the
  /// last line before its mark looks like one.
  static Iterator front_before(Iterator begin, Iterator mark) {
    auto front = mark - 1;
    while (front != begin && !is_card(*(front - 1))) {
      --front;
    }
    return front;
  }

  /// Cards of a line each.
  void read_lines(Iterator begin, Iterator end) {
    for (; begin != end; ++begin) {
      if (is_card(*begin)) {
        const auto [at, length] = inline_mark(begin->text);
        add(begin->text.substr(0, at), begin->text.substr(at + length), length == 3, begin->number);
      } else if (!begin->code || begin->opens_code) {
        leave_out(begin->number, begin->text, "it belongs to no card");
      }
    }
  }

  static bool is_card(const ParagraphLine& line) {
    return !line.code && inline_mark(line.text).first != npos;
  }

  void add(std::string_view front, std::string_view back, bool both_ways, std::size_t line) {
    auto item = card_item(trimmed(front), trimmed(back));
    item.tags = tags_;
    drop_inline_html(item);
    if (both_ways) {
      add_both_ways(shelf_, std::move(item), {line});
    } else {
      shelf_.add(std::move(item), {line});
    }
  }

  static std::string text_of(Iterator begin, Iterator end) {
    std::string text;
    for (; begin != end; ++begin) {
      text += text.empty() ? "" : "\n";
      text += begin->text;
    }
    return text;
  }
  static std::string prose_of(Paragraph lines) {
    std::erase_if(lines, [](const ParagraphLine& line) { return line.code; });
    return text_of(lines.begin(), lines.end());
  }
  void leave_out(std::size_t line, std::string_view text, std::string reason) {
    result_.left_out.push_back({line, {}, std::move(reason), excerpt(text)});
  }

  Imported& result_;
  Shelf& shelf_;
  std::vector<std::string> tags_;
  bool of_note_;  ///< They are those of the front matter.
};

bool has_mark(std::string_view line) {
  return line == "?" || line == "??" || line.find(" :: ") != npos || line.find(":::") != npos;
}

}  // namespace

bool looks_like_obsidian(std::string_view text) {
  if (text.find("#flashcards") != npos || text.find("<!--SR:") != npos) {
    return true;
  }
  const auto tags = front_matter_list(numbered_lines(text), "tags");
  if (std::ranges::any_of(tags, [](const auto& tag) { return tag.starts_with("flashcards"); })) {
    return true;
  }
  std::size_t marks = 0;
  std::size_t questions = 0;  // that are labelled, as in other documents
  CodeFence fence;
  for (auto line : lines_of(text)) {
    line = trimmed(line);
    const bool code = fence.takes(line);
    marks += !code && has_mark(line) ? 1U : 0U;
    const auto label = labelled(line);
    questions += !code && label && label->label == Label::question ? 1U : 0U;
  }
  return marks > 1 && marks > questions;
}

Imported read_obsidian(const SourceFile& file) {
  Imported result;
  const auto text = clean_text(file, result.changed);
  const auto lines = numbered_lines(text);
  deck::Deck deck;
  name_after(deck, file.name);
  const auto title = front_matter_value(lines, "title");
  deck.title = title.empty() ? std::filesystem::path(file.name).stem().string() : title;
  Shelf shelf(deck, result);
  ObsidianReader(result, shelf, front_matter_list(lines, "tags"))
      .read(lines, front_matter_length(lines));
  shelf.finish();
  return result;
}

}  // namespace pith::exchange
