// History: what decks and configuration say about scheduling, and the due days that follow.
#include <algorithm>

#include "history/database.h"
#include "history/derive.h"
#include "history/names.h"
#include "history/store.h"

namespace pith::history {

namespace {

bool same(const memory::SchedulingOptions& a, const memory::SchedulingOptions& b) {
  return a.desired_retention == b.desired_retention && a.floor == b.floor &&
         a.maximum_interval == b.maximum_interval && a.fuzz == b.fuzz;
}

void write_item_rule(Database& database, std::int64_t item,
                     const memory::SchedulingOptions& options) {
  database
      .query(
          "INSERT OR REPLACE INTO item_rule (item, desired_retention, floor, maximum_interval, "
          "fuzz) VALUES (?, ?, ?, ?, ?)")
      .with(item, options.desired_retention, options.floor, options.maximum_interval, options.fuzz)
      .run();
}

void retire_missing(Database& database, std::int64_t item, const ItemRule& rule) {
  database.query("DELETE FROM retired_point WHERE item = ?").bind(item).run();
  std::vector<std::string> known;
  {
    Cursor row = database.query("SELECT point FROM point_state WHERE item = ?");
    row.bind(item);
    while (row.next()) {
      known.push_back(row.text(0));
    }
  }
  for (const std::string& point : known) {
    if (std::find(rule.points.begin(), rule.points.end(), point) == rule.points.end()) {
      database.query("INSERT INTO retired_point (item, point) VALUES (?, ?)")
          .with(item, point)
          .run();
    }
  }
}

void forget_rules(Database& database, const std::string& deck) {
  database.query("DELETE FROM item_rule WHERE item IN (SELECT n FROM item WHERE deck = ?)")
      .bind(deck)
      .run();
}

}  // namespace

std::map<std::string, std::string> History::rule_stamps() const {
  std::map<std::string, std::string> stamps;
  Cursor row = database_->query("SELECT deck, stamp FROM deck_rule");
  while (row.next()) {
    stamps[row.text(0)] = row.text(1);
  }
  return stamps;
}

void History::set_rules(const std::string& deck, const std::string& stamp,
                        const memory::SchedulingOptions& of_deck, std::span<const ItemRule> items) {
  Transaction transaction(*database_);
  forget_rules(*database_, deck);
  database_
      ->query(
          "INSERT OR REPLACE INTO deck_rule (deck, stamp, desired_retention, floor, "
          "maximum_interval, fuzz) VALUES (?, ?, ?, ?, ?, ?)")
      .with(deck, stamp, of_deck.desired_retention, of_deck.floor, of_deck.maximum_interval,
            of_deck.fuzz)
      .run();
  const memory::Parameters parameters = current_parameters(*database_);
  for (const ItemRule& rule : items) {
    const ItemId id{deck, rule.item};
    if (!same(rule.options, of_deck)) {
      write_item_rule(*database_, item_number(*database_, id), rule.options);
    }
    if (const auto item = find_item(*database_, id)) {
      retire_missing(*database_, *item, rule);
      reschedule(*database_, id, parameters);
    }
  }
  transaction.commit();
}

}  // namespace pith::history
