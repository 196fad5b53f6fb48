// SPDX-License-Identifier: GPL-2.0-only
/* The compiler warns about a variable that nobody uses. */
#include <linux/module.h>

static int __init warns_init(void)
{
	int unused_here;

	return 0;
}
module_init(warns_init);

static void __exit warns_exit(void)
{
}
module_exit(warns_exit);

MODULE_DESCRIPTION("warns when it is built");
MODULE_LICENSE("GPL");
