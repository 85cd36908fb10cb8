#!/usr/bin/env python3
"""The schema for editors and the reader of decks agree: schema.py PITH. Ends with 77 (skipped) where
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
schema = json.loads((root / "schema/deck.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)

POINTS = "items:\n  - question: q\n    points: "
GOOD = [
    "items: []",
    POINTS + "[a, b: c, {point: d, id: e, weight: 2, accept: x, reject: [y], was: z, group: g}]",
    "items:\n  - {id: 7, question: q, answer: 20, tolerance: 0.5, was: moat/wall}",
    "items:\n  - {question: q, answer: [a, b], hints: h, pass: 0.5, time_limit: 1h30m}",
    "items:\n  - {question: q, choices: {correct: a, wrong: [b, c]}}",
    "items:\n  - cloze: 'a {{b}}'",
    "deck: x\ntags: t\ndefaults: {new_per_day: 0}\nitems:\n  - {front: f, back: b, reversed: true}",
    POINTS + "[a]\n    samples: [{answer: x, hits: []}]",
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
]


def pith_takes(text, folder):
    deck = folder / "deck.yaml"
    deck.write_text(text)
    result = subprocess.run([sys.argv[1], "check", str(deck), "--db", str(folder / "none.db")],
                            capture_output=True, env={"HOME": str(folder)}, check=False)
    return result.returncode == 0


wrong = 0
with tempfile.TemporaryDirectory() as folder:
    for text in GOOD + BAD:
        schema_takes = validator.is_valid(yaml.safe_load(text))
        wanted = text in GOOD
        reader_takes = pith_takes(text, pathlib.Path(folder))
        if schema_takes != wanted or reader_takes != wanted:
            print(f"wanted {wanted}, schema {schema_takes}, reader {reader_takes}:\n{text}\n")
            wrong += 1
shipped = subprocess.run([str(root / "scripts/check-schema")], check=False)
sys.exit(1 if wrong or shipped.returncode else 0)
