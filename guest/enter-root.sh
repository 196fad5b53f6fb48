# enter-root DIRECTORY: mounts the root of the disk image, with what stages expect in it. The host discards writes.

. /qdt/modules.sh
. /qdt/file-systems.sh
root=$1

enter_root() {
	mount_image "$root" || return
	cp -p /bin/hw /run/qdt/bin/hw || return
	for place in proc sys dev dev/pts run tmp; do
		mkdir -p "$root/$place" && mount --bind "/$place" "$root/$place" || return
	done
	release=$(uname -r)
	mkdir -p "$root/lib/modules/$release" || return
	# The programs of the image know soft dependencies and compressed modules by themselves.
	mount_modules "$root/lib/modules/$release" 2>/dev/null ||
		mount --bind "/lib/modules/$release" "$root/lib/modules/$release"
}

enter_root
