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

exit "$failed"
