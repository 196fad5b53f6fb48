# ARCHIVES COUNT [FAKEROOT]: installs the packages ARCHIVES/0.deb, 1.deb, …. FAKEROOT, an unpacked package, remembers
# owners that a namespace with one user does not have. It follows begin-root.sh.

archives=$1 count=$2 fakeroot=$3
export DEBIAN_FRONTEND=noninteractive DEBCONF_NONINTERACTIVE_SEEN=true
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

# With merged /usr, as all suites have it whose packages do not bring that along.
lay_out() {
	mkdir -p "$root/usr/bin" "$root/usr/sbin" "$root/usr/lib" "$root/usr/lib64" "$root/dev" "$root/etc"
	for directory in bin sbin lib lib64; do
		ln -s "usr/$directory" "$root/$directory"
	done
	mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/triggers"
	: >"$root/var/lib/dpkg/status"
	: >"$root/var/lib/dpkg/available"
	: >"$root/etc/fstab"
	printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
	chmod 755 "$root/usr/sbin/policy-rc.d"
}

# Programs and libraries, so that dpkg itself can be run. It then unpacks everything once more, as it should be.
unpack() {
	index=0
	while [ "$index" -lt "$count" ]; do
		dpkg-deb --fsys-tarfile "$archives/$index.deb" |
			tar -x --no-same-owner --keep-directory-symlink -C "$root"
		index=$((index + 1))
	done
}

# Scripts need a /dev/null at least.
lend_devices() {
	mount --rbind /dev "$root/dev" 2>/dev/null || mknod -m 666 "$root/dev/null" c 1 3 2>/dev/null ||
		: >"$root/dev/null"
}

install() {
	mkdir "$root/.packages"
	index=0
	set --
	while [ "$index" -lt "$count" ]; do
		mv "$archives/$index.deb" "$root/.packages/"
		set -- "$@" "/.packages/$index.deb"
		index=$((index + 1))
	done
	options="--force-confnew --force-unsafe-io"
	exclude="--path-exclude=/usr/share/doc/* --path-include=/usr/share/doc/*/copyright --path-exclude=/usr/share/man/*"
	set -f
	# What a package needs before it is unpacked is there already. It is configured in the right order.
	inside dpkg $options --force-depends $exclude --unpack "$@"
	inside dpkg $options --configure -a
	set +f
}

# Not wanted by the boot of a test machine: logins and their records, upkeep by the clock, a journal that outlives the
# machine, disks that are encrypted or grow. The units are there, and start when something asks for them.
spare="
	getty.target.wants/getty@tty1.service
	getty.target.wants/getty-static.service
	graphical.target.wants/systemd-update-utmp-runlevel.service
	multi-user.target.wants/systemd-update-utmp-runlevel.service
	multi-user.target.wants/systemd-logind.service
	multi-user.target.wants/systemd-ask-password-wall.path
	sockets.target.wants/systemd-initctl.socket
	sysinit.target.wants/cryptsetup.target
	sysinit.target.wants/integritysetup.target
	sysinit.target.wants/veritysetup.target
	sysinit.target.wants/systemd-ask-password-console.path
	sysinit.target.wants/systemd-journal-flush.service
	sysinit.target.wants/systemd-pstore.service
	sysinit.target.wants/systemd-random-seed.service
	sysinit.target.wants/systemd-repart.service
	sysinit.target.wants/systemd-update-utmp.service
	timers.target.wants/apt-daily-upgrade.timer
	timers.target.wants/apt-daily.timer
	timers.target.wants/dpkg-db-backup.timer
	timers.target.wants/fstrim.timer
"
spare_generators="cryptsetup gpt-auto hibernate-resume integritysetup system-update veritysetup"

lighten() {
	for wish in $spare; do
		rm -f "$root/usr/lib/systemd/system/$wish" "$root/etc/systemd/system/$wish"
	done
	generators=$root/etc/systemd/system-generators
	mkdir -p "$generators"
	for generator in $spare_generators; do
		ln -s /dev/null "$generators/systemd-$generator-generator"
	done
	# Nothing is to be made up for at the first boot.
	touch -r "$root/usr" "$root/etc/.updated" "$root/var/.updated"
}

# What is of this making only. Each machine makes its own id when it boots.
clean_up() {
	rm -rf "$root/.packages" "$root/.fakeroot.so" "$root/usr/sbin/policy-rc.d" "$root/var/cache/ldconfig/aux-cache"
	umount -l "$root/dev" 2>/dev/null || rm -f "$root/dev/null"
	: >"$root/etc/machine-id"
	echo localhost >"$root/etc/hostname"
}

lay_out
unpack
lend_devices
begin_fakeroot
install
lighten
clean_up
make_image
