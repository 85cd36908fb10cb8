# Completion of pith for fish. Files are offered where pith has nothing to offer, and nowhere else.
function __pith_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l candidates ($words[1] complete -- $words[2..-1] 2>/dev/null)
    if set -q candidates[1]
        printf '%s\n' $candidates
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c pith -f -a '(__pith_complete)'
