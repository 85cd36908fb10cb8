#include "grading/exact/option_restated.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/trim.h"
#include "grading/exact/answer_frame.h"
#include "grading/exact/folded_words.h"
#include "grading/exact/left_open.h"
#include "grading/exact/option_names.h"
#include "grading/exact/restated.h"
#include "grading/words/lexicon.h"
#include "grading/words/tables.h"
#include "text/normalise.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongestPiece = 2000;  ///< Bytes.

/// data/choice_verbs.tsv: what is asked for may be said in another verb of its kind.
struct ChoiceVerbs {
  std::vector<std::u32string> gives_up;
  std::vector<std::u32string> keeps;
  std::string all_that_give_up;  ///< With a blank before each.
  std::string all_that_keep;

  static const ChoiceVerbs& general() {
    static const ChoiceVerbs verbs(data_table("choice_verbs"));
    return verbs;
  }

 private:
  explicit ChoiceVerbs(std::string_view table) {
    for (const auto& [kind, words] : text_rows(table)) {
      const bool keeping = kind == "keeps";
      (keeping ? keeps : gives_up).push_back(text::fold(words).text);
      (keeping ? all_that_keep : all_that_give_up).append(" ").append(words);
    }
  }
};

struct VerbsSaid {
  bool gives_up = false;
  bool keeps = false;
};

VerbsSaid verbs_in(FoldedView folded) {
  const auto& verbs = ChoiceVerbs::general();
  return {first_of(folded, 0, verbs.gives_up).has_value(),
          first_of(folded, 0, verbs.keeps).has_value()};
}

/// The question, with the words that say the same as its verb.
std::string asked_with_others(const std::string& question) {
  const auto asked = verbs_in(text::fold(question).text);
  if (asked.gives_up == asked.keeps) {
    return question;
  }
  const auto& verbs = ChoiceVerbs::general();
  return question + (asked.gives_up ? verbs.all_that_give_up : verbs.all_that_keep);
}

/// Whether a piece keeps where the question asks what is given up, or the other way round.
bool does_opposite(const Grains& piece, const Grains& question) {
  const auto asked = verbs_in(question.folded.text);
  const auto said = verbs_in(piece.folded.text);
  return asked.gives_up != asked.keeps && (asked.gives_up ? said.keeps : said.gives_up);
}

/// Whether a piece says "or", or turns anything round but by words of the question.
bool is_turned(const Grains& piece, const std::vector<bool>& repeats) {
  const auto turns = [&](const Mark& mark) {
    bool asked = mark.cue == Cue::abolish;
    for (auto at = mark.range.begin; at < mark.range.end; ++at) {
      asked = asked && repeats[at];
    }
    return bears_on_polarity(mark.cue) && !asked;
  };
  return std::ranges::any_of(Lexicon::general().marks_of(piece), turns) ||
         leaves_open(piece.folded.text);
}

bool stands_in(const Grains& wording, const Grains& text) {
  const auto places = places_of(wording, text);
  return std::ranges::find(places, true) != places.end();
}

}  // namespace

std::optional<std::size_t> option_restated(const deck::Item& item, std::string_view piece) {
  if (piece.size() > kLongestPiece) {
    return std::nullopt;
  }
  const auto said = grains_of(without_frame(piece));
  const auto question = grains_of(item.question);
  auto explained = repeated(said, grains_of(asked_with_others(item.question)));
  std::optional<std::size_t> only;
  for (std::size_t i = 0; i < item.choices.size(); ++i) {
    const auto option = grains_of(item.choices[i].text);
    if (option.list.empty() || !stands_in(option, said)) {
      continue;
    }
    if (only || stands_in(option, question)) {
      return std::nullopt;
    }
    only = i;
  }
  if (!only || is_turned(said, explained) || does_opposite(said, question)) {
    return std::nullopt;
  }
  const auto places = places_of(grains_of(item.choices[*only].text), said);
  for (std::size_t i = 0; i < places.size(); ++i) {
    explained[i] = explained[i] || places[i];
  }
  return std::ranges::find(explained, false) == explained.end() ? only : std::nullopt;
}

std::string_view without_conclusion(const deck::Item& item, std::string_view answer) {
  constexpr std::array<FoldedView, 7> kSo = {U",所以", U",因此", U",因而",         U",so",
                                             U"; so",  U", so",  U", which is why"};
  const auto folded = text::fold(answer);
  const auto so = first_of(folded.text, 1, kSo);
  if (!so || answer.size() > kLongestPiece) {
    return answer;
  }
  const auto behind = grains_of(answer.substr(folded.end[so->end - 1]));
  const bool chooses = !options_named(item, answer.substr(folded.end[so->end - 1])).empty() ||
                       std::ranges::any_of(item.choices, [&](const deck::Choice& choice) {
                         return stands_in(grains_of(choice.text), behind);
                       });
  return chooses ? answer : base::trimmed(answer.substr(0, folded.begin[so->begin]));
}

}  // namespace pith::grading
