# Installs the packages that unpack-packages.sh left in this root, and ends with a file system at rest. `count`: of the
# packages. It follows packages-in-root.sh, and runs in a machine whose programs these are.

set -e
root=
export LC_ALL=C
umask 022

inside() {
	"$@"
}

# What the machine has mounted for stages, and the directories that it made for that.
leave() {
	cd /
	for place in "/lib/modules/$(uname -r)" /test; do
		umount -l "$place"
		rmdir "$place"
	done
}

install "$count"
lighten
clean_up
leave
# The image is a file with holes: what was removed takes no place in it, once that is written. The old shell, which is
# open here, was replaced, and a file system with such files stays writable.
exec /bin/sh -c 'sync && fstrim / && exec mount -o remount,ro /'
