/*
 * The kernel's interface, as far as the agent uses it: there is no C library in the guest. A call returns a negative
 * errno when it fails, as the kernel does.
 */
#ifndef KERNEL_H
#define KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include "arch-x86_64.h"
#elif defined(__aarch64__)
#include "arch-aarch64.h"
#elif defined(__riscv) && __riscv_xlen == 64
#include "arch-riscv64.h"
#else
#error "there is no file for this architecture"
#endif

/* Source: Linux, include/uapi/asm-generic. */
enum {
	NO_ENTRY = 2,
	EXISTS = 17,
	NO_DATA = 61,
	NOT_EXECUTABLE = 8,
	TRY_AGAIN = 11,
	NO_ACCESS = 13,

	READ_ONLY = 0,
	WRITE_ONLY = 1,
	READ_WRITE = 2,
	CREATE = 0100,
	NO_TERMINAL = 0400,
	TRUNCATE = 01000,
	NONBLOCKING = 04000,
	CLOSE_ON_EXEC = 02000000,

	CURRENT_DIRECTORY = -100,
	SET_DESCRIPTOR_FLAGS = 2,
	SET_FILE_FLAGS = 4,

	READABLE = 1,
	WRITABLE = 4,

	REAL_TIME = 0,
	MONOTONIC = 1,

	BLOCK_SIGNALS = 0,
	SET_SIGNALS = 2,
	CHILD_SIGNAL = 17,
	NO_HANG = 1,

	MOUNT_BIND = 4096,
	MOUNT_AND_BELOW = 16384,
	MOUNT_PRIVATE = 1 << 18,
	MOUNT_SHARED = 1 << 20,
	MOUNT_SILENT = 32768,
	UNMOUNT_LATER = 2,

	NEW_MOUNTS = 0x20000,

	SET_TERMINAL_SIZE = 0x5414,
	SET_CONTROLLING_TERMINAL = 0x540e,
	BYTES_TO_READ = 0x541b,
};

/* Source: Linux, include/uapi/linux/random.h. */
enum { ADD_ENTROPY = 0x40085203, RESEED = 0x5207 };

/* Source: Linux, include/uapi/linux/reboot.h. */
enum { REBOOT_MAGIC = (int)0xfee1dead, REBOOT_MAGIC_2 = 672274793, POWER_OFF = 0x4321fedc };

struct poll_entry {
	int descriptor;
	short wanted;
	short found;
};

struct time {
	int64_t seconds;
	int64_t nanoseconds;
};

/* struct stat: the size is at the same place on all of them. */
struct file_facts {
	char others[48];
	int64_t size;
	char more[88];
};

struct terminal_size {
	uint16_t rows;
	uint16_t columns;
	uint16_t unused[2];
};

struct system_names {
	char system[65];
	char node[65];
	char release[65];
	char version[65];
	char machine[65];
	char domain[65];
};

struct directory_entry {
	uint64_t inode;
	int64_t offset;
	uint16_t length;
	uint8_t type;
	char name[];
};

#define CALL(number, a, b, c, d, e) system_call(number, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e))

static inline long sys_read(int descriptor, void *bytes, size_t most)
{
	return CALL(CALL_READ, descriptor, bytes, most, 0, 0);
}

static inline long sys_write(int descriptor, const void *bytes, size_t length)
{
	return CALL(CALL_WRITE, descriptor, bytes, length, 0, 0);
}

/* Every descriptor of the agent is closed when a child becomes another program. */
static inline long sys_open(int directory, const char *path, int flags)
{
	return CALL(CALL_OPENAT, directory, path, flags | CLOSE_ON_EXEC, 0644, 0);
}

static inline long sys_close(int descriptor)
{
	return CALL(CALL_CLOSE, descriptor, 0, 0, 0, 0);
}

static inline long sys_ioctl(int descriptor, unsigned request, const void *argument)
{
	return CALL(CALL_IOCTL, descriptor, request, argument, 0, 0);
}

/* A new file. */
static inline long sys_create(int directory, const char *path, int64_t mode)
{
	return CALL(CALL_OPENAT, directory, path, WRITE_ONLY | CREATE | TRUNCATE | CLOSE_ON_EXEC, mode, 0);
}

static inline long sys_mkdir(int directory, const char *path)
{
	return CALL(CALL_MKDIRAT, directory, path, 0755, 0, 0);
}

static inline long sys_mount(const char *what, const char *where, const char *type, long flags, const char *options)
{
	return CALL(CALL_MOUNT, what, where, type, flags, options);
}

#endif
