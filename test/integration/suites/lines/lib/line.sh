. lib/expect.sh
# The far end of line0 is on descriptor 3: `say TEXT`, and `hear` prints the next line, or fails after two seconds.
tty=/dev/ttyS1
# The console is no serial port of this kind there.
[ "$(uname -m)" != aarch64 ] || tty=/dev/ttyS0
[ -c $tty ] || { echo "$tty is not there"; exit 1; }
stty -F $tty raw -echo 115200
exec 3<>$tty
say() { printf '%s\n' "$*" >&3; }
hear() { read -t 2 -r heard <&3 || return 1; echo "$heard"; }
