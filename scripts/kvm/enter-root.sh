#!/bin/sh
# enter-root.sh EMULATOR MAGIC MASK ROOT PLACES COMMAND…: runs a command in a root of another architecture, whose
# programs EMULATOR runs (statically linked, of QEMU's user mode). It and PLACES (PATH:…), which are there at the same
# paths, are this host's; one of them has the working directory. All of it is in namespaces of its own: it needs no
# root, and nobody else sees it.
set -eu
if [ "${QDT_ENTERED:-}" != yes ]; then
  export QDT_ENTERED=yes
  exec unshare --user --map-root-user --mount --pid --fork --mount-proc sh "$0" "$@"
fi
emulator=$1 magic=$2 mask=$3 root=$4 places=$5
shift 5
mount -t binfmt_misc none /proc/sys/fs/binfmt_misc
# F: it is opened now, because it has no place in the root.
printf '%s' ":qdt:M::$magic:$mask:$emulator:F" > /proc/sys/fs/binfmt_misc/register
mount -t tmpfs changes /mnt
mkdir /mnt/upper /mnt/work /mnt/root
mount -t overlay -o "lowerdir=$root,upperdir=/mnt/upper,workdir=/mnt/work" overlay /mnt/root
root=/mnt/root
for place in proc sys dev; do
  mkdir -p "$root/$place"
  mount --rbind "/$place" "$root/$place"
done
old=$IFS
IFS=:
for place in $places; do
  mkdir -p "$root$place"
  mount --bind "$place" "$root$place"
done
IFS=$old
for file in resolv.conf hosts; do
  [ ! -f "/etc/$file" ] || cat "/etc/$file" > "$root/etc/$file"
done
# As a user: the only one of a namespace may not give files to another one, as unpacking packages as root does.
exec unshare --user --map-user=1000 --map-group=1000 --keep-caps \
  chroot "$root" setpriv --ambient-caps=-all --inh-caps=-all env --chdir="$PWD" "$@"
