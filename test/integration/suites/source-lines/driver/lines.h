/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef LINES_H
#define LINES_H

struct lines_device {
	int registers[16];
};

/* Becomes part of whoever calls it. */
static __always_inline int lines_read(struct lines_device *device, int index)
{
	return READ_ONCE(device->registers[index]); /* here: null-deref-in-header */
}

/* Where the compiler does not see that it is never set. */
extern struct lines_device *lines_nothing;

void lines_bug_in_second(void);
void lines_namesake_in_second(struct lines_device *device);

#endif
