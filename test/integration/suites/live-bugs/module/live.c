// SPDX-License-Identifier: GPL-2.0-only
/* Has, on load, the bug that its parameter names. Each in a function of its own, so that a report can name it. */
#include <linux/completion.h>
#include <linux/delay.h>
#include <linux/irqflags.h>
#include <linux/module.h>
#include <linux/refcount.h>
#include <linux/sched.h>
#include <linux/smp.h>
#include <linux/spinlock.h>

static char *bug = "";
module_param(bug, charp, 0);
MODULE_PARM_DESC(bug, "which one");

static noinline void live_warn(void)
{
	WARN_ON(!irqs_disabled());
}

static noinline void live_null(void)
{
	*(volatile int *)8 = 1;
}

static noinline void live_bug(void)
{
	BUG();
}

static noinline void live_gpf(void)
{
	*(volatile long *)0x5a5a5a5a5a5a5a50UL = 1;
}

static noinline void live_refcount(void)
{
	refcount_t count = REFCOUNT_INIT(0);

	refcount_inc(&count);
}

static DEFINE_SPINLOCK(live_lock);

static noinline void live_sleep_in_atomic(void)
{
	spin_lock(&live_lock);
	msleep(20);
	spin_unlock(&live_lock);
}

static noinline void live_panic(void)
{
	panic("live: asked to panic");
}

static noinline void live_soft_lockup(void)
{
	preempt_disable();
	for (;;)
		cpu_relax();
}

static noinline void live_wait(void)
{
	DECLARE_COMPLETION_ONSTACK(never);

	wait_for_completion(&never);
}

static noinline void live_stuck(void *unused)
{
	local_irq_disable();
	for (;;)
		cpu_relax();
}

static noinline void live_all_stuck(void)
{
	smp_call_function(live_stuck, NULL, 0);
	live_stuck(NULL);
}

static const struct {
	const char *name;
	void (*have)(void);
} bugs[] = {
	{ "warn", live_warn },
	{ "null", live_null },
	{ "bug", live_bug },
	{ "gpf", live_gpf },
	{ "refcount", live_refcount },
	{ "sleep-in-atomic", live_sleep_in_atomic },
	{ "panic", live_panic },
	{ "soft-lockup", live_soft_lockup },
	{ "wait", live_wait },
	{ "all-stuck", live_all_stuck },
};

static int __init live_init(void)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(bugs); i++)
		if (!strcmp(bug, bugs[i].name)) {
			bugs[i].have();
			return 0;
		}
	return -EINVAL;
}

static void __exit live_exit(void)
{
}

module_init(live_init);
module_exit(live_exit);
MODULE_DESCRIPTION("Has the bug that it is asked for");
MODULE_LICENSE("GPL");
