# Memory that nothing points to any more, in a kernel with kmemleak. The agent has this run after the last stage.

# Both facts are the kernel's: an object that is younger than five seconds is not reported, because its pointer may
# still be on its way; and the first scan only remembers what an object contains, so that the second knows what is in
# use.
place=/run/qdt/debug
mkdir -p "$place" && mount -t debugfs debugfs "$place" || exit
leaks=$place/kmemleak
[ -w "$leaks" ] || { echo "the kernel has no kmemleak" >&2 && exit 1; }
echo "<6>qdt: scan for leaks begins" >/dev/kmsg
sleep 5
echo scan >"$leaks" && echo scan >"$leaks" || exit
while IFS= read -r line; do
	echo "<4>$line" >/dev/kmsg
done <"$leaks"
echo "<6>qdt: scan for leaks ended" >/dev/kmsg
umount "$place"
