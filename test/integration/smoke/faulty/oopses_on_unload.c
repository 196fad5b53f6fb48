// SPDX-License-Identifier: GPL-2.0-only
/* Unloading follows a pointer that nobody has set. */
#include <linux/module.h>

struct state {
	int users;
};

static struct state *volatile state;

static int __init oopses_on_unload_init(void)
{
	return 0;
}
module_init(oopses_on_unload_init);

static void __exit oopses_on_unload_exit(void)
{
	state->users = 0;
}
module_exit(oopses_on_unload_exit);

MODULE_DESCRIPTION("crashes when it is unloaded");
MODULE_LICENSE("GPL");
