# await TEXT FILE: until the file says it, ten seconds at most. The caller prints what it says then.
await() {
	turn=0
	until [ "$(cat "$2" 2>/dev/null)" = "$1" ] || [ "$turn" -ge 200 ]; do
		turn=$((turn + 1))
		sleep 0.05
	done
}
