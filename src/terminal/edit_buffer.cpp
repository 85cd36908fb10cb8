#include "terminal/edit_buffer.h"

#include <algorithm>
#include <utility>

#include "text/display.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::terminal {
namespace {

constexpr std::size_t kMaxUndo = 500;
constexpr std::size_t kMaxKills = 32;

bool is_joiner(char32_t c) {
  return c == 0x200C || c == 0x200D;
}

/// What may stand in the buffer of pasted or typed bytes.
std::string cleaned(std::string_view bytes) {
  const auto valid = text::repair_utf8(bytes);
  std::string out;
  for (std::size_t at = 0; at < valid.size();) {
    const auto begin = at;
    const char32_t c = text::next_code_point(valid, at);
    const auto one = valid.substr(begin, at - begin);
    if (c == U'\t') {
      out += "    ";
    } else if (is_joiner(c) || text::sanitise(one) == one) {
      out += one;
    }
  }
  return out;
}

bool is_word(std::string_view text, std::size_t begin, std::size_t end) {
  for (auto at = begin; at < end;) {
    if (text::is_letter_or_digit(text::next_code_point(text, at))) {
      return true;
    }
  }
  return false;
}

/// The bound at or before `offset`.
std::size_t bound_before(const std::vector<std::size_t>& bounds, std::size_t offset) {
  return *std::prev(std::upper_bound(bounds.begin(), bounds.end(), offset));
}

}  // namespace

void KillRing::add(std::string_view text, Side side, bool join) {
  if (text.empty()) {
    return;
  }
  if (!join || stretches_.empty()) {
    stretches_.emplace_back(text);
    if (stretches_.size() > kMaxKills) {
      stretches_.erase(stretches_.begin());
    }
  } else if (side == Side::after) {
    stretches_.back().append(text);
  } else {
    stretches_.back().insert(0, text);
  }
}

std::string_view KillRing::at(std::size_t back) const {
  return stretches_.empty() ? std::string_view()
                            : stretches_[stretches_.size() - 1 - back % stretches_.size()];
}

void EditBuffer::change(std::size_t begin, std::size_t end, std::string_view with, Last kind) {
  const bool continues =
      kind == Last::typing && last_ == Last::typing && with != " " && with != "\n";
  if (!continues) {
    undo_.push_back(now_);
    if (undo_.size() > kMaxUndo) {
      undo_.erase(undo_.begin());
    }
  }
  redo_.clear();
  now_.text.replace(begin, end - begin, with);
  // What was put in may have joined its neighbours: the caret goes behind the whole cluster.
  const auto bounds = text::grapheme_bounds(now_.text);
  now_.caret = *std::lower_bound(bounds.begin(), bounds.end(), begin + with.size());
  last_ = kind;
}

bool EditBuffer::assign(std::string_view text) {
  const auto clean = cleaned(text);
  const auto fits = bound_before(text::grapheme_bounds(clean), kMaxBytes);
  change(0, now_.text.size(), std::string_view(clean).substr(0, fits), Last::other);
  return fits == clean.size();
}

bool EditBuffer::insert(std::string_view text) {
  const auto clean = cleaned(text);
  if (clean.empty()) {
    return text.empty();
  }
  if (now_.text.size() + clean.size() > kMaxBytes) {
    return false;
  }
  change(now_.caret, now_.caret, clean, Last::typing);
  return true;
}

bool EditBuffer::insert_what_fits(std::string_view text) {
  const auto clean = cleaned(text);
  const auto fits = bound_before(text::grapheme_bounds(clean), kMaxBytes - now_.text.size());
  if (fits > 0) {
    change(now_.caret, now_.caret, std::string_view(clean).substr(0, fits), Last::typing);
  }
  return fits == clean.size();
}

void EditBuffer::move_to(std::size_t offset) {
  now_.caret = bound_before(text::grapheme_bounds(now_.text), offset);
  last_ = Last::other;
}

std::size_t EditBuffer::grapheme_left() const {
  return now_.caret == 0 ? 0 : bound_before(text::grapheme_bounds(now_.text), now_.caret - 1);
}

std::size_t EditBuffer::grapheme_right() const {
  const auto bounds = text::grapheme_bounds(now_.text);
  const auto after = std::upper_bound(bounds.begin(), bounds.end(), now_.caret);
  return after == bounds.end() ? now_.text.size() : *after;
}

std::size_t EditBuffer::line_start() const {
  const auto before = now_.caret == 0 ? std::string::npos : now_.text.rfind('\n', now_.caret - 1);
  return before == std::string::npos ? 0 : before + 1;
}

std::size_t EditBuffer::line_end() const {
  return std::min(now_.text.find('\n', now_.caret), now_.text.size());
}

std::size_t EditBuffer::word_left() const {
  const auto bounds = text::word_bounds(now_.text);
  for (auto i = bounds.size(); i-- > 1;) {
    if (bounds[i - 1] < now_.caret &&
        is_word(now_.text, bounds[i - 1], std::min(bounds[i], now_.caret))) {
      return bounds[i - 1];
    }
  }
  return 0;
}

std::size_t EditBuffer::word_right() const {
  const auto bounds = text::word_bounds(now_.text);
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    if (bounds[i] > now_.caret &&
        is_word(now_.text, std::max(bounds[i - 1], now_.caret), bounds[i])) {
      return bounds[i];
    }
  }
  return now_.text.size();
}

void EditBuffer::move_left() {
  move_to(grapheme_left());
}
void EditBuffer::move_right() {
  move_to(grapheme_right());
}
void EditBuffer::move_word_left() {
  move_to(word_left());
}
void EditBuffer::move_word_right() {
  move_to(word_right());
}
void EditBuffer::move_start() {
  move_to(0);
}
void EditBuffer::move_end() {
  move_to(now_.text.size());
}

void EditBuffer::move_line_start() {
  move_to(line_start());
}

void EditBuffer::move_line_end() {
  move_to(line_end());
}

void EditBuffer::delete_left() {
  if (now_.caret > 0) {
    change(grapheme_left(), now_.caret, "", Last::other);
  }
}

void EditBuffer::delete_right() {
  if (now_.caret < now_.text.size()) {
    change(now_.caret, grapheme_right(), "", Last::other);
  }
}

void EditBuffer::transpose() {
  if (now_.caret == now_.text.size()) {
    move_left();
  }
  const auto left = grapheme_left();
  const auto right = grapheme_right();
  if (left < now_.caret && now_.caret < right) {
    const auto swapped = now_.text.substr(now_.caret, right - now_.caret) +
                         now_.text.substr(left, now_.caret - left);
    change(left, right, swapped, Last::other);
  }
}

void EditBuffer::kill(std::size_t begin, std::size_t end, KillRing::Side side) {
  if (begin < end) {
    kills_.add(std::string_view(now_.text).substr(begin, end - begin), side, last_ == Last::kill);
    change(begin, end, "", Last::kill);
  }
}

void EditBuffer::kill_word_left() {
  kill(word_left(), now_.caret, KillRing::Side::before);
}
void EditBuffer::kill_word_right() {
  kill(now_.caret, word_right(), KillRing::Side::after);
}

void EditBuffer::kill_line_left() {
  const auto begin = line_start() == now_.caret ? grapheme_left() : line_start();
  kill(begin, now_.caret, KillRing::Side::before);
}

void EditBuffer::kill_line_right() {
  const auto end = line_end() == now_.caret ? grapheme_right() : line_end();
  kill(now_.caret, end, KillRing::Side::after);
}

void EditBuffer::put_yanked(std::size_t begin, std::size_t end, std::string_view stretch) {
  if (now_.text.size() - (end - begin) + stretch.size() <= kMaxBytes) {
    yank_begin_ = begin;
    yank_end_ = begin + stretch.size();
    change(begin, end, stretch, Last::yank);
  }
}

void EditBuffer::yank() {
  if (const auto stretch = kills_.at(0); !stretch.empty()) {
    yank_back_ = 0;
    put_yanked(now_.caret, now_.caret, stretch);
  }
}

void EditBuffer::yank_earlier() {
  if (last_ == Last::yank) {
    put_yanked(yank_begin_, yank_end_, kills_.at(++yank_back_));
  }
}

void EditBuffer::undo() {
  if (!undo_.empty()) {
    redo_.push_back(std::exchange(now_, undo_.back()));
    undo_.pop_back();
  }
  last_ = Last::other;
}

void EditBuffer::redo() {
  if (!redo_.empty()) {
    undo_.push_back(std::exchange(now_, redo_.back()));
    redo_.pop_back();
  }
  last_ = Last::other;
}

}  // namespace pith::terminal
