# Run by the agent when it has mounted what every program needs.

# What cannot be loaded is said on the console.
exec 2>/dev/console
. /qdt/modules.sh

# Modules by name, with their dependencies from modules.dep. A kernel with built-in drivers has no such modules and
# needs none. After those of the agent come those that the suite names, separated by commas: its driver may need them.
load() {
	plain_modprobe -a "$@" || echo "<6>qdt: could not load all of $*" >/dev/kmsg
}

read -r modules </qdt/modules
[ -z "$modules" ] || load $modules
read -r parameters </proc/cmdline
case " $parameters" in
*" qdt.modules="*)
	modules=${parameters##* qdt.modules=}
	load $(echo "${modules%% *}" | tr , ' ')
	;;
esac
# This kernel has no driver for hot-plug, which would give slots their power.
case " $parameters " in
*" qdt.slots=on "*) qdt-slot on /sys/bus/pci/devices/* || echo "<6>qdt: no power for all slots" >/dev/kmsg ;;
esac
exit 0
