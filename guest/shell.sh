# An interactive shell in place of the stages: on the serial console, or fed by a pipe of the host's.

# run_shell terminal CONSOLE ROWS COLUMNS | run_shell pipe
#
# A pipeline, and not a program in the background: a shell makes those deaf to Ctrl-C for good, and all they start.
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
		exec env -i $environment /bin/chroot "$root" /run/qdt/busybox "$@" /run/qdt/busybox sh -c 'cd "$1" && [ -x /bin/bash ] && exec /bin/bash; exec /bin/sh' sh "$folder"
	fi
	cd "$folder" && exec env -i $environment "$@" sh
}

# To whoever attends, and wakes them, where they sleep.
tell_status() {
	echo "$1"
	echo <>/run/qdt/wake >&0
}

# Until the shell's status comes: the host's commands meanwhile. A read that gives up may have read half a line, so that
# what counts is read only when it is there.
attend_shell() {
	until read -r -t 0; do
		while read -r -t 0 <&3; do
			read -r command arguments <&3 || poweroff -f
			answer "$command" "$arguments"
		done
		read -r -t 0.2 _ <>/run/qdt/wake || :
	done
	# None at all: whoever would have told was killed.
	read -r status || status=137
	# Changing a terminal waits until everything written to it is out.
	[ -z "$console" ] || stty -F "$console" sane
	say "end shell $status"
}

# resize ROWS COLUMNS: the console is as large as the user's terminal.
resize() {
	stty -F "$console" rows "$1" cols "$2"
}
