#include "cli/progress_bar.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "cli/sitting.h"
#include "text/display.h"

namespace pith::cli {
namespace {

constexpr std::chrono::milliseconds kSilence{1000};
constexpr std::chrono::milliseconds kEvery{100};
constexpr std::size_t kBarCells = 20;

}  // namespace

ProgressBar::ProgressBar(const Context& context, std::string what, std::size_t total, Now now)
    : context_(context),
      what_(std::move(what)),
      total_(total),
      now_(now),
      draw_at_(now() + kSilence) {}

ProgressBar::~ProgressBar() {
  if (shown_) {
    context_.err << '\r' << std::string(context_.screen.columns - 1, ' ') << '\r' << std::flush;
  }
}

void ProgressBar::step() {
  ++done_;
  if (!context_.screen.err_is_terminal || context_.screen.dumb) {
    return;
  }
  if (const auto now = now_(); now >= draw_at_) {
    draw();
    draw_at_ = now + kEvery;
  }
}

void ProgressBar::draw() {
  const auto share = total_ == 0 ? 0.0 : static_cast<double>(done_) / static_cast<double>(total_);
  const auto style = style_for(context_);
  const auto line = total_ == 0 ? fmt::format("{} {}", what_, done_)
                                : fmt::format("{} {} {}/{}", style.bar(share, kBarCells), what_,
                                              std::min(done_, total_), total_);
  const auto width = std::max<std::size_t>(context_.screen.columns, 2) - 1;
  context_.err << '\r' << text::pad(text::truncate(line, width), width) << std::flush;
  shown_ = true;
}

}  // namespace pith::cli
