#include "exchange/obsidian.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "exchange/card_text.h"
#include "exchange/lines.h"
#include "exchange/shelf.h"
#include "exchange/source_text.h"
#include "text/npos.h"

namespace pith::exchange {
namespace {

using text::npos;

/// `::` or `:::` outside of code and not as in `std::move` or `{{c1::…}}`: the offset, and its
/// length; npos if the line has none.
std::pair<std::size_t, std::size_t> inline_mark(std::string_view line) {
  bool code = false;
  for (std::size_t at = 0; at + 1 < line.size(); ++at) {
    code = line[at] == '`' ? !code : code;
    if (code || !line.substr(at).starts_with("::")) {
      continue;
    }
    const std::size_t length = line.substr(at).starts_with(":::") ? 3 : 2;
    const auto letter = [&](std::size_t i) {
      return i < line.size() && (std::isalnum(static_cast<unsigned char>(line[i])) != 0 ||
                                 line[i] == '_' || line[i] == '>');
    };
    const bool name_space =
        length == 2 && at > 0 && letter(at - 1) && letter(at + 2) && line.find("std::") != npos;
    if (!name_space && at > 0) {
      return {at, length};
    }
    at += length - 1;
  }
  return {npos, 0};
}

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

class ObsidianReader {
 public:
  ObsidianReader(Imported& result, Shelf& shelf) : result_(result), shelf_(shelf) {}

  void read(const std::vector<NumberedLine>& lines, std::size_t from) {
    for (auto at = from; at < lines.size();) {
      std::vector<NumberedLine> paragraph;
      bool fenced = false;
      for (; at < lines.size() && (fenced || !trimmed(lines[at].text).empty()); ++at) {
        fenced = is_fence(lines[at].text) ? !fenced : fenced;
        take(lines[at], paragraph);
      }
      read_paragraph(paragraph);
      ++at;
    }
  }

 private:
  /// Adds a line to the paragraph, unless it is a schedule, a comment, a heading or tags.
  void take(NumberedLine line, std::vector<NumberedLine>& paragraph) {
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
      tags_ = std::move(tags);
      line.text = rest;
    }
    if (!trimmed(line.text).empty()) {
      paragraph.push_back(line);
    }
  }

  void read_paragraph(const std::vector<NumberedLine>& lines) {
    const auto mark = std::find_if(lines.begin(), lines.end(), [](const NumberedLine& line) {
      return trimmed(line.text) == "?" || trimmed(line.text) == "??";
    });
    if (mark != lines.end() && mark != lines.begin()) {
      add(text_of(lines.begin(), mark), text_of(mark + 1, lines.end()), trimmed(mark->text) == "??",
          lines[0].number);
      return;
    }
    const auto whole = text_of(lines.begin(), lines.end());
    const bool any_inline = std::any_of(lines.begin(), lines.end(), [](const NumberedLine& line) {
      return inline_mark(line.text).first != npos;
    });
    if (!any_inline && has_highlight(whole)) {
      deck::Item item;
      item.tags = tags_;
      shelf_.add_cloze(with_gaps_at(whole, "==", "=="), std::move(item), {lines[0].number});
      return;
    }
    for (const auto& line : lines) {
      const auto [at, length] = inline_mark(line.text);
      if (at == npos) {
        leave_out(line.number, line.text, "it belongs to no card");
      } else {
        add(line.text.substr(0, at), line.text.substr(at + length), length == 3, line.number);
      }
    }
  }

  void add(std::string_view front, std::string_view back, bool both_ways, std::size_t line) {
    auto item = card_item(trimmed(front), trimmed(back));
    item.tags = tags_;
    if (both_ways) {
      add_both_ways(shelf_, std::move(item), {line});
    } else {
      shelf_.add(std::move(item), {line});
    }
  }

  using Iterator = std::vector<NumberedLine>::const_iterator;
  static std::string text_of(Iterator begin, Iterator end) {
    std::string text;
    for (; begin != end; ++begin) {
      text += text.empty() ? "" : "\n";
      text += begin->text;
    }
    return text;
  }
  void leave_out(std::size_t line, std::string_view text, std::string reason) {
    result_.left_out.push_back({line, {}, std::move(reason), excerpt(text)});
  }

  Imported& result_;
  Shelf& shelf_;
  std::vector<std::string> tags_;
};

}  // namespace

bool looks_like_obsidian(std::string_view text) {
  if (text.find("#flashcards") != npos || text.find("<!--SR:") != npos) {
    return true;
  }
  const auto lines = lines_of(text);
  const auto marks = std::ranges::count_if(lines, [](std::string_view line) {
    line = trimmed(line);
    return line == "?" || line == "??" || line.find(" :: ") != npos || line.find(":::") != npos;
  });
  return marks > 1;
}

Imported read_obsidian(const SourceFile& file) {
  Imported result;
  const auto text = clean_text(file, result.changed);
  const auto lines = numbered_lines(text);
  deck::Deck deck;
  const auto stem = std::filesystem::path(file.name).stem().string();
  deck.id = deck_id_from(stem, "imported");
  deck.title = stem;
  Shelf shelf(deck, result);
  ObsidianReader(result, shelf).read(lines, front_matter_length(lines));
  shelf.finish();
  return result;
}

}  // namespace pith::exchange
