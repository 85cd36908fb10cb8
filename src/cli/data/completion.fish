# Completion of pith for fish.
function __pith_complete
    set -l words (commandline -opc) (commandline -ct)
    $words[1] complete -- $words[2..-1] 2>/dev/null
end
complete -c pith -a '(__pith_complete)'
