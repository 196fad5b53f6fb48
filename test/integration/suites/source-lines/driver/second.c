// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

#include "lines.h"

struct lines_device *lines_nothing;
static int sink;

void lines_bug_in_second(void)
{
	sink++;
	BUG_ON(sink > 0); /* here: bug-in-second-file */
}

/* There is another one of this name in main.c. */
static noinline void lines_namesake(struct lines_device *device)
{
	sink++;
	device->registers[sink] = 1; /* here: namesake */
}

void lines_namesake_in_second(struct lines_device *device)
{
	lines_namesake(device);
	sink--;
}
