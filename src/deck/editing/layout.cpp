#include "deck/editing/layout.h"

#include <algorithm>
#include <optional>
#include <span>

#include "base/error.h"
#include "base/npos.h"
#include "deck/editing/layout_plan.h"
#include "deck/reading/reader.h"
#include "deck/yaml/clean_text.h"

namespace pith::deck {
namespace {

using base::npos;
using Kind = PlannedLine::Kind;

/// Writes the lines of a text as planned.
class Layouter {
 public:
  Layouter(std::string_view text, const LayoutPlan& plan)
      : text_(text), plan_(plan), gaps_(plan.gaps), break_(line_break_of(text)) {}

  std::string write() {
    std::size_t begin = 0;
    for (number_ = 0; number_ < plan_.lines.size(); ++number_) {
      const auto end = std::min(text_.find('\n', begin), text_.size());
      write_line(begin, end > begin && text_[end - 1] == '\r' ? end - 1 : end);
      begin = std::min(end + 1, text_.size());
    }
    return std::move(out_);
  }

 private:
  void write_line(std::size_t begin, std::size_t end) {
    const auto& line = plan_.lines[number_];
    const auto raw = text_.substr(begin, end - begin);
    const auto indentation = std::min(raw.find_first_not_of(" \t"), raw.size());
    if (line.kind == Kind::free) {
      write_free(raw, indentation);
    } else if (line.kind == Kind::literal) {
      const auto [was, now] = line.columns.front();
      const bool blank = raw.size() <= was && raw.find_first_not_of(' ') == npos;
      put(blank ? "" : std::string(now, ' ').append(raw.substr(was)));
    } else {
      auto rest = without_gaps(begin + indentation, end);
      if (!line.tail_belongs_to_text) {
        rest.resize(rest.find_last_not_of(" \t") + 1);
      }
      put(rest.empty() ? "" : std::string(column(line, indentation), ' ') + rest);
      enter(line);
    }
  }

  [[nodiscard]] static std::size_t column(const PlannedLine& line, std::size_t indentation) {
    if (line.kind == Kind::begins) {
      return line.columns.front().now;
    }
    const auto moved = static_cast<std::ptrdiff_t>(indentation) + line.shift;
    return static_cast<std::size_t>(std::max(moved, static_cast<std::ptrdiff_t>(line.least)));
  }

  /// The text between two offsets of a line, its gaps closed.
  std::string without_gaps(std::size_t begin, std::size_t end) {
    std::string rest;
    for (; !gaps_.empty() && gaps_.front().offset < end; gaps_ = gaps_.subspan(1)) {
      const auto& gap = gaps_.front();
      rest.append(text_.substr(begin, gap.offset - begin)).append(gap.text);
      begin = gap.offset + gap.replaced;
    }
    return rest.append(text_.substr(begin, end - begin));
  }

  void write_free(std::string_view raw, std::size_t indentation) {
    const auto tail = raw.find_last_not_of(" \t");
    if (tail == npos) {
      blank_ = !out_.empty();
      return;
    }
    const bool comment = raw[indentation] == '#';
    put(std::string(comment ? column_of_comment(indentation) : indentation, ' ')
            .append(raw.substr(indentation, tail + 1 - indentation)));
  }

  /// A comment goes with what stands at its column: the line below, else what encloses it.
  [[nodiscard]] std::size_t column_of_comment(std::size_t was) {
    const auto begins = [](const PlannedLine& line) { return line.kind == Kind::begins; };
    const auto from = plan_.lines.begin() + static_cast<std::ptrdiff_t>(std::max(next_, number_));
    const auto next = std::find_if(from, plan_.lines.end(), begins);
    next_ = static_cast<std::size_t>(next - plan_.lines.begin());
    const bool last = next == plan_.lines.end();
    if (!last && next->columns.front().was == was) {
      return next->columns.front().now;
    }
    const auto open = std::find_if(open_.rbegin(), open_.rend(),
                                   [&](Column column) { return column.was == was; });
    if (open != open_.rend()) {
      return open->now;
    }
    return last ? 0 : next->columns.front().now;
  }

  /// Remembers the columns of the blocks that the line stands in.
  void enter(const PlannedLine& line) {
    for (const auto& column : line.columns) {
      std::erase_if(open_, [&](Column other) { return other.was >= column.was; });
      open_.push_back(column);
    }
  }

  void put(const std::string& line) {
    if (blank_ && !out_.empty()) {
      out_ += break_;
    }
    blank_ = false;
    out_.append(line).append(break_);
  }

  std::string_view text_;
  const LayoutPlan& plan_;
  std::span<const Edit> gaps_;
  std::string_view break_;
  std::size_t number_ = 0;
  std::size_t next_ = 0;  ///< No line from number_ on begins something before this one.
  std::vector<Column> open_;
  bool blank_ = false;
  std::string out_;
};

std::string without_white_space(std::string_view text) {
  std::string rest(text);
  std::erase_if(rest, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  return rest;
}

}  // namespace

std::string laid_out(std::string_view text) {
  const auto mark = text.size() - without_byte_order_mark(text).size();
  std::string body(text.substr(mark));
  if (!body.ends_with('\n')) {
    body += line_break_of(text);
  }
  const auto tree = read_deck(text, "deck.yaml").deck ? tree_of(body) : std::nullopt;
  if (!tree) {
    throw InvalidInput("the deck cannot be read: `pith check` says why");
  }
  const auto out = Layouter(body, plan_layout(Source(body), *tree)).write();
  const auto after = tree_of(out);
  if (!after || !same_tree(*tree, *after) ||
      without_white_space(body) != without_white_space(out)) {
    throw InvalidInput("its layout is so unusual that pith leaves it alone");
  }
  return std::string(text.substr(0, mark)) + out;
}

}  // namespace pith::deck
