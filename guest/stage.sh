# One stage: a program of the test. Its output goes to its own port, and its exit status to the host.

environment=

# A line NAME=VALUE. Values are never evaluated.
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

# The output goes to the host as it is written, and to a file for later stages. The port takes as long for 1 KiB as for
# 32 KiB, so output is collected while it is busy.
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

# In a separate process: without the agent's ports, in its own session, with an environment that contains only our
# variables.
start_program() {
	exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
	IFS='
'
	set -f
	if [ -n "$root" ]; then
		exec env -i $environment /bin/chroot "$root" \
			/run/qdt/busybox setsid /run/qdt/busybox sh -c 'cd "$1" && exec "./$2"' sh "$folder" "$stage"
	fi
	cd "$folder" && exec env -i $environment setsid "./$stage"
}

# The status comes from the kernel's wait(), which no program in the guest can forge. The heartbeat is in this same
# process: if it stops, the guest has stopped. When the logger ends, we wake at once; a program that leaves a background
# process with its output open is found by polling.
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

# A program closes its output shortly before it is gone.
ends_soon() {
	attempt=0
	until has_ended "$1"; do
		attempt=$((attempt + 1))
		[ "$attempt" -le 20 ] || return 1
		pause 0.005
	done
}

# Sleeps without starting a program: nobody ever writes to this pipe, so the read always times out.
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

# When the logger ends, all output is on the port. A background process of the stage keeps the logger running; then we
# continue after a moment, and it goes on logging.
let_output_drain() {
	ends_soon "$logger"
}
