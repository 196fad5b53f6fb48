#!/bin/busybox sh
# PID 1 of the outer machine: loads KVM, makes the host's files writable for itself, runs one command there, powers off.
# The kernel's command line hands over qdt.node=, qdt.script=, qdt.job=, all absolute paths on the host; qdt.base=:
# another root than the host's, in which qdt.share=PATH:… are there, too.
busybox=/bin/busybox
say() { echo "outer: $*"; }
$busybox mount -t proc proc /proc
$busybox mount -t sysfs sysfs /sys
$busybox mount -t devtmpfs devtmpfs /dev
off() { say "$1"; echo o > /proc/sysrq-trigger; $busybox sleep 60; }
for word in $($busybox cat /proc/cmdline); do
  case $word in
    qdt.node=*) node=${word#*=} ;;
    qdt.script=*) script=${word#*=} ;;
    qdt.job=*) job=${word#*=} ;;
    qdt.store=*) store=${word#*=} ;;
    qdt.base=*) base=${word#*=} ;;
    qdt.share=*) share=${word#*=} ;;
    qdt.scratch=*) scratch=${word#*=} ;;
    qdt.now=*) $busybox date -s "@${word#*=}" > /dev/null ;;
  esac
done
while read -r module; do $busybox insmod "/modules/$module" || say "insmod $module failed"; done < /modules/order
[ -c /dev/kvm ] || off 'failed: no /dev/kvm'
$busybox chmod 666 /dev/kvm
nine=trans=virtio,version=9p2000.L,msize=512000
$busybox mount -t 9p -o "$nine,ro,cache=loose" qdt.root /host || off 'failed: no root of the host'
$busybox mount -t tmpfs -o size=80% changes /changes
# A directory of the host, there with a layer in memory. redirect_dir: without it, none of its own can be renamed.
lend() {
  layer=/changes/$3
  $busybox mkdir -p "$layer/upper" "$layer/work" "$2"
  layers=lowerdir=$1,upperdir=$layer/upper,workdir=$layer/work,redirect_dir=on
  $busybox mount -t overlay -o "$layers" overlay "$2" || off "failed: no overlay of $1"
}
lend "/host$base" /root root
# With a root of its own, it finds these of the host at the same paths.
number=0
IFS=:
for place in $share; do
  number=$((number + 1))
  lend "/host$place" "/root$place" "$number"
done
unset IFS
for place in proc sys dev; do $busybox mount -o bind "/$place" "/root/$place"; done
$busybox mkdir -p /root/dev/shm /root/dev/pts
$busybox mount -t tmpfs -o size=50%,mode=1777 shm /root/dev/shm
$busybox mount -t devpts devpts /root/dev/pts
$busybox mount -t tmpfs -o size=50% run /root/run
# Results leave through a directory of their own, which alone is writable on the host.
$busybox mkdir -p "/root$job"
$busybox mount -t 9p -o "$nine,rw,cache=none" qdt.job "/root$job" || off 'failed: no directory for results'
$busybox ip link set lo up
say 'ready'
$busybox mkdir -p "/root$scratch"
export HOME=/tmp TMPDIR="$scratch" QDT_STORE="$store"
PATH=${node%/*}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  $busybox chroot /root "$node" "$script" "$job"
say "ended with $?"
$busybox sync
off 'done'
