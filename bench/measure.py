"""What scripts/bench-scale and scripts/bench-peers measure with: commands as processes, from outside."""
import dataclasses
import json
import os
import pathlib
import sqlite3
import statistics
import subprocess
import time


@dataclasses.dataclass
class Cost:
    seconds: float  # to the end, or to the awaited line
    processor: float  # seconds of all its threads, to the end
    memory: float  # MB at the peak

    def __str__(self):
        return f"{self.seconds * 1000:9.1f} ms {self.processor * 1000:9.1f} ms {self.memory:6.0f} MB"


HEAD = f"{'clock':>12} {'processor':>12} {'peak':>9}"


def run(command, environment=None, until=None):
    """To the end of the command, or to the first line of output that holds `until`."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    seconds = None
    if until is not None:
        for line in process.stdout:
            if until in line:
                seconds = time.perf_counter() - begin
                break
    process.stdin.close()
    process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1) or (until is not None and seconds is None):
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return Cost(seconds or time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(command, environment=None, until=None, times=9):
    """On a machine that others use as well the clock says little of one run."""
    costs = [run(command, environment, until) for _ in range(times)]
    middle = lambda field: statistics.median(getattr(cost, field) for cost in costs)
    return Cost(middle("seconds"), middle("processor"), max(cost.memory for cost in costs))


def forget(*places):
    """Drops files from the page cache, so that they are read from the disk again."""
    for place in map(pathlib.Path, places):
        for file in [place] if place.is_file() else place.rglob("*"):
            if file.is_file():
                descriptor = os.open(file, os.O_RDONLY)
                os.fsync(descriptor)
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(descriptor)


def percentiles(times):
    times = sorted(times)
    return f"p50 {times[len(times) // 2] * 1000:.1f} ms, p99 {times[int(len(times) * 0.99)] * 1000:.1f} ms"


class Answers:
    """A session over JSON lines that is asked for the time from an answer to its result."""

    def __init__(self, command, environment, answer="the others come before this step"):
        self.line = json.dumps({"type": "answer", "answer": answer}).encode() + b"\n"
        self.process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.over = False
        self.await_one_of("question")

    def await_one_of(self, *kinds):
        for line in self.process.stdout:
            if (kind := json.loads(line)["type"]) in kinds:
                return kind
        raise SystemExit("the session ended early")

    def answer(self):
        begin = time.perf_counter()
        self.process.stdin.write(self.line)
        self.process.stdin.flush()
        self.await_one_of("result")
        seconds = time.perf_counter() - begin
        self.over = self.await_one_of("question", "summary") == "summary"
        return seconds

    def end(self):
        self.process.stdin.close()
        self.process.stdout.read()
        self.process.wait()


class BareInserts:
    """The least that a durable answer can cost on this disk: one row, one fsync."""

    def __init__(self, file):
        self.database = sqlite3.connect(file, isolation_level=None)
        self.database.execute("PRAGMA journal_mode = WAL")
        self.database.execute("PRAGMA synchronous = FULL")
        self.database.execute("CREATE TABLE answer (text TEXT)")

    def insert(self):
        begin = time.perf_counter()
        self.database.execute("INSERT INTO answer VALUES ('the others come before this step')")
        return time.perf_counter() - begin
