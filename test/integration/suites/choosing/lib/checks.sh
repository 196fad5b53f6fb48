# shellcheck shell=sh
# The helper of all tests: whether a number is even.
is_even() {
	[ $(($1 % 2)) -eq 0 ] || { echo "$1 is odd"; return 1; }
}
