#!/usr/bin/env bash
# What a command prints cannot be written: it says so and ends with status 4, unless the reader left. lost_output.sh PITH DECK.yaml
set -u
pith=$1
[ -w /dev/full ] || exit 0
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home LC_ALL=C.UTF-8 PITH_DECKS=$2
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME PITH_DB
failed=0

expect() { # ARGUMENTS…: of a command that prints
  local said status
  said=$("$pith" "$@" 2>&1 >/dev/full </dev/null)
  status=$?
  [ "$status" = 4 ] && [ "${said##*$'\n'}" = "pith: the output could not be written" ] ||
    { echo "pith $* ends with $status and says '$said'"; failed=1; }
}

echo Berlin | "$pith" drill --count 1 --encoder none >"$home/out" 2>&1
for command in list stats due log check doctor --help --version "list --help" "list --json"; do
  expect $command
done
expect grade pith-tour/stability stability --encoder none

# A reader that has had enough is no fault: nothing is said, and the answer is kept.
before=$("$pith" log | wc -l)
{ sleep 1; echo Berlin; } | "$pith" drill --count 1 --encoder none 2>"$home/said" | true
status=${PIPESTATUS[1]}
[ "$status" = 0 ] && [ ! -s "$home/said" ] && [ "$("$pith" log | wc -l)" = $((before + 1)) ] ||
  { echo "pith drill | true ends with $status and says '$(cat "$home/said")'"; failed=1; }
exit "$failed"
