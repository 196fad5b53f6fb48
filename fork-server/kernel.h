/*
 * The kernel's interface, as far as the fork server uses it. Nothing of the C library is called: its locks and its
 * thread's memory belong to QEMU, whose threads stand still at any point when this code runs.
 */
#ifndef KERNEL_H
#define KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include "arch-x86_64.h"
#else
#error "there is no file for this architecture"
#endif

/* Source: Linux, include/uapi/asm-generic and include/uapi/linux. */
enum {
	NO_SUCH_PROCESS = 3,
	INTERRUPTED = 4,
	NO_SUCH_CALL = 38,
	TOO_LATE = 110,

	READ_ONLY = 0,
	WRITE_ONLY = 1,
	READ_WRITE = 2,
	ACCESS_MODE = 3,
	CREATE = 0100,
	APPEND = 02000,
	NONBLOCKING = 04000,
	CLOSE_ON_EXEC = 02000000,
	ONLY_A_PATH = 010000000,
	CURRENT_DIRECTORY = -100,

	FILE_TYPE = 0170000,
	IS_DIRECTORY = 0040000,
	IS_FILE = 0100000,

	UNIX_SOCKET = 1,
	STREAM = 1,
	READABLE = 1,

	WAIT = 128 | 0,
	WAKE = 128 | 1,
	ALL = 0x7fffffff,

	BLOCK = 0,
	SET = 2,
	HANDLER_HAS_RESTORER = 0x04000000,
	HANDLER_HAS_FACTS = 4,
	CALLS_RESTART = 0x10000000,

	DIE_WITH_PARENT = 1,
	SET_NAME = 15,
	GET_NAME = 16,
	NO_NEW_PRIVILEGES = 38,
	KILL = 9,

	COPIED_BY_FORK = 11,
	ANY_CHILD = 0x40000000,
};

/* Flags of clone(): what the threads of a process share, and where the C library wants to find a thread's number. */
enum {
	OF_ONE_PROCESS = 0x100 | 0x200 | 0x400 | 0x800 | 0x10000 | 0x40000,
	SETS_THREAD_MEMORY = 0x80000,
	TELLS_NUMBER = 0x100000,
	CLEARS_NUMBER = 0x200000,
};

enum { NAME_BYTES = 16 };

struct time {
	int64_t seconds;
	int64_t nanoseconds;
};

struct poll_entry {
	int descriptor;
	short wanted;
	short found;
};

struct unix_address {
	uint16_t family;
	char path[108];
};

struct directory_entry {
	uint64_t inode;
	int64_t offset;
	uint16_t length;
	uint8_t type;
	char name[];
};

#define CALL(number, a, b, c, d, e) system_call(number, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e))

static inline int sys_open(const char *path, int flags)
{
	return (int)CALL(CALL_OPENAT, CURRENT_DIRECTORY, path, flags | CLOSE_ON_EXEC, 0644, 0);
}

static inline long sys_close(int descriptor)
{
	return CALL(CALL_CLOSE, descriptor, 0, 0, 0, 0);
}

static inline long sys_read(int descriptor, void *bytes, size_t most)
{
	return CALL(CALL_READ, descriptor, bytes, most, 0, 0);
}

static inline long sys_write(int descriptor, const void *bytes, size_t length)
{
	return CALL(CALL_WRITE, descriptor, bytes, length, 0, 0);
}

static inline _Noreturn void sys_exit(int status)
{
	for (;;)
		CALL(CALL_EXIT_GROUP, status, 0, 0, 0, 0);
}

/* Waits as long as `word` is `value`, at most so long; NULL: without a limit. Returns whether that was too long. */
static inline bool sleeps_too_long(const int *word, int value, const struct time *most)
{
	return CALL(CALL_FUTEX, word, WAIT, value, most, 0) == -TOO_LATE;
}

static inline void wake_all(const int *word)
{
	CALL(CALL_FUTEX, word, WAKE, ALL, 0, 0);
}

static inline int now_in(const int *word)
{
	return __atomic_load_n(word, __ATOMIC_SEQ_CST);
}

/* In place of `descriptor` from now on, which is closed. */
static inline bool put_at(int place, int descriptor, int flags)
{
	if (descriptor < 0 || CALL(CALL_DUP3, descriptor, place, flags & CLOSE_ON_EXEC, 0, 0) < 0)
		return false;
	sys_close(descriptor);
	return true;
}

#endif
