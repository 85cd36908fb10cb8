#include "terminal/menu.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "grading/verdict_word.h"
#include "text/words.h"

namespace pith::terminal {
namespace {

using grading::Verdict;

using text::Messages;

/// With each key and the first word of what it does on one row; of an entry such as
/// `1 again · 2 hard` each part.
std::string unbroken(std::string words) {
  constexpr std::string_view kBetween = " · ";
  constexpr std::string_view kNoBreakSpace = "\u00A0";
  for (std::size_t part = 0; part < words.size();) {
    if (const auto space = words.find(' ', part); space < words.find(kBetween, part)) {
      words.replace(space, 1, kNoBreakSpace);
    }
    const auto end = words.find(kBetween, part);
    if (end == std::string::npos) {
      break;
    }
    words.replace(end, 1, kNoBreakSpace);
    part = end + kNoBreakSpace.size() + kBetween.size() - 1;
  }
  return words;
}

MenuEntry letter(Action action, const std::string& key, std::string_view words) {
  return {action, {plain(key)}, fmt::format("{} {}", key, words)};
}

std::vector<Key> help_keys() {
  return {plain("?"), {KeyCode::function, "1"}};
}

std::vector<Key> digits_to(std::size_t last) {
  constexpr std::size_t kMost = 9;
  std::vector<Key> keys;
  for (std::size_t digit = 1; digit <= std::min(last, kMost); ++digit) {
    keys.push_back(plain(std::to_string(digit)));
  }
  return keys;
}

void add_leaving(Menu& menu, const Messages& tr) {
  menu.push_back(letter(Action::skip, "s", tr("skip")));
  menu.push_back(letter(Action::bury, "b", tr("not today")));
  menu.push_back(letter(Action::suspend, "x", tr("suspend")));
}

void add_ending(Menu& menu, const Liberties& may, const Messages& tr) {
  if (may.edit) {
    menu.push_back(letter(Action::edit, "o", tr("edit")));
  }
  if (may.mark) {
    menu.push_back(letter(Action::mark, "m", tr("mark")));
  }
  if (may.undo) {
    menu.push_back(letter(Action::undo, "u", tr("undo")));
  }
  menu.push_back(letter(Action::quit, "q", tr("quit")));
  menu.push_back({Action::help, help_keys(), tr("? help")});
}

/// `4 d`, `3 mo`.
std::string short_wait(std::int64_t days, const Messages& tr) {
  constexpr std::int64_t kYear = 365;
  constexpr std::int64_t kMonths = 12;
  return days < 100         ? tr.format("{} d", days)
         : days < 2 * kYear ? tr.format("{} mo", (days * kMonths + kYear / 2) / kYear)
                            : tr.format("{} y", (days + kYear / 2) / kYear);
}

/// To stand behind a rating and not to be broken off it; empty if it is not known.
std::string wait_after(const session::Result& foreseen, const Messages& tr) {
  if (!foreseen.due) {
    return "";
  }
  const auto wait =
      foreseen.comes_back ? tr("soon") : short_wait((*foreseen.due - foreseen.day).count(), tr);
  return text::with_hard_spaces(fmt::format(" {}", wait));
}

/// The keys that add_ending() adds; `undo` is what u does.
std::string ending_help(const Liberties& may, const std::string& undo, const Messages& tr) {
  return (may.edit ? tr("o opens the item in your editor. ") : "") +
         (may.mark ? tr("m marks it to be edited later, or no more. ") : "") +
         (may.undo ? undo : "") + tr("q, Ctrl-C and Ctrl-D stop; what was answered is saved.");
}

/// Whether its verdicts can be overruled.
bool can_be_overruled(const session::Result& result, const Liberties& may) {
  return result.item->kind != deck::Kind::card && may.undo;
}

}  // namespace

Menu question_menu(const session::Question& question, const Liberties& may, const Messages& tr,
                   bool typed) {
  const bool card = question.item->kind == deck::Kind::card;
  Menu menu;
  if (typed) {
    menu.push_back({Action::send, {kEnter}, tr("Enter send")});
    menu.push_back(letter(Action::give_up, "g", tr("give up")));
  } else {
    menu.push_back(card ? MenuEntry{Action::reveal, {kEnter, plain(" ")}, tr("Enter turn over")}
                        : MenuEntry{Action::give_up, {kEnter}, tr("Enter give up")});
  }
  if (question.is_new && !card && may.read_first) {
    menu.push_back(letter(Action::read_first, "r", tr("read it first")));
  }
  if (question.more_hints && may.hints) {
    menu.push_back({Action::hint, {plain("h"), kTab}, tr("h hint")});
  }
  add_leaving(menu, tr);
  if (may.pause) {
    menu.push_back(letter(Action::pause, "p", tr("pause")));
  }
  add_ending(menu, may, tr);
  if (!card) {
    menu.push_back({Action::back, {kEscape}, tr("Esc back")});
  }
  return menu;
}

Menu rating_menu(std::span<const session::Result> foreseen, const Liberties& may,
                 const Messages& tr) {
  constexpr std::size_t kRatings = 4;
  std::array<std::string, kRatings> waits;
  for (std::size_t i = 0; i < std::min(foreseen.size(), kRatings); ++i) {
    waits.at(i) = wait_after(foreseen[i], tr);
  }
  Menu menu{{Action::rate, digits_to(kRatings),
             tr.format("1 again{} · 2 hard{} · 3 good{} · 4 easy{}", waits[0], waits[1], waits[2],
                       waits[3])}};
  add_ending(menu, may, tr);
  return menu;
}

Menu result_menu(const session::Result& result, bool last, const Liberties& may,
                 const Messages& tr) {
  Menu menu{{Action::next, {kEnter, plain(" ")}, last ? tr("Enter finish") : tr("Enter next")}};
  if (can_be_overruled(result, may)) {
    const auto count = result.points.size();
    menu.push_back({Action::overrule, digits_to(count),
                    count == 1 ? tr("1 overrule") : tr.format("1-{} overrule", count)});
    const auto easy = [](const auto& point) {
      return point.verdict == Verdict::hit && point.rating == memory::Rating::good;
    };
    if (std::ranges::any_of(result.points, easy)) {
      menu.push_back(letter(Action::easy, "e", tr("easy")));
    }
  }
  add_ending(menu, may, tr);
  return menu;
}

Menu verdict_menu(Verdict guess, const Messages& tr) {
  constexpr std::array kActions = {Action::hit, Action::partial, Action::missed,
                                   Action::contradicted};
  constexpr std::array kKeys = {"h", "p", "m", "r"};
  Menu menu{
      {Action::back, {kEnter, kEscape}, tr.format("Enter keeps {}", tr(grading::word_for(guess)))}};
  for (std::size_t i = 0; i < kActions.size(); ++i) {
    const auto verdict = static_cast<Verdict>(i);
    menu.push_back(letter(kActions.at(i), kKeys.at(i), tr(grading::word_for(verdict))));
  }
  menu.push_back(letter(Action::quit, "q", tr("quit")));
  menu.push_back({Action::help, help_keys(), ""});
  return menu;
}

Menu overruling_menu(Verdict now, std::size_t points, const Messages& tr) {
  auto menu = verdict_menu(now, tr);
  menu.back().words = tr("? help");
  menu.push_back({Action::overrule, digits_to(points), ""});
  return menu;
}

Menu retry_menu(const Messages& tr) {
  return {{Action::next, {kEnter}, tr("Enter try again")}, letter(Action::quit, "q", tr("quit"))};
}

std::string line_of(const Menu& menu) {
  std::vector<std::string> words;
  for (const auto& entry : menu) {
    if (!entry.words.empty()) {
      words.push_back(unbroken(entry.words));
    }
  }
  return fmt::format("{}", fmt::join(words, "\u00A0· "));
}

std::vector<Key> keys_of(const Menu& menu) {
  std::vector<Key> keys;
  for (const auto& entry : menu) {
    keys.insert(keys.end(), entry.keys.begin(), entry.keys.end());
  }
  return keys;
}

std::optional<Action> action_of(const Menu& menu, const Key& key) {
  const auto found = std::ranges::find_if(menu, [&](const MenuEntry& entry) {
    return std::ranges::find(entry.keys, key) != entry.keys.end();
  });
  return found == menu.end() ? std::nullopt : std::optional(found->action);
}

std::string help_of(const Liberties& may, const Messages& tr) {
  std::vector<std::string> others{tr("give up")};
  const auto add = [&](bool possible, std::string words) {
    if (possible) {
      others.push_back(std::move(words));
    }
  };
  add(may.read_first, tr("read a new question's points first"));
  add(may.hints, tr("hint"));
  add(true, tr("skip"));
  add(true, tr("not today"));
  add(true, tr("suspend"));
  add(may.pause, tr("pause"));
  add(may.edit, tr("edit"));
  add(may.mark, tr("mark for editing later"));
  add(may.undo, tr("undo"));
  add(true, tr("quit"));
  return tr.format(
      "Enter sends the answer; Alt-Enter or Ctrl-J begins a new line, and so does a pasted one. Up "
      "and Down bring back earlier answers, Ctrl-U empties the line and then goes on with the one "
      "before, Ctrl-_ undoes typing, Ctrl-X Ctrl-E opens $EDITOR. Ctrl-L shows the question again. "
      "{2}Esc, or Enter on an empty line, lists what else can be done: {0}. {1}Ctrl-C and Ctrl-D "
      "stop; what was answered is saved.",
      fmt::join(others, tr(", ")),
      may.undo ? tr("After a result the number of a point overrules its verdict. ") : "",
      may.dictate ? tr("Ctrl-X Ctrl-V lets you speak. ") : "");
}

std::string card_help(const Liberties& may, const Messages& tr) {
  return tr("Enter or the space bar turns the card over; 1 to 4 then say how well you knew it: the "
            "better, the later it is asked again. ") +
         ending_help(may, tr("u takes back the answer before this one. "), tr);
}

std::string result_help(const session::Result& result, const Liberties& may, const Messages& tr) {
  return tr("Enter or the space bar goes on. ") +
         (can_be_overruled(result, may)
              ? tr("The number of a point overrules its verdict: h, p, m or r then says what is "
                   "right. e calls the answer easy: what was hit is asked later. ")
              : "") +
         ending_help(may, tr("u takes back what was overruled last, else the answer. "), tr);
}

std::string verdict_help(bool doubt, const Messages& tr) {
  return tr("h, p, m or r says what the answer did with the point: hit it, in part, missed it or "
            "reversed it. ") +
         (doubt ? tr("Enter keeps what pith thought; Esc as well, and asks about no other point. ")
                : tr("Enter or Esc keeps the verdict. ")) +
         tr("q, Ctrl-C and Ctrl-D stop; what was answered is saved.");
}

std::optional<Verdict> verdict_of(Action action) {
  switch (action) {
    case Action::hit:
      return Verdict::hit;
    case Action::partial:
      return Verdict::partial;
    case Action::missed:
      return Verdict::missed;
    case Action::contradicted:
      return Verdict::contradicted;
    default:
      return std::nullopt;
  }
}

}  // namespace pith::terminal
