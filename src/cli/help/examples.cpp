// One table of examples for the help, the man page and a test that tries to parse them.
#include <algorithm>
#include <array>
#include <iterator>

#include "cli/help/help.h"

namespace pith::cli {
namespace {

using text::to_translate;

constexpr std::array kExamples = {
    Example{"", "pith", to_translate("what is due, then new questions")},
    Example{"", "pith drill ai-startup --count 5", to_translate("practise five questions now")},
    Example{"", "pith list", to_translate("every deck and item there is")},
    Example{"", "pith help decks", to_translate("how to write a deck of your own")},
    Example{"review", "pith", to_translate("everything that is due")},
    Example{"review", "pith ai-startup", to_translate("of one deck")},
    Example{"review", "pith tag:finance --new 3", to_translate("of a tag, with three new items")},
    Example{"drill", "pith drill ai-startup --order weakest", to_translate("the weakest first")},
    Example{"drill", "pith drill ai-startup/technical-moat", to_translate("one question")},
    Example{"drill", "pith drill my-deck.yaml --time 10m", to_translate("a file, for ten minutes")},
    Example{"exam", "pith exam ai-startup --count 8 --time 45m",
            to_translate("eight questions in 45 minutes")},
    Example{"run", "pith run daily", to_translate("the shipped daily practice")},
    Example{"run", "pith run my-practice.yaml --answers answers.txt --report result.xml",
            to_translate("answers from a file, a report for CI")},
    Example{"due", "pith due", to_translate("how much is due, deck by deck")},
    Example{"due", "pith due --quiet && pith", to_translate("review only if something is due")},
    Example{"grade", "pith grade ai-startup-en/technical-moat 'own algorithms'",
            to_translate("score an answer")},
    Example{"grade", "pith grade ai-startup-en/technical-moat - < answer.txt",
            to_translate("an answer from a file")},
    Example{"eval", "pith eval my-deck.yaml marked.jsonl",
            to_translate("compare the grader with your marks")},
    Example{"check", "pith check my-deck.yaml", to_translate("one file")},
    Example{"check", "pith check", to_translate("all your decks")},
    Example{"list", "pith list tag:finance", to_translate("the items of a tag")},
    Example{"list", "pith list --marked",
            to_translate("what you marked in a session, to be edited")},
    Example{"list", "pith list --state due --sort score",
            to_translate("what is due, the weakest first")},
    Example{"show", "pith show ai-startup/technical-moat",
            to_translate("question, points and what is remembered")},
    Example{"search", "pith search patent", to_translate("items that speak of it")},
    Example{"log", "pith log --count 10", to_translate("the ten latest answers")},
    Example{"log", "pith log ai-startup/technical-moat", to_translate("of one item")},
    Example{"undo", "pith undo", to_translate("the latest answer")},
    Example{"undo", "pith undo --count 3", to_translate("the latest three")},
    Example{"wordings", "pith wordings ai-startup", to_translate("what was learned for a deck")},
    Example{"suspend", "pith suspend ai-startup/technical-moat", to_translate("ask it no more")},
    Example{"suspend", "pith suspend ai-startup/technical-moat --off",
            to_translate("ask it again")},
    Example{"bury", "pith bury ai-startup/technical-moat ai-startup/cost-control --until +7",
            to_translate("two items not before next week")},
    Example{"relink", "pith relink", to_translate("what may belong together")},
    Example{"relink", "pith relink --yes", to_translate("join all of it")},
    Example{"backup", "pith backup pith-backup.db", to_translate("a copy of the history")},
    Example{"plan", "pith plan --on +14", to_translate("for an exam in two weeks")},
    Example{"stats", "pith stats --by deck", to_translate("deck by deck")},
    Example{"new", "pith new deck law", to_translate("begin a deck of your own")},
    Example{"new", "pith new item law --question 'What is a contract?' --point offer",
            to_translate("add an item to it; without options: in your editor")},
    Example{"new", "pith new deck --shipped",
            to_translate("make the shipped decks yours, to be changed")},
    Example{"edit", "pith edit law/contract", to_translate("mend an item")},
    Example{"import", "pith import cards.apkg", to_translate("decks and reviews of Anki")},
    Example{"export", "pith export law -o law.apkg", to_translate("a package for Anki")},
    Example{"sync", "pith sync ~/Sync/pith",
            to_translate("with the devices that share the folder")},
    Example{"sync", "pith sync ~/Sync/pith --status",
            to_translate("what this device and the folder have to exchange")},
    Example{"config", "pith config", to_translate("every setting with its value")},
    Example{"optimize", "pith optimize", to_translate("fit the model to your answers")},
    Example{"explain", "pith explain ai-startup/technical-moat",
            to_translate("why it is due when it is")},
    Example{"completions",
            "pith completions bash > ~/.local/share/bash-completion/completions/pith",
            to_translate("for your bash")},
    Example{"help", "pith help drill", to_translate("a command")},
    Example{"help", "pith help grading", to_translate("a topic")},
};

}  // namespace

std::span<const Example> all_examples() {
  return kExamples;
}

std::vector<Example> examples_of(std::string_view command) {
  std::vector<Example> found;
  std::ranges::copy_if(kExamples, std::back_inserter(found),
                       [&](const Example& each) { return each.command == command; });
  return found;
}

}  // namespace pith::cli
