#!/usr/bin/env bash
# What a command prints cannot be written: it says so and ends with status 4. lost_output.sh PITH DECK.yaml
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
exit "$failed"
