#include "exchange/documents/hashcards.h"

#include <optional>

#include "exchange/deck_name.h"
#include "exchange/documents/card_text.h"
#include "exchange/documents/inline_html.h"
#include "exchange/item_kinds.h"
#include "exchange/labels.h"
#include "exchange/lines.h"
#include "exchange/note.h"
#include "exchange/shelf.h"
#include "exchange/source_text.h"

namespace pith::exchange {
namespace {

enum class CardPart { question, answer, cloze };

/// The part that a line begins, without its mark; full-width colons and spaces before it count.
std::optional<CardPart> part_begun_by(std::string_view& line) {
  struct Mark {
    std::string_view mark;
    CardPart part;
  };
  for (const auto& [mark, part] : {Mark{"Q:", CardPart::question}, Mark{"Q：", CardPart::question},
                                   Mark{"A:", CardPart::answer}, Mark{"A：", CardPart::answer},
                                   Mark{"C:", CardPart::cloze}, Mark{"C：", CardPart::cloze}}) {
    if (line.starts_with(mark)) {
      line.remove_prefix(mark.size());
      return part;
    }
  }
  return std::nullopt;
}

bool is_heading(std::string_view line) {
  return line.starts_with('#') && trimmed(line).find(' ') != line.npos;
}

class Reader {
 public:
  explicit Reader(Imported& result, Shelf& shelf) : result_(result), shelf_(shelf) {}

  void read(const NumberedLine& line) {
    auto text = line.text;
    const auto begun = fence_.is_open() ? std::nullopt : part_begun_by(text);
    if (!fence_.is_open()) {
      fence_line_ = line;
    }
    const bool code = fence_.takes(text);
    const bool separator = !code && trimmed(text) == "---";
    const bool heading = !code && is_heading(text);
    if (separator || heading) {
      close();
    }
    if (heading) {
      leave_out(line, "a heading");
    } else if (begun == CardPart::answer && part_ == CardPart::question) {
      part_ = CardPart::answer;
      append(text);
    } else if (begun) {
      open(*begun, line, text);
    } else if (part_) {
      append(text);
    } else if (!separator && !trimmed(text).empty()) {
      leave_out(line, trimmed(text).starts_with("<!--") ? "a comment" : "it belongs to no card");
    }
  }

  void finish() {
    close();
    if (fence_.is_open()) {
      result_.changed.push_back(unclosed_fence(fence_line_));
    }
  }

 private:
  void close() {
    if (part_ == CardPart::cloze) {
      deck::Item item;
      const auto gapped = with_gaps_at(trimmed(front_), "[", "]");
      shelf_.add_cloze(without_inline_html(gapped), std::move(item), {line_});
    } else if (part_) {
      auto points = points_of_back(back_);
      auto item =
          points.size() > 1 ? points_item(front_, std::move(points)) : card_item(front_, back_);
      drop_inline_html(item);
      shelf_.add(std::move(item), {line_});
    }
    part_.reset();
  }
  void open(CardPart part, const NumberedLine& line, std::string_view text) {
    close();
    if (part == CardPart::answer) {
      leave_out(line, "an answer without a question");
      return;
    }
    part_ = part;
    line_ = line.number;
    front_ = std::string(trimmed(text));
    back_.clear();
  }
  void append(std::string_view text) {
    auto& side = part_ == CardPart::answer ? back_ : front_;
    side += side.empty() ? "" : "\n";
    side += side.empty() ? trimmed(text) : text;
  }
  void leave_out(const NumberedLine& line, std::string reason) {
    result_.left_out.push_back({line.number, {}, std::move(reason), excerpt(line.text)});
  }

  Imported& result_;
  Shelf& shelf_;
  std::optional<CardPart> part_;
  std::size_t line_ = 0;
  std::string front_;
  std::string back_;
  CodeFence fence_;
  NumberedLine fence_line_;  ///< The last outside of code; the one that opened the fence.
};

/// Whether a line begins a question as other documents do: `Question:`, `**Q:**`, `题目：`.
bool begins_other_question(std::string_view line) {
  const auto label = labelled(line);
  return label && label->label == Label::question;
}

/// Counts the cards of a document, and the blocks of text outside of them.
class Census {
 public:
  void take(std::string_view line) {
    const auto part = fence_.is_open() ? std::nullopt : part_begun_by(line);
    const bool code = fence_.takes(line);
    const bool structure = !code && (trimmed(line) == "---" || is_heading(line));
    if (part) {
      begin(*part);
    } else if (structure || (!code && begins_other_question(line))) {
      part_.reset();
      in_block_ = false;
    }
    if (part_ == CardPart::cloze && !has_gap_ && line.find('[') != line.npos) {
      has_gap_ = true;
      ++clozes_;
    }
    const bool nothing = !code && (trimmed(line).empty() || trimmed(line).starts_with("<!--"));
    const bool other = !part_ && !structure && !nothing;
    others_ += other && !in_block_ ? 1U : 0U;
    in_block_ = other;
  }

  /// A gap counts twice: question-and-answer documents have none, and their reader takes none. Nor
  /// do they have `C:` beside `Q:`, unless it is an option.
  [[nodiscard]] bool is_hashcards() const {
    const bool enough = (questions_ > 0 && answers_ + cloze_marks_ > 0) || clozes_ > 1;
    return enough && questions_ + 2 * clozes_ > others_;
  }

 private:
  void begin(CardPart part) {
    const bool stray = part == CardPart::answer && part_ != CardPart::question;
    questions_ += part == CardPart::question ? 1U : 0U;
    answers_ += part == CardPart::answer && !stray ? 1U : 0U;
    cloze_marks_ += part == CardPart::cloze ? 1U : 0U;
    part_ = stray ? std::nullopt : std::optional(part);
    has_gap_ = false;
    in_block_ = false;
  }

  std::optional<CardPart> part_;  ///< That the last line belongs to; none outside of cards.
  CodeFence fence_;
  bool has_gap_ = false;
  bool in_block_ = false;
  std::size_t questions_ = 0;
  std::size_t answers_ = 0;
  std::size_t cloze_marks_ = 0;
  std::size_t clozes_ = 0;  ///< Of those, with a gap.
  std::size_t others_ = 0;
};

}  // namespace

bool looks_like_hashcards(std::string_view text) {
  const auto lines = numbered_lines(text);
  Census census;
  for (auto i = front_matter_length(lines); i < lines.size(); ++i) {
    census.take(lines[i].text);
  }
  return census.is_hashcards();
}

Imported read_hashcards(const SourceFile& file) {
  Imported result;
  const auto text = clean_text(file, result.changed);
  const auto lines = numbered_lines(text);
  deck::Deck deck;
  name_after(deck, file.name);
  deck.title = front_matter_value(lines, "name");
  Shelf shelf(deck, result);
  Reader reader(result, shelf);
  for (auto i = front_matter_length(lines); i < lines.size(); ++i) {
    reader.read(lines[i]);
  }
  reader.finish();
  shelf.finish();
  return result;
}

}  // namespace pith::exchange
