#include "terminal/edit_buffer.h"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "support/text_generators.h"
#include "terminal/answer_recall.h"
#include "text/display.h"
#include "text/utf8.h"

using namespace pith::terminal;

namespace {

struct Editing {
  KillRing kills;
  EditBuffer buffer{kills};

  explicit Editing(std::string_view text) { buffer.insert(text); }

  /// The text with | at the caret.
  [[nodiscard]] std::string shown() const {
    auto text = buffer.text();
    return text.insert(buffer.caret(), "|");
  }
};

}  // namespace

TEST_CASE("the caret moves and deletes by what a reader calls a character", "[terminal]") {
  Editing e("ae\u0301中👨‍👩‍👧");

  e.buffer.move_left();
  CHECK(e.shown() == "ae\u0301中|👨‍👩‍👧");
  e.buffer.move_left();
  e.buffer.delete_left();
  CHECK(e.shown() == "a|中👨‍👩‍👧");
  e.buffer.delete_right();
  e.buffer.delete_right();
  CHECK(e.shown() == "a|");
  e.buffer.delete_right();
  e.buffer.move_right();
  CHECK(e.shown() == "a|");
}

TEST_CASE("a combining mark joins the character before the caret", "[terminal]") {
  Editing e("e中");
  e.buffer.move_left();
  e.buffer.insert("\u0301");
  CHECK(e.shown() == "e\u0301|中");
}

TEST_CASE("word motions stop at words of Latin and of Han", "[terminal]") {
  Editing e("one, two-three 机器学习");

  e.buffer.move_word_left();
  CHECK(e.buffer.caret() > std::string("one, two-three ").size());  // not the whole Han run
  e.buffer.move_to(15);
  e.buffer.move_word_left();
  CHECK(e.shown() == "one, two-|three 机器学习");
  e.buffer.move_start();
  e.buffer.move_word_right();
  CHECK(e.shown() == "one|, two-three 机器学习");
  e.buffer.move_word_right();
  CHECK(e.shown() == "one, two|-three 机器学习");
}

TEST_CASE("line motions keep to their line", "[terminal]") {
  Editing e("one\ntwo");
  e.buffer.move_line_start();
  CHECK(e.shown() == "one\n|two");
  e.buffer.move_line_start();
  CHECK(e.shown() == "one\n|two");
  e.buffer.move_left();
  e.buffer.move_line_end();
  CHECK(e.shown() == "one|\ntwo");
}

TEST_CASE("kills in a row are yanked as one", "[terminal]") {
  Editing e("one two three");
  e.buffer.kill_word_left();
  e.buffer.kill_word_left();
  CHECK(e.shown() == "one |");
  e.buffer.move_start();
  e.buffer.yank();
  CHECK(e.shown() == "two three|one ");
}

TEST_CASE("an earlier kill takes the place of what was yanked", "[terminal]") {
  Editing e("one two");
  e.buffer.kill_word_left();
  e.buffer.move_end();
  e.buffer.kill_line_left();
  e.buffer.yank();
  CHECK(e.shown() == "one |");
  e.buffer.yank_earlier();
  CHECK(e.shown() == "two|");
  e.buffer.yank_earlier();
  CHECK(e.shown() == "one |");
  e.buffer.move_end();
  e.buffer.yank_earlier();  // not directly after a yank: nothing
  CHECK(e.shown() == "one |");
}

TEST_CASE("an earlier kill takes the place of what was yanked alone, not of what that joined",
          "[terminal]") {
  Editing e("one");
  e.buffer.kill_line_left();
  e.buffer.assign("🇩");
  e.buffer.kill_line_left();
  e.buffer.assign("🇪");
  e.buffer.move_start();
  e.buffer.yank();
  CHECK(e.shown() == "🇩🇪|");
  e.buffer.yank_earlier();
  CHECK(e.shown() == "one|🇪");
}

TEST_CASE("killing to the end of a line takes the break only where nothing else is left",
          "[terminal]") {
  Editing e("one\ntwo");
  e.buffer.move_start();
  e.buffer.kill_line_right();
  CHECK(e.shown() == "|\ntwo");
  e.buffer.kill_line_right();
  CHECK(e.shown() == "|two");
  e.buffer.kill_line_right();
  e.buffer.kill_line_right();
  CHECK(e.shown() == "|");
}

TEST_CASE("killing to the beginning of a line goes on with the line before, until all is gone",
          "[terminal]") {
  Editing e("one\ntwo\n\nthree four");
  e.buffer.kill_line_left();
  CHECK(e.shown() == "one\ntwo\n\n|");
  e.buffer.kill_line_left();
  e.buffer.kill_line_left();
  CHECK(e.shown() == "one\ntwo|");
  for (int i = 0; i < 4; ++i) {
    e.buffer.kill_line_left();
  }
  CHECK(e.shown() == "|");
  e.buffer.yank();
  CHECK(e.shown() == "one\ntwo\n\nthree four|");
}

TEST_CASE("undo takes back a word at a time and redo brings it again", "[terminal]") {
  Editing e("");
  for (const char* key : {"o", "n", "e", " ", "t", "w", "o"}) {
    e.buffer.insert(key);
  }
  e.buffer.undo();
  CHECK(e.shown() == "one|");
  e.buffer.undo();
  CHECK(e.shown() == "|");
  e.buffer.undo();
  e.buffer.redo();
  e.buffer.redo();
  e.buffer.redo();
  CHECK(e.shown() == "one two|");
  e.buffer.kill_line_left();
  e.buffer.undo();
  CHECK(e.shown() == "one two|");
}

TEST_CASE("characters are transposed around the caret", "[terminal]") {
  Editing e("学机");
  e.buffer.transpose();
  CHECK(e.shown() == "机学|");
  Editing one("a");
  one.buffer.transpose();
  CHECK(one.buffer.text() == "a");
}

TEST_CASE("nothing but text gets into the buffer", "[terminal]") {
  const auto [typed, text] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"\x1b[31m", "[31m"},
      {"a\tb", "a    b"},
      {"a\r\nb", "a\nb"},
      {"a\u200bb\ufeff", "ab"},
      {"\u202egnp", "gnp"},
      {"\xff", "\ufffd"},
      {"👨‍👩‍👧", "👨‍👩‍👧"},
      {std::string("\0", 1), ""},
  }));
  CHECK(Editing(typed).buffer.text() == text);
}

TEST_CASE("what does not fit is refused and the text stays", "[terminal]") {
  Editing e("start");
  CHECK_FALSE(e.buffer.insert(std::string(EditBuffer::kMaxBytes, 'x')));
  CHECK(e.buffer.text() == "start");
  e.buffer.assign(std::string(EditBuffer::kMaxBytes - 1, 'x') + "中");
  CHECK(e.buffer.text().size() == EditBuffer::kMaxBytes - 1);
}

TEST_CASE("of a paste that does not fit the beginning is taken, in whole graphemes", "[terminal]") {
  Editing e("start");
  CHECK_FALSE(e.buffer.insert_what_fits(std::string(EditBuffer::kMaxBytes - 7, 'x') + "中文"));
  CHECK(e.buffer.text() == "start" + std::string(EditBuffer::kMaxBytes - 7, 'x'));
  CHECK(e.buffer.caret() == e.buffer.text().size());
  CHECK(e.buffer.insert_what_fits("ab"));
  CHECK_FALSE(e.buffer.insert_what_fits("c"));
  CHECK(e.buffer.text().size() == EditBuffer::kMaxBytes);
}

TEST_CASE("whatever is done, the caret stands between graphemes of valid text", "[terminal]") {
  using Operation = void (EditBuffer::*)();
  const std::vector<Operation> operations = {&EditBuffer::move_left,
                                             &EditBuffer::move_right,
                                             &EditBuffer::move_word_left,
                                             &EditBuffer::move_word_right,
                                             &EditBuffer::move_line_start,
                                             &EditBuffer::move_line_end,
                                             &EditBuffer::delete_left,
                                             &EditBuffer::delete_right,
                                             &EditBuffer::transpose,
                                             &EditBuffer::kill_word_left,
                                             &EditBuffer::kill_word_right,
                                             &EditBuffer::kill_line_left,
                                             &EditBuffer::kill_line_right,
                                             &EditBuffer::yank,
                                             &EditBuffer::yank_earlier,
                                             &EditBuffer::undo,
                                             &EditBuffer::redo};
  CHECK(rc::check([&] {
    Editing e(*pith::test::gen_text());
    for (const auto which : *rc::gen::container<std::vector<std::size_t>>(
             rc::gen::inRange<std::size_t>(0, operations.size() + 1))) {
      if (which == operations.size()) {
        e.buffer.insert(*pith::test::gen_text());
      } else {
        (e.buffer.*operations[which])();
      }
      const auto bounds = pith::text::grapheme_bounds(e.buffer.text());
      RC_ASSERT(std::binary_search(bounds.begin(), bounds.end(), e.buffer.caret()));
      RC_ASSERT(!pith::text::find_invalid_utf8(e.buffer.text()));
    }
  }));
}

TEST_CASE("earlier answers come back and so does what was being typed", "[terminal]") {
  AnswerRecall recall;
  CHECK_FALSE(recall.earlier("draft"));
  recall.add("first");
  recall.add("");
  recall.add("second");
  recall.add("second");

  CHECK(recall.earlier("draft") == "second");
  CHECK(recall.earlier("second") == "first");
  CHECK_FALSE(recall.earlier("first"));
  CHECK(recall.later() == "second");
  CHECK(recall.later() == "draft");
  CHECK_FALSE(recall.later());
}
