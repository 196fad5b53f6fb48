. lib/expect.sh
# net0's card, with an address.
card=eth0
[ -e /sys/class/net/$card ] || { echo "$card is not there"; ls /sys/class/net; exit 1; }
# Frames that nobody asked for would be counted: the kernel looks for IPv6 routers, at times of its own.
no_ipv6=/proc/sys/net/ipv6/conf/$card/disable_ipv6
[ ! -e $no_ipv6 ] || echo 1 >$no_ipv6
ip addr add 10.0.0.1/24 dev $card
ip link set $card up
answered() { ping -c "$1" -W 1 -i 0.1 10.0.0.2 | sed -n 's/.* \([0-9]*\) packets received.*/\1/p'; }
