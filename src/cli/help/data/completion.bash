# Completion of pith for bash.
_pith() {
  local line=${COMP_LINE:0:COMP_POINT} words=() candidate
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  local word=${words[${#words[@]} - 1]} cut=""
  # bash takes what stands behind a colon, or behind an equals sign, for a word of its own.
  [[ $word == *:* && $COMP_WORDBREAKS == *:* ]] && cut=${word%"${word##*:}"}
  [[ $word == --*=* && $word != *:* && $COMP_WORDBREAKS == *=* ]] && cut=${word%"${word##*=}"}
  COMPREPLY=()
  while IFS=$'\t' read -r candidate _; do
    COMPREPLY+=("${candidate#"$cut"}")
  done < <("${words[0]}" complete -- "${words[@]:1}" 2> /dev/null)
  [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]] && compopt -o nospace 2> /dev/null
}
complete -o default -F _pith pith
