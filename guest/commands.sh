# The agent's side of the control port: reads a command a line, answers a line. See PROTOCOL.md.

protocol=1
# Said by the host when a session begins, put before every answer. Never exported, never an argument of a program.
token=

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
	clock) date -u -s "@$2" >/dev/null && say "ok clock" || say "failed clock cannot set the clock" ;;
	seed) report seed mix_in "$2" ;;
	devices) report devices await_devices "$2" ;;
	tune) tune $2 && say "ok tune" ;;
	env) add_environment "$2" && say "ok env" ;;
	root) report root enter_root "$2" ;;
	folder) report folder bring_folder $2 ;;
	logs) report logs keep_logs ;;
	stage) run_stage $2 ;;
	shell) run_shell $2 ;;
	size) report size resize $2 ;;
	collect) report collect send_artifacts ;;
	finish) finish ;;
	*) say "failed $1 unknown command" ;;
	esac
}

# mix_in HEX: into the random pool, and the pool into what is drawn from now on, which a mere write does a minute later.
mix_in() {
	printf '%s' "$1" >/dev/urandom
	/qdt/reseed </dev/urandom || { echo "the kernel does not reseed: error $?" >&2 && return 1; }
}

# await_devices COUNT: until so many PCI devices have come on top of those that were there at the start.
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

# report NAME FUNCTION …: runs the function, answers ok or its last line of complaint.
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
