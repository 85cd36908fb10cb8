#!/usr/bin/env python3
"""What others wrote works on no terminal: hostile text in every field of decks, answers, imports, practice files, settings,
file names, shared folders and servers' replies, through every command that prints, as a process.

    output_audit.py PITH       Exit status 1, with the command and the place, if anything comes through."""
import contextlib
import http.server
import json
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import tempfile
import threading
import time

PITH = os.path.abspath(sys.argv[1])
PATIENCE = 120

# A colour that pith never uses, a title, bell, backspace, return, NUL, DEL, C1 (CSI, OSC), writing direction, zero width.
EVIL = "x\x1b[5;95my\x1b]0;t\x07\x08\r\x0b\x00\x7f\x9b31m\x9d\u202e\u2066\u200e\u200b\u061c\u2028z"
TYPED = EVIL.replace("\r", "").replace("\x00", "")  # what a line of input or an argument can hold
NAME = TYPED.replace("\u2028", "")
HIDDEN = set(range(0x202A, 0x202F)) | set(range(0x2066, 0x206A)) | {0x200B, 0x200E, 0x200F, 0x061C, 0x2028, 0x2029}
OWN_COLOURS = re.compile(r"\x1b\[(?!5;95m)[0-9;]*m")


def quoted(text):
    """As YAML and JSON both read it."""
    return json.dumps(text)


def evil(name):
    return quoted(f"{name} {EVIL}")


DECK = f"""deck: d
title: {evil("title")}
description: {evil("description")}
author: {evil("author")}
source: {evil("source")}
license: {evil("license")}
tags: [{evil("decktag")}]
items:
  - id: points
    question: {evil("q1")}
    points:
      - {{point: {evil("apples")}, detail: {evil("red")}, group: {evil("g")}, accept: [{evil("pears")}], reject: [{evil("plums")}]}}
      - {{point: {evil("oranges")}, detail: {evil("round")}, was: {evil("lemons")}}}
    hints: [{evil("hint")}]
    explanation: {evil("explanation")}
    example: {evil("example")}
    tags: [{evil("tag")}, tag]
    samples: [{{answer: {evil("apples")}, hits: [{evil("oranges")}]}}]
  - {{question: {evil("q0")}, points: [{evil("a")}]}}
  - {{id: short, question: {evil("q2")}, answer: [{evil("one")}, {evil("two")}]}}
  - {{id: number, question: {evil("q3")}, answer: 3}}
  - {{id: choices, question: {evil("q4")}, choices: {{correct: [{evil("right")}], wrong: [{evil("wrong")}]}}}}
  - {{id: cloze, cloze: {quoted("a {{c1::gap " + EVIL + "::cue " + EVIL + "}} b " + EVIL)}}}
  - {{id: card, front: {evil("front")}, back: {evil("back")}, reversed: true}}
"""
BROKEN = f"""deck: {evil("b")}
{evil("titel")}: t
items:
  - {{question: {evil("q")}, {evil("answr")}: x, points: [{evil("p")}, {evil("p")}]}}
  - {{question: {evil("q")}, answer: {{{evil("a")}: 1}}, time_limit: {evil("t")}, was: [{evil("w")}]}}
  - {{cloze: {quoted("{{c0::" + EVIL)}}}
  - {{id: {evil("id")}, question: q, points: [a], weight: {evil("w")}, samples: [{{answer: a, hits: [{evil("h")}]}}]}}
  - {evil("item")}
"""
PRACTICE = f"""practice: {evil("practice")}
sections:
  - {{name: {evil("section")}, select: [d]}}
"""
BROKEN_PRACTICE = f"""practice: {evil("practice")}
{evil("key")}: 1
select: [{evil("nothing")}]
order: {evil("order")}
"""
IMPORTS = {
    "table.csv": f"front,back,tags,hint\nq {TYPED},a {TYPED},{TYPED},{TYPED}\n{TYPED},,\n",
    "cards.md": f"Q: q {TYPED}\nA: a {TYPED}\n\nloose {TYPED}\n\nC: [gap {TYPED}] {TYPED}\n",
    "notes.md": f"# {TYPED}\n\n## 1. q {TYPED}?\n\n- **a {TYPED}**: b {TYPED}\n\nrest {TYPED}\n",
    "drill.org": f"* Item {TYPED} :drill:\nq {TYPED}\n** Answer\na {TYPED}\n",
    "raw.csv": b"\xff\xfe\x1b[5;95m,\x9b\x00\n\x80\x81,\x1b]0;t\x07\n",
    "no.apkg": b"PK\x03\x04\x1b[5;95m" + b"\x9b" * 40,
}


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & (1 << 64) - 1
    return value


def sealed(record):
    text = json.dumps(record, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()
    return b"%016x %s\n" % (fnv1a(text), text)


def segment():
    """What another device may have put into a shared folder: names and texts of any kind."""
    device = "02b7053b-b7e0-7ef3-abd5-4068328f3599"
    lines = [sealed({"kind": "segment", "version": 1, "device": device}),
             sealed({"kind": "content", "hash": f"h{EVIL}", "question": f"q {EVIL}", "points": [[f"p {EVIL}", f"w {EVIL}"]]}),
             b"0123456789abcdef damaged " + TYPED.encode() + b"\n"]

    def event(number, kind, body):
        lines.append(sealed({"kind": kind, "id": f"01a230d5-1280-7fa8-9a31-e307cd14fd{number:02x}", "device": device,
                             "sequence": number, "time": 1796029200000 + number, "offset": 0, "day": 20787, "schema": 2, "body": body}))

    def answer(deck, item, points):
        return {"aided": False, "content": f"h{EVIL}", "deck": deck, "item": item, "encoder": f"e {EVIL}", "grader": f"g {EVIL}",
                "judge": f"j {EVIL}", "hints": 0, "mode": "review", "relearning": False, "scheduled": True, "seconds": 1.0,
                "session": "01a230d5-1280-73ed-8e4b-89b3eedb9fbe", "text": f"said {EVIL}", "time_over": False,
                "points": [{"automatic": "hit", "confidence": 1.0, "credit": 1.0, "id": point, "rating": 3, "verdict": "hit",
                            "weight": 1.0, "evidence": [0, 5]} for point in points]}

    event(1, "answer", answer(f"deck {EVIL}", f"item {EVIL}", [f"p {EVIL}"]))
    event(2, "answer", answer("d", f"item {EVIL}", [f"p {EVIL}"]))
    event(3, "answer", answer("d", "points", [f"gone {EVIL}"]))
    event(4, "wording", {"deck": "d", "item": "points", "point": f"gone {EVIL}", "text": f"said {EVIL}", "effect": "accept"})
    event(5, "suspension", {"deck": f"deck {EVIL}", "item": f"item {EVIL}", "point": "", "suspended": True})
    event(6, "alias", {"from": {"deck": f"o {EVIL}", "item": "a", "point": ""}, "to": {"deck": f"n {EVIL}", "item": "b", "point": ""}})
    return b"".join(lines)


class Server(http.server.BaseHTTPRequestHandler):
    """A judge whose every word is hostile."""

    def do_POST(self):  # noqa: N802
        self.rfile.read(int(self.headers["Content-Length"]))
        points = [{"point": n, "verdict": "hit", "quote": "apples", "reason": EVIL} for n in (1, 2)]
        body = json.dumps({"model": f"model {EVIL}", "error": EVIL,
                           "choices": [{"message": {"content": json.dumps({"points": points})}}]}).encode()
        self.send_response(200 if "good" in self.path else 500, "x\x1b[5;95m")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def found(text, allowed="\n\t"):
    """The first code point that a terminal may act upon, with what stands around it."""
    for at, c in enumerate(text):
        code = ord(c)
        if (code < 0x20 and c not in allowed) or 0x7F <= code < 0xA0 or code in HIDDEN:
            return f"U+{code:04X} in {text[max(0, at - 60):at + 20]!r}"
    return None


class Desk:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.failures = 0
        self.commands = 0
        self.base = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
                     "XDG_CONFIG_HOME": str(self.folder / "config"), "XDG_DATA_HOME": str(self.folder / "data"),
                     "XDG_CACHE_HOME": str(self.folder / "cache"), "PITH_NOW": "2026-12-01T09:00:00Z",
                     "PITH_DECKS": str(self.folder / "decks"), "PITH_DB": str(self.folder / "history.db"), "EDITOR": "true", "PAGER": "cat"}
        if "ASAN_OPTIONS" in os.environ:
            self.base["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"]

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    def run(self, *arguments, given="", **environment):
        return subprocess.run([PITH, *arguments], input=given.encode(), capture_output=True, timeout=PATIENCE,
                              env=self.base | environment, cwd=self.folder)

    def complain(self, arguments, what):
        self.failures += 1
        print(f"{' '.join(map(ascii, arguments))}\n    {what}", file=sys.stderr)

    def check(self, *arguments, given="", silent=False, **environment):
        """Nothing that the command prints works on a terminal, in both languages, with and without colours."""
        for language, colour in (("en", "always"), ("zh", "never")):
            done = self.run(*arguments, "--lang", language, "--color", colour, given=given, **environment)
            self.commands += 1
            for stream in (done.stdout, done.stderr):
                text = stream.decode("utf-8", "strict")
                problem = found(OWN_COLOURS.sub("", text.replace("\r\n", "\n") if "csv" in arguments[-1] else text))
                if problem:
                    self.complain(arguments, problem)
            if not silent and not done.stdout and not done.stderr:
                self.complain(arguments, f"printed nothing, status {done.returncode}")
            if done.returncode < 0:
                self.complain(arguments, f"died of signal {-done.returncode}")

    def check_json(self, *arguments, given="", lines=False):
        done = self.run(*arguments, given=given)
        self.commands += 1
        try:
            for text in done.stdout.decode().splitlines() if lines else [done.stdout.decode()]:
                json.loads(text)
            problem = found(done.stdout.decode())
        except ValueError as error:
            problem = f"no JSON: {error}: {done.stdout[:200]!r} {done.stderr[:200]!r}"
        if problem:
            self.complain(arguments, problem)

    def check_file(self, name):
        problem = found((self.folder / name).read_bytes().decode().replace("\r\n", "\n"))
        if problem:
            self.complain([name], problem)

    def check_screen(self, *arguments, keys=b"", **environment):
        """At a terminal pith draws by sequences of its own; none of the hostile ones may be among what it writes."""
        child, screen = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.execve(PITH, [PITH, *arguments], self.base | environment)
        seen, pending, deadline = b"", list(keys.split(b"|")), time.monotonic() + PATIENCE
        with contextlib.suppress(OSError):
            while time.monotonic() < deadline:
                ready, _, _ = select.select([screen], [], [], 0.5)
                if ready:
                    chunk = os.read(screen, 65536)
                    if not chunk:
                        break
                    seen += chunk
                elif seen:  # before that, the terminal itself echoes what is typed
                    os.write(screen, pending.pop(0) if pending else b"\x03")
        os.close(screen)
        os.waitpid(child, 0)
        self.commands += 1
        text = seen.decode("utf-8", "replace")
        for hostile in ("\x1b[5;95m", "\x1b]0;t", "\x0b", "\x00", "\x7f", "\x9b", "\x9d", "\x07\x08"):
            if hostile in text:
                self.complain(arguments, f"at a terminal: {hostile!r} in {text[max(0, text.index(hostile) - 60):][:120]!r}")
        hidden = HIDDEN & set(map(ord, text))
        if hidden:
            self.complain(arguments, f"at a terminal: {sorted(map(hex, hidden))}")
        if not seen or time.monotonic() > deadline:
            self.complain(arguments, "at a terminal: nothing seen, or no end")


def fill(desk):
    desk.write("decks/d.yaml", DECK)
    desk.write(f"broken/{NAME.replace('/', '')}.yaml", BROKEN)
    desk.write("bytes/raw.yaml", b"deck: r\nitems:\n - {question: \"\x1b[5;95m\xe2\x80\xae\xff\", answer: \x9b}\n")
    desk.write("one.yaml", PRACTICE)
    desk.write("bad.yaml", BROKEN_PRACTICE)
    desk.write("marked.jsonl", json.dumps({"item": "points", "answer": f"apples {EVIL}", "style": f"s {EVIL}", "points": [1, 0]}) + "\n")
    desk.write("badly-marked.jsonl", json.dumps({"item": f"no {EVIL}", "answer": "a", "points": [1]}) + "\n")
    desk.write("reviews.csv", f"card_id,review_time,review_rating\n1,{TYPED},3\n")
    for name, content in IMPORTS.items():
        desk.write(f"imports/{name}", content)
    desk.write(f"imports/{NAME}.csv", IMPORTS["table.csv"])
    desk.write("shared/pith-other.log", segment())
    desk.write(f"shared/{NAME}.log", segment()[:-30])


def look_at_decks(desk):
    broken = str(next((desk.folder / "broken").iterdir()))
    for arguments in (["check"], ["check", broken], ["check", str(desk.folder / "bytes")], ["check", f"no {NAME}"],
                      ["list"], ["list", "tag:tag*"], ["list", f"no {TYPED}"], ["list", broken],
                      ["show", "d/points", "--answers"], ["show", "d/short"], ["show", "d/number"], ["show", "d/choices"],
                      ["show", "d/cloze"], ["show", "d/card"], ["show", f"d/{TYPED}"], ["show", f"{TYPED}/x"],
                      ["search", "x"], ["search", TYPED], ["fmt", "--diff"], ["fmt", "--check"], ["fmt", "--check", broken],
                      ["fmt", f"no {NAME}"], ["fmt", "--ids", "--diff"], ["orphans"], ["relink"], ["wordings"],
                      ["complete", "pith", "show", "d/"], ["complete", "pith", "show", TYPED],
                      ["complete", "pith", "list", "tag:"]):
        desk.check(*arguments, silent=arguments[0] in ("complete", "fmt"))
    desk.check("list", PITH_DECKS=str(desk.folder / f"no {NAME}"))
    desk.check("check", PITH_DECKS=str(desk.folder / "broken"))
    desk.check("review", PITH_DECKS=str(desk.folder / "broken"))
    for arguments in (["check"], ["check", broken], ["list"], ["show", "d/points"], ["show", "d/cloze"], ["search", "x"],
                      ["fmt", "--check"], ["export", "--format", "json"]):
        desk.check_json(*arguments, *([] if arguments[0] == "export" else ["--json"]))


def answer(desk):
    answers = f"apples {TYPED}, plums {TYPED}\n{TYPED}\n3 {TYPED}\na {TYPED}\n\n" * 3
    plain = ("--encoder", "none")
    for item, said in (("points", f"apples, plums {TYPED}"), ("short", TYPED), ("number", f"4 {TYPED}"), ("choices", TYPED),
                       ("cloze", TYPED), ("card", TYPED), ("points", "not apples, oranges")):
        desk.check("grade", f"d/{item}", said, *plain)
        desk.check("grade", f"d/{item}", said, "--explain", *plain)
        desk.check_json("grade", f"d/{item}", said, "--json", *plain)
    desk.check("grade", f"d/{TYPED}", "x", *plain)
    desk.check("grade", "d/points", "-", *plain, given=f"{EVIL} \ud7ff")
    for command in (["review"], ["drill", "d"], ["drill", f"no {TYPED}"], ["drill", "d", "--order", TYPED], ["exam", "d"],
                    ["exam", "d", "--time", TYPED], ["run", "one.yaml", "--dry-run"], ["run", "one.yaml"], ["run", "bad.yaml"],
                    ["run", f"no {NAME}"]):
        desk.check(*command, *plain, given=answers)
    for form in ("text", "json", "junit", "markdown", "csv", "tap"):
        desk.check("exam", "d", "--format", form, *plain, given=answers)
        for command in (["exam", "d"], ["run", "one.yaml"]):
            desk.check(*command, "--format", form, "--report", "card", *plain, given=answers)
            desk.check_file("card")
    desk.check("exam", "d", "--report", f"no {NAME}/x.md", *plain, given=answers)
    for form in ("txt", "json", "xml", "md", "csv", "tap"):
        desk.run("exam", "d", "--report", f"card.{form}", *plain, given=answers)
        desk.check_file(f"card.{form}")
    desk.check("eval", "decks/d.yaml", "marked.jsonl", "--per-answer", *plain)
    desk.check("eval", "decks/d.yaml", "badly-marked.jsonl", *plain)
    desk.check("eval", f"no {NAME}.yaml", f"no {NAME}", *plain)
    desk.check_json("eval", "decks/d.yaml", "marked.jsonl", "--json", *plain)
    messages = "".join(json.dumps(message) + "\n" for message in (
        {"type": "answer", "answer": f"apples {EVIL}"}, {"type": "override", "point": EVIL, "verdict": EVIL}, {"type": EVIL},
        {"type": "hint"}, {"type": "answer", "item": EVIL, "answer": EVIL}))
    desk.check_json("drill", "d", "--protocol", "jsonl", *plain, given=messages, lines=True)
    desk.check_json("run", "one.yaml", "--dry-run", "--json")


def look_at_the_past(desk):
    shared = str(desk.folder / "shared")
    desk.check("sync", shared, "--status")
    desk.check("sync", shared)
    desk.check("sync", str(desk.folder / f"no {NAME}"))
    desk.check("undo")
    for arguments in (["log"], ["log", "--all"], ["log", f"d/{TYPED}"], ["orphans"], ["relink"], ["relink", TYPED, TYPED],
                      ["wordings"], ["wordings", "d", "--write"], ["wordings", "--forget", TYPED], ["due"], ["plan"],
                      ["plan", "--on", TYPED], ["stats"], ["stats", "--by", "deck"], ["stats", "--by", "tag"], ["stats", "--by", "item"],
                      ["stats", "--by", "point"], ["stats", "--csv"], ["stats", "--by", "item", "--csv"], ["stats", "--since", TYPED],
                      ["report"], ["report", "--html", "-"], ["report", "--html", f"no {NAME}/x.html"], ["explain", "d/points"],
                      ["explain", "d/short"], ["explain", f"d/{TYPED}"], ["explain", "--reviews", TYPED], ["optimize"],
                      ["optimize", "--revlog", "reviews.csv"], ["optimize", "--timezone", TYPED, "--revlog", "reviews.csv"],
                      ["suspend", "d/points", "--point", TYPED], ["suspend", f"d/{TYPED}"], ["bury", "d/short", "--until", TYPED],
                      ["reset", f"d/{TYPED}"], ["reschedule", "d/short", TYPED], ["rebuild"], ["doctor"], ["doctor", "--repair"],
                      ["backup", f"backup {NAME}"], ["backup", f"no {NAME}/x"], ["restore", f"no {NAME}"], ["relink", "--yes"],
                      ["list", "--db", f"no {NAME}/x"], ["log", "--db", "decks/d.yaml"], ["due", "--now", TYPED]):
        desk.check(*arguments, silent=arguments[0] == "log")
    for arguments in (["log"], ["log", "--all"], ["orphans"], ["relink"], ["wordings"], ["due"], ["plan", "--on", "+9"], ["stats"],
                      ["stats", "--by", "item"], ["explain", "d/points"], ["doctor"], ["sync", shared, "--status"], ["show", "d/points"]):
        desk.check_json(*arguments, "--json")


def exchange(desk):
    for name in (*IMPORTS, f"{NAME}.csv"):
        desk.check("import", f"imports/{name}", "--dry-run")
        desk.check("import", f"imports/{name}", "-o", f"made/{NAME}", "--replace")
        if not name.endswith(".apkg"):
            desk.check_json("import", f"imports/{name}", "--dry-run", "--json")
    desk.check("import", f"no {NAME}")
    desk.check("import", "imports/table.csv", "--format", TYPED)
    for form in ("yaml", "csv", "tsv", "md", "json"):
        desk.run("export", "d", "--format", form, "-o", f"out.{form}")
        desk.check("export", "d", "--format", form, "-o", f"no {NAME}/out")
        desk.check("export", "d", "--format", form, "-o", f"out.{form}")
    desk.check("export", f"no {TYPED}")
    desk.check("export", "d", "--format", TYPED)


def author(desk):
    desk.check("edit", "d/points", silent=True)
    desk.check("edit", "d/points", EDITOR=f"no {NAME}")
    desk.check("edit", f"d/{TYPED}")
    desk.check("new", "deck", TYPED)
    desk.check("new", "item", "d", "--question", TYPED, "--answer", TYPED, silent=True)
    desk.check("new", "item", TYPED, "--question", "q", "--answer", "a")
    for arguments in ([TYPED], [f"--{TYPED}"], ["list", f"--{TYPED}"], ["help", TYPED], ["manual", TYPED], ["completions", TYPED],
                      ["review", "--encoder", TYPED], ["--lang", TYPED]):
        desk.check(*arguments)


def configure(desk):
    desk.write("config/pith/config.yaml", f"{evil('key')}: 1\ngoal: {evil('goal')}\n")
    for command in ("config", "doctor", "due", "review"):
        desk.check(command)
    desk.write("config/pith/config.yaml", b"encoder: \"\x1b[5;95m\xff\n")
    desk.check("config")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for path in ("good", "bad"):
        desk.write("config/pith/config.yaml",
                   f"judge: {{url: 'http://127.0.0.1:{server.server_address[1]}/{path}', model: {evil('m')}, key_env: PITH_TEST_KEY}}\n")
        for command in (["config"], ["doctor"], ["grade", "d/points", "apples?", "--judge"], ["log"]):
            desk.check(*command, *(["--encoder", "none"] if command[0] == "grade" else []), PITH_TEST_KEY="key\x1b[5;95m")
    desk.write("config/pith/config.yaml", f"judge: {{url: {evil('http://')}, model: m}}\n")
    desk.check("config")
    desk.check("grade", "d/points", "apples", "--judge", "--encoder", "none")
    server.shutdown()
    (desk.folder / "config/pith/config.yaml").unlink()


def sit_at_a_terminal(desk):
    said = b"apples \xe2\x80\xae\xc2\x9b31m\r|"
    keys = said + b"o|1|\r|" + said + b"\r|\r|\x1b|?|q|y|q|q|\x04|\x04|\x04|"
    for arguments in (["list"], ["show", "d/points"], ["log"], ["stats"], ["doctor"], ["explain", "d/points"], ["check"],
                      ["export", "d", "--format", "yaml"], ["export", "d", "--format", "md"], ["export", "d", "--format", "csv"],
                      ["report", "--html", "-"], ["wordings"], ["orphans"], ["fmt", "--diff"]):
        desk.check_screen(*arguments)
    for arguments in (["drill", "d", "--encoder", "none"], ["exam", "d", "--encoder", "none"], ["run", "one.yaml", "--encoder", "none"]):
        desk.check_screen(*arguments, keys=keys)


def main():
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(folder)
        fill(desk)
        for part in [globals()[name] for name in sys.argv[2:]] or (look_at_decks, answer, look_at_the_past, exchange, author, configure, sit_at_a_terminal):
            part(desk)
        print(f"{desk.commands} runs, {desk.failures} failures")
        return 1 if desk.failures else 0


sys.exit(main())
