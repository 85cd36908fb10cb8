// The history: an append-only log of events in one SQLite file, and the memory states and due days
// that follow from it. What `append` returned from is on disk and survives kill -9 and loss of
// power (docs/durability.md). Any number of processes may hold it at once; an object belongs to one
// thread. Every member throws StorageError if the file cannot be read or written.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "history/events.h"
#include "history/replay.h"
#include "history/sync_state.h"
#include "memory/due.h"

namespace pith::history {

class Database;
class Day;

struct OpenOptions {
  bool read_only = false;  ///< Never creates or changes the file; where there is none it is empty.
  std::chrono::milliseconds patience{10'000};  ///< How long to wait for other processes.
  Entropy entropy = system_entropy;
  /// Whether a path is on a network share, where no WAL is used. Asks the system if empty.
  std::function<bool(const std::filesystem::path&)> on_network{};
};

/// An answer as the log shows it.
struct LoggedAnswer {
  Stamp stamp;
  Answer answer;  ///< Under the names of its day.
  ItemId item;    ///< What the item is called now.
  bool retracted = false;
  bool redacted = false;
};

/// Which answers, by page.
struct AnswerFilter {
  static constexpr std::size_t kEverything = 1'000'000;  ///< A limit that leaves nothing out.

  std::optional<ItemId> item{};  ///< Under any of its names.
  std::optional<Uuid> session{};
  std::optional<memory::StudyDay> from_day{};
  bool retracted = false;       ///< Retracted ones too.
  bool newest_first = false;    ///< Else in replay order.
  std::optional<Key> beyond{};  ///< Begin behind this one, in the order asked for.
  std::size_t limit = 1000;
};

struct SessionSummary {
  Uuid id;
  Mode mode = Mode::review;
  memory::Instant first{};
  memory::Instant last{};
  std::int64_t answers = 0;  ///< Without retracted ones.
};

/// A wording of a point that counts now.
struct KnownWording {
  ItemId item;
  std::string point;
  std::string text;
  Effect effect = Effect::accept;  ///< Never `forget`.
  Stamp stamp;                     ///< Of the event that settled it.
  std::optional<Uuid> answer;      ///< Where it was said.
  std::string said{};              ///< The text of that answer; empty if it is gone or was blanked.
};

/// What a deck and the configuration say about the schedule of an item.
struct ItemRule {
  std::string item;
  memory::SchedulingOptions options;
  std::vector<DeckPoint> points;  ///< Those it has.
  int new_per_day = 10;           ///< It may be asked while fewer of its deck were introduced.
};

/// One answer to one point that FSRS learns from, for the optimizer and for statistics.
struct PointReview {
  ItemId item;
  std::string point;
  memory::Instant time;
  memory::StudyDay day;
  memory::Rating rating = memory::Rating::again;
  memory::Counts counts = memory::Counts::review;
  bool first = false;  ///< The point was new, or had been reset.
  double credit = 0;
  double seconds = 0;  ///< Of the whole answer.
};

/// An answer that is to be corrected is not in the log, or was taken back.
class AnswerGone : public UsageError {
 public:
  using UsageError::UsageError;
};

class History {
 public:
  explicit History(const std::filesystem::path& file, const OpenOptions& options = {});
  History(History&&) noexcept;
  History& operator=(History&&) noexcept;
  ~History();

  /// The id of this database, under which it writes.
  [[nodiscard]] Uuid device() const;
  /// What the user should know about how the file is kept; empty as a rule.
  [[nodiscard]] std::string note() const;

  // Writing: each call is one durable commit.

  /// Adds events and brings the derived tables up to date. Answers keep the time given; other
  /// events are never stamped earlier than what they act upon, should the clock have been set back.
  std::vector<Stamp> append(const When& when, std::span<const Body> bodies,
                            std::span<const Content> contents = {});
  Stamp append(const When& when, const Body& body);
  /// Replaces an answer by a corrected one at the same place of the order: a retraction and an
  /// answer, then `more` (wordings, whose `answer` is filled in). Gives the new answer's stamp.
  /// What corrects an answer that was redacted has no text either, and teaches nothing. Throws
  /// AnswerGone.
  Stamp amend(const When& when, const Uuid& answer, Answer corrected,
              std::span<const Wording> more = {});
  /// Undoes `latest_answer`; gives what was undone.
  std::optional<LoggedAnswer> undo(const When& when, std::optional<Uuid> session = std::nullopt);
  /// Blanks the text of an answer for good, here and in what is left of it in the file: with that
  /// of the answers it replaced, and of the wordings taken from it, forgotten or not. Throws
  /// UsageError if there is no such answer; StorageError also if it is blanked, but others were
  /// reading what was in the file for longer than OpenOptions::patience.
  void redact(const When& when, const Uuid& answer);
  /// Adds events of other devices that are not there yet, in any order; how many were new. The
  /// rules of decks they touch count as untold (rule_stamps()).
  std::size_t merge(std::span<const Event> events, std::span<const Content> contents = {});
  /// Makes the derived tables anew; how many items there are.
  std::size_t rebuild();

  /// Brings what is committed into the file itself, which is whole then without what lies beside
  /// it, unless others are reading it. For a moment in which nobody waits: a commit is durable
  /// without it, but a file that is moved or replaced by other programs takes only what is in it
  /// along.
  void settle();

  /// Does `work`, all that it writes as one commit; nothing of it if it throws.
  void at_once(const std::function<void()>& work);

  /// The stamp last given to `set_rules` for each deck: compare it to know whether to call.
  [[nodiscard]] std::map<std::string, std::string> rule_stamps() const;
  /// Takes over a deck's wishes, and sets its due days by them.
  void set_rules(const std::string& deck, const std::string& stamp,
                 const memory::SchedulingOptions& of_deck, std::span<const ItemRule> items);

  // The log.

  [[nodiscard]] std::vector<LoggedAnswer> answers(const AnswerFilter& filter = {}) const;
  /// The ids of the answers, retracted ones too, whose id as text ends so.
  [[nodiscard]] std::vector<Uuid> answers_named(std::string_view ending) const;
  /// Every answer that the filter lets through, whatever its limit, page by page: a log of years
  /// need not fit into memory.
  void for_each_answer(AnswerFilter filter, const std::function<void(LoggedAnswer)>& take) const;
  [[nodiscard]] std::optional<LoggedAnswer> answer(const Uuid& id) const;
  /// The answer that was last written and counts, of `session` or of this history: not by another
  /// device, but what a restored backup had written itself is among it.
  [[nodiscard]] std::optional<LoggedAnswer> latest_answer(
      std::optional<Uuid> session = std::nullopt) const;
  [[nodiscard]] std::optional<Content> content(const std::string& hash) const;
  /// The events of an item that count, under its present names, in replay order.
  [[nodiscard]] std::vector<Event> events_of(const ItemId& item) const;
  /// Calls `take` with every event in the order they came into this file, after the one of number
  /// `after`, and with its number.
  void for_each_event(std::int64_t after,
                      const std::function<void(std::int64_t, const Event&)>& take) const;
  /// Calls `take` with what this history wrote itself, as latest_answer() has it, after an event or
  /// from the beginning, in the order it was written.
  void for_each_own_event(const std::optional<Stamp>& after,
                          const std::function<void(Event)>& take) const;
  [[nodiscard]] bool has_event(const Uuid& id) const;
  /// Whether an event of a lower number answers the same item in the same wording.
  [[nodiscard]] bool met_content_before(const Answer& answer, std::int64_t number) const;
  /// The aliases that this history wrote itself and that count, oldest first.
  [[nodiscard]] std::vector<Event> own_aliases() const;

  [[nodiscard]] std::vector<SessionSummary> sessions(std::size_t limit = 1000) const;
  /// What `name`, as the event of that stamp has it, is called now.
  [[nodiscard]] Name present_name(const Name& name, const Stamp& stamp) const;

  /// Whether an alias that counts leads from `from` to what is called `to` now.
  [[nodiscard]] bool has_led(const Name& from, const Name& to) const;

  /// The same of an alias that another device wrote, and no other after it.
  [[nodiscard]] bool was_led_elsewhere(const Name& from, const Name& to) const;

  // What follows from it.

  /// Does `look`, which reads and does not write: everything it sees is of one moment, whatever
  /// others write meanwhile, and many small looks cost less.
  void as_of_one_moment(const std::function<void()>& look) const;
  [[nodiscard]] memory::Parameters parameters() const;
  /// Which points failed (memory::PointMemory::failed) is told only of those reviewed `today`, if
  /// that is given: it matters on no other day.
  [[nodiscard]] std::optional<ItemState> state(const ItemId& item,
                                               std::optional<memory::StudyDay> today = {}) const;
  /// The same of a deck's items that have history, by item id.
  [[nodiscard]] std::vector<ItemState> states(const std::string& deck,
                                              std::optional<memory::StudyDay> today = {}) const;
  /// What there is to do on a day (history/day.h). This must outlive it.
  [[nodiscard]] Day on(memory::StudyDay day) const;
  /// Wordings that count now, of one item or of all; sorted by item, point and text. Those of an
  /// answer that was taken back do not count.
  [[nodiscard]] std::vector<KnownWording> wordings(std::optional<ItemId> item = {}) const;
  /// Whether a deck, an item or a point has history.
  [[nodiscard]] bool knows(const Name& name) const;
  /// Decks that have history.
  [[nodiscard]] std::vector<std::string> known_decks() const;
  /// Calls `take` with everything that counts, item by item in replay order.
  void for_each_review(const std::function<void(const PointReview&)>& take) const;
  /// The same of one item.
  void for_each_review(const ItemId& item,
                       const std::function<void(const PointReview&)>& take) const;

  // Sharing.

  /// What is remembered of a folder; empty if it was never used.
  [[nodiscard]] std::optional<SyncState> sync_state(const std::string& folder) const;
  void set_sync_state(const std::string& folder, const SyncState& state);
  /// Goes on under a new id: another file goes on under the old one. What is here by now under the
  /// old one stays this history's own, so this comes before what the other file wrote is merged.
  void become_new_device();

  // The file.

  /// Copies the history, consistent while others write. The copy is private to the user (0600).
  /// Throws StorageError if there is a file already, also one that came meanwhile; it stays.
  void back_up(const std::filesystem::path& to) const;
  /// Replaces everything by the history in `from`, which must be sound, in one commit. Goes on as a
  /// new device, so that what the old one wrote since cannot be mistaken for what this one writes.
  /// Calls `before` when `from` was found sound and nothing is changed yet.
  void restore(const std::filesystem::path& from, const std::function<void()>& before = {});
  /// SQLite's complaints about the file; empty if it is sound.
  [[nodiscard]] std::vector<std::string> check() const;

 private:
  Stamp add(const When& when, const Body& body, const std::optional<Key>& after = {});
  std::unique_ptr<Database> database_;
};

}  // namespace pith::history
