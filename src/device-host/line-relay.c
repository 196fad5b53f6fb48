/*
 * Helps the process of a device model with the one thing that Node cannot do: it receives the eventfd of the interrupt line, and writes to
 * it when the process says so.
 *
 *     line-relay          descriptor 3: the process of the model, descriptor 4: the machine's connection, which both hold
 *     line-relay check    does nothing, successfully
 *
 * Only one of the two reads the machine's messages at a time. The process commands, with one byte each: LISTEN, read the next message and
 * pass it on to me; RING, signal the line. It writes its answers to the machine itself. The relay ends when either hangs up.
 *
 * Whatever else QEMU sends along is closed at once: among it is the file of a template's memory, which must never be mapped or written.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* As in vfio-user/message.ts. */
enum { header_bytes = 16, max_message_bytes = 32 * 1024 + 256 };
enum { command_set_irqs = 8 };
enum { type_mask = 0xf, type_request = 0 };
enum { irqs_data_eventfd = 0x04, irqs_action_trigger = 0x20 };

enum { model = 3, machine = 4 };
/* As in vfio-user/line-wire.ts. */
enum { listen_command = 'L', ring_command = 'R' };

/* The message that is being read, and what came along with it; -1: nothing. */
struct incoming {
	int descriptor;
	size_t held;
	unsigned char bytes[max_message_bytes];
};

static bool obey(bool *is_listening, int bell);
static bool receive(struct incoming *message);
static bool is_whole(const struct incoming *message);
static void keep_line(struct incoming *message, int *bell);
static bool pass_on(struct incoming *message);
static void put_away(int *descriptor);
static void die(const char *what);

int main(int argc, char **argv)
{
	static struct incoming message = { .descriptor = -1 };
	bool is_listening = false, is_open = true;
	int bell = -1;

	if (argc == 2 && strcmp(argv[1], "check") == 0)
		return 0;
	if (argc != 1) {
		fprintf(stderr, "line-relay: expected no arguments\n");
		return 2;
	}
	while (is_open) {
		struct pollfd watched[] = { { .fd = model, .events = POLLIN }, { .fd = is_listening ? machine : -1, .events = POLLIN } };

		if (poll(watched, 2, -1) < 0) {
			if (errno == EINTR)
				continue;
			die("poll");
		}
		if (watched[0].revents != 0 && !obey(&is_listening, bell))
			return 0;
		if (watched[1].revents == 0)
			continue;
		is_open = receive(&message);
		if (is_open && !is_whole(&message))
			continue;
		/* What has begun goes on as it is: the receiver says what is wrong with it. */
		if (is_open)
			keep_line(&message, &bell);
		if (!pass_on(&message))
			return 0;
		is_listening = false;
	}
	return 0;
}

/* False: the process has hung up. */
static bool obey(bool *is_listening, int bell)
{
	const uint64_t once = 1;
	unsigned char command;
	ssize_t count = recv(model, &command, 1, MSG_DONTWAIT);

	if (count < 0)
		return errno == EAGAIN || errno == EINTR;
	if (count == 0)
		return false;
	if (command == listen_command)
		*is_listening = true;
	/* EAGAIN: it has been rung 2^64 times and not been looked at. */
	if (command == ring_command && bell >= 0 && write(bell, &once, sizeof(once)) < 0 && errno != EAGAIN)
		die("writing to the line's eventfd");
	return true;
}

static uint16_t half_at(const struct incoming *message, size_t at)
{
	return (uint16_t)(message->bytes[at] | message->bytes[at + 1] << 8);
}

static uint32_t word_at(const struct incoming *message, size_t at)
{
	return half_at(message, at) | (uint32_t)half_at(message, at + 2) << 16;
}

/* How long the message is, as far as it is known: first the header is read, then the rest, so that never two messages are in one read. */
static size_t wanted(const struct incoming *message)
{
	return message->held < header_bytes ? (size_t)header_bytes : word_at(message, 4);
}

static bool is_whole(const struct incoming *message)
{
	return message->held == wanted(message);
}

static bool has_possible_length(const struct incoming *message)
{
	return word_at(message, 4) >= header_bytes && word_at(message, 4) <= max_message_bytes;
}

/* Room for one descriptor: the kernel closes what does not fit. */
union control {
	struct cmsghdr header;
	unsigned char bytes[CMSG_SPACE(sizeof(int))];
};

static void keep_descriptor(struct incoming *message, struct msghdr *received)
{
	struct cmsghdr *control = CMSG_FIRSTHDR(received);

	if (control == NULL || control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS || control->cmsg_len < CMSG_LEN(sizeof(int)))
		return;
	put_away(&message->descriptor);
	memcpy(&message->descriptor, CMSG_DATA(control), sizeof(int));
}

/* False: the machine has hung up, or says what is no message. */
static bool receive(struct incoming *message)
{
	union control control;
	struct iovec rest = { .iov_base = message->bytes + message->held, .iov_len = wanted(message) - message->held };
	struct msghdr into = { .msg_iov = &rest, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = CMSG_LEN(sizeof(int)) };
	ssize_t count = recvmsg(machine, &into, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);

	if (count < 0)
		return errno == EAGAIN || errno == EINTR;
	keep_descriptor(message, &into);
	if (count == 0)
		return false;
	message->held += (size_t)count;
	return message->held != header_bytes || has_possible_length(message);
}

/* False: the process has hung up. It waits for the message, so this does not block for long. */
static bool pass_on(struct incoming *message)
{
	size_t passed = 0;

	while (passed < message->held) {
		ssize_t count = send(model, message->bytes + passed, message->held - passed, MSG_NOSIGNAL);

		if (count < 0 && errno != EINTR)
			return false;
		if (count > 0)
			passed += (size_t)count;
	}
	message->held = 0;
	return true;
}

/* Writing to it cannot block, and cannot change a file. */
static bool is_eventfd(int descriptor)
{
	static const char expected[] = "anon_inode:[eventfd]";
	char path[32];
	char found[sizeof(expected)];
	int flags = fcntl(descriptor, F_GETFL);

	if (flags < 0 || (flags & O_NONBLOCK) == 0)
		return false;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", descriptor);
	/* One byte more than expected would show in the length. */
	if (readlink(path, found, sizeof(found)) != (ssize_t)sizeof(expected) - 1)
		return false;
	return memcmp(found, expected, sizeof(expected) - 1) == 0;
}

static bool is_about_line(const struct incoming *message)
{
	const size_t flags_at = header_bytes + 4, index_at = header_bytes + 8, end = header_bytes + 20;

	return message->held >= end && half_at(message, 2) == command_set_irqs && (word_at(message, 8) & type_mask) == type_request &&
	       word_at(message, index_at) == 0 && (word_at(message, flags_at) & irqs_action_trigger) != 0;
}

/*
 * SET_IRQS of index 0 says which eventfd is the line from now on, or that there is none. One that comes to be told the end of an interrupt
 * (action unmask) is refused by the model.
 */
static void keep_line(struct incoming *message, int *bell)
{
	if (is_about_line(message)) {
		put_away(bell);
		if ((word_at(message, header_bytes + 4) & irqs_data_eventfd) != 0 && message->descriptor >= 0 && is_eventfd(message->descriptor)) {
			*bell = message->descriptor;
			message->descriptor = -1;
		}
	}
	put_away(&message->descriptor);
}

static void put_away(int *descriptor)
{
	if (*descriptor >= 0)
		close(*descriptor);
	*descriptor = -1;
}

static void die(const char *what)
{
	fprintf(stderr, "line-relay: %s: %s\n", what, strerror(errno));
	exit(1);
}
