#include "artifacts.h"

#include "directory.h"
#include "events.h"
#include "host.h"
#include "kernel.h"
#include "notes.h"
#include "text.h"

static const char directory[] = "/test/artifacts";
/* In the initial root, which nobody can unmount. */
static const char folder[] = "/qdt/folder";

/* From the kernel: who waits. To the kernel: that they may go on. */
static int events = -1;
static int control = -1;
/* They have been mounted at least once. */
static bool is_given;

/* The directory under the mount, and its size while it is empty: a file system in memory counts its entries. */
static int beneath = -1;
static int64_t empty_size;

/* Source: Linux, include/uapi/linux/auto_fs.h: the beginning of struct autofs_v5_packet. */
struct waiting {
	int protocol;
	int type;
	uint32_t token;
};

enum { READY = 0x9360, FAIL = 0x9361, PACKET_BYTES = 512 };

static int64_t size_of(int file)
{
	struct file_facts facts = { .size = 0 };

	CALL(CALL_FSTAT, file, &facts, 0, 0, 0);
	return facts.size;
}

static void look_beneath(void)
{
	if (beneath >= 0)
		return;
	beneath = (int)sys_open(CURRENT_DIRECTORY, directory, READ_ONLY | DIRECTORY);
	empty_size = size_of(beneath);
}

static bool has_file_system(const char *name)
{
	char all[4096];
	char *line = all;

	all[read_file("/proc/filesystems", all, sizeof(all) - 1)] = 0;
	for (char *place = all; *place != 0; place++)
		if (*place == '\n' || *place == '\t')
			*place = ' ';
	while (*line != 0)
		if (same(cut_word(&line), name))
			return true;
	return false;
}

long mount_shared(const char *path)
{
	return sys_mount("qdt", path, "9p", MOUNT_SILENT, "trans=virtio,version=9p2000.L,msize=262144");
}

static void stop_watching(void)
{
	watch_descriptor(-1, NULL);
	sys_close(events);
	sys_close(control);
	events = control = -1;
}

/*
 * The agent, and what it runs itself, pass: the kernel knows them by their process group, which the kernel's own
 * programs must not share. Copies that programs make of the mount are mounted with it.
 */
static bool mount_watch(int pipe)
{
	char options[80];
	struct text text = TEXT_OF(options);

	ADD(&text, "fd=");
	add_number(&text, (uint64_t)pipe);
	ADD(&text, ",minproto=5,maxproto=5,direct");
	CALL(CALL_SETSID, 0, 0, 0, 0, 0);
	if (sys_mount("qdt", directory, "autofs", MOUNT_SILENT, options) < 0)
		return false;
	sys_mount(NULL, directory, NULL, MOUNT_SHARED, NULL);
	return true;
}

/* The rest of the host's folder stays out of sight: the guest has its own. */
static const char *mount_artifacts(void)
{
	static char complaint[80];
	struct text text = TEXT_OF(complaint);
	char source[64];
	struct text path = TEXT_OF(source);
	long error;

	ADD(&path, folder, "/artifacts");
	sys_mkdir(CURRENT_DIRECTORY, folder);
	error = mount_shared(folder);
	if (error >= 0) {
		error = sys_mount(source, directory, NULL, MOUNT_BIND, NULL);
		CALL(CALL_UMOUNT2, folder, UNMOUNT_LATER, 0, 0, 0);
	}
	is_given = is_given || error >= 0;
	if (error >= 0)
		return NULL;
	ADD(&text, "the artifacts cannot be mounted: error ");
	add_number(&text, (uint64_t)-error);
	return complaint;
}

/* Mounts them for who waits. */
static void let_in(void)
{
	char packet[PACKET_BYTES];
	const char *complaint;
	struct waiting waiting;
	long length = sys_read(events, packet, sizeof(packet));

	if (length == -TRY_AGAIN)
		return;
	if (length < (long)sizeof(waiting)) {
		stop_watching();
		return;
	}
	memcpy(&waiting, packet, sizeof(waiting));
	complaint = mount_artifacts();
	/* Without them the test would end as if it had left none. Who asks again is in a namespace of its own. */
	if (complaint != NULL && !is_given)
		SAY("failed folder ", complaint);
	sys_ioctl(control, complaint == NULL ? READY : FAIL, (const void *)(uintptr_t)waiting.token);
}

void watch_artifacts(void)
{
	int ends[2];

	if (!has_file_system("9p") || !has_file_system("autofs"))
		return;
	look_beneath();
	if (CALL(CALL_PIPE2, ends, CLOSE_ON_EXEC, 0, 0, 0) < 0)
		return;
	if (mount_watch(ends[1])) {
		events = ends[0];
		CALL(CALL_FCNTL, events, SET_FILE_FLAGS, NONBLOCKING, 0, 0);
		watch_descriptor(events, let_in);
		control = (int)sys_open(CURRENT_DIRECTORY, directory, READ_ONLY | DIRECTORY);
	} else {
		sys_close(ends[0]);
	}
	sys_close(ends[1]);
}

const char *offer_artifacts(void)
{
	look_beneath();
	return events < 0 ? mount_artifacts() : NULL;
}

const char *misplaced_artifacts(void)
{
	return beneath < 0 || size_of(beneath) <= empty_size
		? NULL
		: "artifacts were written to another mount of /test, where the host has no part in them; use mount --rbind";
}

void keep_artifacts(void)
{
	sys_close(beneath);
	beneath = -1;
	if (events < 0)
		return;
	CALL(CALL_UMOUNT2, directory, UNMOUNT_LATER, 0, 0, 0);
	stop_watching();
}
