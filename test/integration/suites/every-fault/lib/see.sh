fail() { echo "$*"; exit 1; }
# once FILE: what one read of it says, or why it fails. `cat` would read again after an error, and so hide it.
once() { dd if="$1" bs=4096 count=1 2>&1 | sed '1!d; s,^dd: .*: ,,'; }
# await PATTERN COMMAND …: until the command prints what the pattern matches, ten seconds at most. Then what must not
# come has had its time, too.
await() {
	pattern=$1 turn=0
	shift
	while [ "$turn" -lt 100 ]; do
		case $("$@") in $pattern) break ;; esac
		turn=$((turn + 1))
		sleep 0.1
	done
	sleep 0.3
}
# opened PID PATH: until the process has it open.
opened() { until ls -l "/proc/$1/fd" | grep -q "$2\$"; do sleep 0.02; done; }
# seen TEXT: compares it with the pattern of the row, and whether the fault fired.
seen() {
	case $1 in $SEES) ;; *) fail "$FAULT: expected $SEES, found $1" ;; esac
	hw fired "$device" now >/dev/null || fail "$FAULT did not fire"
}
set_fault() { hw fault "$device" "$FAULT id=now" >/dev/null || fail "$FAULT was refused"; }
