# The parts of the board, as drivers of the kernel show them.
eeprom=/sys/bus/spi/devices/spi0.0/eeprom

fail() {
	echo "$@"
	exit 1
}

# text_at TEXT AT: as much as this text, from a place of the EEPROM that is a multiple of 64
text_at() {
	dd if=$eeprom bs=64 skip=$(($2 / 64)) count=1 2>/dev/null | head -c ${#1}
}

# The first two bytes at a place, hexadecimal.
bytes_at() {
	dd if=$eeprom bs=64 skip=$(($1 / 64)) count=1 2>/dev/null | head -c 2 | hexdump -e '2/1 "%02x"'
}

write_text() {
	printf %s "$1" | dd of=$eeprom bs=64 seek=$(($2 / 64)) conv=notrunc 2>/dev/null
}

# The input device whose name has this in it. Its driver may still be probing.
input() {
	for turn in $(seq 50); do
		grep -l "$1" /sys/class/input/event*/device/name | head -n 1 | cut -d/ -f5 | grep . && return
		sleep 0.1
	done
}

# The n-th event of 24 bytes in a file, without its time: type, code, value.
event() {
	dd if="$1" bs=8 skip=$((3 * $2 + 2)) count=1 2>/dev/null | hexdump -e '1/2 "%d " 1/2 "%d " 1/4 "%d"'
}

# expect WHAT FOUND EXPECTED: its output is what the test has seen.
expect() {
	[ "$2" = "$3" ] || fail "$1: expected $3, found $2"
	echo "$1: $2"
}
