-- The history, schema version 1; schema-2.sql and so on are applied on top. What stands under "log" is the truth: it is only ever added to, and
-- triggers hold everybody to it. What stands under "derived" follows from the log and the rules;
-- `pith rebuild` makes it anew.
-- Ids are UUIDs of 16 bytes, days count from 1970-01-01, times are ms UTC, offsets minutes.

-- Log ---------------------------------------------------------------------------------------------

CREATE TABLE event (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  sequence INTEGER NOT NULL,
  time_ms INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL,
  study_day INTEGER NOT NULL,
  kind TEXT NOT NULL,
  schema INTEGER NOT NULL
) STRICT;
CREATE INDEX event_in_order ON event (study_day, time_ms, id);
CREATE INDEX event_of_device ON event (device, sequence);

-- Every name an item ever had, once.
CREATE TABLE item (
  n INTEGER PRIMARY KEY,
  deck TEXT NOT NULL,
  item TEXT NOT NULL,
  UNIQUE (deck, item)
) STRICT;

CREATE TABLE answer (
  event INTEGER PRIMARY KEY REFERENCES event (n),
  session BLOB NOT NULL CHECK (length(session) = 16),
  mode TEXT NOT NULL,
  scheduled INTEGER NOT NULL,
  relearning INTEGER NOT NULL,
  aided INTEGER NOT NULL,
  hints INTEGER NOT NULL,
  time_over INTEGER NOT NULL,
  seconds REAL NOT NULL,
  item INTEGER NOT NULL REFERENCES item (n),
  content_hash TEXT NOT NULL,
  text TEXT NOT NULL,
  grader TEXT NOT NULL,
  encoder TEXT NOT NULL,
  judge TEXT NOT NULL
) STRICT;
CREATE INDEX answer_of_item ON answer (item);
CREATE INDEX answer_of_session ON answer (session);

CREATE TABLE answer_point (
  event INTEGER NOT NULL REFERENCES answer (event),
  place INTEGER NOT NULL,
  point TEXT NOT NULL,
  weight REAL NOT NULL,
  automatic TEXT NOT NULL,
  verdict TEXT NOT NULL,
  rating INTEGER NOT NULL,
  credit REAL NOT NULL,
  confidence REAL NOT NULL,
  evidence_begin INTEGER,
  evidence_end INTEGER,
  PRIMARY KEY (event, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE retraction (
  event INTEGER PRIMARY KEY REFERENCES event (n),
  target BLOB NOT NULL
) STRICT;
CREATE INDEX retraction_of ON retraction (target);

-- A deck has no item and no point, an item no point: empty text stands for that.
CREATE TABLE alias (
  event INTEGER PRIMARY KEY REFERENCES event (n),
  from_deck TEXT NOT NULL,
  from_item TEXT NOT NULL,
  from_point TEXT NOT NULL,
  to_deck TEXT NOT NULL,
  to_item TEXT NOT NULL,
  to_point TEXT NOT NULL
) STRICT;
CREATE INDEX alias_from ON alias (from_deck, from_item);
CREATE INDEX alias_to ON alias (to_deck, to_item);

CREATE TABLE wording (
  event INTEGER PRIMARY KEY REFERENCES event (n),
  item INTEGER NOT NULL REFERENCES item (n),
  point TEXT NOT NULL,
  text TEXT NOT NULL,
  effect TEXT NOT NULL,
  answer BLOB
) STRICT;
CREATE INDEX wording_of_item ON wording (item);
CREATE INDEX wording_of_answer ON wording (answer) WHERE answer IS NOT NULL;

CREATE TABLE parameters (
  event INTEGER PRIMARY KEY REFERENCES event (n),
  weights TEXT NOT NULL,
  first_day INTEGER,
  last_day INTEGER,
  reviews INTEGER NOT NULL
) STRICT;

-- Suspension (flag), bury (day), reset and reschedule (day) of an item or a point.
CREATE TABLE control (
  event INTEGER PRIMARY KEY REFERENCES event (n),
  item INTEGER NOT NULL REFERENCES item (n),
  point TEXT NOT NULL,
  flag INTEGER NOT NULL,
  day INTEGER
) STRICT;
CREATE INDEX control_of_item ON control (item);

CREATE TABLE redaction (
  event INTEGER PRIMARY KEY REFERENCES event (n),
  answer BLOB NOT NULL
) STRICT;
CREATE INDEX redaction_of ON redaction (answer);

-- Items as they were asked, by content hash.
CREATE TABLE content (
  hash TEXT PRIMARY KEY,
  question TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE content_point (
  hash TEXT NOT NULL REFERENCES content (hash),
  place INTEGER NOT NULL,
  point TEXT NOT NULL,
  wording TEXT NOT NULL,
  PRIMARY KEY (hash, place)
) STRICT, WITHOUT ROWID;

-- Append-only -------------------------------------------------------------------------------------

CREATE TRIGGER event_keeps BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER item_keeps BEFORE UPDATE ON item
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER item_stays BEFORE DELETE ON item
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER answer_point_keeps BEFORE UPDATE ON answer_point
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER answer_point_stays BEFORE DELETE ON answer_point
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER retraction_keeps BEFORE UPDATE ON retraction
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER retraction_stays BEFORE DELETE ON retraction
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER alias_keeps BEFORE UPDATE ON alias
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER alias_stays BEFORE DELETE ON alias
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER parameters_keeps BEFORE UPDATE ON parameters
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER parameters_stays BEFORE DELETE ON parameters
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER control_keeps BEFORE UPDATE ON control
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER control_stays BEFORE DELETE ON control
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER redaction_keeps BEFORE UPDATE ON redaction
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER redaction_stays BEFORE DELETE ON redaction
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER content_keeps BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER content_stays BEFORE DELETE ON content
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER content_point_keeps BEFORE UPDATE ON content_point
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER content_point_stays BEFORE DELETE ON content_point
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- Text alone may change, to nothing, once a redaction asks for it.
CREATE TRIGGER answer_keeps BEFORE UPDATE ON answer
WHEN NEW.text <> '' OR NEW.event IS NOT OLD.event OR NEW.session IS NOT OLD.session
  OR NEW.mode IS NOT OLD.mode OR NEW.scheduled IS NOT OLD.scheduled
  OR NEW.relearning IS NOT OLD.relearning OR NEW.aided IS NOT OLD.aided
  OR NEW.hints IS NOT OLD.hints OR NEW.time_over IS NOT OLD.time_over
  OR NEW.seconds IS NOT OLD.seconds OR NEW.item IS NOT OLD.item
  OR NEW.content_hash IS NOT OLD.content_hash OR NEW.grader IS NOT OLD.grader
  OR NEW.encoder IS NOT OLD.encoder OR NEW.judge IS NOT OLD.judge
  OR NOT EXISTS (SELECT 1 FROM redaction JOIN event ON redaction.answer = event.id
                 WHERE event.n = OLD.event)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER answer_stays BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER wording_keeps BEFORE UPDATE ON wording
WHEN NEW.text <> '' OR NEW.event IS NOT OLD.event OR NEW.item IS NOT OLD.item
  OR NEW.point IS NOT OLD.point OR NEW.effect IS NOT OLD.effect OR NEW.answer IS NOT OLD.answer
  OR NOT EXISTS (SELECT 1 FROM redaction WHERE redaction.answer = OLD.answer)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER wording_stays BEFORE DELETE ON wording
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

-- Rules: what the decks and the configuration say about scheduling --------------------------------

CREATE TABLE deck_rule (
  deck TEXT PRIMARY KEY,
  stamp TEXT NOT NULL,
  desired_retention REAL NOT NULL,
  floor REAL,
  maximum_interval INTEGER NOT NULL,
  fuzz INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE item_rule (
  item INTEGER PRIMARY KEY REFERENCES item (n),
  desired_retention REAL NOT NULL,
  floor REAL,
  maximum_interval INTEGER NOT NULL,
  fuzz INTEGER NOT NULL
) STRICT;
-- Points with history that the item no longer has.
CREATE TABLE retired_point (
  item INTEGER NOT NULL REFERENCES item (n),
  point TEXT NOT NULL,
  PRIMARY KEY (item, point)
) STRICT, WITHOUT ROWID;

-- Derived -----------------------------------------------------------------------------------------

CREATE TABLE item_state (
  item INTEGER PRIMARY KEY REFERENCES item (n),
  due INTEGER,
  due_reason TEXT,
  suspended INTEGER NOT NULL,
  buried_until INTEGER,
  rescheduled INTEGER,
  introduced INTEGER,
  answers INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  last_time_ms INTEGER NOT NULL,
  last_id BLOB NOT NULL
) STRICT;
CREATE INDEX item_due ON item_state (due) WHERE due IS NOT NULL;
CREATE INDEX item_introduced ON item_state (introduced) WHERE introduced IS NOT NULL;

CREATE TABLE point_state (
  item INTEGER NOT NULL REFERENCES item (n),
  point TEXT NOT NULL,
  weight REAL NOT NULL,
  suspended INTEGER NOT NULL,
  stability REAL,
  difficulty REAL,
  last_review INTEGER,
  reviews INTEGER NOT NULL,
  lapses INTEGER NOT NULL,
  first_recall INTEGER,
  PRIMARY KEY (item, point)
) STRICT, WITHOUT ROWID;

-- The database itself -----------------------------------------------------------------------------

-- `device`: id of this database. `derived`: version of the replay that made the derived tables.
CREATE TABLE about (
  key TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;
