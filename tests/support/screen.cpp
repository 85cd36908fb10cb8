#include "support/screen.h"

#include <vterm.h>

#include "text/utf8.h"

namespace pith::test {
namespace {

std::string trimmed(std::string row) {
  row.erase(row.find_last_not_of(' ') + 1);
  return row;
}

void append_cell(std::string& row, const VTermScreenCell& cell) {
  if (cell.chars[0] == 0) {
    row += ' ';
  }
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; ++i) {
    text::append_utf8(row, cell.chars[i]);
  }
}

bool is_second_half(const VTermScreenCell& cell) {
  return cell.chars[0] == static_cast<std::uint32_t>(-1);
}

}  // namespace

struct Screen::Impl {
  struct Free {
    void operator()(VTerm* freed) const { vterm_free(freed); }
  };
  std::unique_ptr<VTerm, Free> terminal;
  std::vector<std::string> scrolled;

  static int keep_row(int columns, const VTermScreenCell* cells, void* user) {
    std::string row;
    for (int i = 0; i < columns; ++i) {
      if (!is_second_half(cells[i])) {
        append_cell(row, cells[i]);
      }
    }
    static_cast<Impl*>(user)->scrolled.push_back(trimmed(row));
    return 1;
  }
};

Screen::Screen(std::size_t columns, std::size_t rows) : impl_(std::make_unique<Impl>()) {
  impl_->terminal.reset(vterm_new(static_cast<int>(rows), static_cast<int>(columns)));
  vterm_set_utf8(impl_->terminal.get(), 1);
  static VTermScreenCallbacks callbacks = [] {
    VTermScreenCallbacks made = {};
    made.sb_pushline = &Impl::keep_row;
    return made;
  }();
  auto* screen = vterm_obtain_screen(impl_->terminal.get());
  vterm_screen_set_callbacks(screen, &callbacks, impl_.get());
  vterm_screen_reset(screen, 1);
}

Screen::~Screen() = default;

void Screen::write(std::string_view bytes) {
  vterm_input_write(impl_->terminal.get(), bytes.data(), bytes.size());
}

void Screen::resize(std::size_t columns, std::size_t rows) {
  vterm_set_size(impl_->terminal.get(), static_cast<int>(rows), static_cast<int>(columns));
}

std::vector<std::string> Screen::rows() const {
  int height = 0;
  int width = 0;
  vterm_get_size(impl_->terminal.get(), &height, &width);
  auto* screen = vterm_obtain_screen(impl_->terminal.get());
  std::vector<std::string> rows;
  for (int row = 0; row < height; ++row) {
    std::string line;
    for (int column = 0; column < width; ++column) {
      VTermScreenCell cell = {};
      vterm_screen_get_cell(screen, {row, column}, &cell);
      if (!is_second_half(cell)) {
        append_cell(line, cell);
      }
    }
    rows.push_back(trimmed(line));
  }
  while (!rows.empty() && rows.back().empty()) {
    rows.pop_back();
  }
  return rows;
}

Cursor Screen::cursor() const {
  VTermPos position = {};
  vterm_state_get_cursorpos(vterm_obtain_state(impl_->terminal.get()), &position);
  return {static_cast<std::size_t>(position.row), static_cast<std::size_t>(position.col)};
}

const std::vector<std::string>& Screen::scrolled() const {
  return impl_->scrolled;
}

}  // namespace pith::test
