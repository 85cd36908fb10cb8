#include "report/text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/words.h"
#include "text/display.h"
#include "text/words.h"

namespace pith::report {
namespace {

using text::percent;

constexpr std::size_t kBarCells = 10;
constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kLeastWidth = 8;

class TextPage {
 public:
  explicit TextPage(const TextOptions& options)
      : columns_(std::max(options.columns, kNarrowest)), unicode_(options.unicode) {}

  /// `head` before the first line of `words`, the others indented to it.
  void line(std::string_view head, std::string_view words) {
    auto start = own(text::sanitise(head));
    const auto indent = text::display_width(start);
    const auto width = std::max(columns_, indent + kLeastWidth) - indent;
    for (const auto& each : text::wrap(text::sanitise(words), width)) {
      page_ += start + each + '\n';
      start.assign(indent, ' ');
    }
  }
  /// The same for words of pith's own.
  void say(std::string_view head, std::string_view words) { line(head, own(std::string(words))); }

  /// A command to be copied: in one piece, however long.
  void command(std::string_view head, std::string_view words) {
    page_ += text::sanitise(std::string(head) + std::string(words)) + '\n';
  }

  void heading(std::string_view words) {
    page_ += '\n';
    say("", words);
  }

  [[nodiscard]] std::string bar(double share) const {
    const auto full = static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * kBarCells + 0.5);
    std::string bar;
    for (std::size_t i = 0; i < kBarCells; ++i) {
      bar += unicode_ ? (i < full ? "█" : "░") : (i < full ? "#" : "-");
    }
    return bar;
  }

  [[nodiscard]] std::size_t columns() const { return columns_; }
  std::string take() { return std::move(page_); }

 private:
  [[nodiscard]] std::string own(std::string words) const {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kAscii = {
        {{"·", "-"}, {"→", "->"}}};
    for (const auto& [mark, ascii] : kAscii) {
      for (auto at = words.find(mark); !unicode_ && at != std::string::npos;
           at = words.find(mark, at)) {
        words.replace(at, mark.size(), ascii);
      }
    }
    return words;
  }

  std::size_t columns_;
  bool unicode_;
  std::string page_;
};

void head(TextPage& page, const Scorecard& card) {
  page.line("", card.title);
  page.say(page.bar(card.score) + "  ", verdict_words(card));
  page.say("", effort_words(card));
}

void topics(TextPage& page, const Scorecard& card) {
  if (card.topics.empty()) {
    return;
  }
  page.heading("By topic: score, questions");
  std::size_t width = 0;
  for (const auto& topic : card.topics) {
    width = std::max(width, text::display_width(topic.topic));
  }
  width = std::min(width, page.columns() / 3);
  for (const auto& topic : card.topics) {
    const auto name = text::pad(text::truncate(text::sanitise(topic.topic), width), width);
    page.say(fmt::format("  {}  ", name), fmt::format("{} {:3}% · {}", page.bar(topic.score),
                                                      percent(topic.score), topic.questions));
  }
}

void missed_most(TextPage& page, const Scorecard& card) {
  if (card.missed_most.empty()) {
    return;
  }
  page.heading("Missed most");
  for (const auto& weak : card.missed_most) {
    page.line("  ", fmt::format("{} ({})", weak.point, misses_words(weak)));
    page.line("    ", weak.question);
  }
}

void earlier(TextPage& page, const Scorecard& card) {
  if (card.earlier.empty()) {
    return;
  }
  page.heading(card.mode == history::Mode::exam ? "Earlier exams" : "Earlier sessions");
  for (const auto& each : card.earlier) {
    page.say("  ", earlier_words(each));
  }
}

void learn_next(TextPage& page, const Scorecard& card) {
  if (card.learn_next.empty()) {
    return;
  }
  page.heading("Learn next");
  std::size_t number = 0;
  for (const auto& weak : card.learn_next) {
    page.line(fmt::format("  {}. ", ++number), title_of(weak));
    page.command("     ", drill_command(weak));
  }
}

}  // namespace

std::string to_text(const Scorecard& card, const TextOptions& options) {
  TextPage page(options);
  head(page, card);
  topics(page, card);
  missed_most(page, card);
  earlier(page, card);
  learn_next(page, card);
  return page.take();
}

}  // namespace pith::report
