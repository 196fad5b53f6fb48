# The test's folder: 9p if the kernel has it, otherwise a tar over the files port. Content and path are the same.

# Its path inside the stages' root.
folder=/test
# Its path from here is prefixed by the root of the disk image.
root=

# bring_folder 9p | bring_folder tar SIZE. The host has created artifacts/ and logs/ in it.
bring_folder() {
	[ -z "$root" ] || mkdir -p "$root$folder" || return
	transport=$1
	case $1 in
	9p) mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144 qdt "$root$folder" ;;
	tar) head -c "$2" <&4 | tar -x -C "$root$folder" ;;
	esac
}

# Set: later stages may read what a stage writes.
keeps_logs=

# In memory, with a size limit, because every small write over 9p is a round trip.
keep_logs() {
	mount -t tmpfs -o size=8m tmpfs "$root$folder/logs" || return
	keeps_logs=yes
}

# Over 9p the artifacts are on the host already. The token after the archive marks its end for the host.
send_artifacts() {
	[ "$transport" = tar ] || return 0
	# A test may have removed the directory. Then there are no artifacts.
	mkdir -p "$root$folder/artifacts"
	tar -c -C "$root$folder" artifacts >&4 || return
	printf '\n%s end of artifacts\n' "$token" >&4
}
