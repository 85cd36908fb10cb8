#compdef pith
# Completion of pith for zsh.
_pith() {
  local -a texts notes
  local text note
  while IFS=$'\t' read -r text note; do
    texts+=("$text")
    notes+=("$text${note:+  -- $note}")
  done < <("${words[1]}" complete -- "${(@)words[2,CURRENT]}" 2> /dev/null)
  if (( ${#texts} )); then
    compadd -l -d notes -a texts
  else
    _files
  fi
}
if [ "$funcstack[1]" = "_pith" ]; then
  _pith "$@"
else
  compdef _pith pith
fi
