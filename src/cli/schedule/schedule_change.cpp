#include "cli/schedule/schedule_change.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/files/open_history.h"
#include "cli/tell.h"

namespace pith::cli {

std::string point_named(const deck::Item& item, const std::string& wanted) {
  const auto found = std::ranges::find_if(item.points, [&](const deck::Point& point) {
    return point.id == wanted || point.name == wanted;
  });
  if (found == item.points.end()) {
    throw UsageError(fmt::format("{} has no point '{}'; `pith show {}` lists them",
                                 deck::full_id(item), wanted, deck::full_id(item)));
  }
  return found->id;
}

std::string subject_of(const history::Body& body) {
  return std::visit(
      [](const auto& it) -> std::string {
        if constexpr (requires {
                        it.item.deck;
                        it.point;
                      }) {
          return full_id(it.item) + (it.point.empty() ? "" : "/" + it.point);
        } else if constexpr (requires { it.item.deck; }) {
          return full_id(it.item);
        } else {
          return {};
        }
      },
      body);
}

std::string kind_in_words(const history::Event& event, const text::Messages& tr) {
  const auto* const suspension = std::get_if<history::Suspension>(&event.body);
  if (suspension != nullptr && !suspension->suspended) {
    return tr("end of a suspension");
  }
  const auto* const bury = std::get_if<history::Bury>(&event.body);
  if (bury != nullptr && bury->until <= event.stamp.when.day) {
    return tr("end of a bury");
  }
  return tr(history::kind_of(event.body));
}

void change_schedule(Context& context, history::History& history, const history::Body& body,
                     const std::string& is) {
  history.append(current_time(context), body);
  tell(context, context.tr.format("pith: {} is {}; `pith undo` takes that back", subject_of(body),
                                  context.tr.sentence(is)));
}

void change_schedule(Context& context, history::History& history,
                     std::span<const history::Body> bodies, std::string_view things,
                     const std::string& are) {
  history.append(current_time(context), bodies);
  tell(context, context.tr.format("pith: {} are {}; `pith undo --count {}` takes that back",
                                  context.tr.count(bodies.size(), things), context.tr.sentence(are),
                                  bodies.size()));
}

void change_where_needed(Context& context, history::History& history,
                         std::span<const history::Body> bodies, const Changes& changes,
                         const ChangeWords& words) {
  std::vector<history::Body> wanted;
  std::vector<std::string> same;
  for (const auto& body : bodies) {
    const auto state = history.state(item_of(body).value_or(history::ItemId{}));
    if (changes(state.value_or(history::ItemState{}), body)) {
      wanted.push_back(body);
    } else {
      same.push_back(subject_of(body));
    }
  }
  const auto& tr = context.tr;
  if (same.size() == 1) {
    tell(context, tr.format("pith: {} is {}; nothing was changed", same[0], tr(words.already)));
  } else if (!same.empty()) {
    tell(context, tr.format("pith: {} are {}; nothing was changed",
                            tr.count(same.size(), words.things), tr(words.already)));
  }
  if (wanted.size() == 1) {
    change_schedule(context, history, wanted[0], words.is);
  } else if (!wanted.empty()) {
    change_schedule(context, history, wanted, words.things, words.are);
  }
}

}  // namespace pith::cli
