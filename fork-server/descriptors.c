#include "descriptors.h"

#include "kernel.h"
#include "text.h"

enum { MOST_EVENTS = 512, TARGET_BYTES = 512 };

static struct event {
	int descriptor;
	int flags;
	uint32_t count;
} events[MOST_EVENTS];
static int event_count;

static struct {
	int descriptor;
	int flags;
} epolls[8];
static int epoll_count;

static int channel_count;
static int folder_descriptor = -1;
static int own_descriptor = -1;

/* What is said of a descriptor in /proc. */
struct facts {
	int descriptor;
	char target[TARGET_BYTES];
	char info[1024];
	bool is_known;
	int flags;
	uint32_t mode;
};

static const char *path_of(char *bytes, size_t size, const char *directory, int descriptor)
{
	struct text path = { .bytes = bytes, .size = size };

	add(&path, directory);
	add_number(&path, (uint64_t)descriptor);
	return bytes;
}

static void read_facts(struct facts *facts, int descriptor)
{
	char path[64];
	struct file_facts file = { .mode = 0 };
	long length = CALL(CALL_READLINKAT, CURRENT_DIRECTORY, path_of(path, sizeof(path), "/proc/self/fd/", descriptor),
			   facts->target, sizeof(facts->target) - 1, 0);
	int info = sys_open(path_of(path, sizeof(path), "/proc/self/fdinfo/", descriptor), READ_ONLY);
	const char *flags;

	facts->descriptor = descriptor;
	facts->target[length < 0 ? 0 : length] = 0;
	length = sys_read(info, facts->info, sizeof(facts->info) - 1);
	facts->info[length < 0 ? 0 : length] = 0;
	sys_close(info);
	flags = after(facts->info, "flags:");
	facts->is_known = flags != NULL && facts->target[0] != 0;
	facts->flags = flags == NULL ? 0 : (int)number_in(flags, 8, NULL);
	CALL(CALL_FSTAT, descriptor, &file, 0, 0, 0);
	facts->mode = file.mode;
}

static bool keep_event(const struct facts *facts)
{
	const char *count = after(facts->info, "eventfd-count:");

	if (event_count == MOST_EVENTS || count == NULL)
		return false;
	events[event_count++] = (struct event){
		.descriptor = facts->descriptor,
		.flags = facts->flags & (CLOSE_ON_EXEC | NONBLOCKING),
		.count = (uint32_t)number_in(count, 16, NULL),
	};
	return true;
}

/* Nothing is registered there as long as QEMU has few descriptors. */
static bool keep_epoll(const struct facts *facts)
{
	if (after(facts->info, "tfd:") != NULL || epoll_count == sizeof(epolls) / sizeof(*epolls))
		return false;
	epolls[epoll_count].descriptor = facts->descriptor;
	epolls[epoll_count++].flags = facts->flags & CLOSE_ON_EXEC;
	return true;
}

/* Devices of the system that have no state. */
static bool is_stateless(const char *target)
{
	return same(target, "/dev/null") || same(target, "/dev/zero") || same(target, "/dev/urandom") ||
	       same(target, "/dev/random");
}

/*
 * Whether copies may have it, too, or get their own. QEMU reads files at places that it names, and opens what is in a
 * directory anew; nothing of that moves for others. A descriptor of signals reads those of the process that asks.
 */
static bool is_harmless(const struct facts *facts, const char *folder)
{
	uint32_t type = facts->mode & FILE_TYPE;

	if (facts->descriptor < FIRST_CHANNEL + channel_count || facts->descriptor == own_descriptor)
		return true;
	if (!facts->is_known)
		return false;
	if (same(facts->target, "anon_inode:[eventfd]"))
		return keep_event(facts);
	if (same(facts->target, "anon_inode:[eventpoll]"))
		return keep_epoll(facts);
	if (same(facts->target, "anon_inode:[signalfd]") || is_stateless(facts->target))
		return true;
	if (type == IS_DIRECTORY && same(facts->target, folder))
		folder_descriptor = facts->descriptor;
	return type == IS_DIRECTORY || (type == IS_FILE && (facts->flags & ACCESS_MODE) == READ_ONLY);
}

static const char *refuse(const struct facts *facts)
{
	static char words[TARGET_BYTES + 64];
	struct text text = TEXT_OF(words);

	add(&text, "copies would share descriptor ");
	add_number(&text, (uint64_t)facts->descriptor);
	add(&text, ", ");
	add(&text, facts->target);
	return words;
}

const char *survey_descriptors(int channels, const char *folder, int own)
{
	static struct facts facts;
	_Alignas(8) char entries[2048];
	const char *complaint = NULL;
	int directory = sys_open("/proc/self/fd", READ_ONLY);
	long length;

	if (directory < 0)
		return "its descriptors cannot be listed";
	channel_count = channels;
	own_descriptor = own;
	event_count = epoll_count = 0;
	folder_descriptor = -1;
	while ((length = CALL(CALL_GETDENTS64, directory, entries, sizeof(entries), 0, 0)) > 0) {
		for (long place = 0; place < length;) {
			struct directory_entry *entry = (struct directory_entry *)(entries + place);
			int descriptor = (int)number_in(entry->name, 10, NULL);

			place += entry->length;
			if (entry->name[0] == '.' || descriptor == directory)
				continue;
			read_facts(&facts, descriptor);
			if (complaint == NULL && !is_harmless(&facts, folder))
				complaint = refuse(&facts);
		}
	}
	sys_close(directory);
	if (complaint == NULL && *folder != 0 && folder_descriptor < 0)
		return "the folder is not open";
	return complaint;
}

static bool connect_channel(int place, const char *path)
{
	struct unix_address address = { .family = UNIX_SOCKET };
	struct text text = TEXT_OF(address.path);
	int channel = (int)CALL(CALL_SOCKET, UNIX_SOCKET, STREAM | NONBLOCKING, 0, 0, 0);

	add(&text, path);
	return CALL(CALL_CONNECT, channel, &address, sizeof(address), 0, 0) >= 0 && put_at(place, channel, 0);
}

static bool renew_events(void)
{
	bool is_done = true;

	for (int place = 0; place < event_count; place++) {
		const struct event *event = &events[place];
		int own = (int)CALL(CALL_EVENTFD2, event->count, event->flags, 0, 0, 0);

		is_done = is_done && put_at(event->descriptor, own, event->flags);
	}
	for (int place = 0; place < epoll_count; place++) {
		int own = (int)CALL(CALL_EPOLL_CREATE1, epolls[place].flags, 0, 0, 0, 0);

		is_done = is_done && put_at(epolls[place].descriptor, own, epolls[place].flags);
	}
	return is_done;
}

const char *renew_descriptors(const char *socket, const char *output, const char *folder)
{
	int file = (int)CALL(CALL_OPENAT, CURRENT_DIRECTORY, output, WRITE_ONLY | CREATE | APPEND, 0644, 0);

	sys_close(own_descriptor);
	if (file < 0 || CALL(CALL_DUP3, file, 1, 0, 0, 0) < 0 || !put_at(2, file, 0))
		return "its output cannot be opened";
	for (int place = 0; place < channel_count; place++)
		if (!connect_channel(FIRST_CHANNEL + place, socket))
			return "a channel cannot be connected";
	if (!renew_events())
		return "its events cannot be made";
	if (folder_descriptor >= 0 && !put_at(folder_descriptor, sys_open(folder, ONLY_A_PATH), CLOSE_ON_EXEC))
		return "its folder cannot be opened";
	return NULL;
}
