#!/usr/bin/env bash
# Practises with pith from a shell, with jq: the answers are the lines of standard input, an empty one gives a question up.
#   client.sh drill ai-startup --count 3          client.sh exam --seed 7 < answers.txt
# Every argument goes to pith ($PITH names another binary).
[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@"   # also where it is called with `sh client.sh`
set -euo pipefail
trap "" PIPE                  # pith may have said all and left

coproc pith { exec "${PITH:-pith}" "$@" --protocol jsonl; }
pith_pid=$!
exec {from_pith}<&"${pith[0]}" {to_pith}>&"${pith[1]}"
eval "exec ${pith[1]}>&-"     # the only writing end is ours, so that closing it is the end of pith's input

say() { jq -cn "$@" >&"$to_pith" 2>/dev/null || true; }
field() { jq -r "$1" <<<"$message"; }

answer() {
  if IFS= read -r line; then
    say --arg answer "$line" '{type: "answer", answer: $answer}'
  else
    say '{type: "quit"}'
  fi
}

while IFS= read -r message <&"$from_pith"; do
  case $(field .type) in
    question)
      field '"\n\(.number) of \(.total): \(.question)", (.choices[] | "  \(.letter)) \(.text)")'
      answer ;;
    result)
      field '(.points[] | "  \(.verdict)  \(.name)"), "  \(.score * 100 | round)%, due \(.due)"' ;;
    error)
      field '"  " + .message' >&2
      answer ;;
    summary)
      field '"\n\(.answers) answers, score \(((.scorecard // .).score // 0) * 100 | round)%"'
      say '{type: "quit"}' ;;
  esac
done

wait "$pith_pid"
