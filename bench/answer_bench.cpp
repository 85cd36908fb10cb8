// From Enter to the result with the sentence encoder, for answers of about 120 characters:
//   answer_bench WEIGHTS DECK.yaml [ANSWERS]
// `piped`: the answer comes at once. `typed`: it is typed, 12 characters a second, and its finished
// clauses are encoded meanwhile. `first`: the first answer of a process, with no vector of item or
// answer known. No answer is asked for twice.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "deck/collection.h"
#include "grading/expect.h"
#include "grading/grader.h"
#include "models/caching_encoder.h"
#include "models/e5_encoder.h"
#include "models/forward_encoder.h"

namespace {

using namespace pith;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::size_t kCharacters = 120;
constexpr std::chrono::milliseconds kKey{1000 / 12};
constexpr std::size_t kPause = 4;  ///< Keys after which the editor finds time for work ahead.

/// Bytes of the character at `at`.
std::size_t character(const std::string& text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    ++end;
  }
  return end - at;
}

/// An answer of about 120 characters out of details of the deck, another one for each number.
std::string answer_numbered(const deck::Deck& deck, std::size_t number) {
  std::string answer;
  std::size_t characters = 0;
  for (std::size_t i = number; characters < kCharacters; i += 7) {
    const auto& item = deck.items[(i * 3 + number) % deck.items.size()];
    const auto& detail = item.points[i % item.points.size()].detail;
    for (std::size_t at = 0; at < detail.size() && characters < kCharacters; ++characters) {
      const auto size = character(detail, at);
      answer += detail.substr(at, size);
      at += size;
    }
  }
  return answer + fmt::format("，第{}条", number);
}

std::unique_ptr<grading::SentenceEncoder> encoder_with(const std::string& weights,
                                                       const std::filesystem::path& cache) {
  return std::make_unique<models::ForwardEncoder>(std::make_unique<models::CachingEncoder>(
      std::make_unique<models::E5Encoder>(models::E5Encoder::Options{weights}), cache));
}

double time_to_grade(const deck::Item& item, const std::string& answer,
                     const grading::SentenceEncoder& encoder) {
  const auto begin = std::chrono::steady_clock::now();
  (void)grading::grade(item, answer, {true, &encoder});
  return Milliseconds(std::chrono::steady_clock::now() - begin).count();
}

void type(const std::string& answer, const grading::SentenceEncoder& encoder) {
  std::size_t keys = 0;
  for (std::size_t at = 0; at < answer.size(); at += character(answer, at)) {
    std::this_thread::sleep_for(kKey);
    if (++keys % kPause == 0) {
      grading::expect_answer(encoder, std::string_view(answer).substr(0, at));
    }
  }
}

void print(const char* name, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  fmt::print("{:6} p50 {:6.0f} ms   p90 {:6.0f} ms   most {:6.0f} ms   of {}\n", name,
             times[times.size() / 2], times[times.size() * 9 / 10], times.back(), times.size());
}

/// Most resident memory of this process in MB.
double peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word == "VmHWM:") {
      double kilobytes = 0;
      status >> kilobytes;
      return kilobytes / 1024;
    }
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 3) {
    fmt::print(stderr, "usage: answer_bench WEIGHTS DECK.yaml [ANSWERS]\n");
    return 2;
  }
  const auto deck = deck::read_deck_file(argv[2]).deck.value();
  const std::size_t count = argc > 3 ? std::stoul(argv[3]) : 10;
  const auto folder = std::filesystem::temp_directory_path() / "pith-answer-bench";
  std::filesystem::remove_all(folder);
  const auto& item = deck.items[0];
  fmt::print("first  {:6.0f} ms, nothing known\n",
             time_to_grade(item, answer_numbered(deck, 9000), *encoder_with(argv[1], folder)));
  fmt::print("first  {:6.0f} ms, the item known\n",
             time_to_grade(item, answer_numbered(deck, 9001), *encoder_with(argv[1], folder)));

  const auto encoder = encoder_with(argv[1], folder);
  std::vector<double> piped;
  std::vector<double> typed;
  for (std::size_t i = 0; i < count; ++i) {
    piped.push_back(time_to_grade(item, answer_numbered(deck, i), *encoder));
  }
  print("piped", std::move(piped));
  for (std::size_t i = 0; i < count; ++i) {
    const auto& asked = deck.items[i % deck.items.size()];
    const auto answer = answer_numbered(deck, 100 + i);
    grading::expect_item(*encoder, asked);
    type(answer, *encoder);
    typed.push_back(time_to_grade(asked, answer, *encoder));
  }
  print("typed", std::move(typed));
  fmt::print("memory {:.0f} MB at most\n", peak_memory());
  std::filesystem::remove_all(folder);
  return 0;
} catch (const std::exception& error) {
  fmt::print(stderr, "answer_bench: {}\n", error.what());
  return 1;
}
