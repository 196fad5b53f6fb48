# One stage: a program of the test, run with its output on a port of its own and its exit status told to the host.

environment=

# A line NAME=VALUE. Values never pass through an evaluation.
add_environment() {
	environment="$environment$1
"
}

# run_stage NAME PORT: runs ./NAME in the folder.
run_stage() {
	stage=$1
	pipe=/run/qdt/$stage.output
	find_descriptor
	(log_output) <"$pipe" >&"$descriptor" 2>/dev/null &
	logger=$!
	note "stage $stage begins"
	say "begin $stage"
	(start_program) </dev/null >"$pipe" 2>&1 &
	program=$!
	await_program
	let_output_drain
	note "stage $stage ended with $status"
	say "end $stage $status"
}

# To the host as it comes, and to where later stages can read it. The port takes 32 KiB at a time, and as long for 1 KiB:
# while it is busy, what dd reads next piles up.
log_output() {
	if [ -n "$keeps_logs" ]; then
		tee "$root$folder/logs/$stage.log" | dd bs=32k
	else
		dd bs=32k
	fi
	echo >/run/qdt/wake
}

find_descriptor() {
	case $stage in
	suite-setup) descriptor=5 ;;
	setup) descriptor=6 ;;
	run) descriptor=7 ;;
	teardown) descriptor=8 ;;
	suite-teardown) descriptor=9 ;;
	esac
}

# In a process of its own: without the agent's ports, in a session of its own, with an environment that is ours alone.
start_program() {
	exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
	IFS='
'
	set -f
	if [ -n "$root" ]; then
		exec env -i $environment /bin/chroot "$root" /run/qdt/busybox setsid /run/qdt/busybox sh -c 'cd "$1" && exec "./$2"' sh "$folder" "$stage"
	fi
	cd "$folder" && exec env -i $environment setsid "./$stage"
}

# The status comes from the kernel's own wait(), which no program in the guest can forge. The heartbeat is this same
# process: if it stops, the guest has stopped. A logger that ends wakes us at once; a program that leaves a process in
# the background, with its output still open, is found by the clock.
await_program() {
	polls=0
	until has_ended "$program"; do
		if read -r -t 0.2 _ <>/run/qdt/wake && ends_soon "$program"; then
			break
		fi
		polls=$((polls + 1))
		[ $((polls % 5)) -ne 0 ] || say "beat $((polls / 5))"
	done
	wait "$program"
	status=$?
}

# A program closes its output a moment before it is gone.
ends_soon() {
	attempt=0
	until has_ended "$1"; do
		attempt=$((attempt + 1))
		[ "$attempt" -le 20 ] || return 1
		pause 0.005
	done
}

# Sleeps without starting a program: nobody ever writes there. That nothing was read is what it is for.
pause() {
	read -r -t "$1" _ <>/run/qdt/silence || :
}

# From the State line, not from the name before it, which the program chooses itself.
has_ended() {
	while read -r key value _; do
		[ "$key" != State: ] || break
	done 2>/dev/null <"/proc/$1/status"
	[ "$key $value" = "State: Z" ] || [ ! -d "/proc/$1" ]
}

# What the stage wrote is on the port when the logger ends. A process left in the background keeps it from ending;
# then we go on after a moment, and it goes on logging.
let_output_drain() {
	ends_soon "$logger"
}
