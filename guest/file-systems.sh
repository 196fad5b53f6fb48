# Which file systems a disk may have.

# By magic numbers, so that only the right file system is tried and nothing complains on the console.
types_of() {
	[ "$(bytes_at "$1" 1080 2 | od -An -tx1)" = " 53 ef" ] && echo ext4
	[ "$(bytes_at "$1" 0 4)" = XFSB ] && echo xfs
	[ "$(bytes_at "$1" 65600 8)" = _BHRfS_M ] && echo btrfs
}

bytes_at() {
	dd if="$1" bs=1 skip="$2" count="$3" 2>/dev/null
}

# mount_image PLACE: a file system on the whole disk, or the first partition with the root of a Linux system.
mount_image() {
	for disk in vda vda1 vda2 vda3 vda4 vda5 vda6 vda7 vda8 vda9; do
		[ -b "/dev/$disk" ] || continue
		for type in $(types_of "/dev/$disk"); do
			# A built-in file system needs no loading. The mount will show whether it works.
			plain_modprobe "$type" 2>/dev/null
			mount -t "$type" "/dev/$disk" "$1" && [ -d "$1/etc" ] && return 0
			umount "$1" 2>/dev/null
		done
	done
	echo "no Linux file system (ext2, ext3, ext4, xfs, btrfs) on the disk image or its partitions" >&2
	return 1
}
