fail() { echo "$*"; exit 1; }
# rounds COMMAND: a hundred times.
rounds() {
	for round in $(seq 100); do
		"$@" || fail "round $round: failed"
		echo "round $round"
	done
}
