# enter-image DIRECTORY: what stages expect in the root of an image that started by itself. Not before a machine is
# saved: a mounted 9p would keep it from that.

. /qdt/modules.sh
release=$(uname -r)
[ -d "$1/lib/modules/$release" ] || mkdir -p "$1/lib/modules/$release" || exit
mount_modules "$1/lib/modules/$release" 2>/dev/null ||
	mount --bind "/lib/modules/$release" "$1/lib/modules/$release"
[ -d "$1/test" ] || mkdir "$1/test"
