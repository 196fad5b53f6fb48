fail() { echo "$*"; exit 1; }
# once FILE: what one read of it says, or why it fails. `cat` would read again after an error, and so hide it.
once() { dd if="$1" bs=4096 count=1 2>&1 | sed '1!d; s,^dd: .*: ,,'; }
# seen TEXT: compares it with the pattern of the row, and whether the fault fired.
seen() {
	case $1 in $SEES) ;; *) fail "$FAULT: expected $SEES, found $1" ;; esac
	hw fired "$device" now >/dev/null || fail "$FAULT did not fire"
}
set_fault() { hw fault "$device" "$FAULT id=now" >/dev/null || fail "$FAULT was refused"; }
