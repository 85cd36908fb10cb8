-- Schema version 4: how many new items each deck has, so that those of a day are counted without a look at every deck.

-- The smallest of the items, as `new_per_day` is the largest.
ALTER TABLE deck_rule ADD COLUMN least_new_per_day INTEGER NOT NULL DEFAULT 0;
UPDATE deck_rule SET least_new_per_day =
  coalesce((SELECT min(new_per_day) FROM deck_item WHERE deck_item.deck = deck_rule.deck), 0);

-- Items of the deck whose `fresh_from` is not empty. Kept by the triggers alone, whoever writes.
CREATE TABLE deck_fresh (
  deck TEXT PRIMARY KEY,
  items INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO deck_fresh SELECT deck, count(*) FROM deck_item WHERE fresh_from IS NOT NULL GROUP BY deck;

CREATE TRIGGER deck_item_comes AFTER INSERT ON deck_item WHEN NEW.fresh_from IS NOT NULL
BEGIN
  INSERT INTO deck_fresh (deck, items) VALUES (NEW.deck, 1)
  ON CONFLICT (deck) DO UPDATE SET items = items + excluded.items;
END;
CREATE TRIGGER deck_item_goes AFTER DELETE ON deck_item WHEN OLD.fresh_from IS NOT NULL
BEGIN
  UPDATE deck_fresh SET items = items - 1 WHERE deck = OLD.deck;
END;
CREATE TRIGGER deck_item_ages AFTER UPDATE OF fresh_from ON deck_item
WHEN (OLD.fresh_from IS NULL) <> (NEW.fresh_from IS NULL)
BEGIN
  INSERT INTO deck_fresh (deck, items) VALUES (NEW.deck, iif(NEW.fresh_from IS NULL, -1, 1))
  ON CONFLICT (deck) DO UPDATE SET items = items + excluded.items;
END;

-- The few new items that are not to be asked before a day.
CREATE INDEX deck_item_later ON deck_item (fresh_from, deck) WHERE fresh_from > 0;
