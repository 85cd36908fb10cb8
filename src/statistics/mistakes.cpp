#include "statistics/mistakes.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "grading/words/giving_up.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace pith::statistics {

namespace {

constexpr std::size_t kConfusions = 5;
constexpr std::int64_t kOftenEnough = 2;    ///< Said once it may be a slip.
constexpr std::size_t kShortestName = 4;    ///< Bytes: two Han characters, or as many letters.
constexpr std::size_t kLongestText = 4000;  ///< Bytes of an answer that are looked at.

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// Whether the folded text has the folded phrase, not as a part of a longer Latin word.
bool says(const std::string& text, const std::string& phrase) {
  for (auto at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at + 1)) {
    const auto end = at + phrase.size();
    const bool begins = at == 0 || !is_word(text[at - 1]) || !is_word(phrase.front());
    const bool ends = end == text.size() || !is_word(text[end]) || !is_word(phrase.back());
    if (begins && ends) {
      return true;
    }
  }
  return false;
}

/// Without the blanks and marks between clauses at either end.
std::string_view core_of(std::string_view text) {
  constexpr std::u32string_view kBetween = U" \t\r\n\u3000,.;:!?，。；：！？、";
  std::size_t begin = text.size();
  std::size_t end = text.size();
  for (std::size_t at = 0; at < text.size();) {
    const auto from = at;
    if (kBetween.find(text::next_code_point(text, at)) == std::u32string_view::npos) {
      begin = std::min(begin, from);
      end = at;
    }
  }
  return text.substr(begin, end - begin);
}

/// The answer, cut and free of broken bytes, with `…` for every stretch that earned a point.
std::string rest_of(const history::Answer& answer) {
  const auto text = std::string_view(answer.text).substr(0, kLongestText);
  std::vector<bool> earned(text.size(), false);
  for (const auto& point : answer.points) {
    if (point.credit >= 0.5 && point.evidence && point.evidence->end <= text.size()) {
      for (auto i = point.evidence->begin; i < point.evidence->end; ++i) {
        earned[i] = true;
      }
    }
  }
  std::string rest;
  bool hole = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto from = at;
    while (at < text.size() && earned[at] == earned[from]) {
      ++at;
    }
    const auto left = text::repair_utf8(text.substr(from, at - from));
    const auto core = earned[from] ? std::string_view() : core_of(left);
    if (!core.empty()) {
      rest += (hole ? rest.empty() ? "… " : " … " : "") + std::string(core);
    }
    hole = earned[from] || (hole && core.empty());
  }
  return rest.empty() || !hole ? rest : rest + " …";
}

/// Where the clause ends that goes on at `at`: what reverses a claim may stand behind it, 专利没用.
std::size_t end_of_clause(std::string_view text, std::size_t at) {
  constexpr std::u32string_view kEnds = U"\n,;!?，。；：！？";
  while (at < text.size()) {
    const auto from = at;
    const auto c = text::next_code_point(text, at);
    const bool full_stop = c == U'.' && (at == text.size() || text[at] == ' ' || text[at] == '\n');
    if (full_stop || kEnds.find(c) != std::u32string_view::npos) {
      return from;
    }
  }
  return at;
}

/// What was said instead of the point `id`.
std::string said_instead(const history::Answer& answer, const std::string& id) {
  for (const auto& point : answer.points) {
    if (point.id == id && point.verdict == grading::Verdict::contradicted && point.evidence &&
        point.evidence->begin <= point.evidence->end && point.evidence->end <= answer.text.size()) {
      const auto end = end_of_clause(answer.text, point.evidence->end);
      return text::repair_utf8(
          answer.text.substr(point.evidence->begin, end - point.evidence->begin));
    }
  }
  return rest_of(answer);
}

/// What points are called, folded, deck by deck: made as decks are asked for.
class Names {
 public:
  struct Name {
    const deck::Item* item;
    const deck::Point* point;
    std::vector<std::string> wordings;
  };

  explicit Names(std::span<const deck::Item* const> items) {
    for (const auto* item : items) {
      items_[item->deck].push_back(item);
    }
  }

  const std::vector<Name>& of(const std::string& deck) {
    const auto [place, is_new] = names_.try_emplace(deck);
    if (is_new) {
      for (const auto* item : items_[deck]) {
        for (const auto& point : item->points) {
          place->second.push_back(folded(*item, point));
        }
      }
    }
    return place->second;
  }

 private:
  static Name folded(const deck::Item& item, const deck::Point& point) {
    Name name{&item, &point, {}};
    const auto add = [&](const std::string& wording) {
      auto folded = text::nfkc_casefold(wording);
      if (folded.size() >= kShortestName) {
        name.wordings.push_back(std::move(folded));
      }
    };
    add(point.name);
    std::for_each(point.accept.begin(), point.accept.end(), add);
    return name;
  }

  std::map<std::string, std::vector<const deck::Item*>> items_;
  std::map<std::string, std::vector<Name>> names_;
};

/// What may not be taken for a confusion: points of the question itself, and what it mentions.
bool is_foreign(const Names::Name& name, const std::string& item, const std::string& question) {
  return name.item->id != item &&
         std::none_of(name.wordings.begin(), name.wordings.end(),
                      [&](const std::string& wording) { return says(question, wording); });
}

class Confusions {
 public:
  Confusions(const Statistics& figures, std::span<const deck::Item* const> items)
      : figures_(figures), names_(items) {}

  void add(const PointFigures& asked, const std::string& rest) {
    const auto& item = figures_.items[asked.item];
    const auto question = text::nfkc_casefold(item.question);
    for (const auto& name : names_.of(item.id.deck)) {
      const bool said =
          std::any_of(name.wordings.begin(), name.wordings.end(),
                      [&](const std::string& wording) { return says(rest, wording); });
      if (said && name.point->name != asked.name && is_foreign(name, item.id.item, question)) {
        ++counts_[{history::full_id(item.id), asked.name, deck::full_id(*name.item),
                   name.point->name}];
      }
    }
  }

  [[nodiscard]] std::vector<Confusion> most() const {
    std::vector<Confusion> all;
    for (const auto& [names, times] : counts_) {
      if (times >= kOftenEnough) {
        const auto& [asked_item, asked_point, said_item, said_point] = names;
        all.push_back({asked_item, asked_point, said_item, said_point, times});
      }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Confusion& a, const Confusion& b) { return a.times > b.times; });
    all.resize(std::min(all.size(), kConfusions));
    return all;
  }

 private:
  const Statistics& figures_;
  Names names_;
  std::map<std::tuple<std::string, std::string, std::string, std::string>, std::int64_t> counts_;
};

}  // namespace

void add_mistakes(Statistics& figures, const history::History& history,
                  std::span<const deck::Item* const> items) {
  for (auto& weak : figures.weakest) {
    const auto& point = figures.points[weak.point];
    if (const auto logged = point.last_failed ? history.answer(*point.last_failed) : std::nullopt) {
      auto said = said_instead(logged->answer, point.id);
      weak.said = grading::only_gives_up(said) ? "" : std::move(said);
    }
  }
  Confusions confusions(figures, items);
  for (const auto& failure : figures.failures) {
    const auto& point = figures.points[failure.point];
    const auto logged = point.in_deck ? history.answer(failure.answer.id) : std::nullopt;
    if (logged) {
      confusions.add(point, text::nfkc_casefold(rest_of(logged->answer)));
    }
  }
  figures.confused = confusions.most();
}

}  // namespace pith::statistics
