# enter-root DIRECTORY: mounts the root of the disk image, with what stages expect in it. The host discards writes.

. /qdt/modules.sh
. /qdt/file-systems.sh
root=$1

enter_root() {
	mount_image || return
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

# A file system on the whole disk, or the first partition with a Linux file system.
mount_image() {
	for disk in vda vda1 vda2 vda3 vda4 vda5 vda6 vda7 vda8 vda9; do
		[ -b "/dev/$disk" ] || continue
		for type in $(types_of "/dev/$disk"); do
			# A built-in file system needs no loading. The mount will show whether it works.
			plain_modprobe "$type" 2>/dev/null
			mount -t "$type" "/dev/$disk" "$root" && [ -d "$root/etc" ] && return 0
			umount "$root" 2>/dev/null
		done
	done
	echo "no Linux file system (ext2, ext3, ext4, xfs, btrfs) on the disk image or its partitions" >&2
	return 1
}

enter_root
