-- Schema version 2: what the decks say of items and points is kept, so that a day's work is found by
-- an index and no deck need be read for it.

ALTER TABLE deck_rule ADD COLUMN new_per_day INTEGER NOT NULL DEFAULT 0;
DELETE FROM deck_rule;  -- every deck tells its rules anew
DELETE FROM item_rule;

DROP TABLE retired_point;

-- The items of each deck in the order of its file. `points`: ids and weights of its points (rules.cpp).
-- `fresh_from`: the day from which on it may be asked as a new one; derived, empty if it is not new or
-- not to be asked.
CREATE TABLE deck_item (
  deck TEXT NOT NULL,
  item TEXT NOT NULL,
  place INTEGER NOT NULL,
  new_per_day INTEGER NOT NULL,
  points TEXT NOT NULL,
  fresh_from INTEGER,
  PRIMARY KEY (deck, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX deck_item_fresh ON deck_item (deck, place, fresh_from, new_per_day)
  WHERE fresh_from IS NOT NULL;

-- Folders that are shared with other devices: every event up to number `shared` is in the folder, as
-- long as its segments are as they were seen. Times in nanoseconds.
CREATE TABLE sync_folder (
  folder TEXT PRIMARY KEY,
  shared INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_segment (
  folder TEXT NOT NULL REFERENCES sync_folder (folder) ON DELETE CASCADE,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  hash INTEGER NOT NULL,
  sound INTEGER NOT NULL,
  PRIMARY KEY (folder, name)
) STRICT, WITHOUT ROWID;
