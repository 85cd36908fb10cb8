#!/usr/bin/env bash
# Standard input, output and error of unusual kinds. standard_streams.sh PITH DECK.yaml
set -u
pith=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home LC_ALL=C.UTF-8 PITH_DECKS=$2
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME PITH_DB
failed=0

expect() { # STATUS ERROR WHAT: of the command that has just ended with $status and $said on stderr
  [ "$status" = "$1" ] && [[ $said = *"$2"* ]] ||
    { echo "$3 ends with $status and says '$said'"; failed=1; }
}

# Where input is closed it is at its end; where output is closed nothing can be written.
for command in "drill --protocol jsonl" drill review exam "run daily" "run daily --answers -"; do
  said=$(timeout 60 "$pith" $command --encoder none 2>&1 >"$home/out" <&-)
  status=$?
  if [ "$command" = exam ]; then status=$((status - 1)); fi  # not passed
  expect 0 "" "pith $command <&-"
done
said=$(timeout 60 "$pith" list 2>&1 >&- </dev/null)
status=$?
expect 4 "the output could not be written" "pith list >&-"
timeout 60 "$pith" list >"$home/out" 2>&- </dev/null
status=$? said=
expect 0 "" "pith list 2>&-"
timeout 60 "$pith" drill --encoder none <&- >&- 2>&-
[ $? = 4 ] || { echo "pith drill without any stream ends with another status than 4"; failed=1; }

# Input that cannot be read is not taken for the end of the input.
for command in drill "drill --protocol jsonl" "grade pith-tour/stability -" "fmt -"; do
  said=$("$pith" $command 2>&1 >"$home/out" <"$home")
  status=$?
  expect 4 "standard input cannot be read: " "pith $command < FOLDER"
done

# A line without an end is not read for ever.
for command in drill "drill --protocol jsonl" "run daily --answers /dev/zero"; do
  said=$(timeout 60 "$pith" $command --encoder none 2>&1 >"$home/out" </dev/zero)
  status=$?
  expect 4 "a line of the input is longer than 16 MiB; nothing more is read" "pith $command </dev/zero"
done

# No report takes the place of the answers that come from a file.
for command in exam "run daily"; do
  echo answer >"$home/answers.txt"
  said=$(timeout 60 "$pith" $command --report "$home/answers.txt" --encoder none 2>&1 >"$home/out" <"$home/answers.txt")
  status=$?
  expect 2 "the answers are read from this file" "pith $command --report FILE <FILE"
  [ "$(cat "$home/answers.txt")" = answer ] || { echo "pith $command overwrites its answers"; failed=1; }
done

# Pipes that are set not to wait.
if command -v python3 >/dev/null; then
  { echo "items:"; for ((i = 0; i < 3000; ++i)); do echo "  - {id: i$i, question: 'What is question number $i?', answer: a$i}"; done; } \
    >"$home/long.yaml"
  python3 - "$pith" "$home/long.yaml" <<'END' || failed=1
import os, subprocess, sys, time
pith, deck = sys.argv[1:]
command = [pith, "list", "--decks", deck]
out, end = os.pipe()
os.set_blocking(end, False)
listing = subprocess.Popen(command, stdout=end)
os.close(end)
time.sleep(1)
with os.fdopen(out, "rb") as pipe:
    slow = pipe.read()
if listing.wait() != 0 or slow != subprocess.run(command, stdout=subprocess.PIPE).stdout or len(slow) < 100_000:
    sys.exit(f"pith list into a pipe that does not wait ends with {listing.returncode} after {len(slow)} bytes")
end, into = os.pipe()
os.set_blocking(end, False)
tidy = subprocess.Popen([pith, "fmt", "-"], stdin=end, stdout=subprocess.PIPE)
time.sleep(1)
os.write(into, b"items:\n  - {question: q, answer: a}\n")
os.close(into)
if b"question: q" not in tidy.communicate()[0] or tidy.returncode != 0:
    sys.exit("pith fmt - does not wait for a pipe that does not wait")
END
fi
exit "$failed"
