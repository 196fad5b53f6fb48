// SPDX-License-Identifier: GPL-2.0-only
/* Does on load what its parameter says, so that a test can see how the runner calls it. */
#include <linux/irqflags.h>
#include <linux/module.h>

static char *how = "";
module_param(how, charp, 0);
MODULE_PARM_DESC(how, "warn, oops, bug, panic or stuck");

static noinline void misbehave_warn(void)
{
	WARN(1, "misbehave: asked to warn\n");
}

static noinline void misbehave_oops(void)
{
	*(volatile int *)8 = 1;
}

static noinline void misbehave_stuck(void)
{
	local_irq_disable();
	for (;;)
		cpu_relax();
}

static int __init misbehave_init(void)
{
	if (!strcmp(how, "warn"))
		misbehave_warn();
	else if (!strcmp(how, "oops"))
		misbehave_oops();
	else if (!strcmp(how, "bug"))
		BUG();
	else if (!strcmp(how, "panic"))
		panic("misbehave: asked to panic");
	else if (!strcmp(how, "stuck"))
		misbehave_stuck();
	return 0;
}

static void __exit misbehave_exit(void)
{
}

module_init(misbehave_init);
module_exit(misbehave_exit);
MODULE_DESCRIPTION("Misbehaves on load, as asked");
MODULE_LICENSE("GPL");
