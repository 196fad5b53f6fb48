# How the drivers are used.

parameters() {
	case $1 in
	i2c-stub) echo chip_addr=0x48 ;;
	dummy) echo numdummies=2 ;;
	brd) echo rd_nr=2 rd_size=1024 ;;
	null_blk) echo nr_devices=2 ;;
	esac
}

# Up to five seconds, until a command succeeds.
await() {
	for try in $(seq 50); do
		"$@" >/dev/null 2>&1 && return
		usleep 100000
	done
	echo "waited in vain for: $*"
	return 1
}

read_disk() {
	await test -b "$1" || return
	dd if="$1" of=/dev/null bs=64k count=64 2>/dev/null
}

# The interface of a driver of a PCI device.
interface_of() {
	for link in /sys/class/net/*/device/driver; do
		[ "$(basename "$(readlink "$link")")" = "$1" ] || continue
		basename "${link%/device/driver}"
		return
	done
	return 1
}

has_interface() { [ -n "$(interface_of "$1")" ]; }

use_network() {
	await has_interface "$1" || return
	interface=$(interface_of "$1")
	ip link set "$interface" up || return
	ip addr add 10.0.2.15/24 dev "$interface"
	ping -c 2 -W 2 10.0.2.2 >/dev/null
	ip link set "$interface" down
}

use() {
	case $1 in
	e1000e | e1000 | igb | 8139cp) use_network "$1" ;;
	nvme) read_disk /dev/nvme0n1 ;;
	virtio_blk) read_disk /dev/vda ;;
	hda) await test -d /proc/asound/card0 ;;
	lm75)
		bus=$(basename "$(dirname "$(grep -l 'SMBus stub' /sys/bus/i2c/devices/i2c-*/name)")")
		echo lm75 0x48 >"/sys/bus/i2c/devices/$bus/new_device" || return
		cat "/sys/bus/i2c/devices/$bus"/*-0048/hwmon/hwmon*/temp1_input || return
		echo 0x48 >"/sys/bus/i2c/devices/$bus/delete_device"
		;;
	dummy)
		ip link set dummy0 up && ip addr add 10.9.9.1/24 dev dummy0 && ip link set dummy0 down
		;;
	loop)
		dd if=/dev/zero of=/tmp/image bs=1M count=4 2>/dev/null
		await test -b /dev/loop0 && losetup /dev/loop0 /tmp/image && read_disk /dev/loop0 && losetup -d /dev/loop0
		;;
	null_blk) read_disk /dev/nullb0 ;;
	brd) read_disk /dev/ram0 ;;
	*) true ;;
	esac
}

is_loaded() { grep -q "^$(echo "$1" | tr - _) " /proc/modules; }

# modprobe also tries to unload what the module needed, which others may use.
unload() {
	case $1 in
	lm75) modprobe -r lm75 i2c-stub ;;
	hda) modprobe -r snd-hda-intel snd-hda-codec-generic ;;
	*) modprobe -r $MODULES ;;
	esac 2>/dev/null
	for module in $MODULES; do
		! is_loaded "$module" || return
	done
}

# Whether the ledger has found calls of a module; lm75 has managed ones only.
is_watched() {
	exec 3<>/proc/qdt-ledger
	echo report >&3
	grep "^module $(echo "$1" | tr - _) [1-9]" <&3 || [ "$1" = lm75 ]
	set -- $?
	exec 3>&-
	return "$1"
}
