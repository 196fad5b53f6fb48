# What a module can leave behind, as far as the kernel shows it exactly. docs/smoke.md lists it.

mount -t debugfs none /sys/kernel/debug 2>/dev/null

# snapshot NAME: one line for each thing that exists.
snapshot() {
	list_things | sort >"$scratch/$1"
}

list_things() {
	sed 's/^ */in \/proc\/iomem /' /proc/iomem
	sed 's/^ */in \/proc\/ioports /' /proc/ioports
	sed 's/^ */in \/proc\/devices /' /proc/devices
	for irq in /sys/kernel/irq/*/actions; do
		read -r users <"$irq" && [ -n "$users" ] && irq=${irq%/actions} && echo "interrupt ${irq##*/} of $users"
	done
	find /dev
	find /proc -path '/proc/[0-9]*' -prune -o -path /proc/irq -prune -o -path /proc/bus -prune -o -print
	find /proc/self/net
	for directory in /sys/class/* /sys/bus/* /sys/bus/*/devices/* /sys/bus/*/drivers/* /sys/class/*/* \
		/sys/kernel/debug/* /sys/fs/* /sys/firmware/*; do
		echo "$directory"
	done
	for loaded in /sys/module/*/initstate; do
		echo "the module $(echo "$loaded" | cut -d / -f 4)"
	done
}

# expect_snapshot NAME WHEN: a deferred release gets two seconds.
expect_snapshot() {
	attempt=0
	while snapshot now && left_since "$1" && [ -s "$scratch/left" ]; do
		attempt=$((attempt + 1))
		[ "$attempt" -lt 3 ] || break
		usleep 800000
	done
	[ -s "$scratch/left" ] || return 0
	cat "$scratch/left"
	count=$(wc -l <"$scratch/left")
	more=
	[ "$count" = 1 ] || more=" and $((count - 1)) more"
	fail "left behind $2: $(head -n 1 "$scratch/left")$more"
}

left_since() {
	diff "$scratch/$1" "$scratch/now" | sed -n '/^+++/d; s/^+//p' >"$scratch/left"
	return 0
}
