# BUSYBOX OWNERS LAYER…: unpacks the layers of a container image, each an unpacked tar. OWNERS is -o where only root
# could give files away. It follows begin-root.sh.

busybox=$1 owners=$2
shift 2
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
make_image
