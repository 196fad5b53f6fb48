# The root in which stages run: the built-in one, or that of a disk image. The host discards writes to it.

# enter_root builtin | enter_root disk
enter_root() {
	[ "$1" = disk ] || return 0
	mount_image || return
	root=/image
	cp /bin/busybox /run/qdt/busybox && cp -p /bin/hw /run/qdt/bin/hw || return
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
			mount -t "$type" "/dev/$disk" /image && [ -d /image/etc ] && return 0
			umount /image 2>/dev/null
		done
	done
	echo "no Linux file system (ext2, ext3, ext4, xfs, btrfs) on the disk image or its partitions" >&2
	return 1
}

# By magic numbers, so that only the right file system is tried and nothing complains on the console.
types_of() {
	[ "$(bytes_at "$1" 1080 2 | od -An -tx1)" = " 53 ef" ] && echo ext4
	[ "$(bytes_at "$1" 0 4)" = XFSB ] && echo xfs
	[ "$(bytes_at "$1" 65600 8)" = _BHRfS_M ] && echo btrfs
}

bytes_at() {
	dd if="$1" bs=1 skip="$2" count="$3" 2>/dev/null
}
