# PID 1 of a disk image that starts by itself: mounts its root, starts the agent beside it, and becomes its init.
# Nothing is written to the image but empty directories: what we need is in memory, below /run.

# PID 1 may not end. What cannot be started is said by the agent.
. /qdt/modules.sh
. /qdt/file-systems.sh
root=/image
place=/run/qdt/image
boxed=/run/qdt/image/busybox

fail() {
	echo "failed $*" >"$place/how"
	exec /init
}

# in_image WORD …: an applet in the root of the image, where links lead to where its init will find them.
in_image() {
	chroot "$root" "$boxed" "$@"
}

# prepare: the file systems that an init expects, or finds and leaves alone.
prepare() {
	for directory in proc sys dev run tmp test; do
		[ -d "$root/$directory" ] || mkdir "$root/$directory" || return
	done
	for directory in proc sys dev; do
		mount --bind "/$directory" "$root/$directory" || return
	done
	mount -t tmpfs -o mode=755,nosuid,nodev tmpfs "$root/run" && mkdir "$root/run/qdt" || return
	mount --bind /run/qdt "$root/run/qdt" || return
	cp -p /bin/hw /bin/qdt-slot /run/qdt/bin && cp /bin/busybox "$boxed"
}

# The paths that the kernel tries, and where systemd is without them: one, and the program that it leads to. The
# program may behave as its path is called.
find_init() {
	for path in /sbin/init /etc/init /bin/init /lib/systemd/systemd /usr/lib/systemd/systemd; do
		if in_image test -x "$path"; then
			echo "$path $(in_image readlink -f "$path")"
			return
		fi
	done
	return 1
}

# The architecture of an ELF program, as uname -m says it; nothing for a script.
architecture_of() {
	[ "$(bytes_at "$1" 1 3)" = ELF ] || return 0
	named=$(machine_named "$(bytes_at "$1" 18 2 | od -An -tx1)")
	echo "${named:-another}"
}

# What a unit of ours tells when the unit that it comes after has started, or will not.
watch_unit() {
	units=$root/run/systemd/system
	mkdir -p "$units/default.target.wants" || return
	cat >"$units/qdt-ready.service" <<-END || return
		[Unit]
		Description=Tell the test that the image is up
		DefaultDependencies=no
		Wants=$1
		After=$1
		[Service]
		Type=oneshot
		ExecStart=/bin/sh -c 'systemctl is-active $1 >/run/qdt/image/up'
	END
	ln -s ../qdt-ready.service "$units/default.target.wants/qdt-ready.service"
}

# How the agent learns that the image is up: `unit NAME`, or `command TEXT` with the shell's own words.
choose_signal() {
	read -r parameters </proc/cmdline
	ready=
	case " $parameters " in
	*" qdt.ready="*)
		ready=${parameters##*qdt.ready=}
		ready=$(printf '%b' "$(echo "${ready%% *}" | sed 's/%/\\x/g')")
		;;
	esac
	case $ready in
	"command "*)
		echo "$ready" >"$place/how"
		return
		;;
	esac
	unit=${ready#unit }
	case $init in
	*/systemd) watch_unit "${unit:-default.target}" && echo "unit ${unit:-default.target}" >"$place/how" ;;
	*)
		echo "its init is $init, not systemd: write a command into info/ready that succeeds when the image is up" >&2
		return 1
		;;
	esac
}

mkdir -p "$place" && mkfifo "$place/up"
why=$(mount_image "$root" 2>&1) || fail "$why"
why=$(prepare 2>&1) || fail "$why"
load_for "$root/etc/fstab"
found=$(find_init) ||
	fail "it has no init: /sbin/init, /etc/init, /bin/init and systemd were sought"
path=${found%% *}
init=${found#* }
found=$(architecture_of "$root$init")
machine=$(uname -m)
case $found in
"" | "$machine") ;;
i686) [ "$machine" = x86_64 ] || fail "$init is a program for $found, the machine is $machine" ;;
*) fail "$init is a program for $found, the machine is $machine" ;;
esac
why=$(choose_signal 2>&1) || fail "$why"
setsid /init </dev/null &
cd "$root" && mount -o move . /
exec env -i HOME=/ TERM=linux PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
	/bin/busybox chroot . "$path"
