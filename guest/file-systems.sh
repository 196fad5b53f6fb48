# Which file systems a disk may have.

bytes_at() {
	dd if="$1" bs=1 skip="$2" count="$3" 2>/dev/null
}

# By magic numbers, so that only the right file system is tried and nothing complains on the console.
types_of() {
	[ "$(bytes_at "$1" 1080 2 | od -An -tx1)" = " 53 ef" ] && echo ext4
	[ "$(bytes_at "$1" 0 4)" = XFSB ] && echo xfs
	[ "$(bytes_at "$1" 65600 8)" = _BHRfS_M ] && echo btrfs
}

# What else people have on disks, and is no root for us. Nothing: it is not known.
other_contents_of() {
	for place in 0 512 1024 1536; do
		[ "$(bytes_at "$1" "$place" 8)" = LABELONE ] && echo "an LVM volume" && return
	done
	case $(bytes_at "$1" 0 4) in
	LUKS) echo "an encrypted volume (LUKS)" && return ;;
	hsqs) echo squashfs && return ;;
	esac
	[ "$(bytes_at "$1" 32769 5)" = CD001 ] && echo "a CD (ISO 9660)"
}

# try_root DEVICE PLACE: mounts it if a Linux system is on it; says in `seen` what is there instead.
try_root() {
	for type in $(types_of "$1"); do
		# A built-in file system needs no loading. The mount will show whether it works.
		plain_modprobe "$type" 2>/dev/null
		if said=$(mount -t "$type" "$1" "$2" 2>&1); then
			[ -d "$2/etc" ] && return 0
			umount "$2"
			seen="$seen; ${1#/dev/}: $type without /etc"
		else
			seen="$seen; ${1#/dev/}: $type, which this kernel does not mount (${said##*: })"
		fi
		return 1
	done
	other=$(other_contents_of "$1")
	[ -z "$other" ] || seen="$seen; ${1#/dev/}: $other"
	return 1
}

# load_for FSTAB: the file systems that an image mounts while it boots, when it has no modules of this kernel yet. What
# is built in needs no loading, and the mount will show whether it works.
load_for() {
	[ -f "$1" ] || return 0
	while read -r device _ type _; do
		case $device:$type in
		"#"*) ;;
		*:vfat | *:msdos) plain_modprobe -a vfat nls_cp437 nls_ascii nls_iso8859-1 ;;
		*:ext[234]) plain_modprobe ext4 ;;
		*:xfs | *:btrfs) plain_modprobe "$type" ;;
		esac
	done <"$1" 2>/dev/null
}

next_move() {
	case $seen in
	*LVM* | *LUKS*) echo ". Copy the root file system on it into an image of its own: dd if=VOLUME of=root.img" ;;
	esac
}

# mount_image PLACE: a file system on the whole disk, or the first partition with the root of a Linux system.
mount_image() {
	seen=
	for part in "" 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
		[ ! -b "/dev/vda$part" ] || ! try_root "/dev/vda$part" "$1" || return 0
	done
	expected="no Linux file system (ext2, ext3, ext4, xfs, btrfs) on the disk image or its partitions"
	case $seen in
	*without*) expected="no root of a Linux system on the disk image or its partitions" ;;
	esac
	echo "$expected${seen:+; found ${seen#; }}$(next_move)" >&2
	return 1
}

# The machine whose programs the root at PLACE has, as uname -m says it; nothing: that is not known.
machine_of() {
	for program in bin/busybox usr/bin/env usr/bin/dash bin/dash bin/bash; do
		if [ -f "$1/$program" ] && [ ! -L "$1/$program" ]; then
			machine_named "$(od -An -tx1 -j18 -N2 "$1/$program")"
			return
		fi
	done
}

# By the two bytes of the header of an ELF program.
machine_named() {
	case $1 in
	" 3e 00") echo x86_64 ;;
	" b7 00") echo aarch64 ;;
	" f3 00") echo riscv64 ;;
	" 03 00") echo i686 ;;
	esac
}
