#!/usr/bin/env python3
"""The schemas for editors and the readers of decks and practices agree: schema.py PITH. Ends with 77 (skipped) where
python3-jsonschema or python3-yaml is missing."""
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
    import yaml
except ImportError:
    sys.exit(77)

root = pathlib.Path(__file__).resolve().parents[2]


def validator_for(name):
    schema = json.loads((root / "schema" / name).read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


validators = {kind: validator_for(f"{kind}.schema.json") for kind in ("deck", "practice")}

POINTS = "items:\n  - question: q\n    points: "
GOOD = [
    "items:\n  - {question: " + "q" * 16000 + ", points: [a]}",
    "items:\n  - {front: " + "f" * 200000 + ", back: b}",
    "items: []",
    POINTS + "[a, b: c, {point: d, id: e, weight: 2, accept: x, reject: [y], was: z, group: g}]",
    "items:\n  - {id: 7, question: q, answer: 20, tolerance: 0.5, was: moat/wall}",
    "items:\n  - {question: q, answer: [a, b], hints: h, pass: 0.5, time_limit: 1h30m}",
    "items:\n  - {question: q, choices: {correct: a, wrong: [b, c]}}",
    "items:\n  - cloze: 'a {{b}}'",
    "deck: x\ntags: t\ndefaults: {new_per_day: 0}\nitems:\n  - {front: f, back: b, reversed: true}",
    POINTS + "[a]\n    samples: [{answer: x, hits: []}]",
    "deck: 2024\nlanguage: en-x-law\nitems: []",
    POINTS + "[{point: a, id: true}, {name: a}, {weights: b}]",
    "items:\n  - {id: 一　二, question: q, answer: true}",
]
BAD = [
    "deck: x",
    "deck: Big\nitems: []",
    "title: ''\nitems: []",
    "language: '?'\nitems: []",
    "itmes: []\nitems: []",
    "defaults: {pass: 2}\nitems: []",
    "defaults: {time_limit: soon}\nitems: []",
    "items: {a: b}",
    "items: [text]",
    "items:\n  - question: q",
    "items:\n  - {question: q, answer: a, points: [b]}",
    "items:\n  - {front: f}",
    "items:\n  - {id: 'a/b', front: f, back: b}",
    "items:\n  - {id: -a, front: f, back: b}",
    "items:\n  - {question: q, answer: []}",
    "items:\n  - {question: q, choices: {correct: a}}",
    "items:\n  - cloze: no gap",
    POINTS + "[]",
    POINTS + "text",
    POINTS + "[{point: a, weight: 0}]",
    POINTS + "[{point: a, detail: ' '}]",
    POINTS + "[{detail: a, weight: 2}]",
    POINTS + "[{point: a, acept: b}]",
    POINTS + "[" + ", ".join(f"p{i}" for i in range(101)) + "]",
    POINTS + "[a]\n    samples: [{answer: x}]",
    "deck: manual\nitems: []",
    "language: english\nitems: []",
    "defaults: {time_limit: 0m}\nitems: []",
    "defaults: {time_limit: 1000000000s}\nitems: []",
    "defaults: {new_per_day: 1000001}\nitems: []",
    POINTS + "[{detail: a}]",
    POINTS + "[{weight: a}]",
    POINTS + "[{' ': a}]",
    POINTS + "[" + "n" * 4001 + "]",
    "items:\n  - {question: " + "q" * 16001 + ", points: [a]}",
    "items:\n  - {question: q, answer: a, example: " + "e" * 200001 + "}",
    "items:\n  - cloze: '{{a}} " + "c" * 200001 + "'",
    POINTS + "[{point: a, detail: " + "n" * 16001 + "}]",
    POINTS + "[a]\n    tolerance: 1",
    POINTS + "[a]\n    front: f",
    "items:\n  - {id: " + "i" * 201 + ", question: q, answer: a}",
    "items:\n  - {question: q, answer: a, reversed: true}",
    "items:\n  - {question: q, cloze: 'a {{b}}'}",
    "items:\n  - {question: q, front: f, back: b}",
    "items:\n  - {front: f, back: b, samples: []}",
    "items:\n  - {question: q, choices: {correct: a, wrong: []}}",
    "items:\n  - {question: q, choices: {correct: a, wrong: [b, b]}}",
    "items:\n  - cloze: 'a {{b'",
    "items:\n  - cloze: 'a {{}}'",
]
GOOD_PRACTICES = [
    "practice: 2024\nselect: 7",
    "practice: p\nselect: [d/*, true]\norder: mixed\ncount: 3\ntime: 1h\nseed: 9007199254740991",
    "practice: p\nfeedback: end\nfollow_up: true\nreports: [a.md, b.json]",
    "practice: p\nrepeat_missed: true\nschedule: false\nreports: a.tap",
    "practice: p\nsections: [{name: a, choose: due}, {name: b, order: file, time: 90s, time_limit: 2m}]",
]
BAD_PRACTICES = [
    "select: d",
    "practice: ''",
    "practice: p\nselect: ''",
    "practice: p\nselect: {a: b}",
    "practice: p\nselects: d",
    "practice: p\ncount: 0",
    "practice: p\ncount: 1000001",
    "practice: p\ntime: 0s",
    "practice: p\npass: 60",
    "practice: p\nseed: 9007199254740993",
    "practice: p\nseed: -1",
    "practice: p\nchoose: due\norder: file",
    "practice: p\nfollow_up: true",
    "practice: p\nfeedback: end\nrepeat_missed: true",
    "practice: p\nreports: [a.doc]",
    "practice: p\nsections: []",
    "practice: p\nsections: [{select: d}]",
    "practice: p\nsections: [{name: a, pass: 1}]",
    "practice: p\nsections: [{name: a, choose: due, order: file}]",
]


def pith_takes(kind, text, folder):
    file = folder / f"{kind}.yaml"
    file.write_text(text)
    deck = folder / "decks" / "d.yaml"
    deck.parent.mkdir(exist_ok=True)
    deck.write_text("items:\n  - {id: '7', question: q, answer: a, tags: [x]}\n")
    for name in ("7", "true"):  # what the practices select
        (deck.parent / f"{name}.yaml").write_text("items:\n  - {question: q, answer: a}\n")
    action = ["check", file] if kind == "deck" else ["run", file, "--dry-run", "--decks", deck.parent]
    result = subprocess.run([sys.argv[1], *map(str, action), "--db", str(folder / "none.db")],
                            capture_output=True, env={"HOME": str(folder)}, check=False)
    if result.returncode not in (0, 3):
        sys.exit(f"exit status {result.returncode}:\n{text}\n{result.stderr.decode()}")
    return result.returncode == 0


wrong = 0
with tempfile.TemporaryDirectory() as folder:
    samples = [(kind, text, wanted)
               for kind, good, bad in (("deck", GOOD, BAD), ("practice", GOOD_PRACTICES, BAD_PRACTICES))
               for wanted, texts in ((True, good), (False, bad)) for text in texts]
    for kind, text, wanted in samples:
        schema_takes = validators[kind].is_valid(yaml.safe_load(text))
        reader_takes = pith_takes(kind, text, pathlib.Path(folder))
        if schema_takes != wanted or reader_takes != wanted:
            print(f"{kind}: wanted {wanted}, schema {schema_takes}, reader {reader_takes}:\n{text[:300]}\n")
            wrong += 1
shipped = subprocess.run([str(root / "scripts/check-schema")], check=False)
sys.exit(1 if wrong or shipped.returncode else 0)
