// Every column that a table of figures may have. docs/stats.md defines what each holds.
#pragma once

#include "base/to_translate.h"
#include "report/table.h"

namespace pith::report::column {

using base::to_translate;

inline constexpr Column day{"day", to_translate("Day")};
inline constexpr Column deck{"deck", to_translate("Deck")};
inline constexpr Column tag{"tag", to_translate("Tag")};
inline constexpr Column item{"item", to_translate("Item")};
inline constexpr Column name{"name", to_translate("Name")};
inline constexpr Column items{"items", to_translate("Items")};
inline constexpr Column answers{"answers", to_translate("Answers")};
inline constexpr Column points{"points", to_translate("Points")};
inline constexpr Column reviews{"reviews", to_translate("Reviews")};
inline constexpr Column new_points{"new_points", to_translate("New")};
inline constexpr Column minutes{"minutes", to_translate("Minutes")};
inline constexpr Column score{"score", to_translate("Score"), CellKind::share};
inline constexpr Column retention_reviews{"retention_reviews",
                                          to_translate("Reviews of retention")};
inline constexpr Column recalled{"recalled", to_translate("Recalled")};
inline constexpr Column true_retention{"true_retention", to_translate("Retention"),
                                       CellKind::share};
inline constexpr Column predicted{"predicted", to_translate("Foreseen"), CellKind::share};
inline constexpr Column desired{"desired", to_translate("Desired"), CellKind::share};
inline constexpr Column expected_score{"expected_score", to_translate("Expected"), CellKind::share};
inline constexpr Column known_items{"known_items", to_translate("Known items")};
inline constexpr Column due_items{"due_items", to_translate("Due")};
inline constexpr Column from{"from", to_translate("From"), CellKind::edge};
inline constexpr Column to{"to", to_translate("To"), CellKind::edge};
inline constexpr Column count{"count", to_translate("Count")};
inline constexpr Column from_days{"from_days", to_translate("From day")};
inline constexpr Column to_days{"to_days", to_translate("To day")};
inline constexpr Column from_hour{"from_hour", to_translate("From")};
inline constexpr Column to_hour{"to_hour", to_translate("To")};
inline constexpr Column stands_out{"stands_out", to_translate("Stands out"), CellKind::mark};
inline constexpr Column period{"period", to_translate("Period"), CellKind::period};
inline constexpr Column young_reviews{"young_reviews", to_translate("Reviews, young")};
inline constexpr Column young{"young", to_translate("Young"), CellKind::share};
inline constexpr Column mature_reviews{"mature_reviews", to_translate("Reviews, mature")};
inline constexpr Column mature{"mature", to_translate("Mature"), CellKind::share};
inline constexpr Column all{"all", to_translate("All"), CellKind::share};
inline constexpr Column session{"session", to_translate("Session")};
inline constexpr Column questions{"questions", to_translate("Questions")};
inline constexpr Column point{"point", to_translate("Point")};
inline constexpr Column question{"question", to_translate("Question")};
inline constexpr Column failed{"failed", to_translate("Failed")};
inline constexpr Column lapses{"lapses", to_translate("Lapses")};
inline constexpr Column stability{"stability", to_translate("Stability, days")};
inline constexpr Column difficulty{"difficulty", to_translate("Difficulty")};
inline constexpr Column retrievability{"retrievability", to_translate("R today"), CellKind::share};
inline constexpr Column recent{"recent", to_translate("Verdicts"), CellKind::markup};
inline constexpr Column said{"said", to_translate("Said")};
inline constexpr Column automatic{"automatic", to_translate("Grader")};
inline constexpr Column final_{"final", to_translate("Learner")};
inline constexpr Column asked_item{"asked_item", to_translate("Asked")};
inline constexpr Column asked_point{"asked_point", to_translate("Asked for")};
inline constexpr Column said_item{"said_item", to_translate("Of item")};
inline constexpr Column said_point{"said_point", to_translate("Said")};
inline constexpr Column times{"times", to_translate("Times")};
inline constexpr Column due{"due", to_translate("Due")};

}  // namespace pith::report::column
