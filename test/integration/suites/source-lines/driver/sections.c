// SPDX-License-Identifier: GPL-2.0-only
/* Breaks in code that does not lie in .text: on load or on unload, as its parameter says. */
#include <linux/module.h>

static char *when = "";
module_param(when, charp, 0);
MODULE_PARM_DESC(when, "init or exit");

static int *nothing;

static int __init sections_init(void)
{
	if (!strcmp(when, "init"))
		WRITE_ONCE(*nothing, 1); /* here: null-deref-in-init */
	return 0;
}

static void __exit sections_exit(void)
{
	WARN_ON(!strcmp(when, "exit")); /* here: warn-on-in-exit */
}

module_init(sections_init);
module_exit(sections_exit);
MODULE_DESCRIPTION("Breaks on load or on unload");
MODULE_LICENSE("GPL");
