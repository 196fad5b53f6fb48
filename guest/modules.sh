# Modules of the kernel: a few are in memory. The host shares the whole tree read-only over 9p.

# The applet of busybox, under the name that the host gave it, so that scripts find ours.
plain_modprobe() {
	read -r applet </qdt/modprobe-applet
	busybox "$applet" "$@"
}

# mount_modules PLACE: fails if the kernel has no 9p, or the host shares no tree.
mount_modules() {
	mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144,cache=loose,ro qdt.modules "$1"
}

# neighbours pre|post MODULE: what is loaded before or after it, as its author wishes (MODULE_SOFTDEP).
neighbours() {
	sed -n "s/^softdep $2 //p" "$tree/modules.softdep" | tr ' ' '\n' | sed -n "/^$1:/,/^[a-z]*:/p" | grep -v ':$'
}
