// SPDX-License-Identifier: GPL-2.0-only
/* Does on load what its parameter says, so that a self-test knows where it must be found. */
#include <linux/irqflags.h>
#include <linux/module.h>

static char *how = "";
module_param(how, charp, 0);
MODULE_PARM_DESC(how, "nothing, oops, warn or stuck");

static noinline void probe_oops(void)
{
	*(volatile int *)8 = 1; /* the oops */
}

static noinline void probe_warn(void)
{
	WARN(1, "probe: asked to warn\n"); /* the warning */
}

static noinline void probe_stuck(void)
{
	local_irq_disable();
	for (;;)
		cpu_relax();
}

static int __init probe_init(void)
{
	if (!strcmp(how, "oops"))
		probe_oops();
	else if (!strcmp(how, "warn"))
		probe_warn();
	else if (!strcmp(how, "stuck"))
		probe_stuck();
	return 0;
}

static void __exit probe_exit(void)
{
}

module_init(probe_init);
module_exit(probe_exit);
MODULE_DESCRIPTION("Misbehaves on load, as asked");
MODULE_LICENSE("GPL");
