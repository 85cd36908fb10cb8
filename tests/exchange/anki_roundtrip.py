"""A collection of 60 notes of every kind and 300 reviews, made by Anki, through pith and back into Anki.

Run by scripts/check-anki. Every line compares a field on both sides; the exit status is 1 if any differs.
"""
import json
import os
import random
import subprocess
import sys
import tempfile

from anki.collection import (Collection, ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest,
                             DeckIdLimit)

pith = os.path.abspath(sys.argv[1])
failures = 0


def check(what, left, right):
    global failures
    good = left == right
    failures += not good
    print(f"{'same  ' if good else 'DIFFER'} {what}: {left if good else f'{left!r} / {right!r}'}"[:200])


def new_collection(folder, name):
    return Collection(os.path.join(folder, name + ".anki2"))


def add(col, kind, deck, fields, tags=()):
    note = col.new_note(col.models.by_name(kind))
    for index, text in enumerate(fields):
        note.fields[index] = text
    note.tags = list(tags)
    col.add_note(note, col.decks.id(deck))
    return note


def fill(col):
    """60 notes: basic, reversed, optional reversed, typed, cloze, in nested decks, with media and tags."""
    picture = col.media.write_data("leaf.png", b"\x89PNG not really")
    for n in range(12):
        add(col, "Basic", "Tea", [f"What is <b>{n}</b> &lt;plus&gt; {n}?", f"<ul><li>{2 * n}</li><li>even</li></ul>"], ["sum", f"n{n}"])
        add(col, "Basic (and reversed card)", "Tea::Green", [f"word {n}", f"词{n}"])
        add(col, "Basic (optional reversed card)", "Tea::Green::Asia", [f"maybe {n}", f"也许{n}<br><img src=\"{picture}\">", "y" if n % 2 else ""])
        add(col, "Basic (type in the answer)", "Coffee", [f"Type {n}", f"typed {n}"])
        add(col, "Cloze", "Coffee", [f"{{{{c1::Tea {n}::drink}}}} has {{{{c2::caffeine}}}} \\(x^{n}\\)", "extra" if n % 3 else ""])


def review(col, count):
    """Reviews as Anki's log has them, spread over 100 days; the cards' states follow."""
    generator = random.Random(1)
    cards = col.db.list("select id from cards order by id")
    start = 1_700_000_000_000
    for n in range(count):
        ease = generator.choice([1, 2, 3, 3, 3, 4])
        when = start + n * 28_800_000 + n
        col.db.execute("insert into revlog values (?,?,-1,?,?,?,2500,?,1)", when, generator.choice(cards), ease, n % 30 + 1, n % 30, 3000 + n)
    suspended = cards[3:6]
    col.sched.suspend_cards(suspended)
    return suspended


def export(col, path, legacy):
    col.export_anki_package(out_path=path, limit=None, options=ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy))


def run(folder, *arguments):
    environment = dict(os.environ, XDG_DATA_HOME=folder + "/data", XDG_CONFIG_HOME=folder + "/config", XDG_CACHE_HOME=folder + "/cache",
                       TZ="UTC", LC_ALL="C.UTF-8")
    done = subprocess.run([pith, *arguments], capture_output=True, text=True, env=environment)
    if done.returncode != 0:
        sys.exit(f"pith {' '.join(arguments)} failed ({done.returncode}): {done.stderr}")
    return done.stdout


def pith_decks(folder):
    return json.loads(run(folder, "export", "--format", "json"))["decks"]


def into_pith(folder, package, col, suspended):
    report = json.loads(run(folder, "import", package, "--json"))["files"][0]
    notes, cards, reviews = (col.db.scalar(f"select count(*) from {table}") for table in ("notes", "cards", "revlog"))
    decks = pith_decks(folder)
    items = {item["id"]: item for deck in decks for item in deck["items"]}
    check("nothing left out", report["left_out"], [])
    check("decks", sorted(deck["title"] for deck in decks), ["Coffee", "Tea"])
    points = sum(len(item["points"]) for item in items.values())
    check("cards = points", points, cards)
    check("reviews in the file", report["reviews"], reviews)
    answers = json.loads(run(folder, "log", "--json", "--count", "100000"))["answers"]
    check("reviews in pith's log", len(answers), reviews)
    ratings = sorted(answer["points"][0]["rating"] for answer in answers)
    check("ratings", ratings, sorted(col.db.list("select ease from revlog")))
    times = sorted(round(answer["seconds"], 3) for answer in answers)
    check("seconds", times, sorted(round(ms / 1000, 3) for ms in col.db.list("select time from revlog")))
    check("suspended", report["new_events"] - reviews, len(suspended))
    check("media", report["media"], 1)
    fronts = sorted(item["question"] for item in items.values())
    check("a front with markup", "What is **3** <plus> 3?" in fronts, True)
    check("lists", any(point["name"] == "- 6\n- even" for item in items.values() for point in item["points"]), True)
    check("hints and math of clozes", sum("[drink]" in item["question"] and "\\(x^" in item["question"] for item in items.values()), 12)
    check("typed answers", sum(item["kind"] == "short_answer" for item in items.values()), 12)
    check("tags", sum("sum" in item["tags"] for item in items.values()), 12)
    check("nested decks as tags", sum("Green::Asia" in item["tags"] for item in items.values()) > 0, True)
    second = json.loads(run(folder, "import", package, "--replace", "--json"))["files"][0]
    check("a second import adds", second["new_events"], 0)
    return notes, cards, reviews, items


def into_anki(folder, package, expected):
    col = new_collection(folder, "target")
    log = col.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=ImportAnkiPackageOptions(with_scheduling=True))).log
    check("notes new to Anki", len(log.new), expected[0])
    for number, table in enumerate(("notes", "cards", "revlog")):
        check(f"{table} in Anki", col.db.scalar(f"select count(*) from {table}"), expected[number])
    problems, sound = col.fix_integrity()
    check("Anki finds the collection sound", (problems if not sound else "sound"), "sound")
    return col


def compare_back(source, target):
    """Fields, tags and reviews of the same notes in the first and in the last collection."""
    theirs = {guid: (flds, tags) for guid, flds, tags in target.db.all("select guid, flds, tags from notes")}
    known = source.db.all("select guid, flds, tags from notes")
    check("GUIDs", sorted(theirs), sorted(guid for guid, _, _ in known))
    plain = [(guid, flds.split("\x1f"), tags) for guid, flds, tags in known]
    same = sum(theirs[guid][0].split("\x1f")[0].replace("&quot;", '"') == fields[0] for guid, fields, _ in plain)
    check("first fields byte for byte", same, len(plain))
    check("own tags kept", sum(set(tags.split()) <= set(theirs[guid][1].split()) for guid, _, tags in plain), len(plain))
    query = "select r.id, r.ease, r.time from revlog r order by r.id"
    check("reviews: time, rating, ms", source.db.all(query) == target.db.all(query), True)
    query = "select count(*) from cards where queue = -1"
    check("suspended cards", target.db.scalar(query), source.db.scalar(query))


for legacy in (False, True):
    with tempfile.TemporaryDirectory() as folder:
        print(f"== a package of the {'old' if legacy else 'present'} layout")
        source = new_collection(folder, "source")
        fill(source)
        suspended = review(source, 300)
        package = os.path.join(folder, "source.apkg")
        export(source, package, legacy)
        notes, cards, reviews, items = into_pith(folder, package, source, suspended)
        check("notes made", notes, 60)
        out = os.path.join(folder, "out.apkg")
        run(folder, "export", "--format", "apkg", "-o", out)
        target = into_anki(folder, out, (notes, cards, reviews))
        compare_back(source, target)
        source.close()
        target.close()
sys.exit(1 if failures else 0)
