# ROOT IMAGE UUID …: the beginning of a script that fills the empty directory ROOT and makes a disk image of it. The
# script runs as root, or as the only user of a user namespace. What follows UUID is its own.

set -e
root=$1 image=$2 uuid=$3
shift 3
preload=
export LC_ALL=C PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
umask 022
command -v mke2fs >/dev/null || {
	echo "mke2fs is needed, but was not found. Install it: sudo apt-get install e2fsprogs" >&2
	exit 1
}

# With a quarter and 256 MiB free. `preload`: a library that knows the owners of the files.
make_image() {
	used=$(du -sk "$root" | cut -f 1)
	[ -z "$preload" ] || export LD_PRELOAD="$preload"
	mke2fs -q -F -t ext4 -U "$uuid" -E "hash_seed=$uuid" -L root -d "$root" "$image" "$((used * 5 / 4 + 262144))k"
}
