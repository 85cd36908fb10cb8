#!/usr/bin/env bash
# The two example clients practise with the binary: clients.sh PITH EXAMPLES python|shell
set -euo pipefail
export PITH=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf 'deck: d\nitems:\n  - {id: a, question: First, points: [alpha, beta]}\n  - {id: b, question: Second, answer: two}\n' >"$folder/d.yaml"
case $3 in
  python) client=(python3 "$2/client.py") ;;
  shell) client=(bash "$2/client.sh") ;;
esac

session() {
  timeout 60 "${client[@]}" "$@" --decks "$folder/d.yaml" --db "$folder/pith.db" --encoder none
}

expect() {
  grep -qF -- "$2" <<<"$1" || { printf 'missing: %s\nin:\n%s\n' "$2" "$1"; exit 1; }
}

drill=$(printf 'alpha\ntwo\n' | session drill)
expect "$drill" '1 of 2: First'
expect "$drill" '2 answers, score 75%'
early=$(printf 'alpha\n' | session drill)
expect "$early" '1 answers, score 50%'
exam=$(printf 'alpha and beta\ntwo\n' | session exam d/a d/b --seed 1 || true)
expect "$exam" '2 answers'
[ "$(timeout 60 "$PITH" log --db "$folder/pith.db" | wc -l)" = 5 ]
