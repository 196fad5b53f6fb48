# What the smoke tests share; the shell is busybox's. A check of one module runs in a shell of its own: it ends with
# `fail`, with `skip`, or well.

modules=$QDT_MODULES
scratch=/tmp/smoke
mkdir -p "$scratch"

fail() {
	echo "$*"
	exit 1
}

skip() {
	echo "$*"
	exit 4
}

# The lines of the input as words of one line.
words() {
	tr '\n' ' ' | sed 's/ *$//'
}

# each_module CHECK: the verdict of this test. One module: its own. Several: a subtest for each.
each_module() {
	check=$1
	[ -s "$scratch/index" ] || fail "expected a module to test, found none"
	tainted_before=$(cat /proc/sys/kernel/tainted)
	set -- $(cut -d ' ' -f 1 "$scratch/index")
	if [ $# = 1 ]; then
		("$check" "$1")
		exit
	fi
	echo "KTAP version 1"
	echo "1..$#"
	number=0
	worst=4
	for module; do
		number=$((number + 1))
		check_one "$module"
	done
	exit "$worst"
}

# Skipped is what all of them skip.
check_one() {
	echo "# $1"
	said=$( ("$check" "$1") 2>&1)
	status=$?
	last=$(echo "$said" | tail -n 1 | sed 's/#/\\#/g')
	case $status in
	0) echo "ok $number $1" && { [ "$worst" = 1 ] || worst=0; } ;;
	4) echo "ok $number $1 # SKIP $last" ;;
	*)
		echo "$said" | sed 's/^/# /'
		echo "not ok $number $1 # $last"
		worst=1
		;;
	esac
	clean_up
}

# The devices of one module make room for those of the next. The modules stay loaded: whether they can be unloaded is
# the business of one test only.
clean_up() {
	[ -e "$scratch/plugged" ] || return
	# What is plugged into an adapter goes before it.
	tac "$scratch/plugged" | while read -r id; do hw unplug "$id"; done
	: >"$scratch/plugged"
}

# The modules of ours by the kernel's names, which have no dashes: lines NAME FILE.
for path in "$modules"/*.ko; do
	name=${path##*/}
	[ ! -e "$path" ] || echo "$(echo "${name%.ko}" | tr - _) $path"
done >"$scratch/index"

# The file of a module of ours; nothing: it is not ours.
file_of() {
	sed -n "s/^$1 //p" "$scratch/index"
}

is_loaded() {
	[ -e "/sys/module/$1/initstate" ]
}

# load NAME: loads what it needs, and then the module. If it does not load, $why says why.
load() {
	load_needs "$1"
	! is_loaded "$1" || return 0
	file=$(file_of "$1")
	# As with a module of the kernel: NAME.PARAMETER=VALUE on the kernel's command line.
	parameters=$(tr ' ' '\n' </proc/cmdline | tr -d '"' | sed -n "s/^$1\.//p")
	# shellcheck disable=SC2086
	said=$(insmod "$file" $parameters 2>&1) && return 0
	why="$1 does not load: ${said##*: }"
	# 517 is EPROBE_DEFER: what it waits for does not come.
	case $said in *"No such device"* | *"error 517") why_kind=no-device ;; *) why_kind=other ;; esac
	return 1
}

# Other modules of ours first, and those of the kernel by modprobe.
load_needs() {
	for need in $(modinfo -F depends "$(file_of "$1")" | tr ',-' ' _'); do
		if [ -n "$(file_of "$need")" ]; then
			(load "$need" || fail "$1 needs $need: $why") || exit
		else
			said=$(modprobe "$need" 2>&1) || fail "$1 needs $need of the kernel: $said"
		fi
	done
}

# After a load that failed: a driver may refuse to load where no device is.
refuse_hardware() {
	[ "$why_kind" = other ] || [ -s "$scratch/plugged" ] || skip "$why, and no device was plugged in for it"
	fail "$why"
}

# unload NAME: with those of our modules that use it.
unload() {
	for user in $(sed -n "s/^$1 [0-9]* [0-9]* //p" /proc/modules | cut -d ' ' -f 1 | tr , ' '); do
		[ -z "$(file_of "$user")" ] || (unload "$user") || exit
	done
	! is_loaded "$1" || remove "$1"
}

remove() {
	! grep -q "^$1 .*\[permanent\]" /proc/modules || skip "$1 has no exit function, so it stays loaded"
	said=$(rmmod "$1" 2>&1) || fail "$1 does not unload: ${said##*: }"
}

# Modules that are not of the kernel (O) and not signed (E) taint it. Everything else is somebody's fault.
expect_clean_kernel() {
	tainted=$(cat /proc/sys/kernel/tainted)
	bits=$(((tainted & ~tainted_before) & ~((1 << 12) | (1 << 13))))
	[ "$bits" = 0 ] || fail "the kernel is tainted: $(taint_names "$bits")"
}

taint_names() {
	names='P:proprietary_license F:forced_load S:out_of_specification R:forced_unload M:machine_check B:bad_page
		U:by_user D:oops A:overridden_ACPI_table W:warning C:staging I:firmware_bug O:out-of-tree E:unsigned L:soft_lockup
		K:live_patch X:auxiliary T:struct_randomization N:test'
	bit=0
	for flag in $names; do
		[ $(($1 >> bit & 1)) = 0 ] || echo "${flag%%:*} ($(echo "${flag#*:}" | tr _ ' '))"
		bit=$((bit + 1))
	done | words
}
