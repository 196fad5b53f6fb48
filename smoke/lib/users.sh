# Programs that use a device while its driver is taken away.

list_nodes() {
	{
		find /dev '(' -type c -o -type b ')'
		ls -d /sys/class/net/*
	} | sort
}

# Each new device node is opened, each new network interface is brought up.
use_new_nodes() {
	list_nodes >"$scratch/nodes.after"
	diff "$scratch/nodes.before" "$scratch/nodes.after" | sed -n '/^+++/d; s/^+//p' >"$scratch/nodes"
	[ -s "$scratch/nodes" ] || skip "there is nothing to open: the driver made no device node and no network interface"
	used=0
	while read -r node; do
		case $node in
		/sys/class/net/*) ip link set "${node##*/}" up && used=$((used + 1)) ;;
		*) open_node "$node" && used=$((used + 1)) ;;
		esac
	done <"$scratch/nodes"
	[ "$used" -gt 0 ] || skip "none of these can be opened: $(words <"$scratch/nodes")"
}

# open_node NODE: opens it in a process of its own, which uses it once more when it is told to let go.
open_node() {
	rm -f "$scratch/opened" "$scratch/refused"
	(
		if (: 3<>"$1") 2>/dev/null; then exec 3<>"$1"; else exec 3<"$1"; fi || exit 1
		echo yes >"$scratch/opened"
		until [ -e "$scratch/let-go" ]; do usleep 50000; done
		timeout 2 dd bs=16 count=1 <&3 >/dev/null 2>&1
		timeout 2 sh -c 'echo >&3' 2>/dev/null
		exec 3<&-
	) >/dev/null 2>"$scratch/refused" &
	users="$users $!"
	attempt=0
	until [ -s "$scratch/opened" ]; do
		attempt=$((attempt + 1))
		if [ "$attempt" -gt 40 ] || [ -s "$scratch/refused" ]; then
			echo "$1 cannot be opened: $(tail -n 1 "$scratch/refused")"
			kill "$!" 2>/dev/null
			return 1
		fi
		usleep 50000
	done
	echo "in use: $1"
}

users=
let_go() {
	: >"$scratch/let-go"
	for user in $users; do
		await_end "$user" 100 || fail "a program that has the device open cannot close it"
	done
	users=
	rm -f "$scratch/let-go"
}
