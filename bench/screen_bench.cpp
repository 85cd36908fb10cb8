// What a person at a terminal waits for: `screen_bench PITH DECKS` starts `pith drill` on a folder
// of decks 20 times, warm, and types 100 keys.
//   first question: from the start of the process to the prompt on the screen
//   echo: from a key to its character on the screen
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "support/pty_program.h"
#include "support/temporary_folder.h"

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

double since(Clock::time_point begin) {
  return Milliseconds(Clock::now() - begin).count();
}

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

bool asks(const pith::test::Screen& screen) {
  const auto rows = screen.rows();
  return std::ranges::any_of(rows, [](const auto& row) { return row.starts_with(">"); });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: screen_bench PITH DECKS\n");
    return 2;
  }
  constexpr int kStarts = 20;
  constexpr int kKeys = 100;
  const pith::test::TemporaryFolder home;
  const std::vector<std::string> command = {"/usr/bin/env",
                                            "-i",
                                            "HOME=" + home.path().string(),
                                            "TERM=xterm-256color",
                                            "LANG=C.UTF-8",
                                            argv[1],
                                            "drill",
                                            "--decks",
                                            argv[2]};
  std::vector<double> starts;
  std::vector<double> echoes;
  for (int i = 0; i <= kStarts; ++i) {
    const auto begin = Clock::now();
    pith::test::PtyProgram pith(command);
    if (!pith.until(asks)) {
      fmt::print(stderr, "no question was asked\n");
      return 1;
    }
    if (i > 0) {  // the first start makes the history and the caches
      starts.push_back(since(begin));
    }
    for (int key = 0; i == kStarts && key < kKeys; ++key) {
      const auto column = pith.screen().cursor();
      const auto typed = Clock::now();
      pith.type("x");
      pith.until([&](const auto& screen) { return !(screen.cursor() == column); });
      echoes.push_back(since(typed));
    }
    pith.type("\x03");
    pith.wait();
  }
  fmt::print(
      "first question: median {:.1f} ms of {} starts\necho: median {:.2f} ms, worst {:.2f} ms of "
      "{} keys\n",
      median(starts), kStarts, median(echoes), std::ranges::max(echoes), kKeys);
  return 0;
}
