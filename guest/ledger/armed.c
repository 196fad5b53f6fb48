// SPDX-License-Identifier: GPL-2.0-only
/*
 * What runs code of a module must be stopped before the module goes. Whether it was is looked up where the kernel keeps
 * it. The memory around it may be freed and in use by somebody else: so nothing counts but an entry that is linked from
 * its neighbours, and leads to code of the module.
 */
#include <linux/delay.h>
#include <linux/hrtimer.h>
#include <linux/kernel.h>
#include <linux/sched/signal.h>
#include <linux/sched/task.h>
#include <linux/timer.h>
#include <linux/uaccess.h>
#include <linux/workqueue.h>
#include "ledger.h"

static bool look(void *to, const void *from, size_t bytes)
{
	return !copy_from_kernel_nofault(to, from, bytes);
}

static bool points_to(const void *place, const void *target)
{
	const void *value;

	return look(&value, place, sizeof(value)) && value == target;
}

static bool is_linked(const struct hlist_node *node)
{
	struct hlist_node copy;

	return look(&copy, node, sizeof(copy)) && copy.pprev && points_to(copy.pprev, node);
}

static bool is_armed(const struct timer_list *timer, const struct module *module)
{
	struct timer_list copy;

	return look(&copy, timer, sizeof(copy)) && within_module((unsigned long)copy.function, module) &&
	       is_linked(&timer->entry);
}

static bool is_in_tree(const struct rb_node *node)
{
	struct rb_node copy, *parent;

	if (!look(&copy, node, sizeof(copy)) || RB_EMPTY_NODE(node))
		return false;
	parent = rb_parent(&copy);
	/* Of the root it cannot be told. */
	return parent && (points_to(&parent->rb_left, node) || points_to(&parent->rb_right, node));
}

static unsigned long function_of(const struct hrtimer *timer)
{
	void *function;

	return look(&function, &timer->function, sizeof(function)) ? (unsigned long)function : 0;
}

/* The node of the tree comes first, in whatever it is. */
static bool is_armed_hr(const struct hrtimer *timer, const struct module *module)
{
	return within_module(function_of(timer), module) && is_in_tree((const struct rb_node *)&timer->node);
}

static bool is_queued(const struct work_struct *work, const struct module *module)
{
	struct work_struct copy;

	return look(&copy, work, sizeof(copy)) && within_module((unsigned long)copy.func, module) &&
	       (*work_data_bits(&copy) & WORK_STRUCT_PENDING) && copy.entry.prev != &work->entry &&
	       points_to(&copy.entry.prev->next, &work->entry) && points_to(&copy.entry.next->prev, &work->entry);
}

static bool is_queued_later(const struct delayed_work *work, const struct module *module)
{
	struct delayed_work copy;

	return look(&copy, work, sizeof(copy)) && within_module((unsigned long)copy.work.func, module) &&
	       (is_linked(&work->timer.entry) || is_queued(&work->work, module));
}

static bool is_alive(const struct task_struct *thread)
{
	const struct task_struct *task;
	bool found = false;

	rcu_read_lock();
	for_each_process(task)
		found |= task == thread && (task->flags & PF_KTHREAD) && !(task->flags & PF_EXITING);
	rcu_read_unlock();
	return found;
}

#define CHECKS 10
#define CHECK_EVERY_MS 20

/* One that has returned needs a moment to be gone. */
static bool stays_alive(const struct task_struct *thread)
{
	int check;

	for (check = 0; check < CHECKS && is_alive(thread); check++)
		msleep(CHECK_EVERY_MS);
	return is_alive(thread);
}

static bool is_running(enum kind kind, const void *what, const struct module *module)
{
	switch (kind) {
	case TIMER:
		return is_armed(what, module);
	case HR_TIMER:
		return is_armed_hr(what, module);
	case WORK:
		return is_queued(what, module);
	case DELAYED_WORK:
		return is_queued_later(what, module);
	case THREAD:
		return stays_alive(what);
	default:
		return false;
	}
}

void check_armed(enum kind kind, unsigned long key, const struct origin *origin, const struct module *going)
{
	if (is_running(kind, (const void *)key, going))
		show_leak(origin, 0, 1, 0);
}

/* A thread is elsewhere than in the memory of a driver, and to look for one takes its time. */
static bool is_armed_now(enum kind kind, unsigned long key, const struct module *module)
{
	return kind != THREAD && is_running(kind, (const void *)key, module);
}

bool is_armed_in(unsigned long address, unsigned long bytes, const struct module *module)
{
	struct held held;
	bool is_found = false;

	while (take_armed_in(address, bytes, module, is_armed_now, &held)) {
		show_leak(held.origin, 0, 1, 0);
		is_found = true;
	}
	return is_found;
}
