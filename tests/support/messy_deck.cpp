#include "support/messy_deck.h"

#include <utility>
#include <vector>

namespace pith::test {
namespace {

int any(int below) {
  return *rc::gen::inRange(0, below);
}

std::string spaces(int number) {
  return std::string(static_cast<std::size_t>(number), ' ');
}

/// Writes one deck; every choice is drawn at random.
class MessyWriter {
 public:
  std::string write() {
    if (any(4) == 0) {
      out_ += "# yaml-language-server: $schema=x\n\n\n";
    }
    key(0, "deck");
    out_ += "messy";
    end_line();
    key(0, "tags");
    list_of_texts(0);
    if (any(2) == 0) {
      key(0, "description");
      text(0);
    }
    out_ += "items:";
    end_line();
    const int column = any(5);
    const int items = 1 + any(4);
    for (int i = 0; i < items; ++i) {
      item(column, i);
    }
    if (any(3) == 0) {
      out_ += spaces(any(6)) + "# the end\n";
    }
    return any(5) == 0 ? with_carriage_returns() : std::move(out_);
  }

 private:
  void item(int column, int number) {
    rest();
    if (any(6) == 0) {
      out_ += spaces(column) + "-" + spaces(1 + any(3)) + "{" + spaces(any(2)) + "question:  q" +
              std::to_string(number) + " ,answer:" + spaces(1 + any(2)) + word() + spaces(any(2)) +
              "}";
      end_line();
      return;
    }
    const int inner = dash(column);
    key(0, "question");
    out_ += "q" + std::to_string(number);
    end_line();
    rest();
    key(inner, "points");
    end_line();
    const int points = inner + any(4);
    for (int i = 0; i < 1 + any(3); ++i) {
      point(points, i);
    }
    for (const char* name : {"explanation", "example"}) {
      if (any(2) == 0) {
        rest();
        key(inner, name);
        text(inner);
      }
    }
    if (any(2) == 0) {
      key(inner, "hints");
      list_of_texts(inner);
    }
  }

  void point(int column, int number) {
    rest();
    const auto name = "p" + std::to_string(number);
    const int inner = dash(column);
    switch (any(3)) {
      case 0:
        out_ += name;
        end_line();
        break;
      case 1:
        out_ += name + spaces(any(2)) + ":" + spaces(1 + any(3)) + word();
        end_line();
        break;
      default:
        key(0, "point");
        out_ += name;
        end_line();
        key(inner, "accept");
        list_of_texts(inner);
        key(inner, "detail");
        text(inner);
    }
  }

  /// `- `, and the column of what follows.
  int dash(int column) {
    const int gap = 1 + any(4);
    out_ += spaces(column) + "-" + spaces(gap);
    return column + 1 + gap;
  }

  void key(int column, const std::string& name) {
    out_ += spaces(column) + name + ":" + spaces(1 + any(3));
  }

  void list_of_texts(int column) {
    const int words = 1 + any(3);
    const bool breaks = any(2) == 0;
    if (any(3) == 0) {
      end_line();
      const int list = column + any(4);
      for (int i = 0; i < words; ++i) {
        dash(list);
        out_ += word();
        end_line();
      }
      return;
    }
    out_ += "[" + spaces(any(2));
    for (int i = 0; i < words; ++i) {
      out_ += (i == 0 ? "" : "," + (breaks ? "\n" + spaces(column + 1 + any(12)) : spaces(any(3))));
      out_ += word();
    }
    out_ += (any(4) == 0 ? " ," : "") + spaces(any(2)) + "]";
    end_line();
  }

  void text(int column) {
    const auto deeper = [&] { return "\n" + spaces(column + 1 + any(6)); };
    switch (any(5)) {
      case 0: {
        const auto margin = spaces(column + 1 + any(5));
        out_ += std::string(any(2) == 0 ? "|" : ">") + (any(2) == 0 ? "-" : "") + "\n" + margin +
                word() + "  \n" + (any(2) == 0 ? "\n" : "") + margin + "  - " + word() + " # no\n";
        break;
      }
      case 1:
        out_ += "\"" + word() + " # in" + deeper() + "quotes\"";
        end_line();
        break;
      case 2:
        out_ += "'" + word() + deeper() + "it''s'";
        end_line();
        break;
      case 3:
        out_ += word() + " and" + deeper() + word() + deeper() + "end";
        end_line();
        break;
      default:
        out_ += word();
        end_line();
    }
  }

  static std::string word() {
    return *rc::gen::element<std::string>("plain", "两个字", "C++", "'single: quoted'",
                                          "\"double, \\\" quoted\"", "1.50", "\"[x]\"");
  }

  void end_line() {
    static const std::vector<std::string> ends = {"\n", "\n", "\n", "  # why\n", " \n", "\n\n\n"};
    out_ += ends[static_cast<std::size_t>(any(static_cast<int>(ends.size())))];
  }

  /// What may stand between two lines.
  void rest() {
    if (any(5) == 0) {
      out_ += spaces(any(9)) + "#" + (any(2) == 0 ? " " : "") + "comment: [\n";
    }
    if (any(6) == 0) {
      out_ += "\n  \n";
    }
  }

  std::string with_carriage_returns() const {
    std::string out;
    for (const char c : out_) {
      out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    }
    return out;
  }

  std::string out_;
};

}  // namespace

rc::Gen<std::string> gen_messy_deck() {
  return rc::gen::exec([] { return MessyWriter().write(); });
}

}  // namespace pith::test
