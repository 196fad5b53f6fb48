# Run by the agent beside the init of a disk image: ends when the image is up, or says why it is not.

root=/proc/1/root
place=/run/qdt/image
read -r kind what <"$place/how"

# In the root of the image, with its programs.
in_image() {
	env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb HOME=/root \
		/bin/busybox chroot "$root" "$@"
}

complain() {
	echo "$*" >&2
	exit 1
}

# The words of standard input in one line.
in_one_line() {
	tr '\n' '|' | sed 's/|$//; s/|/ | /g'
}

# What systemd says of a unit, the last lines of its journal, and what systemd has complained of.
explain_unit() {
	said=$(in_image systemctl show --value -p SubState -p Result "$what" 2>/dev/null | in_one_line)
	lines=$(in_image journalctl -b -q --no-pager -o cat -n 5 -u "$what" 2>/dev/null | in_one_line)
	waiting=$(in_image systemctl list-jobs --no-legend --no-pager 2>/dev/null | head -n 5 | tr -s ' ' | in_one_line)
	# Before there is a journal, systemd writes to the kernel's log, from where the journal has it.
	wrong=$(in_image journalctl -b -q --no-pager -o cat -p warning -t systemd 2>/dev/null | grep -v qdt-ready |
		tail -n 4 | in_one_line)
	waiting=${waiting:+; systemd still waits for: $waiting}
	complain "$1 ($said)${lines:+; its journal ends: $lines}$waiting${wrong:+; systemd complains: $wrong}"
}

# busy: time that the processors have worked, in hundredths of a second.
look_at_work() {
	read -r _ user nice system _ _ hard soft _ </proc/stat
	busy=$((user + nice + system + hard + soft))
}

# The end of the boot, which follows the unit or the command. Each clone would do it anew, before its test or during it.
# Nothing is started for the wait: on a busy host that alone would keep the processors from being idle.
come_to_rest() {
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
		look_at_work
		before=$busy
		read -r -t 0.3 _ <&3
		look_at_work
		[ $((busy - before)) -gt 6 ] || return 0
	done
}

# The pipe is open both ways, so that reading waits for a line.
exec 3<>"$place/up"
case $kind in
failed) complain "$what" ;;
unit)
	read -r state <&3
	case $state in
	active) ;;
	late) explain_unit "$what did not start in time" ;;
	*) explain_unit "$what did not start" ;;
	esac
	;;
command)
	until said=$(in_image /bin/sh -c "$what" 2>&1); do
		if read -r -t 1 state <&3; then
			complain "the command of info/ready still fails: $what: $(echo "$said" | tail -n 5 | in_one_line)"
		fi
	done
	;;
esac
come_to_rest
rm -f "$place/busybox"
