"""Fits a review log with Anki's own optimisation and prints what it took; for
scripts/bench-optimizer.  python optimizer_anki.py LOG.csv

Only the optimisation is timed, not the making of the collection: Anki would have it already.
"""
import csv, json, os, sys, tempfile, time

os.environ["TZ"] = "UTC"
time.tzset()
from anki.collection import Collection  # noqa: E402

DAY, FOUR_HOURS = 86_400_000, 14_400_000
LEARN, REVIEW, RELEARN = 0, 1, 2

with tempfile.TemporaryDirectory() as folder:
    collection = Collection(folder + "/collection.anki2")
    rows, first, last, latest = [], {}, {}, 0
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            card, at = int(row["card_id"]), int(row["review_time"])
            day = (at - FOUR_HOURS) // DAY
            first.setdefault(card, day)
            kind = LEARN if day == first[card] else RELEARN if day == last.get(card) else REVIEW
            last[card] = day
            latest = max(latest + 1, at)  # ids are times, and unique
            rows.append((latest, card, 0, int(row["review_rating"]), 1, 1, 2500, 5000, kind))
    collection.db.executemany("INSERT INTO revlog VALUES (?,?,?,?,?,?,?,?,?)", rows)
    collection.db.executemany(
        "INSERT INTO cards VALUES (?,?,1,0,0,0,2,2,1,1,2500,1,0,0,0,0,0,'{}')",
        [(card, card) for card in first])
    collection.db.executemany(
        "INSERT INTO notes VALUES (?,?,?,0,0,'','x','x',0,0,'')",
        [(card, str(card), collection.models.all()[0]["id"]) for card in first])
    start, cpu = time.perf_counter(), time.process_time()
    result = collection._backend.compute_fsrs_params(
        search="", current_params=[], ignore_revlogs_before_ms=0, num_of_relearning_steps=1,
        health_check=False)
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    collection.close()
print(json.dumps({"all": seconds, "all_cpu": cpu, "items": result.fsrs_items, "parameters": list(result.params)}))
