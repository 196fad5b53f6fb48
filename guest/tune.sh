# Sets when the kernel reports missing progress. The host chooses the values, because they depend on the test's
# deadline.

# tell_kernel "PATH TEXT": writes the text to a file of the kernel, and passes on what it answers.
tell_kernel() {
	{
		echo "${1#* }" >&0 && while IFS= read -r line; do
			say "told $line"
		done
		:
	} <>"${1%% *}"
}

# tune PATH=VALUE …: writes each value. A kernel without the check has no such file.
tune() {
	for setting; do
		knob=${setting%%=*}
		[ ! -w "$knob" ] || echo "${setting#*=}" >"$knob" || note "$knob cannot be set"
	done
}
