# ARCHIVES COUNT [FAKEROOT]: installs the packages ARCHIVES/0.deb, 1.deb, …. FAKEROOT, an unpacked package, remembers
# owners that a namespace with one user does not have. It follows begin-root.sh and packages-in-root.sh.

archives=$1 count=$2 fakeroot=$3
if [ -n "$fakeroot" ]; then
	preload=$(find "$fakeroot" -name 'libfakeroot-sysv.so')
	export FAKEROOTDONTTRYCHOWN=1
fi

# In the new root. The library is there under a name of its own.
inside() {
	if [ -n "$preload" ]; then
		chroot "$root" /usr/bin/env LD_PRELOAD=/.fakeroot.so "$@"
	else
		chroot "$root" "$@"
	fi
}

# Its process keeps the owners. It ends with this script.
begin_fakeroot() {
	[ -n "$preload" ] || return 0
	cp "$preload" "$root/.fakeroot.so"
	mkfifo "$archives/key"
	"$fakeroot/usr/bin/faked-sysv" --foreground >"$archives/key" &
	faked=$!
	trap 'kill "$faked"' EXIT
	read -r key <"$archives/key"
	export FAKEROOTKEY="${key%%:*}"
}

# Scripts need a /dev/null at least.
lend_devices() {
	mount --rbind /dev "$root/dev" 2>/dev/null || mknod -m 666 "$root/dev/null" c 1 3 2>/dev/null ||
		: >"$root/dev/null"
}

# ARCHIVES COUNT: into the new root.
bring_packages() {
	mkdir "$root/.packages"
	index=0
	while [ "$index" -lt "$2" ]; do
		mv "$1/$index.deb" "$root/.packages/"
		index=$((index + 1))
	done
}

take_devices_back() {
	umount -l "$root/dev" 2>/dev/null || rm -f "$root/dev/null"
}

lay_out
unpack "$archives" "$count"
lend_devices
begin_fakeroot
bring_packages "$archives" "$count"
install "$count"
lighten
clean_up
rm -f "$root/.fakeroot.so"
take_devices_back
make_image
