#!/usr/bin/env bash
# A report full of hostile text is valid JUnit XML: junit-schema.sh PITH SCHEMA
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/d.yaml" <<'YAML'
deck: d
items:
  - {id: a, question: "<b> & \"quotes\" ]]> \e[31m \uFFFE \x01", points: ["a < b", "c & d"]}
  - {id: b, question: 如何？, points: [专利]}
  - {id: c, question: Left, answer: out}
YAML
printf 'practice: "<&> \\x01 模拟"\nfeedback: end\npass: 0\nreports: [out.xml, empty.xml]\n' >"$folder/p.yaml"
printf 'x <![CDATA[ \x02 \x0c &amp; a < b\n专利\n' >"$folder/answers"
"$1" run "$folder/p.yaml" --answers "$folder/answers" --decks "$folder/d.yaml" --db "$folder/pith.db" --encoder none >/dev/null
xmllint --noout --schema "$2" "$folder/out.xml"
[ "$(xmllint --xpath 'count(//testcase)' "$folder/out.xml")" = 3 ]
[ "$(xmllint --xpath 'count(//skipped)' "$folder/out.xml")" = 1 ]
