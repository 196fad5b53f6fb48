# When the kernel complains of what makes no progress: told by the host, because it depends on the test's deadline.

# tune PATH=VALUE …: writes each value. A kernel that does not watch for something has no such file.
tune() {
	for setting; do
		knob=${setting%%=*}
		[ ! -w "$knob" ] || echo "${setting#*=}" >"$knob" || note "$knob cannot be set"
	done
}
