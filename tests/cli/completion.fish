# The fish completion, asked as fish asks it: fish --no-config completion.fish PITH DECK.yaml
set -g pith $argv[1]
set -g failed 0
set -gx HOME (mktemp -d)
set -gx PATH (dirname $pith) $PATH
set -gx LC_ALL C.UTF-8
set -gx PITH_DECKS $argv[2]
set -e XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME PITH_DB
cd $HOME
touch drill.yaml pith-tour.yaml
$pith completions fish | source

function expect # LINE WORDS: what is offered at the end of the line
    set -l offered (complete -C $argv[1] | string replace -r '\t.*' '')
    if test "$offered" != "$argv[2]"
        echo "'$argv[1]' offers '$offered' and not '$argv[2]'"
        set failed 1
    end
end

expect "pith dri" drill
expect "pith drill --ord" --order
expect "pith drill --order " "due file random weakest"
expect "pith show pith-t" "pith-tour pith-tour/"
expect "pith check pith-t" pith-tour.yaml
expect "pith run d" drill.yaml
rm -r $HOME
exit $failed
