# An interactive shell instead of the stages: on the serial console, or fed by a pipe from the host.

# run_shell terminal CONSOLE ROWS COLUMNS | run_shell pipe
#
# A pipeline instead of a background job: a shell makes background jobs, and their children, ignore Ctrl-C.
run_shell() {
	say "begin shell"
	case $1 in
	terminal)
		console=/dev/$2
		stty -F "$console" sane
		resize "$3" "$4"
		{ (start_shell setsid -c) <>"$console" >&0 2>&0; tell_status $?; } | attend_shell
		;;
	pipe)
		console=
		{ (start_shell setsid) <&4 >&7 2>&7; tell_status $?; } | attend_shell
		;;
	esac
}

# start_shell PROGRAM …: in the folder, with the stages' environment and without the agent's ports.
start_shell() {
	exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-
	IFS='
'
	set -f
	if [ -n "$root" ]; then
		exec env -i $environment /bin/chroot "$root" /run/qdt/busybox "$@" \
			/run/qdt/busybox sh -c 'cd "$1" && [ -x /bin/bash ] && exec /bin/bash; exec /bin/sh' sh "$folder"
	fi
	cd "$folder" && exec env -i $environment "$@" sh
}

# Sends a line to the attending process, and wakes it where it sleeps.
tell_status() {
	echo "$1"
	echo <>/run/qdt/wake >&0
}

# Handles the host's commands until the shell's status arrives. A read that times out may have consumed half a line, so
# the status is read only when it is complete.
attend_shell() {
	until read -r -t 0; do
		while read -r -t 0 <&3; do
			read -r command arguments <&3 || poweroff -f
			answer "$command" "$arguments"
		done
		read -r -t 0.2 _ <>/run/qdt/wake || :
	done
	# No status: the process that would have sent it was killed.
	read -r status || status=137
	# stty waits until all output has been written.
	[ -z "$console" ] || stty -F "$console" sane
	say "end shell $status"
}

# resize ROWS COLUMNS: sets the console to the size of the user's terminal.
resize() {
	stty -F "$console" rows "$1" cols "$2"
}
