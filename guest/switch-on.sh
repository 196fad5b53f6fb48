# switch-on ADDRESS FUNCTION: the registers of the devices that the machine's device tree names have come, as this PCI
# function. It gets the addresses that the tree says. No driver has looked there yet: the devices wait for a supply.
. /qdt/modules.sh
address=$1
function=$(readlink -f "$2")
config=$function/config
bridge=${function%/*}/config

# at CONFIG OFFSET BYTE ...: all in one write.
at() {
	file=$1 offset=$2 bytes=
	shift 2
	for byte in "$@"; do
		bytes=$bytes\\$(printf %03o "$byte")
	done
	printf "$bytes" | dd of="$file" bs=$# seek=$((offset / $#)) conv=notrunc 2>/dev/null
}

[ -w "$bridge" ] && [ -w "$config" ] || { echo "$config is not behind a bridge" >&2; exit 1; }
# The bridge passes one megabyte on, from that address on.
pages=$((address >> 16))
at "$bridge" 32 $((pages & 255)) $((pages >> 8)) $((pages & 255)) $((pages >> 8)) || exit
at "$config" 16 0 0 $((pages & 255)) $((pages >> 8)) || exit
# Memory and bus mastering: no driver of the function switches them on.
at "$bridge" 4 7 && at "$config" 4 6 || exit
plain_modprobe fixed || exit
# Chips first: the others have their lines there.
for bus in amba platform; do
	for device in /sys/bus/$bus/devices/*; do
		[ -e "$device/of_node/qdt-supply" ] || continue
		echo "${device##*/}" >/sys/bus/$bus/drivers_probe
		# The kernel may be at it already. This changes nothing, and waits for the end of a probe.
		read -r control <"$device/power/control" && echo "$control" >"$device/power/control"
	done
done
exit 0
