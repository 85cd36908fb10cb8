#!/usr/bin/env python3
"""Practises with pith: asks at the terminal, sends the answers as JSON lines, shows what came of them.

    client.py drill ai-startup --count 3
    client.py exam --seed 7 --time 20m < answers.txt

Every argument goes to pith ($PITH names another binary). An empty line gives a question up; /hint, /skip, /undo and /quit are
commands. Without a terminal the answers are the lines of standard input."""
import contextlib
import json
import os
import subprocess
import sys


class Session:
    def __init__(self, arguments):
        command = [os.environ.get("PITH", "pith"), *arguments, "--protocol", "jsonl"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def say(self, kind, **fields):
        message = json.dumps({"type": kind, **fields}, ensure_ascii=False)
        with contextlib.suppress(BrokenPipeError):  # pith may have said all and left
            self.process.stdin.write(message.encode() + b"\n")
            self.process.stdin.flush()

    def messages(self):
        for line in self.process.stdout:
            yield json.loads(line)


def read_answer():
    line = sys.stdin.readline()
    return line.rstrip("\n") if line else "/quit"


def show_question(message):
    section = f" · {message['section']}" if message["section"] else ""
    print(f"\n{message['number']} of {message['total']}{section}: {message['question']}")
    for choice in message["choices"]:
        print(f"  {choice['letter']}) {choice['text']}")
    print("> ", end="", flush=True)


def show_result(message):
    for point in message["points"]:
        print(f"  {point['verdict']:12} {point['name']}")
    print(f"  {message['score']:.0%}, due {message['due']}")


def main():
    session = Session(sys.argv[1:])
    for message in session.messages():
        kind = message["type"]
        if kind == "question":
            show_question(message)
        elif kind == "result":
            show_result(message)
        elif kind == "hint":
            print(f"  hint: {message['text']}")
        elif kind == "error":
            print(f"  {message['message']}", file=sys.stderr)
        elif kind == "summary":
            card = message.get("scorecard", message)
            print(f"\n{message['answers']} answers, score {card['score'] or 0:.0%}")
            session.say("quit")
        if kind in ("question", "hint", "error"):
            answer = read_answer()
            if answer in ("/hint", "/skip", "/undo", "/quit"):
                session.say(answer[1:])
            else:
                session.say("answer", answer=answer)
    return session.process.wait()


if __name__ == "__main__":
    sys.exit(main())
