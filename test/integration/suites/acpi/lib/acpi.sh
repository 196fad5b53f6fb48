fail() {
	echo "$@"
	exit 1
}

# expect WHAT FOUND EXPECTED
expect() {
	[ "$2" = "$3" ] || fail "$1: expected $3, found $2"
}

# The directory of the iio device that is below this one.
iio_below() {
	set -- "$1"/iio:device*
	[ -d "$1" ] || fail "no iio device: $1"
	echo "$1"
}
