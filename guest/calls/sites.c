// SPDX-License-Identifier: GPL-2.0-only
/*
 * Where the modules under test call kernel functions. The probes are in the modules, at their call instructions, and not
 * in the functions: nobody else's calls are slowed down, each call is one place in the driver's source, and a tail call
 * (a jump to the function) is seen like any other.
 *
 * A place is found by its bytes: a call or jump whose distance leads exactly to a function that the module imports. A
 * probe is refused at bytes that only look like that in the middle of another instruction.
 */
#include <asm/ptrace.h>
#include <linux/kallsyms.h>
#include <linux/kprobes.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/notifier.h>
#include <linux/preempt.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/version.h>
#include <linux/vmalloc.h>
#include "calls.h"

#define CALL 0xe8
#define JUMP 0xe9
#define CALL_BYTES 5

/* A function that a module imports, and where it is in this kernel. */
struct import {
	unsigned long address;
	const char *name; /* in the module's `names` */
	int function;	  /* negative: no fault is about it */
};

/* A module that was loaded after us, and is still there. */
struct watched {
	struct list_head list;
	struct list_head sites;
	struct module *module;
	struct load load;
	struct import *imports;
	char *names;
	unsigned int import_count;
	unsigned int site_count;
	unsigned int refused;
	unsigned long missed; /* of the sites that are gone */
};

struct site {
	struct list_head list;
	struct kprobe probe;
	const struct watched *owner;
	const struct place *place;
	bool is_jump;
};

static LIST_HEAD(all_watched);
static unsigned int all_sites;

static unsigned long notrace argument(const struct pt_regs *regs, long number)
{
	switch (number) {
	case 0:
		return regs->di;
	case 1:
		return regs->si;
	case 2:
		return regs->dx;
	case 3:
		return regs->cx;
	case 4:
		return regs->r8;
	default:
		return regs->r9;
	}
}

static void notrace set_result(struct pt_regs *regs, const struct failure *how)
{
	switch (how->kind) {
	case RETURNS_ARGUMENT:
		regs->ax = argument(regs, how->value);
		return;
	case GETS_VALUE:
		regs->dx = 0;
		regs->ax = how->value;
		return;
	case PUTS_VALUE:
		regs->cx = how->value;
		return;
	case RETURNS_VALUE:
	case SUCCEEDS:
		regs->ax = how->value;
	}
}

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

/* Instead of a call: go on behind it. Instead of a jump to a function: return to the caller. */
static int notrace before_call(struct kprobe *probe, struct pt_regs *regs)
{
	struct site *site = container_of(probe, struct site, probe);
	struct failure how;

	if (!call_fails(site->owner->module->name, &site->owner->load, site->place, &how))
		return 0;
	set_result(regs, &how);
	interrupt(&how);
	if (site->is_jump) {
		regs->ip = *(unsigned long *)regs->sp;
		regs->sp += sizeof(unsigned long);
	} else {
		regs->ip = (unsigned long)probe->addr + CALL_BYTES;
	}
	return 1;
}
NOKPROBE_SYMBOL(before_call);

/* Its presence keeps the probe from being turned into a jump, which would ignore the changed registers. */
static void notrace after_call(struct kprobe *probe, struct pt_regs *regs, unsigned long flags)
{
}
NOKPROBE_SYMBOL(after_call);

struct code {
	const u8 *start;
	unsigned long size;
	bool ends_badly;
};

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 4, 0)
static struct code core_text(const struct module *module)
{
	return (struct code){ .start = module->mem[MOD_TEXT].base, .size = module->mem[MOD_TEXT].size };
}

static struct code init_text(const struct module *module)
{
	return (struct code){ .start = module->mem[MOD_INIT_TEXT].base, .size = module->mem[MOD_INIT_TEXT].size };
}
#else
static struct code core_text(const struct module *module)
{
	return (struct code){ .start = module->core_layout.base, .size = module->core_layout.text_size };
}

static struct code init_text(const struct module *module)
{
	return (struct code){ .start = module->init_layout.base, .size = module->init_layout.text_size };
}
#endif

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

static void fill_end(struct code *text)
{
	const u8 *end = text->start + text->size;
	unsigned int zeros = 0, filled;
	struct page *page;
	void *alias;

	if (!text->start || text->size < PAGE_SIZE || !PAGE_ALIGNED((unsigned long)end))
		return;
	while (zeros < KEPT_ZEROS + FILLED && !end[-1 - (int)zeros])
		zeros++;
	if (!zeros)
		return;
	filled = zeros > KEPT_ZEROS ? zeros - KEPT_ZEROS : 0;
	page = filled ? vmalloc_to_page(end - 1) : NULL;
	/* The page itself is read-only. */
	alias = page ? vmap(&page, 1, VM_MAP, PAGE_KERNEL) : NULL;
	text->ends_badly = !alias;
	if (!alias)
		return;
	memset(alias + PAGE_SIZE - filled, BREAKPOINT, filled);
	vunmap(alias);
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

static bool has_site(const struct watched *watched, const u8 *at)
{
	const struct site *site;

	list_for_each_entry(site, &watched->sites, list)
		if ((const u8 *)site->probe.addr == at)
			return true;
	return false;
}

static int add_site(struct watched *watched, const struct code *text, const u8 *at, unsigned int function)
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
	site->is_jump = *at == JUMP;
	site->probe.addr = (kprobe_opcode_t *)at;
	site->probe.pre_handler = before_call;
	site->probe.post_handler = after_call;
	error = text->ends_badly && is_in_last(text, at, name) ? -EFAULT : register_kprobe(&site->probe);
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

/* Another helper may have led calls to itself (guest/ledger). It knows where they led before; NULL: it is not there. */
static unsigned long (*target_before)(unsigned long target);

static void ask_for_target_before(void)
{
	if (!target_before)
		target_before = (unsigned long (*)(unsigned long))__symbol_get("qdt_ledger_target");
}

static unsigned long target_of(const u8 *at)
{
	unsigned long target;
	s32 distance;

	memcpy(&distance, at + 1, sizeof(distance));
	target = (unsigned long)at + CALL_BYTES + distance;
	return target_before ? target_before(target) : target;
}

static const struct import *import_at(const struct watched *watched, unsigned long address)
{
	unsigned int i;

	for (i = 0; i < watched->import_count; i++)
		if (watched->imports[i].function >= 0 && watched->imports[i].address == address)
			return &watched->imports[i];
	return NULL;
}

static int search(struct watched *watched, struct code text)
{
	const u8 *at, *last = text.start + text.size - CALL_BYTES;
	int found = 0;

	if (!text.start || text.size < CALL_BYTES)
		return 0;
	fill_end(&text);
	ask_for_target_before();
	for (at = text.start; at <= last; at++) {
		const struct import *import;
		int added;

		if (*at != CALL && *at != JUMP)
			continue;
		import = import_at(watched, target_of(at));
		added = import ? add_site(watched, &text, at, import->function) : 0;
		if (added < 0)
			return added;
		found += added;
	}
	return found;
}

/* Code that runs once is there only until it has run. */
static int search_module(struct watched *watched)
{
	bool is_wanted = false;
	unsigned int i;
	int core, init = 0;

	if (!is_target(watched->module->name))
		return 0;
	for (i = 0; i < watched->import_count; i++) {
		struct import *import = &watched->imports[i];

		import->function = function_number(import->name, false);
		is_wanted |= import->function >= 0;
	}
	if (!is_wanted)
		return 0;
	core = search(watched, core_text(watched->module));
	if (core < 0)
		return core;
	if (watched->module->state == MODULE_STATE_COMING)
		init = search(watched, init_text(watched->module));
	return init < 0 ? init : core + init;
}

int find_sites(void)
{
	struct watched *watched;
	int found = 0;

	list_for_each_entry(watched, &all_watched, list) {
		int added = search_module(watched);

		if (added < 0)
			return added;
		found += added;
	}
	return found;
}

/*
 * While a module is being loaded, its whole symbol table is there, and the loader has written into it where each
 * imported symbol is. Later only the module's own symbols are left, so this is remembered.
 */
static int read_imports(struct watched *watched)
{
	const struct mod_kallsyms *symbols = READ_ONCE(*(struct mod_kallsyms **)&watched->module->kallsyms);
	unsigned int i, count = 0;
	size_t bytes = 0;
	char *name;

	if (!symbols)
		return -ENOENT;
	for (i = 1; i < symbols->num_symtab; i++) {
		if (symbols->symtab[i].st_shndx != SHN_UNDEF)
			continue;
		count++;
		bytes += strlen(symbols->strtab + symbols->symtab[i].st_name) + 1;
	}
	watched->imports = kvcalloc(count + 1, sizeof(*watched->imports), GFP_KERNEL);
	watched->names = kvzalloc(bytes + 1, GFP_KERNEL);
	if (!watched->imports || !watched->names)
		return -ENOMEM;
	name = watched->names;
	for (i = 1; i < symbols->num_symtab; i++) {
		const Elf_Sym *symbol = &symbols->symtab[i];
		struct import *import = &watched->imports[watched->import_count];

		if (symbol->st_shndx != SHN_UNDEF)
			continue;
		strcpy(name, symbols->strtab + symbol->st_name);
		*import = (struct import){ .address = symbol->st_value, .name = name, .function = -1 };
		name += strlen(name) + 1;
		watched->import_count++;
	}
	return 0;
}

static void remove_sites(struct watched *watched)
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

static void forget(struct watched *watched)
{
	remove_sites(watched);
	list_del(&watched->list);
	kvfree(watched->imports);
	kvfree(watched->names);
	kfree(watched);
}

static void watch(struct module *module)
{
	struct watched *watched = kzalloc(sizeof(*watched), GFP_KERNEL);
	int found = -ENOMEM;

	if (!watched)
		goto failed;
	INIT_LIST_HEAD(&watched->sites);
	watched->module = module;
	watched->load = (struct load){ .is_going_on = true, .loader = current->tgid };
	begin_try(module->name, LOAD);
	list_add_tail(&watched->list, &all_watched);
	found = read_imports(watched);
	if (!found)
		found = search_module(watched);
	if (found < 0)
		goto failed;
	if (watched->site_count)
		pr_info("qdt-calls: %s: %u calls can fail\n", module->name, watched->site_count);
	return;
failed:
	pr_err("qdt-calls: %s: its calls cannot be found: error %d\n", module->name, found);
}

/* Its init has succeeded, or the module goes: after its exit, or because its init failed. */
static void watched_load_ends(struct watched *watched, bool is_loaded)
{
	if (watched->load.is_going_on)
		end_load(watched->module->name, &watched->load, is_loaded);
	WRITE_ONCE(watched->load.is_going_on, false);
}

static int on_module(struct notifier_block *block, unsigned long state, void *data)
{
	struct watched *watched, *next;

	mutex_lock(&calls_lock);
	if (state == MODULE_STATE_COMING)
		watch(data);
	list_for_each_entry_safe(watched, next, &all_watched, list) {
		if (watched->module != data || state == MODULE_STATE_COMING)
			continue;
		watched_load_ends(watched, state == MODULE_STATE_LIVE);
		if (state == MODULE_STATE_GOING)
			forget(watched);
	}
	mutex_unlock(&calls_lock);
	return NOTIFY_OK;
}

/* After those that change the module's code (jump labels, static calls), and after that of kprobes. */
static struct notifier_block notifier = { .notifier_call = on_module, .priority = -1000 };

int start_sites(void)
{
	return register_module_notifier(&notifier);
}

void stop_sites(void)
{
	struct watched *watched, *next;

	unregister_module_notifier(&notifier);
	mutex_lock(&calls_lock);
	list_for_each_entry_safe(watched, next, &all_watched, list)
		forget(watched);
	mutex_unlock(&calls_lock);
	if (target_before)
		__symbol_put("qdt_ledger_target");
}

/* `missed`: calls in the middle of another one's handler, from a non-maskable interrupt. They are not counted. */
void report_sites(struct seq_file *answer)
{
	const struct watched *watched;
	const struct site *site;

	list_for_each_entry(watched, &all_watched, list) {
		unsigned long missed = watched->missed;

		if (!watched->site_count)
			continue;
		list_for_each_entry(site, &watched->sites, list)
			missed += site->probe.nmissed;
		seq_printf(answer, "module %s %u %u %lu\n", watched->module->name, watched->site_count,
			   watched->refused, missed);
	}
}
