# enter-root DIRECTORY: mounts the root of the disk image, with what stages expect in it. The host discards writes.

. /qdt/modules.sh
. /qdt/file-systems.sh
root=$1

# refuse_foreign FOUND MACHINE: programs for another machine. x86_64 runs those for i686.
refuse_foreign() {
	case $1 in
	"" | "$2") return 0 ;;
	i686) [ "$2" != x86_64 ] || return 0 ;;
	esac
	echo "its programs are for $1, the machine is $2: choose an image or a kernel for the same" >&2
	return 1
}

enter_root() {
	mount_image "$root" || return
	refuse_foreign "$(machine_of "$root")" "$(uname -m)" || return
	cp -p /bin/hw /bin/qdt-slot /run/qdt/bin || return
	for place in proc sys dev dev/pts run tmp; do
		mkdir -p "$root/$place" && mount --bind "/$place" "$root/$place" || return
	done
	release=$(uname -r)
	mkdir -p "$root/lib/modules/$release" || return
	# The programs of the image know soft dependencies and compressed modules by themselves.
	mount_modules "$root/lib/modules/$release" 2>/dev/null ||
		mount --bind "/lib/modules/$release" "$root/lib/modules/$release"
}

enter_root
