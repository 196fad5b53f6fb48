# Suspends the machine as far as a kernel can do that by itself: every driver suspends and resumes, only the processor
# does not stop. So nothing has to wake the machine up.

# prepare_suspend: the devices of virtio-9p do not survive a suspend, so the folder is left before it. What is needed
# from it, and from the modules of the kernel, is taken along.
prepare_suspend() {
	grep -q devices /sys/power/pm_test 2>/dev/null || skip "this kernel cannot test a suspend: it has no CONFIG_PM_DEBUG"
	# Seen with 7.3: the kernel resumes, and the agent is not heard again. The driver has no part in it.
	case $(uname -r) in
	[0-6].*) ;;
	*) skip "a suspend is not tried on Linux 7 and later, where the machine itself does not come back from it" ;;
	esac
	if [ -z "$SMOKE_MOVED" ]; then
		mkdir -p "$scratch/folder"
		cp -r run lib modules "$scratch/folder"
		cd "$scratch/folder" || exit 1
		while read -r name _; do
			load_kernel_modules "$name"
		done <"$scratch/index"
		export SMOKE_MOVED=yes QDT_MODULES="$scratch/folder/modules"
		exec ./run
	fi
	grep ' 9p ' /proc/mounts | while read -r _ place _; do umount "$place" || umount -l "$place"; done
	for device in /sys/bus/virtio/drivers/9pnet_virtio/virtio*; do
		[ ! -e "$device" ] || echo "${device##*/}" >/sys/bus/virtio/drivers/9pnet_virtio/unbind
	done
	echo 0 >/sys/module/suspend/parameters/pm_test_delay
}

load_kernel_modules() {
	for need in $(modinfo -F depends "$(file_of "$1")" | tr ',-' ' _'); do
		[ -n "$(file_of "$need")" ] || modprobe "$need"
	done
	find_devices "$1" | while read -r _ needs; do load_for_devices "$needs"; done
}

suspend() {
	grep -q devices /sys/power/pm_test 2>/dev/null || skip "this kernel cannot test a suspend: it has no CONFIG_PM_DEBUG"
	if [ -z "$SMOKE_MOVED" ]; then
		mkdir -p "$scratch/folder"
		cp -r run lib modules "$scratch/folder"
		cd "$scratch/folder" || exit 1
		for path in "$modules"/*.ko; do
			load_kernel_modules "$(name_of "$path")"
		done
		export SMOKE_MOVED=yes QDT_MODULES="$scratch/folder/modules"
		exec ./run
	fi
	grep ' 9p ' /proc/mounts | while read -r _ place _; do umount "$place" || umount -l "$place"; done
	for device in /sys/bus/virtio/drivers/9pnet_virtio/virtio*; do
		[ ! -e "$device" ] || echo "${device##*/}" >/sys/bus/virtio/drivers/9pnet_virtio/unbind
	done
	echo 0 >/sys/module/suspend/parameters/pm_test_delay
}

load_kernel_modules() {
	for need in $(modinfo -F depends "$(file_of "$1")" | tr ',-' ' _'); do
		[ -n "$(file_of "$need")" ] || modprobe "$need"
	done
	find_devices "$1" | while read -r _ needs; do
		[ "$needs" = - ] || for need in $(echo "$needs" | tr , ' '); do modprobe "$need"; done
	done
}

suspend() {
	echo devices >/sys/power/pm_test
	before=$(dmesg | wc -l)
	echo mem >/sys/power/state || {
		said=$(dmesg | tail -n "+$((before + 1))" | grep -iE 'failed|error' | head -n 1)
		fail "the machine does not suspend: ${said#*] }"
	}
	echo none >/sys/power/pm_test
}
