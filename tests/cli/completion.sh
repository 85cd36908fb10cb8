#!/usr/bin/env bash
# The bash completion, called as bash calls it: completion.sh PITH DECK.yaml
set -u
pith=$1
deck=$2
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home PATH=$(dirname "$pith"):$PATH LC_ALL=C.UTF-8
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME PITH_DB
export PITH_DECKS=$deck
source <("$pith" completions bash) || exit 1
COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
failed=0

expect() { # LINE WORDS: what is offered at the end of the line
  COMP_LINE=$1 COMP_POINT=${#1} COMPREPLY=()
  _pith
  local offered="${COMPREPLY[*]}"
  [ "$offered" = "$2" ] || { echo "'$1' offers '$offered' and not '$2'"; failed=1; }
}

expect "pith dri" "drill"
expect "pith drill --ord" "--order"
expect "pith drill --order " "weakest random file due"
expect "pith drill --order=w" "weakest"
expect "pith show pith-t" "pith-tour pith-tour/"
expect "pith show pith-tour/st" "pith-tour/stability"
expect "pith drill tag:sched" "scheduling"
expect "pith check ./" ""
exit $failed
