# From the kernel's hand-over to a guest in which ports and file systems can be used.

bring_up() {
	mount -t proc proc /proc
	mount -t sysfs sysfs /sys
	mount -t devtmpfs devtmpfs /dev
	mount -t tmpfs tmpfs /run
	mount -t tmpfs tmpfs /tmp
	mkdir -p /dev/pts /dev/shm /run/qdt
	mkfifo /run/qdt/wake
	mount -t devpts devpts /dev/pts
	ln -sf /proc/self/fd /dev/fd
	ln -sf /proc/self/fd/0 /dev/stdin
	ln -sf /proc/self/fd/1 /dev/stdout
	ln -sf /proc/self/fd/2 /dev/stderr
	note "init started"
	load_modules
}

# The host wrote the list in an order in which every module finds what it needs.
load_modules() {
	while read -r module; do
		insmod "$module" || note "could not load $module"
	done </qdt/modules
}

# A marker in the kernel log, so that the console shows where a message belongs.
note() {
	echo "<6>qdt: $*" >/dev/kmsg
}
