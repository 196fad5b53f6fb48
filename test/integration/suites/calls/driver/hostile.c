// SPDX-License-Identifier: GPL-2.0-only
/*
 * Makes the helper's work hard: calls that lead back into this module and from there to the next call, many levels deep;
 * and, from its init until its exit, calls from a process and from interrupts of every processor.
 */
#include <linux/atomic.h>
#include <linux/cpu.h>
#include <linux/device.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/smp.h>

static noinline bool call_once(void)
{
	void *memory = kmalloc(48, GFP_ATOMIC | __GFP_NOWARN);

	kfree(memory);
	return memory;
}

/* ---- Recursion: bus_for_each_drv() -> on_driver() -> bus_for_each_drv() ... ---- */

struct descent {
	int levels; /* to go */
	int deepest;
	int calls;
	int refused; /* calls that failed */
};

static noinline int descend(struct descent *descent);

static int on_driver(struct device_driver *driver, void *data)
{
	struct descent *descent = data;
	int below = descend(descent);

	/* What is not 0 ends the loop over the drivers: one is enough for each level. */
	return below ? below : 1;
}

static noinline int descend(struct descent *descent)
{
	int result;

	if (!descent->levels)
		return 1;
	descent->levels--;
	descent->deepest++;
	descent->calls++;
	if (!call_once())
		descent->refused++;
	result = bus_for_each_drv(&pci_bus_type, NULL, descent, on_driver);
	/* On the way back, too: the call is made from the middle of the levels above. */
	descent->calls++;
	if (!call_once())
		descent->refused++;
	return result;
}

static struct descent last;

static int set_levels(const char *value, const struct kernel_param *param)
{
	int result;

	last = (struct descent){};
	if (kstrtoint(value, 0, &last.levels) || last.levels < 0 || last.levels > 30)
		return -EINVAL;
	result = descend(&last);
	return result < 0 ? result : 0;
}

static int get_levels(char *buffer, const struct kernel_param *param)
{
	return sprintf(buffer, "%d %d %d\n", last.deepest, last.calls, last.refused);
}
static const struct kernel_param_ops levels_ops = { .set = set_levels, .get = get_levels };
module_param_cb(levels, &levels_ops, NULL, 0600);

/* ---- From init to exit: a thread for each processor, which also interrupts all the others ---- */

static struct task_struct *threads[NR_CPUS];
static atomic_t calls, failures, from_interrupts;

static void count(void)
{
	atomic_inc(&calls);
	if (!call_once())
		atomic_inc(&failures);
}

static void in_interrupt_of(void *unused)
{
	if (hardirq_count())
		atomic_inc(&from_interrupts);
	count();
}

static int call_for_ever(void *unused)
{
	while (!kthread_should_stop()) {
		int i;

		for (i = 0; i < 20; i++)
			count();
		smp_call_function(in_interrupt_of, NULL, 1);
		cond_resched();
	}
	return 0;
}

static int get_storm(char *buffer, const struct kernel_param *param)
{
	return sprintf(buffer, "%d %d %d\n", atomic_read(&calls), atomic_read(&failures), atomic_read(&from_interrupts));
}
static const struct kernel_param_ops storm_ops = { .get = get_storm };
module_param_cb(storm, &storm_ops, NULL, 0400);

static void stop_threads(void)
{
	int cpu;

	for_each_possible_cpu(cpu)
		if (threads[cpu])
			kthread_stop(threads[cpu]);
}

static int __init hostile_init(void)
{
	int cpu;

	for_each_online_cpu(cpu) {
		struct task_struct *task = kthread_create(call_for_ever, NULL, "hostile/%d", cpu);

		if (IS_ERR(task)) {
			stop_threads();
			return PTR_ERR(task);
		}
		kthread_bind(task, cpu);
		threads[cpu] = task;
		wake_up_process(task);
	}
	return 0;
}

static void __exit hostile_exit(void)
{
	stop_threads();
}

module_init(hostile_init);
module_exit(hostile_exit);
MODULE_DESCRIPTION("Calls functions of the kernel from everywhere at once");
MODULE_LICENSE("GPL");
