fail() { echo "$*"; exit 1; }
# value FILE EXPECTED: `cat` would read again after an error, and so hide it.
value() {
	read -r found <"$1" || fail "$1 cannot be read"
	[ "$found" = "$2" ] || fail "$1: expected $2, found $found"
}
