# The test's folder: 9p where the kernel has it, else a tar over the files port. Same content, same path.

# Where stages find it, as seen from the stages' root.
folder=/test
# Where it is from here: a disk image's root comes before it.
root=

# bring_folder 9p | bring_folder tar SIZE. The host has put artifacts/ and logs/ into it.
bring_folder() {
	[ -z "$root" ] || mkdir -p "$root$folder" || return
	transport=$1
	case $1 in
	9p) mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144 qdt "$root$folder" ;;
	tar) head -c "$2" <&4 | tar -x -C "$root$folder" ;;
	esac
}

# Set: what a stage writes is for later stages to read, too.
keeps_logs=

# In memory, and no more than this: over 9p every small write is a journey.
keep_logs() {
	mount -t tmpfs -o size=8m tmpfs "$root$folder/logs" || return
	keeps_logs=yes
}

# Over 9p the artifacts are on the host already. The token after the archive tells the host where it ends.
send_artifacts() {
	[ "$transport" = tar ] || return 0
	# A test may have removed it: then there are none.
	mkdir -p "$root$folder/artifacts"
	tar -c -C "$root$folder" artifacts >&4 || return
	printf '\n%s end of artifacts\n' "$token" >&4
}
