#include "exchange/hashcards.h"

#include <filesystem>
#include <optional>

#include "exchange/card_text.h"
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
    const bool heading = !code && text.starts_with('#') && trimmed(text).find(' ') != text.npos;
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
      shelf_.add_cloze(gapped, std::move(item), {line_});
    } else if (part_) {
      auto points = points_of_back(back_);
      shelf_.add(
          points.size() > 1 ? points_item(front_, std::move(points)) : card_item(front_, back_),
          {line_});
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

}  // namespace

bool looks_like_hashcards(std::string_view text) {
  std::size_t questions = 0;
  std::size_t answers = 0;
  std::size_t clozes = 0;
  CodeFence fence;
  for (auto line : lines_of(text)) {
    const auto part = fence.is_open() ? std::nullopt : part_begun_by(line);
    fence.takes(line);
    questions += part == CardPart::question ? 1U : 0U;
    answers += part == CardPart::answer ? 1U : 0U;
    clozes += part == CardPart::cloze ? 1U : 0U;
  }
  return (questions > 0 && answers > 0) || clozes > 1;
}

Imported read_hashcards(const SourceFile& file) {
  Imported result;
  const auto text = clean_text(file, result.changed);
  const auto lines = numbered_lines(text);
  deck::Deck deck;
  deck.id = deck_id_from(std::filesystem::path(file.name).stem().string(), "imported");
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
