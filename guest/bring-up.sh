# From the start of init to a guest with usable ports and file systems.

# Starting a program costs about 10 ms under emulation, so one program does as much as possible.
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

# Modules by name, with their dependencies from modules.dep. A kernel with built-in drivers has no such modules and
# needs none. After those of the agent come those that the suite names, separated by commas: its driver may need them.
load_modules() {
	read -r modules </qdt/modules
	[ -z "$modules" ] || plain_modprobe -a $modules || note "could not load all of $modules"
	read -r parameters </proc/cmdline
	case " $parameters" in
	*" qdt.modules="*) ;;
	*) return ;;
	esac
	modules=${parameters##* qdt.modules=}
	modules=${modules%% *}
	plain_modprobe -a $(echo "$modules" | tr , ' ') || note "could not load all of $modules"
}

# Writes a marker to the kernel log, so that console messages can be related to it.
note() {
	echo "<6>qdt: $*" >/dev/kmsg
}
