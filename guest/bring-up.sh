# From the kernel's hand-over to a guest in which ports and file systems can be used.

# Every program that is started costs about 10 ms under software emulation, so what one can do is left to one.
bring_up() {
	mount -t proc proc /proc
	mount -a
	mkdir -p /dev/pts /dev/shm /run/qdt/bin
	mount -t devpts devpts /dev/pts
	cd /run/qdt && mkfifo wake silence suite-setup.output setup.output run.output teardown.output suite-teardown.output
	cd /
	cp -a /qdt/dev/. /dev
	note "init started"
	load_modules
}

# By name, with what they need: modules.dep tells. A kernel that has them built in has no such modules, and needs none.
load_modules() {
	read -r modules </qdt/modules
	[ -z "$modules" ] || modprobe -a $modules || note "could not load all of $modules"
}

# A marker in the kernel log, so that the console shows where a message belongs.
note() {
	echo "<6>qdt: $*" >/dev/kmsg
}
