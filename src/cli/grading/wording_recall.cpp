#include "cli/grading/wording_recall.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/files/open_history.h"
#include "cli/printable.h"
#include "cli/tell.h"
#include "text/display.h"
#include "text/normalise.h"

namespace pith::cli {
namespace {

using history::Effect;

/// Those of `ids` that are the text, or begin or end like it.
std::vector<history::Uuid> ids_like(const std::string& text, const std::set<history::Uuid>& ids) {
  constexpr std::size_t kShortest = 8;
  const auto part = text::nfkc_casefold(text);
  std::vector<history::Uuid> like;
  for (const auto& id : ids) {
    const auto whole = to_string(id);
    if (part.size() >= kShortest && (whole.starts_with(part) || whole.ends_with(part))) {
      like.push_back(id);
    }
  }
  return like;
}

/// The one of `ids` that is meant: in full, or by how it begins or ends. Empty if none is.
std::optional<history::Uuid> id_named(const std::string& text, const std::set<history::Uuid>& ids) {
  const auto meant = ids_like(text, ids);
  if (meant.size() > 1) {
    throw UsageError(fmt::format("'{}' is part of the ids of {} wordings: give more of it",
                                 text::sanitise(text), meant.size()));
  }
  if (meant.empty() && !history::parse_uuid(text)) {
    throw UsageError(fmt::format("'{}' is no id of a wording: `pith wordings` shows them",
                                 text::sanitise(text)));
  }
  return meant.empty() ? std::nullopt : std::optional(meant.front());
}

/// What the log has of wordings, counting or not.
struct Recorded {
  /// By event, under the names of today; none that forgets.
  std::map<history::Uuid, history::Wording> wordings;
  std::set<history::Uuid> retracted;
};

history::Wording under_present_names(const history::History& history, const history::Stamp& stamp,
                                     history::Wording wording) {
  const auto name =
      history.present_name({wording.item.deck, wording.item.item, wording.point}, stamp);
  wording.item = {name.deck, name.item};
  wording.point = name.point;
  return wording;
}

Recorded recorded_in(const history::History& history) {
  Recorded recorded;
  history.for_each_event(0, [&](std::int64_t, const history::Event& event) {
    if (const auto* wording = std::get_if<history::Wording>(&event.body)) {
      if (!wording->text.empty() && wording->effect != Effect::forget) {
        recorded.wordings.emplace(event.stamp.id,
                                  under_present_names(history, event.stamp, *wording));
      }
    } else if (const auto* retraction = std::get_if<history::Retraction>(&event.body)) {
      recorded.retracted.insert(retraction->event);
    }
  });
  return recorded;
}

}  // namespace

ExitStatus forget_wording(Context& context, const std::string& text) {
  auto history = open_history(context);
  const auto known = history.wordings();
  std::set<history::Uuid> ids;
  for (const auto& each : known) {
    ids.insert(each.stamp.id);
  }
  const auto recorded = recorded_in(history).wordings;
  if (ids_like(text, ids).empty()) {
    for (const auto& [id, wording] : recorded) {
      ids.insert(id);
    }
  }
  const auto id = id_named(text, ids);
  if (!id) {
    throw UsageError(fmt::format("no wording that counts has the id {}", text::sanitise(text)));
  }
  const auto found = std::find_if(known.begin(), known.end(),
                                  [&](const auto& each) { return each.stamp.id == *id; });
  if (found == known.end()) {
    tell(context,
         context.tr.format("“{}” does not count any more.", one_line(recorded.at(*id).text)));
    return done;
  }
  history.append(current_time(context), history::Wording{found->item, found->point, found->text,
                                                         Effect::forget, std::nullopt});
  tell(context, context.tr.format("“{}” is forgotten; `pith wordings --recall {}` takes that back.",
                                  one_line(found->text), to_string(*id)));
  return done;
}

ExitStatus recall_wording(Context& context, const std::string& text) {
  auto history = open_history(context);
  const auto recorded = recorded_in(history);
  std::set<history::Uuid> ids;
  for (const auto& [id, wording] : recorded.wordings) {
    ids.insert(id);
  }
  const auto id = id_named(text, ids);
  if (!id) {
    throw UsageError(fmt::format("no wording has the id {}", text::sanitise(text)));
  }
  const auto& wording = recorded.wordings.at(*id);
  if (wording.answer && recorded.retracted.contains(*wording.answer)) {
    throw UsageError("the answer that taught this wording was taken back, and the wording with it");
  }
  const auto known = history.wordings();
  const bool counts = std::any_of(known.begin(), known.end(), [&](const auto& each) {
    return each.item == wording.item && each.point == wording.point && each.text == wording.text &&
           each.effect == wording.effect && each.answer == wording.answer;
  });
  if (!counts) {
    history.append(current_time(context), wording);
  }
  tell(context, counts ? context.tr.format("“{}” counts already.", one_line(wording.text))
                       : context.tr.format("“{}” counts again.", one_line(wording.text)));
  return done;
}

}  // namespace pith::cli
