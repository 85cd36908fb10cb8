-- Schema version 5: a redaction reaches the events that forget what the answer taught, too.

-- Text alone may change, to nothing, once a redaction asks for it.
DROP TRIGGER wording_keeps;
CREATE TRIGGER wording_keeps BEFORE UPDATE ON wording
WHEN NEW.text <> '' OR NEW.event IS NOT OLD.event OR NEW.item IS NOT OLD.item
  OR NEW.point IS NOT OLD.point OR NEW.effect IS NOT OLD.effect OR NEW.answer IS NOT OLD.answer
  OR NOT EXISTS (SELECT 1 FROM redaction WHERE redaction.answer = OLD.answer)
  AND NOT (OLD.effect = 'forget' AND EXISTS (
    SELECT 1 FROM redaction JOIN wording taught ON taught.answer = redaction.answer
    WHERE taught.text = OLD.text))
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
