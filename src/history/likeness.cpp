#include "history/likeness.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/is_digit.h"
#include "history/everyday_answers.h"
#include "text/normalise.h"

namespace pith::history {

namespace {

/// What the points of two items have to say alike, in bytes, to be more than chance (`yes`, `42`).
constexpr std::size_t kEnoughSaid = 12;
/// Of what is shorter, a word with a letter in it may be more than chance where nothing else in the
/// deck says it, and so may a number, or a word that fits any question, to questions that are a
/// little alike.
constexpr std::size_t kWordSaid = 4;
constexpr double kLittleAlike = 0.35;
/// Further wordings are paired only if they have the same letters.
constexpr std::size_t kMostComparisons = 2000;

}  // namespace

std::string_view before_detail(std::string_view wording) {
  return wording.substr(0, wording.find(": "));
}

Thing thing(Name name, std::string wording, std::string said) {
  const Letters letters(wording);
  const auto short_letters = name.point.empty() ? letters : Letters(before_detail(wording));
  return {std::move(name), std::move(wording), letters, short_letters, std::move(said)};
}

std::string wording_of(const deck::Point& point) {
  return point.detail.empty() ? point.name : point.name + ": " + point.detail;
}

std::string said_by(std::vector<std::string> wordings) {
  std::ranges::transform(wordings, wordings.begin(), text::identity_of);
  std::ranges::sort(wordings);
  return fmt::format("{}", fmt::join(wordings, "\n"));
}

std::string said_by(const deck::Item& item) {
  std::vector<std::string> wordings;
  std::ranges::transform(item.points, std::back_inserter(wordings), wording_of);
  return said_by(std::move(wordings));
}

Thing thing_of(const deck::Item& item) {
  return thing({item.deck, item.id, ""}, item.question, said_by(item));
}

bool have_one_id(const Thing& gone, const Thing& fresh) {
  constexpr std::string_view kMadeOfQuestion = "q-0123456789";
  const auto& id = gone.name.item;
  if (id.empty() || id != fresh.name.item) {
    return false;
  }
  const bool made = id.starts_with("q-") && id.size() >= kMadeOfQuestion.size();
  const bool says_it =
      !gone.said.empty() && gone.said == fresh.said && !fits_any_question(gone.said);
  return made || says_it || similarity(gone.letters, fresh.letters, kLittleAlike) >= kLittleAlike;
}

bool is_part(const Letters& a, const Letters& b) {
  return !a.text.empty() && !b.text.empty() &&
         (a.text.find(b.text) != std::string::npos || b.text.find(a.text) != std::string::npos);
}

Sayings::Sayings(std::span<const deck::Deck> decks, const std::vector<Thing>& gone) {
  for (const auto& deck : decks) {
    for (const auto& item : deck.items) {
      ++present_[{deck.id, said_by(item)}];
    }
  }
  for (const auto& each : gone) {
    ++gone_[{each.name.deck, each.said}];
  }
}

bool Sayings::speak_for_one(const Thing& gone, const Thing& fresh) const {
  if (gone.said.empty() || gone.said != fresh.said) {
    return false;
  }
  const bool telling = !fits_any_question(gone.said);
  if (telling && gone.said.size() >= kEnoughSaid) {
    return true;
  }
  const bool alone = count(gone_, gone) == 1 && count(present_, fresh) == 1;
  const bool number = std::ranges::all_of(gone.said, base::is_digit);
  return alone && ((telling && !number && gone.said.size() >= kWordSaid) ||
                   similarity(gone.letters, fresh.letters, kLittleAlike) >= kLittleAlike);
}

std::size_t Sayings::count(const Counts& counts, const Thing& thing) {
  const auto found = counts.find({thing.name.deck, thing.said});
  return found == counts.end() ? 0 : found->second;
}

double Comparison::similarity(const Thing& gone, const Thing& fresh) {
  const auto whole = similarity(gone.letters, fresh.letters);
  if (gone.name.point.empty() || whole == 1.0) {
    const bool one = have_one_id(gone, fresh) || sayings_.speak_for_one(gone, fresh);
    return one ? std::max(whole, kSimilar) : whole;
  }
  const auto names = similarity(gone.short_letters, fresh.short_letters);
  const bool part = is_part(gone.short_letters, fresh.short_letters);
  return std::max({whole, names, part ? kSimilar : 0.0});
}

double Comparison::similarity(const Letters& a, const Letters& b) {
  const bool equal = a.text == b.text;
  return equal || ++made_ <= kMostComparisons ? history::similarity(a, b, kSimilar) : 0.0;
}

}  // namespace pith::history
