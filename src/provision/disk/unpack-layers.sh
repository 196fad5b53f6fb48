# make-container-root ROOT BUSYBOX IMAGE UUID OWNERS LAYER…: unpacks the layers of a container image, each an unpacked
# tar, into the empty directory ROOT, and makes a disk image of it. Runs as root, or as the only user of a user
# namespace: then OWNERS is -o, because only root can give files away.

set -e
root=$1 busybox=$2 image=$3 uuid=$4 owners=$5
shift 5
export LC_ALL=C PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
umask 022
command -v mke2fs >/dev/null || {
	echo "mke2fs is needed, but was not found. Install it: sudo apt-get install e2fsprogs" >&2
	exit 1
}
# No layer can know this name, which busybox knows itself by, and which depends on the digest of all of them.
tool=/busybox-$uuid
cp "$busybox" "$root$tool"
chmod 755 "$root$tool"

# In the new root, which no link of a layer leads out of.
inside() {
	chroot "$root" "$tool" "$@"
}

# What a layer says of a directory that it makes anew is no error where there was none.
empty() {
	inside find "$1" -mindepth 1 -maxdepth 1 ! -name "${tool#/}" -exec "$tool" rm -rf {} + 2>/dev/null || :
}

# What a layer takes away from those below it: `.wh.NAME` a file, `.wh..wh..opq` all that its directory had.
apply_whiteouts() {
	inside tar -t -f - <"$1" | while IFS= read -r path; do
		name=${path##*/}
		case $name in
		.wh..wh..opq) empty "./${path%"$name"}" ;;
		.wh.*) inside rm -rf "./${path%"$name"}${name#.wh.}" ;;
		esac
	done
}

for layer in "$@"; do
	apply_whiteouts "$layer"
	inside tar -x $owners -f - <"$layer"
done
inside find . -xdev -name '.wh.*' -exec "$tool" rm -f {} +
rm -f "$root$tool"
for directory in dev etc proc sys run tmp; do
	[ -d "$root/$directory" ] || [ -L "$root/$directory" ] || mkdir "$root/$directory"
done
used=$(du -sk "$root" | cut -f 1)
mke2fs -q -F -t ext4 -U "$uuid" -E "hash_seed=$uuid" -L root -d "$root" "$image" "$((used * 5 / 4 + 262144))k"
