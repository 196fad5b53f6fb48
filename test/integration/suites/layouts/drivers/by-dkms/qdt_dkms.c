// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

static int __init layout_init(void)
{
	pr_info("layouts: " BUILT_BY "\n");
	return 0;
}

static void __exit layout_exit(void)
{
}

module_init(layout_init);
module_exit(layout_exit);
MODULE_DESCRIPTION("A module that says how it was built");
MODULE_LICENSE("GPL");
