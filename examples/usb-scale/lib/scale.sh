# For every test: the scale's files, and what to say.
fail() { echo "$*"; exit 1; }
cd /sys/bus/usb/drivers/scale/*:1.0 || fail "the driver has no device"

# alarms N: waits until the driver has counted so many.
alarms() {
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		[ "$(cat alarms)" = "$1" ] && return
		sleep 0.2
	done
	fail "expected $1 alarms, found $(cat alarms)"
}

# refuses COMMAND WORDS: a command that must fail, with this in its message.
refuses() {
	said=$(eval "$1" 2>&1) && fail "$1: expected $2, found success"
	case $said in *"$2"*) ;; *) fail "$1: expected $2, found: $said" ;; esac
}

# One row of 128 samples, which need a whole packet.
row() { dd if=/dev/scale0 bs=512 count=1 2>&1 >/dev/null; }
good() { said=$(dd if=/dev/scale0 bs=512 count=1 2>/dev/null | wc -c) && [ "$said" -eq 512 ] || fail "$1: no samples"; }
