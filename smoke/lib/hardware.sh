# The devices of a driver: those that QEMU can plug in, and those that it is bound to.

# load_bound NAME: loads it, and waits for it to bind to its devices. Skips where there is nothing to bind to.
load_bound() {
	load "$1" || refuse_hardware "$1"
	claim_devices "$1"
	if [ -s "$scratch/plugged" ]; then
		await_bound "$1" || explain_unbound "$1"
	else
		[ -n "$(bound_devices "$1")" ] || skip "$(no_device "$1")"
	fi
}

# with_devices NAME: plugs in the devices of QEMU that have its ids, but not more than there are slots.
with_devices() {
	: >"$scratch/plugged"
	: >"$scratch/places"
	: >"$scratch/reserved"
	find_devices "$1" >"$scratch/wanted"
	while read -r plug needs; do
		count=$(wc -l <"$scratch/plugged")
		[ "$count" -lt 2 ] || break
		plug_device "$plug" "$needs" "smoke$count"
	done <"$scratch/wanted"
}

plug_device() {
	load_for_devices "$2"
	case $2 in
	*xhci*)
		hw plug qemu-xhci,id=smoke-usb >/dev/null || fail "qemu-xhci could not be plugged in"
		echo smoke-usb >>"$scratch/plugged"
		;;
	esac
	place=$(hw plug "$1,id=$3") || fail "$1 could not be plugged in"
	echo "$3" >>"$scratch/plugged"
	echo "$place" >>"$scratch/places"
	list_reserved "$place" >>"$scratch/reserved"
	echo "plugged in: $1 ($place)"
}

# claim_devices NAME: takes its PCI devices from another driver, which was faster.
claim_devices() {
	local place own other
	while read -r place; do
		[ -e "/sys/bus/pci/devices/$place/driver" ] || continue
		other=$(readlink -f "/sys/bus/pci/devices/$place/driver")
		for own in /sys/module/"$1"/drivers/pci:*; do
			[ -e "$own" ] && [ "$(readlink -f "$own")" != "$other" ] || continue
			echo "$place" >"$other/unbind"
			echo "$place" >"$own/bind"
		done
	done <"$scratch/places"
}

# The modules of the kernel without which a device does not appear.
load_for_devices() {
	[ "$1" != - ] || return 0
	for need in $(echo "$1" | tr , ' '); do
		said=$(modprobe "$need" 2>&1) || fail "the device needs $need of the kernel: $said"
	done
}

# Lines of lib/devices whose id the module has. Its aliases are patterns, as for the kernel's own tools.
find_devices() {
	modinfo -F alias "$(file_of "$1")" | grep -E '^(pci|usb|virtio|hid):' >"$scratch/aliases"
	found=
	grep '^[A-Za-z]' "$modules/../lib/devices" | while read -r plug needs id; do
		case " $found " in *" $plug "*) continue ;; esac
		while read -r alias; do
			# shellcheck disable=SC2254
			case $id in $alias) echo "$plug $needs" && found="$found $plug" && break ;; esac
		done <"$scratch/aliases"
	done
}

# Why nothing was plugged in for a module.
no_device() {
	modinfo -F alias "$(file_of "$1")" | grep -E '^[a-z_]+:' | grep -v '^devname:' >"$scratch/ids"
	first=$(head -n 1 "$scratch/ids")
	drivers=$(ls "/sys/module/$1/drivers" 2>/dev/null | words)
	case $(wc -l <"$scratch/ids") in
	0) echo "$1 does not say for which devices it is${drivers:+: its driver $drivers has no MODULE_DEVICE_TABLE}" ;;
	1) echo "QEMU has no device with the id of $1: $first" ;;
	*) echo "QEMU has no device with any of the ids of $1, such as $first" ;;
	esac
}

# The devices that the drivers of a module are bound to, as paths below /sys/bus.
bound_devices() {
	local driver device
	for driver in /sys/module/"$1"/drivers/*; do
		for device in "$driver"/*; do
			[ ! -e "$device/subsystem" ] || echo "$(readlink -f "$driver")/${device##*/}"
		done
	done
}

# await_bound NAME: a probe may take its time.
await_bound() {
	[ -s "$scratch/plugged" ] || return 0
	attempt=0
	until [ -n "$(bound_devices "$1")" ]; do
		attempt=$((attempt + 1))
		[ "$attempt" -le 50 ] || return 1
		usleep 100000
	done
}

explain_unbound() {
	drivers=$(ls "/sys/module/$1/drivers" 2>/dev/null | words)
	[ -n "$drivers" ] || fail "$1 has the ids of $(plugged_names), but registers no driver"
	probe=$(dmesg | grep -i 'probe .*failed' | tail -n 1 | sed 's/^\[[^]]*\] //')
	fail "the driver $drivers does not bind to $(plugged_names)${probe:+: $probe}"
}

plugged_names() {
	cut -d ' ' -f 1 "$scratch/wanted" | head -n 2 | words
}

# unbind DRIVER/DEVICE. Adds it to $unbound.
unbound=
unbind() {
	local driver=${1%/*} device=${1##*/}
	[ -e "$driver/unbind" ] || skip "${driver##*/} cannot be unbound: its author suppressed that"
	(echo "$device" >"$driver/unbind") >"$scratch/unbind.log" 2>&1 &
	unbinding=$!
	await_end "$unbinding" 50 || {
		echo "unbinding $device waits for its users"
		let_go
		await_end "$unbinding" 100 || fail "$device cannot be taken from ${driver##*/}: unbinding does not end"
	}
	wait "$unbinding" || fail "$device cannot be taken from ${driver##*/}: $(cat "$scratch/unbind.log")"
	[ ! -e "$1" ] || fail "expected $device to be taken from ${driver##*/}, and it is not"
	unbound="$unbound $1"
	expect_released "$device"
}

# After the driver has let go, nothing may be reserved within the regions of its device. It is found while the module is
# still there: the name of a region is often in the memory of the module, and the kernel crashes when it shows it later.
expect_released() {
	local held
	held=$(list_reserved "$1" | while read -r line; do grep -qxF "$line" "$scratch/reserved" || echo "$line"; done | words)
	[ -z "$held" ] || fail "still reserved after $1 was taken from its driver: $held"
}

# list_reserved DEVICE: what is reserved within its regions.
list_reserved() {
	awk -v device="$1" '
		{ depth = match($0, /[^ ]/) }
		inside && depth > inside { print substr($0, depth) " in " FILENAME; next }
		{ inside = $NF == device ? depth : 0 }
	' /proc/iomem /proc/ioports
}

# Where nobody uses the device.
let_go() { :; }

# await_end PROCESS TENTHS: a child that has ended is a zombie until it is waited for.
await_end() {
	attempt=0
	while [ -d "/proc/$1" ] && ! grep -q '^State:.*Z' "/proc/$1/status" 2>/dev/null; do
		attempt=$((attempt + 1))
		[ "$attempt" -le "$2" ] || return 1
		usleep 100000
	done
}

bind_again() {
	local driver=${1%/*} device=${1##*/}
	if [ ! -e "$1" ]; then
		said=$( (echo "$device" >"$driver/bind") 2>&1) ||
			fail "$device does not bind to ${driver##*/} again: ${said##*: }"
	fi
	[ -e "$1" ] || fail "expected $device to be bound to ${driver##*/} again, and it is not"
}
