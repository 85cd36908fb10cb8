#include "history/content_rows.h"

namespace pith::history {

void insert_content(Database& database, const Content& content) {
  if (database.query("SELECT 1 FROM content WHERE hash = ?").bind(content.hash).next()) {
    return;
  }
  database.query("INSERT INTO content (hash, question) VALUES (?, ?)")
      .with(content.hash, content.question)
      .run();
  int place = 0;
  for (const Content::Point& point : content.points) {
    database.query("INSERT INTO content_point (hash, place, point, wording) VALUES (?, ?, ?, ?)")
        .with(content.hash, place++, point.id, point.wording)
        .run();
  }
}

std::optional<Content> read_content(Database& database, const std::string& hash) {
  Cursor found = database.query("SELECT question FROM content WHERE hash = ?");
  if (!found.bind(hash).next()) {
    return std::nullopt;
  }
  Content content{hash, found.text(0), {}};
  Cursor points =
      database.query("SELECT point, wording FROM content_point WHERE hash = ? ORDER BY place");
  points.bind(hash);
  while (points.next()) {
    content.points.push_back({points.text(0), points.text(1)});
  }
  return content;
}

}  // namespace pith::history
