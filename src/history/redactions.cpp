#include "history/redactions.h"

namespace pith::history {

namespace {

/// Where another answer taught the same wording it stays forgotten, and its text with that answer.
void blank_forgotten(Database& database, const Uuid& answer) {
  database
      .query(
          "UPDATE wording SET text = '' WHERE effect = 'forget' AND text IN "
          "(SELECT text FROM wording WHERE answer = ?1 AND text <> '') AND NOT EXISTS "
          "(SELECT 1 FROM wording other WHERE other.text = wording.text "
          "AND other.effect <> 'forget' AND other.answer IS NOT ?1)")
      .bind(answer)
      .run();
}

}  // namespace

bool is_redacted(Database& database, const Uuid& answer) {
  return database.query("SELECT 1 FROM redaction WHERE answer = ?").bind(answer).next();
}

std::vector<Uuid> replaced_by(Database& database, const Uuid& answer) {
  std::vector<Uuid> replaced;
  Cursor row = database.query(
      "SELECT old.id FROM event e CROSS JOIN answer a ON a.event = e.n "
      "CROSS JOIN answer was ON was.session = a.session AND was.item = a.item "
      "CROSS JOIN event old ON old.n = was.event AND old.time_ms = e.time_ms AND old.id < e.id "
      "WHERE e.id = ? AND EXISTS (SELECT 1 FROM retraction WHERE target = old.id) ORDER BY old.id");
  row.bind(answer);
  while (row.next()) {
    replaced.push_back(row.uuid(0));
  }
  return replaced;
}

void blank_text(Database& database, const Uuid& answer) {
  blank_forgotten(database, answer);
  database.query("UPDATE answer SET text = '' WHERE event = (SELECT n FROM event WHERE id = ?)")
      .bind(answer)
      .run();
  database.query("UPDATE wording SET text = '' WHERE answer = ?").bind(answer).run();
}

void blank_redacted(Database& database) {
  std::vector<Uuid> answers;
  {
    Cursor row = database.query("SELECT DISTINCT answer FROM redaction");
    while (row.next()) {
      answers.push_back(row.uuid(0));
    }
  }
  for (const Uuid& answer : answers) {
    blank_text(database, answer);
  }
}

}  // namespace pith::history
