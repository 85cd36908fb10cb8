#include "grading/stretches/targets.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "grading/stretches/segments.h"
#include "grading/stretches/weights.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongHan = 30;    ///< Letters beyond which a wording is split …
constexpr std::size_t kLongLatin = 90;  ///< … into its statements.
constexpr std::size_t kShortestStatement = 4;
constexpr std::size_t kMostStatements = 32;  ///< Of a point; what follows belongs to the last.
constexpr double kTermLetters = 6.0;         ///< Up to here a wording is a term.
constexpr std::size_t kDetailLetters = 2;    ///< A detail is a statement at half a name's letters.

/// Whether a judgement in a detail has nothing before it in its clause but an article, so that it
/// merely describes what stands behind: "A failed message is delivered again".
bool is_attribute(const Mark& mark, const Wording& wording) {
  const auto& grains = wording.grains.list;
  const auto opens_clause = [&](std::size_t i) {
    return i == 0 || i >= grains.size() || grains[i].before >= Break::clause;
  };
  const auto begin = mark.range.begin;
  const bool has_article =
      begin > 0 && opens_clause(begin - 1) && has_cue(wording.marks, Cue::stop, {begin - 1, begin});
  return wording.role == Wording::Role::detail && mark.cue == Cue::judge && has_article &&
         !opens_clause(mark.range.end);
}

/// The marks of a wording without negations that merely describe (别家没有的算法), and without what
/// a name tells to do away with: `discard the peel` is no denial.
std::vector<Mark> predicates_of(const Wording& wording) {
  constexpr std::size_t kNearDenial = 3;
  const auto& grains = wording.grains.list;
  std::vector<Mark> marks;
  for (const auto& mark : wording.marks) {
    const auto end = std::min(mark.range.end + kNearDenial, grains.size());
    bool describes = false;
    for (auto i = mark.range.end; i < end && grains[i].before < Break::clause; ++i) {
      describes = describes || grains[i].key == U'的';
    }
    const bool tells = wording.role == Wording::Role::name && mark.cue == Cue::abolish;
    const bool denies_something = !describes && !tells && !is_attribute(mark, wording);
    if (denies_something || mark.cue == Cue::spare) {
      marks.push_back(mark);
    }
  }
  return marks;
}

/// The first clause says what a point is; what follows explains it.
Range first_clause_of(const Wording& wording) {
  const auto& grains = wording.grains.list;
  std::size_t end = 1;
  while (end < grains.size() && grains[end].before < Break::clause) {
    ++end;
  }
  return {0, std::min(end, grains.size())};
}

std::size_t letters_of(const Grains& grains) {
  std::size_t letters = 0;
  for (const auto& grain : grains.list) {
    letters += grain.letters();
  }
  return letters;
}

Wording wording_of(Wording::Role role, std::string text) {
  Wording wording;
  wording.role = role;
  wording.text = std::move(text);
  wording.grains = grains_of(wording.text);
  wording.marks = Lexicon::general().marks_of(wording.grains);
  wording.letters = letters_of(wording.grains);
  return wording;
}

/// The sentences of a long text, short ones and those beyond the most joined to their predecessor.
std::vector<std::string> statements_of(const Wording& wording) {
  const bool han = std::any_of(wording.grains.list.begin(), wording.grains.list.end(),
                               [](const Grain& g) { return g.type == Grain::Type::han; });
  if (wording.letters <= (han ? kLongHan : kLongLatin)) {
    return {wording.text};
  }
  const auto segments = segments_of(wording.grains, wording.marks);
  std::vector<Range> ranges;
  std::size_t sentence = 0;
  for (const auto& clause : segments.clauses) {
    const bool fresh =
        ranges.empty() || (clause.sentence != sentence && ranges.size() < kMostStatements);
    if (fresh && (ranges.empty() || ranges.back().size() >= kShortestStatement)) {
      ranges.push_back(clause.grains);
    } else {
      ranges.back().end = clause.grains.end;
    }
    sentence = clause.sentence;
  }
  std::vector<std::string> statements;
  for (const auto& range : ranges) {
    const auto span = wording.grains.span(range);
    statements.push_back(wording.text.substr(span.begin, span.end - span.begin));
  }
  return statements;
}

void add_targets(Targets& targets, const deck::Point& point, std::size_t index, bool use_accept) {
  const auto name = wording_of(Wording::Role::name, point.name);
  if (point.detail.empty()) {
    double sum = 0;
    const auto first = targets.list.size();
    for (auto& statement : statements_of(name)) {
      Target target;
      target.point = index;
      target.wordings.push_back(wording_of(Wording::Role::name, std::move(statement)));
      target.share =
          std::sqrt(static_cast<double>(std::max<std::size_t>(target.name().letters, 1)));
      sum += target.share;
      targets.list.push_back(std::move(target));
    }
    for (auto t = first; t < targets.list.size(); ++t) {
      targets.list[t].share /= sum;
    }
  } else {
    Target target;
    target.point = index;
    target.wordings.push_back(name);
    target.wordings.push_back(wording_of(Wording::Role::detail, point.detail));
    target.wordings.push_back(wording_of(Wording::Role::both, point.name + "。" + point.detail));
    targets.list.push_back(std::move(target));
  }
  auto& last = targets.list.back();
  for (const auto& wording : use_accept ? point.accept : std::vector<std::string>{}) {
    last.wordings.push_back(wording_of(Wording::Role::accept, wording));
  }
  for (const auto& wording : point.reject) {
    last.wordings.push_back(wording_of(Wording::Role::reject, wording));
  }
}

void add_learned(Targets& targets, std::span<const LearnedWording> learned) {
  for (const auto& wording : learned) {
    const auto target = std::find_if(targets.list.rbegin(), targets.list.rend(),
                                     [&](const Target& t) { return t.point == wording.point; });
    if (target == targets.list.rend()) {
      throw std::invalid_argument("a learned wording names no point of the item");
    }
    if (wording.verdict == Verdict::contradicted) {
      target->wordings.push_back(wording_of(Wording::Role::reject, wording.text));
    }
  }
}

/// The words right behind the wording's negations, or before one that ends its clause.
std::vector<TokenId> denied_in(const Wording& wording, const Vocabulary& vocabulary) {
  constexpr std::size_t kDenialReach = 6;
  const auto& grains = wording.grains.list;
  const auto opens_clause = [&](std::size_t i) {
    return i >= grains.size() || grains[i].before >= Break::clause;
  };
  std::vector<bool> denied(grains.size(), false);
  for (const auto& mark : working_marks(wording.marks)) {
    if (mark.cue == Cue::spare) {
      continue;
    }
    const auto [begin, end] = mark.range;
    for (auto i = end; i < end + kDenialReach && !opens_clause(i); ++i) {
      denied[i] = true;
    }
    for (auto i = begin; opens_clause(end) && i > 0 && i + kDenialReach > begin && !opens_clause(i);
         --i) {
      denied[i - 1] = true;
    }
  }
  std::vector<TokenId> tokens;
  for (const auto& occurrence : vocabulary.occurrences(wording.grains)) {
    if (occurrence.strength >= 1.0F && denied[occurrence.range.begin] &&
        vocabulary.has_content(occurrence.token)) {
      tokens.push_back(occurrence.token);
    }
  }
  return tokens;
}

/// Notes of every name what it has in common with another one at its beginning or end: 数量盘点 and
/// 重量盘点 are terms of one kind.
void note_kinds(std::span<Target> targets) {
  for (std::size_t a = 0; a < targets.size(); ++a) {
    for (std::size_t b = 0; b < targets.size(); ++b) {
      const auto& own = targets[a].name().grains.list;
      const auto& other = targets[b].name().grains.list;
      if (a == b || own.empty() || other.empty()) {
        continue;
      }
      if (own.front().stem == other.front().stem) {
        targets[a].kind.push_back(own.front().stem);
      }
      if (own.back().stem == other.back().stem) {
        targets[a].kind.push_back(own.back().stem);
      }
    }
  }
}

/// Sets what a target is: how long, in a list of names or not, and what it denies.
void describe(Target& target, const Vocabulary& vocabulary, bool listed) {
  target.listed = listed;
  target.bare = !listed && std::ranges::none_of(target.wordings, [](const Wording& wording) {
    return wording.role == Wording::Role::detail;
  });
  for (auto& wording : target.wordings) {
    const auto weight = wording.role == Wording::Role::detail ? kDetailLetters : 1;
    target.letters = std::max(target.letters, wording.defines() ? weight * wording.letters : 0);
    target.length = std::max(target.length, wording.defines() ? wording.letters : 0);
    target.denies = target.denies ||
                    (wording.defines() && denies(predicates_of(wording), first_clause_of(wording)));
    target.has_denial =
        target.has_denial || (wording.defines() && denies(wording.marks, wording.grains.whole()));
    wording.denied = denied_in(wording, vocabulary);
    if (wording.states()) {
      target.denied.insert(target.denied.end(), wording.denied.begin(), wording.denied.end());
    }
  }
}

}  // namespace

bool Wording::has(TokenId token) const {
  return std::ranges::find(tokens, token, &WeightedToken::token) != tokens.end();
}

Targets targets_of(const deck::Item& item, bool use_accept, bool by_meaning,
                   std::span<const LearnedWording> learned) {
  Targets targets;
  targets.points = item.points.size();
  for (std::size_t p = 0; p < item.points.size(); ++p) {
    add_targets(targets, item.points[p], p, use_accept);
  }
  add_learned(targets, learned);

  const bool listed = std::ranges::all_of(
      item.points, [](const deck::Point& point) { return point.detail.empty(); });
  const auto tokens = add_tokens(targets);
  if (listed && by_meaning) {
    note_kinds(targets.list);
  }
  for (auto& target : targets.list) {
    // Without an encoder every name of a list is told by its spelling, with one where names are of
    // a kind.
    const bool is_term = !by_meaning || targets.list.size() == 1 || !target.kind.empty();
    describe(target, targets.vocabulary, listed && is_term);
  }
  targets.question = grains_of(item.question);
  targets.in_han = std::ranges::any_of(
      targets.question.list, [](const Grain& grain) { return grain.type == Grain::Type::han; });
  targets.in_question.assign(targets.vocabulary.size(), false);
  targets.question_marks = Lexicon::general().marks_of(targets.question);
  targets.asks_denial = has_cue(targets.question_marks, Cue::taboo, targets.question.whole());
  for (const auto token : targets.vocabulary.known(targets.question)) {
    targets.in_question[token] = true;
  }
  if (!by_meaning) {
    targets.vocabulary.set_apart(targets.question);
  }
  weigh(targets, tokens);
  return targets;
}

double statement_share(const Target& target) {
  const auto letters = static_cast<double>(target.letters);
  return target.listed
             ? std::clamp((letters - kTermLetters) / (kStatementLetters - kTermLetters), 0.0, 1.0)
             : 1.0;
}

bool is_reference(const Targets& targets) {
  return targets.points == 1 &&
         std::all_of(targets.list.begin(), targets.list.end(), [](const Target& target) {
           return std::ranges::count_if(target.wordings, &Wording::states) == 1;
         });
}

}  // namespace pith::grading
