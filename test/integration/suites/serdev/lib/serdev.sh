fail() {
	echo "$@"
	exit 1
}

# expect WHAT FOUND EXPECTED
expect() {
	[ "$2" = "$3" ] || fail "$1: expected $3, found $2"
}

load_driver() {
	insmod "$QDT_MODULES/receiver.ko" || fail "cannot load the driver"
	radio=$(echo /sys/bus/serial/drivers/receiver/serial*)
	[ -d "$radio" ] || fail "the driver has no device: $(ls /sys/bus/serial/devices)"
}

# Until the last alarm is this one, for a second.
await_alarm() {
	for turn in $(seq 20); do
		[ "$(cat "$radio/alarm")" = "$1" ] && return
		sleep 0.05
	done
	fail "expected the alarm $1, found $(cat "$radio/alarm")"
}

# Reads once, which cat does not do after an error. What went wrong is in the file words.
ask() {
	dd if="$radio/model" bs=64 count=1 2>words
}
