// What happened, as the log keeps it for ever. Events are only ever added; all else (memory states,
// due days, statistics) follows from them. Names of enumerators are stored: never rename or reuse.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "grading/grade.h"
#include "history/uuid7.h"
#include "memory/fsrs.h"
#include "memory/parameters.h"
#include "memory/study_day.h"

namespace pith::history {

/// Where and when an answer was given.
struct When {
  memory::Instant time;               ///< Milliseconds UTC.
  std::chrono::minutes utc_offset{};  ///< Local time less UTC.
  memory::StudyDay day;               ///< Stored, so that travel and rebuild change nothing.
};

/// What every event carries. Replay order is (when.day, when.time, id).
struct Stamp {
  Uuid id;
  Uuid device;                ///< The database that wrote it.
  std::int64_t sequence = 0;  ///< Counts the events of a device, from 1.
  When when;
  int schema = 0;  ///< Version of the schema that wrote it.
};

/// An item by its deck's id and its own.
struct ItemId {
  std::string deck;
  std::string item;

  friend auto operator<=>(const ItemId&, const ItemId&) = default;
};

/// `deck/item`.
[[nodiscard]] std::string full_id(const ItemId& id);

enum class Mode : std::uint8_t { review, drill, exam, run };
[[nodiscard]] std::string_view name_of(Mode mode);
[[nodiscard]] std::optional<Mode> mode_named(std::string_view name);

/// One point that was asked.
struct AnsweredPoint {
  std::string id;
  double weight = 1.0;
  grading::Verdict automatic = grading::Verdict::missed;  ///< The grader's.
  grading::Verdict verdict = grading::Verdict::missed;    ///< After the learner's overruling.
  memory::Rating rating = memory::Rating::again;
  double credit = 0.0;      ///< [0, 1], of the final verdict.
  double confidence = 1.0;  ///< [0, 1], of the automatic verdict.
  std::optional<grading::Span> evidence;

  friend bool operator==(const AnsweredPoint&, const AnsweredPoint&) = default;
};

/// Who graded. Empty where nobody did.
struct Versions {
  std::string grader;
  std::string encoder;
  std::string judge;

  friend bool operator==(const Versions&, const Versions&) = default;
};

struct Answer {
  Uuid session;
  Mode mode = Mode::review;
  bool scheduled = true;    ///< False under `--no-schedule`: logged, never a review.
  bool relearning = false;  ///< Asked again because it was missed earlier in its session.
  bool aided = false;       ///< What had to be recalled was on the screen just before.
  int hints = 0;            ///< Hints shown.
  bool time_over = false;
  double seconds = 0.0;  ///< From question to answer.
  ItemId item;
  std::string content_hash;  ///< Of the item as it was asked; see Content.
  std::string text;          ///< As typed; empty once redacted.
  std::vector<AnsweredPoint> points;
  Versions versions;
};

/// Mean of the credits by weight, [0, 1]; 0 without points.
[[nodiscard]] double score_of(const Answer& answer);

/// Undo: the event counts as if it had never been. Neither retractions nor redactions are undone.
struct Retraction {
  Uuid event;
};

/// Names a deck (item and point empty), an item (point empty) or a point.
struct Name {
  std::string deck;
  std::string item;
  std::string point;

  friend auto operator<=>(const Name&, const Name&) = default;
};

/// What stood under `from` until this event belongs to `to`. Both name the same kind of thing; a
/// point stays in its item.
struct Alias {
  Name from;
  Name to;
};

/// `accept`: said again, the wording earns the point; `reject`: it contradicts it; `ignore`: it
/// earns nothing; `forget`: it is as if it had never been settled.
enum class Effect : std::uint8_t { accept, reject, forget, ignore };
[[nodiscard]] std::string_view name_of(Effect effect);
[[nodiscard]] std::optional<Effect> effect_named(std::string_view name);

/// A wording that the learner settled by overruling a verdict, or took back (`forget`).
struct Wording {
  ItemId item;
  std::string point;
  std::string text{};
  Effect effect = Effect::accept;
  std::optional<Uuid> answer{};  ///< Where it was said: retracted and redacted with it.
};

/// From now on every memory state follows from these parameters.
struct ParametersChanged {
  memory::Parameters values = memory::kDefaultParameters;
  std::optional<memory::StudyDay> first_day{};  ///< Of the reviews they were fitted to.
  std::optional<memory::StudyDay> last_day{};
  std::int64_t reviews = 0;  ///< How many those were.
};

/// Not asked until it is taken back by `suspended` = false.
struct Suspension {
  ItemId item;
  std::string point;  ///< Empty: the whole item.
  bool suspended = true;
};

/// Not asked before the day `until`; one that is past takes it back.
struct Bury {
  ItemId item;
  memory::StudyDay until;
};

/// All is forgotten: the item, or the point, is new again.
struct Reset {
  ItemId item;
  std::string point;  ///< Empty: the whole item.
};

/// Due on `day`, whatever the memory says, until its next review.
struct Reschedule {
  ItemId item;
  memory::StudyDay day;
};

/// The text of the answer, of wordings taken from it and of events that forget these is blanked;
/// verdicts stay.
struct Redaction {
  Uuid answer;
};

/// A new kind stops at its name (events.cpp), its table (schema.sql, log_rows.cpp,
/// log_rows_read.cpp), the events of an item and renaming (item_log.cpp), what follows from it
/// (replay.cpp, store_states.cpp, study_assembly.cpp), sync (exchange/sync/event_json.cpp,
/// event_reader.cpp) and undo (cli/history/undo.cpp).
using Body = std::variant<Answer, Retraction, Alias, Wording, ParametersChanged, Suspension, Bury,
                          Reset, Reschedule, Redaction>;

/// `answer`, `retraction`, `alias`, `wording`, `parameters`, `suspension`, `bury`, `reset`,
/// `reschedule` or `redaction`.
[[nodiscard]] std::string_view kind_of(const Body& body);

/// The item that an event is recorded under; empty if it concerns none or many.
[[nodiscard]] std::optional<ItemId> item_of(const Body& body);

struct Event {
  Stamp stamp;
  Body body;
};

/// An item as it was asked, kept once per hash: the log can still be read, and relinked, after the
/// item has changed or gone.
struct Content {
  struct Point {
    std::string id;
    std::string wording;  ///< Name and detail.
  };
  std::string hash;
  std::string question;
  std::vector<Point> points;
};

}  // namespace pith::history
