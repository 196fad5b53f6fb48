. lib/expect.sh
# net0's card, with an address.
card=eth0
[ -e /sys/class/net/$card ] || { echo "$card is not there"; ls /sys/class/net; exit 1; }
ip addr add 10.0.0.1/24 dev $card
ip link set $card up
answered() { ping -c "$1" -W 1 -i 0.1 10.0.0.2 | sed -n 's/.* \([0-9]*\) packets received.*/\1/p'; }
