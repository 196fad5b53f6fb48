# The agent's side of the control port: reads one command per line and answers in one line. See PROTOCOL.md.

protocol=1
# The token that the host sends at the start of a session. It precedes every answer; it is never exported or passed as
# an argument.
token=
# Set when a clone has received its own seed.
seeded=

serve() {
	count_devices
	known_devices=$devices
	note "agent ready"
	echo "ready $protocol $(uname -r)" >&3
	while read -r command arguments <&3; do
		answer "$command" "$arguments"
	done
	note "control port closed"
	poweroff -f
}

answer() {
	case $1 in
	session) token=$2 && say "ok session" ;;
	clock) report clock set_clock "$2" ;;
	seed) printf '%s' "$2" >/dev/urandom && seeded=yes && say "ok seed" ;;
	devices) report devices await_devices "$2" ;;
	tune) tune $2 && say "ok tune" ;;
	env) add_environment "$2" && say "ok env" ;;
	root) report root enter_root "$2" ;;
	folder) report folder bring_folder $2 ;;
	logs) report logs keep_logs ;;
	stage) run_stage $2 ;;
	leaks) report leaks scan_for_leaks ;;
	tell) report tell tell_kernel "$2" ;;
	shell) run_shell $2 ;;
	size) report size resize $2 ;;
	collect) report collect send_artifacts ;;
	finish) finish ;;
	*) say "failed $1 unknown command" ;;
	esac
}

# set_clock SECONDS: also makes mixed-in random data effective at once; a mere write takes effect a minute later. Only a
# clone needs that: a freshly booted kernel shares its pool with nobody.
set_clock() {
	/qdt/awaken "$1" </dev/urandom
	case $? in
	0) ;;
	2) [ -z "$seeded" ] || { echo "the kernel does not reseed" >&2 && return 1; } ;;
	*) echo "cannot set the clock" >&2 && return 1 ;;
	esac
}

# await_devices COUNT: waits until this many PCI devices have been added since the start.
await_devices() {
	attempt=0
	while count_devices && [ "$devices" -lt $((known_devices + $1)) ]; do
		attempt=$((attempt + 1))
		[ "$attempt" -lt 500 ] || { echo "found $((devices - known_devices)) of $1 plugged devices" >&2 && return 1; }
		pause 0.01
	done
}

count_devices() {
	set -- /sys/bus/pci/devices/*
	devices=$#
}

# report NAME FUNCTION …: runs the function, answers ok, or failed with its last line of complaint.
report() {
	name=$1
	shift
	if "$@" >/dev/null 2>/run/qdt/complaint; then
		say "ok $name"
	else
		say "failed $name $(tail -n 1 /run/qdt/complaint)"
	fi
}

say() {
	echo "$token $*" >&3
}

finish() {
	say "done"
	note "power off"
	poweroff -f
}
