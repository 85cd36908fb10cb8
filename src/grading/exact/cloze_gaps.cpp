#include "grading/exact/cloze_gaps.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/trim.h"
#include "grading/exact/cloze_names.h"
#include "grading/exact/cloze_sentence.h"
#include "grading/exact/cloze_texts.h"
#include "grading/exact/pieces.h"
#include "grading/exact/restated.h"

namespace pith::grading {
namespace {

using base::trimmed;

constexpr std::size_t kMostPieces = 500;    ///< Of an answer that are looked at.
constexpr std::size_t kMostFillers = 1000;  ///< Tried for all gaps, on either side of their places.
constexpr std::array<std::string_view, 1> kSlash = {"/"};
constexpr std::array<std::string_view, 6> kJoiners = {" and ", " & ", "和", "与", "及", "以及"};

std::vector<Gap> gaps_of(const deck::Item& item) {
  std::vector<Gap> gaps;
  for (const auto& part : item.cloze) {
    if (part.point) {
      gaps.push_back(
          {*part.point, part.text, std::max<std::size_t>(pieces_of(part.text).size(), 1), {}});
    }
  }
  return gaps;
}

/// The pieces, each cut where a blank stands before a gap's name: `c1: x c2: y`.
std::vector<std::string_view> cut_before_names(const deck::Item& item,
                                               const std::vector<std::string_view>& pieces) {
  std::vector<std::string_view> cut;
  for (const auto piece : pieces) {
    const auto* begin = piece.data();
    const auto* const end = piece.data() + piece.size();
    for (const auto word : pieces_of(piece, kBlanks)) {
      const std::string_view rest(word.data(), static_cast<std::size_t>(end - word.data()));
      const std::string_view before(begin, static_cast<std::size_t>(word.data() - begin));
      const auto named = before.empty() ? std::nullopt : named_gap(item, rest);
      const auto open = named ? named_gap(item, before) : std::nullopt;
      const bool is_text = open && open->first == named->first && open->second.empty();
      if (named && !is_text) {  // the text of c1 may be "c1:Paris"
        cut.push_back(trimmed(before));
        begin = word.data();
      }
    }
    cut.emplace_back(begin, static_cast<std::size_t>(end - begin));
  }
  cut.resize(std::min(cut.size(), kMostPieces));
  return cut;
}

/// Gives the gaps of the points named what stands behind their names, alone and with the pieces up
/// to the next name; whether any is named.
bool fill_by_name(std::vector<Gap>& gaps, const deck::Item& item,
                  const std::vector<std::string_view>& pieces) {
  bool any = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto named = named_gap(item, pieces[i]);
    if (!named) {
      continue;
    }
    any = true;
    auto end = i + 1;
    while (end < pieces.size() && !named_gap(item, pieces[end])) {
      ++end;
    }
    const auto whole = run_of(pieces, i, end);
    const auto behind = pieces[i].size() - named->second.size();
    for (auto& gap : gaps) {
      if (gap.point == named->first) {
        gap.fillers.insert(gap.fillers.end(), {named->second, whole.substr(behind)});
      }
    }
  }
  return any;
}

/// Gives each gap its own where there are as many pieces as the gaps have; else whatever may be
/// meant for it.
void fill_in_order(std::vector<Gap>& gaps, const deck::Item& item,
                   const std::vector<std::string_view>& pieces) {
  std::size_t all = 0;
  for (const auto& gap : gaps) {
    all += gap.pieces;
  }
  std::vector<bool> names;  // a gap, each piece
  std::ranges::transform(pieces, std::back_inserter(names),
                         [&](auto piece) { return named_gap(item, piece).has_value(); });
  std::size_t at = 0;
  for (auto& gap : gaps) {
    const bool may_name = named_gap(item, gap.text).has_value();
    const auto reach = all == pieces.size() ? 0 : std::max(kMostFillers / gaps.size(), gap.pieces);
    const auto first = at - std::min(at, reach);
    const auto last = std::min(pieces.size(), at + reach + 1);
    for (auto i = first; i < last; ++i) {
      if (i + gap.pieces <= pieces.size() && (may_name || !names[i])) {
        gap.fillers.push_back(run_of(pieces, i, i + gap.pieces));
      }
    }
    at += gap.pieces;
  }
}

/// Gives each gap its own if there are as many.
void fill_each(std::vector<Gap>& gaps, const std::vector<std::string_view>& fillers) {
  for (std::size_t i = 0; fillers.size() == gaps.size() && i < gaps.size(); ++i) {
    gaps[i].fillers.push_back(fillers[i]);
  }
}

/// The pieces parted by "and" as well ("a, b and c", with `blanks` "a b and c"), if that gives one
/// for each gap, none of which has such a word.
std::vector<std::string_view> joined_pieces(const std::vector<Gap>& gaps, std::string_view answer,
                                            bool blanks) {
  std::vector<std::string_view> parting;
  if (blanks) {
    parting.assign(kBlanks.begin(), kBlanks.end());
  }
  parting.insert(parting.end(), kSeparators.begin(), kSeparators.end());
  parting.insert(parting.end(), kJoiners.begin(), kJoiners.end());  // the last that fits parts
  const auto is_one = [&](const Gap& gap) { return pieces_of(gap.text, parting).size() == 1; };
  auto pieces = pieces_of(answer, parting);
  const bool fits = gaps.size() > 1 && pieces.size() == gaps.size() &&
                    std::ranges::all_of(gaps, is_one) &&
                    (!blanks || !denies_or_leaves_a_choice(grains_of(answer)));
  return fits ? std::move(pieces) : std::vector<std::string_view>{};
}

/// Lets blanks part as commas do, where they say no more than that: no gap has one, and the words
/// are no sentence that denies something.
void fill_between_blanks(std::vector<Gap>& gaps, const deck::Item& item, std::string_view answer) {
  const auto has_blank = [](const Gap& gap) { return pieces_of(gap.text, kBlanks).size() > 1; };
  std::vector<std::string_view> words;
  for (const auto piece : pieces_of(answer)) {
    const auto parts = pieces_of(piece, kBlanks);
    words.insert(words.end(), parts.begin(), parts.end());
  }
  if (words.size() > 1 && words.size() <= gaps.size() && std::ranges::none_of(gaps, has_blank) &&
      !denies_or_leaves_a_choice(grains_of(answer))) {
    fill_in_order(gaps, item, words);
  }
}

/// Parts an answer that is made of the gaps' texts between them, whatever blanks they have.
void fill_with_known_texts(std::vector<Gap>& gaps, const deck::Item& item,
                           std::string_view answer) {
  std::vector<std::string_view> texts;
  std::ranges::transform(gaps, std::back_inserter(texts), &Gap::text);
  if (const auto known = known_texts_in(texts, answer); !known.empty()) {
    fill_in_order(gaps, item, known);
  }
}

}  // namespace

std::vector<Gap> filled_gaps(const deck::Item& item, std::string_view answer) {
  auto gaps = gaps_of(item);
  auto pieces = pieces_of(answer);
  pieces.resize(std::min(pieces.size(), kMostPieces));
  if (gaps.size() == 1 && !pieces.empty()) {
    pieces = {trimmed(answer)};
    gaps.front().pieces = 1;
  }
  const bool named = fill_by_name(gaps, item, cut_before_names(item, pieces));
  const auto joined = named ? pieces : joined_pieces(gaps, answer, false);
  fill_in_order(gaps, item, joined.empty() ? pieces : joined);
  fill_each(gaps, fillers_in_sentence(item, answer));
  if (pieces.size() == 1 && !named) {  // these may part what nothing else does
    fill_each(gaps, pieces_of(pieces[0], kBlanks));
    fill_each(gaps, pieces_of(pieces[0], kJoiners));
    fill_each(gaps, pieces_of(pieces[0], kSlash));
    fill_with_known_texts(gaps, item, pieces[0]);
  }
  if (!named) {
    fill_each(gaps, joined_pieces(gaps, answer, true));
    fill_between_blanks(gaps, item, answer);
  }
  return gaps;
}

}  // namespace pith::grading
