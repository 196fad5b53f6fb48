# Memory that nothing points to any more, in a kernel with kmemleak.

# Both facts are the kernel's: an object that is younger than five seconds is not reported, because its pointer may
# still be on its way; and the first scan only remembers what an object contains, so that the second knows what is in
# use.
scan_for_leaks() {
	place=/run/qdt/debug
	mkdir -p "$place" && mount -t debugfs debugfs "$place" || return
	leaks=$place/kmemleak
	[ -w "$leaks" ] || { echo "the kernel has no kmemleak" >&2 && return 1; }
	note "scan for leaks begins"
	pause 5
	echo scan >"$leaks" && echo scan >"$leaks" || return
	while IFS= read -r line; do
		echo "<4>$line" >/dev/kmsg
	done <"$leaks"
	note "scan for leaks ended"
	umount "$place"
}
