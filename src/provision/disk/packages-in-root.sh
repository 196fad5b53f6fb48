# A system that is made of packages, below the directory `root`, which is empty where that is the root itself. Who uses
# it says how a program runs inside: `inside WORD …`.

export DEBIAN_FRONTEND=noninteractive DEBCONF_NONINTERACTIVE_SEEN=true

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

# ARCHIVES COUNT: programs and libraries, so that dpkg itself can be run. It then unpacks everything once more, as it
# should be.
unpack() {
	archives=$1 count=$2
	index=0
	while [ "$index" -lt "$count" ]; do
		dpkg-deb --fsys-tarfile "$archives/$index.deb" |
			tar -x --no-same-owner --keep-directory-symlink -C "$root"
		index=$((index + 1))
	done
}

# COUNT: of the packages that were brought.
install() {
	count=$1
	index=0
	set --
	while [ "$index" -lt "$count" ]; do
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
	rm -rf "$root/.packages" "$root/usr/sbin/policy-rc.d" "$root/var/cache/ldconfig/aux-cache"
	: >"$root/etc/machine-id"
	echo localhost >"$root/etc/hostname"
}
