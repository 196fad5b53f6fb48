/*
 * QEMU's end of a device's socket, for a test in Node, which can neither send a file descriptor nor own an eventfd.
 *
 *     machine-end SOCKET FILE
 *
 * What comes on standard input, whole messages of vfio-user, goes to SOCKET, and back to standard output. SET_IRQS with an eventfd (flag 4)
 * gets ours; if its count is 2, it gets FILE in its place, and if 3, an eventfd that blocks. DMA_MAP gets FILE. A signal on the eventfd is
 * told on standard output by a message with the command 0xff01, in front of whatever came after it.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int machine, line, blocking, file;
static unsigned char message[64 * 1024];

static void need(int is_well)
{
	if (!is_well)
		_exit(1);
}

static uint32_t word_at(size_t at)
{
	uint32_t word;

	memcpy(&word, message + at, sizeof(word));
	return word;
}

static void read_all(unsigned char *into, size_t count)
{
	while (count > 0) {
		ssize_t got = read(STDIN_FILENO, into, count);

		if (got == 0)
			_exit(0);
		need(got > 0);
		into += got;
		count -= (size_t)got;
	}
}

static void write_all(const void *from, size_t count)
{
	need(write(STDOUT_FILENO, from, count) == (ssize_t)count);
}

static int descriptor_for_message(uint32_t length)
{
	uint16_t command = (uint16_t)(message[2] | message[3] << 8);

	if (command == 2)
		return file;
	if (command != 8 || length < 36 || (word_at(20) & 4) == 0)
		return -1;
	return word_at(32) == 2 ? file : word_at(32) == 3 ? blocking : line;
}

static void send_message(void)
{
	union {
		struct cmsghdr header;
		char bytes[CMSG_SPACE(2 * sizeof(int))];
	} control = { 0 };
	struct iovec piece = { .iov_base = message };
	struct msghdr whole = { .msg_iov = &piece, .msg_iovlen = 1 };
	int pair[2];

	read_all(message, 16);
	need(word_at(4) >= 16 && word_at(4) <= sizeof(message));
	read_all(message + 16, word_at(4) - 16);
	piece.iov_len = word_at(4);
	pair[0] = pair[1] = descriptor_for_message(word_at(4));
	if (pair[0] >= 0) {
		/* Twice: one more than anybody asked for. */
		whole.msg_control = &control;
		whole.msg_controllen = sizeof(control.bytes);
		control.header.cmsg_level = SOL_SOCKET;
		control.header.cmsg_type = SCM_RIGHTS;
		control.header.cmsg_len = CMSG_LEN(sizeof(pair));
		memcpy(CMSG_DATA(&control.header), pair, sizeof(pair));
	}
	need(sendmsg(machine, &whole, MSG_NOSIGNAL) == (ssize_t)piece.iov_len);
}

static void tell_signals(void)
{
	unsigned char told[16] = { 0, 0, 0x01, 0xff, 16 };
	uint64_t count;

	if (read(line, &count, sizeof(count)) == sizeof(count))
		write_all(told, sizeof(told));
}

static void receive(void)
{
	static unsigned char bytes[64 * 1024];
	ssize_t got;

	/* What was signalled before this was sent can be read by now. */
	tell_signals();
	got = recv(machine, bytes, sizeof(bytes), 0);
	if (got <= 0)
		_exit(0);
	write_all(bytes, (size_t)got);
}

int main(int argc, char **argv)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };

	need(argc == 3 && strlen(argv[1]) < sizeof(address.sun_path));
	memcpy(address.sun_path, argv[1], strlen(argv[1]));
	machine = socket(AF_UNIX, SOCK_STREAM, 0);
	need(connect(machine, (struct sockaddr *)&address, sizeof(address)) == 0);
	line = eventfd(0, EFD_NONBLOCK);
	blocking = eventfd(0, 0);
	file = open(argv[2], O_RDWR);
	need(line >= 0 && blocking >= 0 && file >= 0);
	for (;;) {
		struct pollfd watched[] = { { .fd = line, .events = POLLIN }, { .fd = machine, .events = POLLIN }, { .fd = STDIN_FILENO, .events = POLLIN } };

		need(poll(watched, 3, -1) > 0);
		if (watched[0].revents != 0)
			tell_signals();
		if (watched[1].revents != 0)
			receive();
		else if (watched[2].revents != 0)
			send_message();
	}
}
