// SPDX-License-Identifier: GPL-2.0-only
/*
 * Releases, from wherever they come: a managed resource and a reference are given back by the kernel, not by the
 * driver. The kernel's own tracer calls us, which costs a function that is called all the time much less than a
 * breakpoint would.
 */
#include <linux/ftrace.h>
#include <linux/hash.h>
#include <linux/kernel.h>
#include <linux/kprobes.h>
#include <linux/preempt.h>
#include <linux/string.h>
#include <linux/version.h>
#include "ledger.h"

#define HOOK_BITS 9

/* The releases of one function stand together; `first` of `count` of them. */
struct hook {
	unsigned long address; /* 0: unused */
	struct release *first;
	unsigned int count;
	bool frees_memory;
};

static struct hook hooks[1 << HOOK_BITS];

static struct hook *hook_at(unsigned long address)
{
	unsigned int at = hash_long(address, HOOK_BITS);

	while (hooks[at].address && hooks[at].address != address)
		at = (at + 1) & ((1 << HOOK_BITS) - 1);
	return &hooks[at];
}

static void read_arguments(const struct pt_regs *regs, struct call *call)
{
#ifdef CONFIG_X86_64
	*call = (struct call){ .arguments = { regs->di, regs->si, regs->dx, regs->cx, regs->r8, regs->r9 } };
#else
	memcpy(call->arguments, regs->regs, sizeof(call->arguments));
#endif
}

static void heed(const struct hook *hook, const struct call *call)
{
	unsigned int i;

	for (i = 0; i < hook->count; i++)
		release_items(&hook->first[i], call);
	if (hook->frees_memory)
		heed_free(call->arguments[0]);
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 11, 0)
#define TRACED_REGS pt_regs
#define TRACER_FLAGS (FTRACE_OPS_FL_SAVE_REGS | FTRACE_OPS_FL_RECURSION_SAFE)
static bool read_traced(struct pt_regs *regs, struct call *call)
{
	if (regs)
		read_arguments(regs, call);
	return regs;
}
#elif defined(CONFIG_DYNAMIC_FTRACE_WITH_REGS)
#define TRACED_REGS ftrace_regs
#define TRACER_FLAGS FTRACE_OPS_FL_SAVE_REGS
static bool read_traced(struct ftrace_regs *traced, struct call *call)
{
	const struct pt_regs *regs = ftrace_get_regs(traced);

	if (regs)
		read_arguments(regs, call);
	return regs;
}
#else
/* Such a kernel has the arguments for every tracer. */
#define TRACED_REGS ftrace_regs
#define TRACER_FLAGS 0
static bool read_traced(struct ftrace_regs *traced, struct call *call)
{
	unsigned int i;

	for (i = 0; i < ARGUMENTS; i++)
		call->arguments[i] = ftrace_regs_get_argument(traced, i);
	return true;
}
#endif

static void on_release(unsigned long ip, unsigned long parent, struct ftrace_ops *ops, struct TRACED_REGS *regs)
{
	const struct hook *hook = hook_at(ip);
	struct call call = { 0 };

	if (!hook->address || in_nmi() || !read_traced(regs, &call))
		return;
	heed(hook, &call);
}

static struct ftrace_ops tracer = { .func = on_release, .flags = TRACER_FLAGS };

/* With an object, its directory goes, and all that is in it. The function is not exported. */
static struct release directory[] = {
	{ .symbol = "sysfs_remove_dir", .kind = SYSFS_FILE, .owner = ARG0, .extent = ALL_OF_OWNER },
	{ .symbol = "sysfs_remove_dir", .kind = SYSFS_GROUP, .owner = ARG0, .extent = ALL_OF_OWNER },
};

static int on_directory(struct kprobe *probe, struct pt_regs *regs)
{
	const struct hook hook = { .first = directory, .count = ARRAY_SIZE(directory) };
	struct call call = { 0 };

	read_arguments(regs, &call);
	heed(&hook, &call);
	return 0;
}
NOKPROBE_SYMBOL(on_directory);

static struct kprobe directory_probe = { .symbol_name = "sysfs_remove_dir", .pre_handler = on_directory };

/* So many instructions of four bytes may be before the tracer's call, with which a function begins. */
#ifdef CONFIG_X86_64
#define MOST_BEFORE 1
#else
#define MOST_BEFORE 2
#endif
#define ENTRY_BYTES 4

static void add_hook(unsigned long address, struct release *first, unsigned int count)
{
	*hook_at(address) = (struct hook){
		.address = address,
		.first = first,
		.count = count,
		.frees_memory = first->kind == MEMORY && first->key == ARG0,
	};
}

/* Those that cannot be traced are seen where the modules call them. */
static void trace(struct release *first, unsigned int count)
{
	unsigned int i;
	int error = -EINVAL;

	/* Before 5.18 the tracer wants the very place of its call. */
	for (i = 0; error && i <= MOST_BEFORE; i++)
		error = ftrace_set_filter_ip(&tracer, first->address + i * ENTRY_BYTES, 0, 0);
	if (error)
		return;
	for (i = 0; i < count; i++)
		first[i].is_traced = true;
	for (i = 0; i <= MOST_BEFORE; i++)
		add_hook(first->address + i * ENTRY_BYTES, first, count);
}

int start_releases(void)
{
	unsigned int i, count;
	int error;

	for (i = 0; i < release_count; i += count) {
		for (count = 1; i + count < release_count; count++)
			if (releases[i + count].address != releases[i].address)
				break;
		if (releases[i].address)
			trace(&releases[i], count);
	}
	error = register_kprobe(&directory_probe);
	if (error)
		return error;
	error = register_ftrace_function(&tracer);
	if (error)
		unregister_kprobe(&directory_probe);
	return error;
}

void stop_releases(void)
{
	unregister_ftrace_function(&tracer);
	unregister_kprobe(&directory_probe);
}
