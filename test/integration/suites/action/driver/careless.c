// SPDX-License-Identifier: GPL-2.0-only
/* Forgets to check what it was given. */
#include <linux/module.h>

struct careless {
	int state;
	int counter;
};

static struct careless *found;

static noinline void careless_count(struct careless *device)
{
	device->counter = 1;
}

static int __init careless_init(void)
{
	careless_count(READ_ONCE(found));
	return 0;
}

static void __exit careless_exit(void)
{
}

module_init(careless_init);
module_exit(careless_exit);
MODULE_DESCRIPTION("Forgets to check what it was given");
MODULE_LICENSE("GPL");
