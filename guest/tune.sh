# Sets when the kernel reports missing progress. The host chooses the values, because they depend on the test's
# deadline.

# tune PATH=VALUE …: writes each value. A kernel without the check has no such file.
tune() {
	for setting; do
		knob=${setting%%=*}
		[ ! -w "$knob" ] || echo "${setting#*=}" >"$knob" || note "$knob cannot be set"
	done
}
