// SPDX-License-Identifier: GPL-2.0-only
/*
 * The probes at the calls of the modules under test. The probes are in the modules, at their call instructions, and not
 * in the functions: nobody else's calls are slowed down, each call is one place in the driver's source, and a tail call
 * (a jump to the function) is seen like any other.
 *
 * A probe is refused at bytes that only look like a call in the middle of another instruction.
 */
#include <asm/ptrace.h>
#include <linux/kprobes.h>
#include <linux/mm.h>
#include <linux/preempt.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vmalloc.h>
#include "calls.h"
#include "watched.h"

struct site {
	struct list_head list;
	struct kprobe probe;
	const struct watched *owner;
	const struct place *place;
	bool is_jump;
};

static unsigned int all_sites;

/* Whether a process called. A probe itself counts as an interrupt that cannot be masked. */
static bool notrace is_of_process(void)
{
	return hardirq_count() <= (in_nmi() ? HARDIRQ_OFFSET : 0) && !in_serving_softirq() && current->mm;
}

/*
 * Who is interrupted has a signal: the kernel then repeats the system call, as the driver's -ERESTARTSYS asks it to.
 * There is none to handle, so the process does not notice. A call that always fails would be repeated forever.
 */
static void notrace interrupt(const struct failure *how)
{
	bool is_interrupted = how->value == -EINTR || how->value == -ERESTARTSYS;

	if (is_interrupted && !how->is_lasting && is_of_process())
		set_tsk_thread_flag(current, TIF_SIGPENDING);
}

static int notrace before_call(struct kprobe *probe, struct pt_regs *regs)
{
	struct site *site = container_of(probe, struct site, probe);
	struct failure how;

	if (!call_fails(site->owner->module->name, &site->owner->load, site->place, &how))
		return 0;
	skip_call(regs, (const u8 *)probe->addr, site->is_jump, &how);
	interrupt(&how);
	return 1;
}
NOKPROBE_SYMBOL(before_call);

/* Its presence keeps the probe from being turned into a jump, which would ignore the changed registers. */
static void notrace after_call(struct kprobe *probe, struct pt_regs *regs, unsigned long flags)
{
}
NOKPROBE_SYMBOL(after_call);

#ifdef CONFIG_X86_64
/*
 * Registering a probe makes the kernel decode the function around it, to see whether a jump could be there
 * (can_optimize). To the kernel the last function reaches to the end of the last page, over zeros that are read as
 * instructions of two bytes. If it begins at an odd place, the last one is read beyond the page, where nothing is.
 * Filling with instructions of one byte ends that. Nobody executes them. Zeros may be the end of the last instruction,
 * so the first ones stay.
 */
#define KEPT_ZEROS 8
#define FILLED 16
#define BREAKPOINT 0xcc

bool fill_end(const struct code *text)
{
	const u8 *end = text->start + text->size;
	unsigned int zeros = 0, filled;
	struct page *page;
	void *alias;

	if (!text->start || text->size < PAGE_SIZE || !PAGE_ALIGNED((unsigned long)end))
		return false;
	while (zeros < KEPT_ZEROS + FILLED && !end[-1 - (int)zeros])
		zeros++;
	if (!zeros)
		return false;
	filled = zeros > KEPT_ZEROS ? zeros - KEPT_ZEROS : 0;
	page = filled ? vmalloc_to_page(end - 1) : NULL;
	/* The page itself is read-only. */
	alias = page ? vmap(&page, 1, VM_MAP, PAGE_KERNEL) : NULL;
	if (!alias)
		return true;
	memset(alias + PAGE_SIZE - filled, BREAKPOINT, filled);
	vunmap(alias);
	return false;
}

/* Whether the kernel takes the place for a part of the last function. */
static bool is_in_last(const struct code *text, const u8 *at, const char *place)
{
	const char *plus = strrchr(place, '+');
	unsigned long offset, size;

	if (!plus || sscanf(plus, "+0x%lx/0x%lx", &offset, &size) != 2)
		return true;
	return at - offset + size >= text->start + text->size;
}
#else
/* Elsewhere all instructions are equally long, or nothing is decoded around a probe. */
bool fill_end(const struct code *text)
{
	return false;
}

static bool is_in_last(const struct code *text, const u8 *at, const char *place)
{
	return false;
}
#endif

static bool has_site(const struct watched *watched, const u8 *at)
{
	const struct site *site;

	list_for_each_entry(site, &watched->sites, list)
		if ((const u8 *)site->probe.addr == at)
			return true;
	return false;
}

int add_site(struct watched *watched, const struct searched *text, const u8 *at, unsigned int function)
{
	const struct place *place;
	char name[MAX_PLACE];
	struct site *site;
	int error;

	if (has_site(watched, at))
		return 0;
	if (all_sites >= MAX_SITES)
		return -ENOSPC;
	snprintf(name, MAX_PLACE, "%pS", (void *)at);
	place = place_named(name, function);
	if (!place)
		return -ENOMEM;
	/* A fault about one place costs one probe. */
	if (!is_wanted(watched->module->name, place))
		return 0;
	site = kzalloc(sizeof(*site), GFP_KERNEL);
	if (!site)
		return -ENOMEM;
	site->owner = watched;
	site->place = place;
	site->is_jump = is_jump(at);
	site->probe.addr = (kprobe_opcode_t *)at;
	site->probe.pre_handler = before_call;
	site->probe.post_handler = after_call;
	error = text->ends_badly && is_in_last(&text->code, at, name) ? -EFAULT : register_kprobe(&site->probe);
	if (error) {
		kfree(site);
		/* Not the start of an instruction, or code that must not be probed. */
		if (error != -EILSEQ)
			watched->refused++;
		return 0;
	}
	list_add_tail(&site->list, &watched->sites);
	watched->site_count++;
	all_sites++;
	return 1;
}

void remove_sites(struct watched *watched)
{
	struct kprobe **probes = kvcalloc(watched->site_count + 1, sizeof(*probes), GFP_KERNEL);
	struct site *site, *next;
	int count = 0;

	/* All at once, because each removal waits for all processors. */
	list_for_each_entry(site, &watched->sites, list) {
		if (probes)
			probes[count++] = &site->probe;
		else
			unregister_kprobe(&site->probe);
	}
	if (probes)
		unregister_kprobes(probes, count);
	list_for_each_entry_safe(site, next, &watched->sites, list) {
		watched->missed += site->probe.nmissed;
		list_del(&site->list);
		kfree(site);
		all_sites--;
	}
	kvfree(probes);
}

/* Calls in the middle of another one's handler, from a non-maskable interrupt. They are not counted. */
unsigned long missed_calls(const struct watched *watched)
{
	unsigned long missed = watched->missed;
	const struct site *site;

	list_for_each_entry(site, &watched->sites, list)
		missed += site->probe.nmissed;
	return missed;
}
