#include "models/quote.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::models {
namespace {

using namespace std::string_view_literals;
using Words = std::span<const std::string_view>;

constexpr std::array kEnds = {"。"sv, "！"sv, "？"sv, "；"sv, "!"sv, "?"sv, ";"sv, ". "sv, "\n"sv};

// English words count whole and as they are commanded: `give`, not `gives` or `given`.
constexpr std::array kAddress = {"accept"sv, "assign"sv,    "award"sv, "consider"sv,
                                 "count"sv,  "give"sv,      "grade"sv, "grant"sv,
                                 "ignore"sv, "judge"sv,     "mark"sv,  "rate"sv,
                                 "record"sv, "disregard"sv, "score"sv, "treat"sv};
constexpr std::array kReward = {"correct"sv, "credit"sv, "hit"sv,          "hits"sv,   "marks"sv,
                                "passed"sv,  "point"sv,  "points"sv,       "prompt"sv, "right"sv,
                                "rubric"sv,  "score"sv,  "instructions"sv, "true"sv};
constexpr std::array kWhole = {"above"sv, "all"sv,        "as"sv,      "both"sv,   "each"sv,
                               "every"sv, "everything"sv, "full"sv,    "fully"sv,  "maximum"sv,
                               "me"sv,    "my"sv,         "perfect"sv, "please"sv, "previous"sv,
                               "these"sv, "this"sv};

constexpr std::array kHanAddress = {"算作"sv, "算对"sv, "算成"sv, "算我"sv, "判为"sv,   "判作"sv,
                                    "判对"sv, "判成"sv, "判我"sv, "给分"sv, "给满分"sv, "给高分"sv,
                                    "给我"sv, "给全"sv, "给予"sv, "请给"sv, "视为"sv,   "视作"sv,
                                    "当作"sv, "当成"sv, "记为"sv, "计为"sv, "标为"sv,   "标记"sv,
                                    "打分"sv, "评分"sv, "评为"sv, "忽略"sv, "无视"sv};
constexpr std::array kHanReward = {"满分"sv, "得分"sv, "答对"sv, "命中"sv, "要点"sv,
                                   "正确"sv, "全对"sv, "高分"sv, "分数"sv, "给分"sv,
                                   "算对"sv, "判对"sv, "通过"sv, "指令"sv, "提示词"sv};
constexpr std::array kHanWhole = {"所有"sv, "全部"sv, "全都"sv, "一律"sv, "请"sv,   "满分"sv,
                                  "以上"sv, "给我"sv, "判我"sv, "算我"sv, "都算"sv, "都判"sv,
                                  "都给"sv, "都当"sv, "这题"sv, "本题"sv, "此题"sv};

constexpr std::ptrdiff_t kNear = 2;  ///< Words between `full` and what is to be full, at most.

std::string_view sentence_around(std::string_view answer, const grading::Span& quote) {
  std::size_t begin = 0;
  auto end = answer.size();
  for (const auto mark : kEnds) {
    if (const auto before = answer.substr(0, quote.begin).rfind(mark); before != answer.npos) {
      begin = std::max(begin, before + mark.size());
    }
    const auto last = quote.end - std::min(quote.end, mark.size());  // It may end with the mark.
    end = std::min(end, answer.find(mark, last));
  }
  return answer.substr(begin, end - begin);
}

/// As it is compared: Chinese simplified and without spaces between its characters.
std::string compared(std::string_view text) {
  const auto folded = text::fold(text).text;
  std::u32string kept;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const bool parts_han = folded[i] == U' ' && !kept.empty() && text::is_han(kept.back()) &&
                           i + 1 < folded.size() && text::is_han(folded[i + 1]);
    if (!parts_han) {
      kept += folded[i];
    }
  }
  return text::to_utf8(kept);
}

std::vector<std::string_view> words_of(std::string_view folded) {
  const auto in_word = [](char c) { return c >= 'a' && c <= 'z'; };
  std::vector<std::string_view> words;
  for (auto at = folded.begin(); at != folded.end();) {
    const auto begin = std::find_if(at, folded.end(), in_word);
    at = std::find_if_not(begin, folded.end(), in_word);
    if (begin != at) {
      words.emplace_back(begin, at);
    }
  }
  return words;
}

bool has(Words list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// A reward for the whole, and another word that tells somebody to give it.
bool commands_in_english(Words said, Words subject) {
  const auto own = [&](auto word, Words list) { return has(list, word) && !has(subject, word); };
  for (auto at = said.begin(); at != said.end(); ++at) {
    const auto first = at - std::min(at - said.begin(), kNear);
    const auto last = at + std::min(said.end() - at, kNear + 1);
    const auto is_whole = [](auto word) { return has(kWhole, word); };
    const auto tells = [&](auto word) { return word != *at && own(word, kAddress); };
    if (own(*at, kReward) && std::any_of(first, last, is_whole) &&
        std::any_of(said.begin(), said.end(), tells)) {
      return true;
    }
  }
  return false;
}

bool commands_in_chinese(std::string_view said, std::string_view subject) {
  const auto speaks_of = [&](Words list) {
    return std::any_of(list.begin(), list.end(), [&](auto word) {
      return said.find(word) != said.npos && subject.find(word) == subject.npos;
    });
  };
  return speaks_of(kHanAddress) && speaks_of(kHanReward) && speaks_of(kHanWhole);
}

}  // namespace

bool says_something(std::string_view quote) {
  int han = 0;
  int letters = 0;
  for (std::size_t at = 0; at < quote.size() && han < 2 && letters < 3;) {
    const auto c = text::next_code_point(quote, at);
    const bool is_han = text::is_han(c);
    han += is_han ? 1 : 0;
    letters = !is_han && text::is_letter_or_digit(c) ? letters + 1 : 0;
  }
  return han >= 2 || letters >= 3;
}

bool speaks_to_grader(std::string_view answer, const grading::Span& quote,
                      std::string_view subject) {
  const auto said = compared(sentence_around(answer, quote));
  const auto asked = compared(subject);
  return commands_in_english(words_of(said), words_of(asked)) || commands_in_chinese(said, asked);
}

}  // namespace pith::models
