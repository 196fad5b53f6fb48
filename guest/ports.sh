# The virtio-serial ports, found by name and kept open, so that nobody else can open them.
#   3 control   4 files   5..9 the output of each stage
# The agent does not open one more port: `hw` opens it when a test calls it.

# Without the control port nothing can be done: the note before tells the host why the power goes off.
open_ports() {
	wait_for_port qdt.control || poweroff -f
	exec 3<>"$port"
	wait_for_port qdt.files && exec 4<>"$port"
	wait_for_port qdt.log.suite-setup && exec 5>"$port"
	wait_for_port qdt.log.setup && exec 6>"$port"
	wait_for_port qdt.log.run && exec 7>"$port"
	wait_for_port qdt.log.teardown && exec 8>"$port"
	wait_for_port qdt.log.suite-teardown && exec 9>"$port"
	wait_for_port qdt.hw && echo "$port" >/run/qdt/hw-port
}

# Sets `port` to the device node of the port with this name. Ports appear shortly after their driver is there.
wait_for_port() {
	# The driver makes this directory when it is loaded. Without it, waiting (50 s under emulation) is in vain.
	[ -d /sys/class/virtio-ports ] && attempt=0 || attempt=500
	while [ "$attempt" -lt 500 ]; do
		for entry in /sys/class/virtio-ports/*; do
			[ -e "$entry/name" ] && read -r name <"$entry/name" || continue
			port=/dev/${entry##*/}
			[ "$name" = "$1" ] && [ -e "$port" ] && return 0
		done
		pause 0.01
		attempt=$((attempt + 1))
	done
	note "no port named $1"
	return 1
}
