#include "cli/grading/feature_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/in_order.h"
#include "base/is_digit.h"
#include "text/messages.h"

namespace pith::cli {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

/// Those that are taken at several depths of the encoder have one entry, without the depth.
constexpr auto kWords = std::to_array<Words>({
    {"LX", text::to_translate("words of the detail")},
    {"LN", text::to_translate("words of the name or an accepted wording")},
    {"LB", text::to_translate("words of any wording")},
    {"mL", text::to_translate("more of its words than of any other point's")},
    {"nov", text::to_translate("words that the question does not have")},
    {"WP", text::to_translate("share of the new words that is the point's")},
    {"SB", text::to_translate("the name or an accepted wording, in order")},
    {"NP", text::to_translate("words of the name in a list or a short clause")},
    {"den", text::to_translate("share that something is said against")},
    {"dnR", text::to_translate("words of the point in what is said against")},
    {"skp", text::to_translate("share that is left out or taken back")},
    {"ask", text::to_translate("a question, not a statement")},
    {"dis", text::to_translate("share that is called needless or useless")},
    {"aff", text::to_translate("words of the point where nothing is denied")},
    {"cld", text::to_translate("share of clauses with a denial")},
    {"skn", text::to_translate("something is skipped nearby")},
    {"dN", text::to_translate("meaning near the name")},
    {"dX", text::to_translate("meaning near the detail")},
    {"dB", text::to_translate("meaning near any wording")},
    {"mS", text::to_translate("meaning nearer than to any other point")},
    {"sq", text::to_translate("meaning near the question")},
    {"st", text::to_translate("stance: for the point, not against it")},
    {"rN", text::to_translate("words related to the name")},
    {"rX", text::to_translate("words related to the detail")},
    {"rB", text::to_translate("words related to any wording")},
    {"mR", text::to_translate("words more related than to any other point")},
    {"rP", text::to_translate("share of the words that is related")},
    {"rM", text::to_translate("words related on average")},
    {"mM", text::to_translate("words more related on average than to any other point")},
    {"rq", text::to_translate("words related to the question")},
    {"cN", text::to_translate("in context, meaning near the name")},
    {"cX", text::to_translate("in context, meaning near the detail")},
    {"cB", text::to_translate("in context, meaning near any wording")},
    {"mC", text::to_translate("in context, meaning nearer than to any other point")},
    {"cq", text::to_translate("in context, meaning near the question")},
    {"oM", text::to_translate("meaning nearer to a reject wording")},
    {"oC", text::to_translate("in context, meaning nearer to a reject wording")},
    {"tN", text::to_translate("word by word, meaning near the name")},
    {"tX", text::to_translate("word by word, meaning near the detail")},
    {"tA", text::to_translate("word by word, meaning near any wording")},
    {"mT", text::to_translate("word by word, meaning nearer than to any other point")},
    {"tB", text::to_translate("word by word, how much of the answer is the point's")},
});

constexpr auto kCueWords = std::to_array<std::pair<grading::Cue, std::string_view>>({
    {grading::Cue::spare, text::to_translate("no negation, though it looks like one")},
    {grading::Cue::negate, text::to_translate("denies what follows")},
    {grading::Cue::needless, text::to_translate("says that what follows need not be")},
    {grading::Cue::judge, text::to_translate("denies what stands before")},
    {grading::Cue::abolish, text::to_translate("does away with something")},
    {grading::Cue::skip, text::to_translate("names a topic without answering it")},
    {grading::Cue::correct, text::to_translate("takes back what was said")},
    {grading::Cue::prefer, text::to_translate("prefers what follows to what stands before")},
    {grading::Cue::instead, text::to_translate("puts something in the place of what follows")},
    {grading::Cue::dissent, text::to_translate("disagrees with what somebody says")},
    {grading::Cue::only, text::to_translate("says that something alone is too little")},
    {grading::Cue::consequence, text::to_translate("makes a denial a condition")},
    {grading::Cue::bound, text::to_translate("says when a denial does not hold")},
    {grading::Cue::reason, text::to_translate("tells why or what for")},
    {grading::Cue::condition, text::to_translate("tells in what case")},
    {grading::Cue::supposed, text::to_translate("ends what tells in what case")},
    {grading::Cue::harm, text::to_translate("says that something ends badly")},
    {grading::Cue::mishap, text::to_translate("is what nobody wants")},
    {grading::Cue::remedy, text::to_translate("is done about what nobody wants")},
    {grading::Cue::objection, text::to_translate("may speak against something")},
    {grading::Cue::doing, text::to_translate("does something with its object")},
    {grading::Cue::forbid, text::to_translate("tells others not to")},
    {grading::Cue::asks, text::to_translate("asks for things")},
    {grading::Cue::asks_when, text::to_translate("asks in what cases")},
    {grading::Cue::taboo, text::to_translate("asks what one may not do")},
    {grading::Cue::ban, text::to_translate("says that one may not")},
    {grading::Cue::permit, text::to_translate("says that one may")},
    {grading::Cue::averse, text::to_translate("names a lack or keeps away from something")},
    {grading::Cue::lack, text::to_translate("says that something is not there")},
    {grading::Cue::excess, text::to_translate("says that something is or happens very much")},
    {grading::Cue::sparing, text::to_translate("tells to do little of something")},
    {grading::Cue::undoing, text::to_translate("lets something go")},
    {grading::Cue::relief, text::to_translate("frees of a duty")},
    {grading::Cue::duty, text::to_translate("says that it has to be")},
    {grading::Cue::prevents, text::to_translate("tells what its subject does away with")},
    {grading::Cue::enough, text::to_translate("says that no more is needed")},
    {grading::Cue::gain, text::to_translate("says that all is well")},
    {grading::Cue::even_so, text::to_translate("asks for something all the same")},
    {grading::Cue::keeping, text::to_translate("holds on to something")},
    {grading::Cue::seldom, text::to_translate("says that something seldom happens")},
    {grading::Cue::forgets, text::to_translate("says that memory fails")},
    {grading::Cue::several, text::to_translate("stands for several things")},
    {grading::Cue::relative, text::to_translate("tells of the noun before it")},
    {grading::Cue::also, text::to_translate("goes on with a list")},
    {grading::Cue::otherwise, text::to_translate("opens what would follow if it were not done")},
    {grading::Cue::report, text::to_translate("says that others say it")},
    {grading::Cue::phrasal, text::to_translate("a verb whose particle is no direction")},
    {grading::Cue::turn, text::to_translate("opens a new train of thought")},
    {grading::Cue::pronoun, text::to_translate("stands for what was said before")},
    {grading::Cue::all, text::to_translate("stands for all of a list")},
    {grading::Cue::rest, text::to_translate("stands for what is left of a list")},
    {grading::Cue::hedge, text::to_translate("says that the speaker guesses")},
    {grading::Cue::subject, text::to_translate("who does what the sentence says")},
    {grading::Cue::command, text::to_translate("opens a second command")},
    {grading::Cue::opener, text::to_translate("means nothing at the head of a clause")},
    {grading::Cue::preamble, text::to_translate("opens an answer and says nothing")},
    {grading::Cue::connective, text::to_translate("where speech can be cut")},
    {grading::Cue::conjunction, text::to_translate("joins the parts of a list")},
    {grading::Cue::joined, text::to_translate("a word that merely contains a conjunction")},
    {grading::Cue::whole, text::to_translate("one word, not to be cut")},
    {grading::Cue::generic, text::to_translate("says nothing about the topic")},
    {grading::Cue::stop, text::to_translate("a grammatical word")},
    {grading::Cue::dont_know, text::to_translate("gives up")},
});
static_assert(kCueWords.size() == static_cast<std::size_t>(grading::Cue::count) &&
              base::in_order(kCueWords));

}  // namespace

std::string_view about_cue(grading::Cue cue) {
  return kCueWords.at(static_cast<std::size_t>(cue)).second;
}

std::string_view about_feature(std::string_view code) {
  const auto end = std::ranges::find_if(code, base::is_digit);
  const std::string_view kind(code.begin(), end);
  const auto* const found = std::ranges::find(kWords, kind, &Words::first);
  return found == kWords.end() ? std::string_view() : found->second;
}

}  // namespace pith::cli
