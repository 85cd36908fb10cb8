#!/usr/bin/env python3
"""Clients that misbehave, against the binary: pith answers with an `error` or ends in order with everything saved, and never hangs.

    attacks.py PITH [--times]        Every process has a time-out; exit status 1 if any promise is broken."""
import contextlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

PITH = sys.argv[1]
PATIENCE = 120
DECK = "deck: d\nitems:\n" + "".join(
    f"  - {{id: q{n}, question: Question number {n}, answer: a{n}}}\n" for n in range(8))


class Desk:
    """A folder with a deck and a history, and sessions on them."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        (self.folder / "decks").mkdir()
        (self.folder / "decks/d.yaml").write_text(DECK)

    def command(self, *arguments):
        return [PITH, *arguments, "--decks", str(self.folder / "decks"), "--db", str(self.folder / "pith.db")]

    def start(self, *arguments):
        return subprocess.Popen(self.command(*arguments, "--protocol", "jsonl", "--encoder", "none"), stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def talk(self, bytes_in, *arguments):
        """Everything at once, then the end of input: what pith said, and its exit status."""
        process = self.start(*(arguments or ("drill",)))
        out, err = process.communicate(bytes_in, timeout=PATIENCE)
        assert b"locked" not in err and b"terminate" not in err, err
        return [json.loads(line) for line in out.splitlines()], process.returncode

    def logged(self):
        out = subprocess.run(self.command("log", "--json"), capture_output=True, timeout=PATIENCE, check=True).stdout
        return [answer["answer"] for answer in json.loads(out)["answers"]]


def line(kind, **fields):
    return json.dumps({"type": kind, **fields}).encode() + b"\n"


def types(messages):
    return [message["type"] for message in messages]


def codes(messages):
    return [message["code"] for message in messages if message["type"] == "error"]


def next_message(process, kind):
    for raw in process.stdout:
        message = json.loads(raw)
        if message["type"] == kind:
            return message
    raise AssertionError(f"pith left without a {kind}")


def client_killed_in_the_middle(desk):
    process = desk.start("drill")
    next_message(process, "question")
    for n in range(3):
        process.stdin.write(line("answer", answer=f"a{n}"))
        process.stdin.flush()
        next_message(process, "result")
    process.stdout.close()           # as when the client is gone: nobody reads, nobody writes
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(line("answer", answer="a3"))
        process.stdin.close()
    process.stderr.close()
    process.wait(timeout=PATIENCE)
    assert desk.logged()[:3] == ["a0", "a1", "a2"], desk.logged()
    assert len(desk.logged()) <= 4


def pith_killed_in_the_middle(desk):
    process = desk.start("drill")
    next_message(process, "question")
    process.stdin.write(line("answer", answer="a0"))
    process.stdin.flush()
    next_message(process, "result")
    process.kill()
    process.communicate(timeout=PATIENCE)
    assert desk.logged() == ["a0"]


def terminated_while_waiting(desk):
    process = desk.start("drill")
    next_message(process, "question")
    process.stdin.write(line("answer", answer="a0"))
    process.stdin.flush()
    next_message(process, "result")
    process.send_signal(signal.SIGTERM)
    out, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130, process.returncode
    assert json.loads(out.splitlines()[-1])["type"] == "summary", out
    assert desk.logged() == ["a0"]


def stdin_closed_at_once(desk):
    messages, status = desk.talk(b"")
    assert types(messages) == ["hello", "question", "summary"], messages
    assert status == 0


def half_a_line(desk):
    messages, status = desk.talk(line("answer", answer="a0") + b'{"type":"answer","ans')
    assert codes(messages) == ["bad-json"] and types(messages)[-1] == "summary", messages
    assert status == 0 and desk.logged() == ["a0"]


def lines_of_a_megabyte(desk):
    huge = line("answer", answer="x" * (1 << 20))
    messages, _ = desk.talk(huge + b"[" * (1 << 20) + b"\n" + line("answer", answer="a0"))
    assert codes(messages) == ["too-long", "too-long"], codes(messages)
    assert desk.logged() == ["a0"]


def deep_nesting(desk):
    messages, _ = desk.talk(b"[" * 100_000 + b"\n" + b'{"a":' * 1000 + b"\n")
    assert codes(messages) == ["bad-json", "bad-json"], codes(messages)


def many_fields(desk):
    many = b"{" + b",".join(b'"k%d":1' % i for i in range(20_000)) + b"}\n"
    messages, _ = desk.talk(many + line("answer", answer="a0", **{f"k{i}": 1 for i in range(30)}))
    assert codes(messages) == ["bad-json"], codes(messages)
    assert desk.logged() == ["a0"]


def invalid_utf8(desk):
    messages, _ = desk.talk(b'{"type":"answer","answer":"\xff\xfe"}\n\x80\x81\n' + line("answer", answer="a0"))
    assert codes(messages) == ["bad-json", "bad-json"], codes(messages)
    assert desk.logged() == ["a0"]


def unpaired_surrogate_and_nul(desk):
    messages, _ = desk.talk(b'{"type":"answer","answer":"\\ud800"}\n' + b'{"type":"answer","answer":"a\\u0000b"}\n')
    assert codes(messages) == ["bad-json", "bad-answer"], codes(messages)
    assert desk.logged() == []


def unknown_types_and_fields(desk):
    nonsense = [b"null", b"42", b'"text"', b"[]", b"{}", b'{"type":7}', b'{"type":"dance"}', b'{"type":"answer"}',
                b'{"type":"answer","answer":7}', b'{"type":"answer","answer":"a","item":7}', b'{"type":"override"}',
                b'{"type":"override","point":"answer","verdict":"great"}', b'{"type":"override","point":"answer","verdict":"hit"}',
                b'{"type":"resume"}', b'{"type":"hint"}']
    messages, status = desk.talk(b"\n".join(nonsense) + b"\n\n  \r\n" + line("answer", answer="a0", more=[1]))
    assert codes(messages) == ["bad-json"] * 4 + ["bad-field"] * 2 + ["unknown-type"] + ["bad-field"] * 5 + [
        "no-result", "not-paused", "no-hint"], codes(messages)
    assert status == 0 and desk.logged() == ["a0"]


def answer_to_another_question(desk):
    messages, _ = desk.talk(line("answer", item="d/q5", answer="a5") + line("skip", item="d/q1") + line("answer", item="d/q0", answer="a0"))
    assert codes(messages) == ["not-asked", "not-asked"], codes(messages)
    assert desk.logged() == ["a0"]


def answers_after_the_end(desk):
    everything = b"".join(line("answer", answer=f"a{n}") for n in range(8))
    messages, _ = desk.talk(everything + line("answer", answer="late") + line("quit"))
    assert codes(messages) == ["no-question"], codes(messages)
    assert len(desk.logged()) == 8


def everything_at_once_without_reading(desk):
    """A client that writes more than a pipe holds without waiting for a single result."""
    process = desk.start("drill", "--repeat-missed")
    stop = threading.Timer(PATIENCE, process.kill)
    stop.start()

    def write_all():
        process.stdin.write(line("answer", answer="wrong", ignored="x" * 1000) * 150)
        process.stdin.close()

    writer = threading.Thread(target=write_all)
    writer.start()
    out = process.stdout.read()
    writer.join()
    stop.cancel()
    process.stderr.close()
    assert process.wait() == 0
    assert json.loads(out.splitlines()[-1])["type"] == "summary"
    assert len(desk.logged()) == 150


def byte_by_byte(desk):
    process = desk.start("drill", "--count", "1")
    for byte in line("answer", answer="a0") + line("quit"):
        process.stdin.write(bytes([byte]))
        process.stdin.flush()
    out, _ = process.communicate(timeout=PATIENCE)
    assert types([json.loads(raw) for raw in out.splitlines()]) == ["hello", "question", "result", "summary"]


def every_command_speaks_it(desk):
    practice = desk.folder / "p.yaml"
    practice.write_text("practice: P\ncount: 1\n")
    for arguments in (["review", "--new", "1"], ["drill", "--count", "1"], ["exam", "--count", "1"], ["run", str(practice)]):
        messages, status = desk.talk(line("answer", answer="no") + line("quit"), *arguments)
        assert types(messages)[0] == "hello" and types(messages)[-1] == "summary", (arguments, messages)
        assert status == (1 if arguments[0] in ("exam", "run") else 0), (arguments, status)
        assert ("scorecard" in messages[-1]) == (arguments[0] in ("exam", "run"))
    assert len(desk.logged()) == 4


def twenty_sessions_at_once(desk):
    everything = b"".join(line("answer", answer=f"a{n}") for n in range(8)) + line("quit")
    results = [None] * 20

    def sit(n):
        results[n] = desk.talk(everything)

    threads = [threading.Thread(target=sit, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=PATIENCE)
    assert all(result and result[1] == 0 for result in results), results
    assert all(types(messages).count("result") == 8 for messages, _ in results)
    assert sorted(desk.logged()) == sorted(20 * [f"a{n}" for n in range(8)]), len(desk.logged())


ATTACKS = [client_killed_in_the_middle, pith_killed_in_the_middle, terminated_while_waiting, stdin_closed_at_once, half_a_line,
           lines_of_a_megabyte, deep_nesting, invalid_utf8, unpaired_surrogate_and_nul, unknown_types_and_fields,
           answer_to_another_question, answers_after_the_end, everything_at_once_without_reading, byte_by_byte,
           every_command_speaks_it, twenty_sessions_at_once]


def main():
    failed = 0
    for attack in ATTACKS:
        with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
            begun = time.monotonic()
            try:
                attack(Desk(folder))
            except (AssertionError, subprocess.TimeoutExpired, json.JSONDecodeError) as error:
                failed += 1
                print(f"{attack.__name__}: {type(error).__name__}: {str(error)[:500]}", flush=True)
            if "--times" in sys.argv:
                print(f"{time.monotonic() - begun:6.1f} s {attack.__name__}", flush=True)
    print(f"{len(ATTACKS) - failed} of {len(ATTACKS)} held")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
