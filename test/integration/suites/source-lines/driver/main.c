// SPDX-License-Identifier: GPL-2.0-only
/* Breaks at a line that a test knows: what is written to the parameter `provoke` says at which. */
#include <linux/module.h>
#include <linux/string.h>

#include "lines.h"

static int sink;

static noinline void lines_warn(int argument)
{
	sink += argument;
	WARN_ON(argument > 0); /* here: warn-on */
	sink -= argument;
}

static __always_inline void lines_set(struct lines_device *device)
{
	device->registers[2] = sink; /* here: null-deref-inlined */
}

static noinline void lines_set_twice(struct lines_device *device)
{
	sink++;
	lines_set(device); /* calls: null-deref-inlined */
	sink--;
}

static noinline int lines_read_in_header(struct lines_device *device)
{
	return lines_read(device, 3) + 1; /* calls: null-deref-in-header */
}

/* The kernel's function faults, but who gave it the address is here. */
static noinline int lines_search(const char *text)
{
	sink++;
	sink += memchr_inv(text, 'x', 64) == NULL; /* here: fault-in-kernel-function */
	return sink;
}

/* Nothing follows the call, so that its return address is no longer in this function. */
static noinline void lines_panic(void)
{
	sink++;
	panic("lines: asked to panic"); /* here: panic */
}

/* There is another one of this name in second.c. */
static noinline void lines_namesake(int argument)
{
	sink += argument;
	WARN(argument > 100, "lines: the wrong namesake\n");
}

static __cold noinline void lines_rarely(struct lines_device *device)
{
	sink++;
	device->registers[5] = sink; /* here: null-deref-in-cold-section */
}

static int lines_provoke(const char *value, const struct kernel_param *parameter)
{
	if (sysfs_streq(value, "warn-on"))
		lines_warn(1);
	else if (sysfs_streq(value, "null-deref-inlined"))
		lines_set_twice(lines_nothing);
	else if (sysfs_streq(value, "null-deref-in-header"))
		return lines_read_in_header(lines_nothing);
	else if (sysfs_streq(value, "fault-in-kernel-function"))
		return lines_search((const char *)8) > 0 ? 0 : -EINVAL;
	else if (sysfs_streq(value, "panic"))
		lines_panic();
	else if (sysfs_streq(value, "namesake"))
		lines_namesake_in_second(lines_nothing);
	else if (sysfs_streq(value, "bug-in-second-file"))
		lines_bug_in_second();
	else if (sysfs_streq(value, "null-deref-in-cold-section"))
		lines_rarely(lines_nothing);
	else
		lines_namesake(1);
	return 0;
}

static const struct kernel_param_ops provoke_ops = { .set = lines_provoke };
module_param_cb(provoke, &provoke_ops, NULL, 0200);
MODULE_PARM_DESC(provoke, "what to break");

MODULE_DESCRIPTION("Breaks at a known line");
MODULE_LICENSE("GPL");
