-- Schema version 3: how long what is due on the days to come may wait stands in the index of due days,
-- so that an even load can be found without a look at the memories of later items.

-- `waits_until`: the last day it may be asked on instead; 0 if it is not to be put off, empty if it
-- is not to be asked. `of_deck`: what the item's name says already.
ALTER TABLE item_state ADD COLUMN waits_until INTEGER;
ALTER TABLE item_state ADD COLUMN of_deck TEXT NOT NULL DEFAULT '';
UPDATE item_state SET of_deck = (SELECT deck FROM item WHERE n = item_state.item);
DROP INDEX item_due;
CREATE INDEX item_due ON item_state (due, waits_until, buried_until, of_deck) WHERE due IS NOT NULL;

UPDATE deck_rule SET stamp = '';  -- every deck tells its rules anew, and with them these columns
