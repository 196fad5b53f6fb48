// SPDX-License-Identifier: GPL-2.0-only
/*
 * Where the watched modules acquire, and where they release what is not seen otherwise. As in guest/calls, a place is
 * found by its bytes: a call or jump whose distance leads exactly to a function that the module imports. Before any of
 * the module's code has run, the distance is changed, so that it leads to us (thunks.S). A probe would do, too; but to
 * set one takes the kernel milliseconds under emulation, and a breakpoint is hit each time.
 */
#include <linux/kallsyms.h>
#include <linux/list.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/notifier.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/version.h>
#include <linux/vmalloc.h>
#include "ledger.h"

#define CALL 0xe8
#define JUMP 0xe9
#define CALL_BYTES 5

/* A function that a module imports, and that acquires, releases or frees. */
struct import {
	unsigned long address;
	const struct acquisition *acquisition;
	struct release *release;
	bool frees; /* kfree() and kvfree(), whose argument may be exchanged */
};

struct watched {
	struct list_head list;
	struct module *module;
	unsigned int number; /* of this loading of the module */
	struct import *imports;
	unsigned int import_count;
	unsigned int site_count;
	bool has_managed_pci;
	bool frees_in_bulk;
};

/* A call that is led to the thunk with this number. */
struct site {
	const struct watched *owner; /* NULL: unused */
	unsigned long target;
	struct import import;
	struct origin *origin;
};

static DEFINE_MUTEX(sites_lock);
static LIST_HEAD(all_watched);
static char targets[MAX_TARGETS][MODULE_NAME_LEN];
static unsigned int target_count;
static struct site sites[MAX_SITES];
/* Calls for which there was no room. */
static unsigned int refused;
static unsigned int loadings;

static bool is_target(const char *name)
{
	unsigned int i;

	for (i = 0; i < target_count; i++)
		if (!strcmp(targets[i], name))
			return true;
	return false;
}

int add_target(const char *name)
{
	int error = 0;

	mutex_lock(&sites_lock);
	if (!is_target(name)) {
		if (target_count == MAX_TARGETS || strlen(name) >= MODULE_NAME_LEN)
			error = -ENOSPC;
		else
			strscpy(targets[target_count++], name, MODULE_NAME_LEN);
	}
	mutex_unlock(&sites_lock);
	return error;
}

/* Called by thunks.S. Returns the function to call. */
asmlinkage unsigned long qdt_before_call(unsigned int number, struct call *call)
{
	const struct site *site = &sites[number];

	if (site->import.frees)
		call->arguments[0] = free_later(call->arguments[0], site->origin->place, site->owner->module);
	else if (site->import.release)
		release_items(site->import.release, call);
	return site->target;
}

asmlinkage void qdt_after_call(unsigned int number, struct call *call)
{
	const struct site *site = &sites[number];
	const struct acquisition *by = site->import.acquisition;
	struct held replaced;

	if (!by || !has_acquired(by, call))
		return;
	if (by->replaces && call->arguments[0])
		take_item(by->kind, call->arguments[0], &replaced);
	add_item(site->origin, site->owner->number, call);
}

struct code {
	const u8 *start;
	unsigned long size;
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

/* The same pages, writable. NULL: no memory. */
static void *map_writable(struct code text)
{
	const u8 *start = (const u8 *)((unsigned long)text.start & PAGE_MASK);
	unsigned int i, count = DIV_ROUND_UP(text.start + text.size - start, PAGE_SIZE);
	struct page **pages = kvcalloc(count, sizeof(*pages), GFP_KERNEL);
	void *alias = NULL;

	if (!pages)
		return NULL;
	for (i = 0; i < count; i++) {
		pages[i] = vmalloc_to_page(start + i * PAGE_SIZE);
		if (!pages[i])
			break;
	}
	if (i == count)
		alias = vmap(pages, count, VM_MAP, PAGE_KERNEL);
	kvfree(pages);
	return alias;
}

static unsigned int unused_site(void)
{
	static unsigned int next;
	unsigned int tries;

	for (tries = 0; tries < MAX_SITES; tries++, next = (next + 1) % MAX_SITES)
		if (!sites[next].owner)
			return next;
	return MAX_SITES;
}

/* The call at `at` is led to us; `written` is the same place, writable. */
static void add_site(struct watched *watched, const u8 *at, u8 *written, const struct import *import)
{
	unsigned int number = unused_site();
	char place[MAX_PLACE];
	struct origin *origin;
	s32 distance;

	snprintf(place, sizeof(place), "%pB", (void *)(*at == JUMP ? at + 1 : at + CALL_BYTES));
	origin = origin_of(watched->module->name, place, import->acquisition);
	if (number == MAX_SITES || !origin) {
		refused++;
		return;
	}
	sites[number] = (struct site){
		.owner = watched, .target = import->address, .import = *import, .origin = origin,
	};
	watched->site_count++;
	distance = qdt_thunks + number * THUNK_BYTES + THUNK_ENTRY - (at + CALL_BYTES);
	memcpy(written + 1, &distance, sizeof(distance));
}

static unsigned long target_of(const u8 *at)
{
	s32 distance;

	memcpy(&distance, at + 1, sizeof(distance));
	return (unsigned long)at + CALL_BYTES + distance;
}

/* Where a call led before it was led to us. guest/calls asks. */
unsigned long qdt_ledger_target(unsigned long target);
unsigned long qdt_ledger_target(unsigned long target)
{
	unsigned long offset = target - (unsigned long)qdt_thunks;

	return offset < MAX_SITES * THUNK_BYTES ? sites[offset / THUNK_BYTES].target : target;
}
EXPORT_SYMBOL_GPL(qdt_ledger_target);

static const struct import *import_at(const struct watched *watched, unsigned long address)
{
	unsigned int i;

	for (i = 0; i < watched->import_count; i++)
		if (watched->imports[i].address == address)
			return &watched->imports[i];
	return NULL;
}

static int search(struct watched *watched, struct code text)
{
	const u8 *at, *last = text.start + text.size - CALL_BYTES;
	u8 *alias;

	if (!text.start || text.size < CALL_BYTES)
		return 0;
	alias = map_writable(text);
	if (!alias)
		return -ENOMEM;
	for (at = text.start; at <= last; at++) {
		const struct import *import;

		if (*at != CALL && *at != JUMP)
			continue;
		import = import_at(watched, target_of(at));
		if (import)
			add_site(watched, at, alias + offset_in_page(text.start) + (at - text.start), import);
	}
	vunmap(alias);
	return 0;
}

/* What a managed PCI device has, the kernel gives back without any of these calls. */
static bool is_told_truly(const struct watched *watched, const struct acquisition *acquisition)
{
	switch (acquisition->kind) {
	case PCI_ENABLED:
	case PCI_REGIONS:
	case PCI_VECTORS:
		return !watched->has_managed_pci;
	case MEMORY:
		return acquisition->bytes != OBJECT_SIZE || !watched->frees_in_bulk;
	default:
		return true;
	}
}

static const struct acquisition *acquisition_named(const struct watched *watched, const char *name)
{
	unsigned int i;

	for (i = 0; i < acquisition_count; i++)
		if (!strcmp(acquisitions[i].symbol, name) && is_told_truly(watched, &acquisitions[i]))
			return &acquisitions[i];
	return NULL;
}

static struct release *release_named(const char *name)
{
	unsigned int i;

	for (i = 0; i < release_count; i++)
		if (!strcmp(releases[i].symbol, name) && !releases[i].is_traced)
			return &releases[i];
	return NULL;
}

static void add_import(struct watched *watched, const char *name, unsigned long address)
{
	struct import *import = &watched->imports[watched->import_count];

	*import = (struct import){
		.address = address,
		.acquisition = acquisition_named(watched, name),
		.release = release_named(name),
		.frees = !strcmp(name, "kfree") || !strcmp(name, "kvfree"),
	};
	if (import->acquisition || import->release || import->frees)
		watched->import_count++;
}

/*
 * While a module is being loaded, its whole symbol table is there, and the loader has written into it where each
 * imported symbol is.
 */
static int read_imports(struct watched *watched)
{
	const struct mod_kallsyms *symbols = READ_ONCE(*(struct mod_kallsyms **)&watched->module->kallsyms);
	unsigned int i, count = 0;

	if (!symbols)
		return -ENOENT;
	for (i = 1; i < symbols->num_symtab; i++) {
		const char *name = symbols->strtab + symbols->symtab[i].st_name;

		if (symbols->symtab[i].st_shndx != SHN_UNDEF)
			continue;
		count++;
		watched->has_managed_pci |= !strcmp(name, "pcim_enable_device");
		watched->frees_in_bulk |= !strcmp(name, "kmem_cache_free_bulk");
	}
	watched->imports = kvcalloc(count + 1, sizeof(*watched->imports), GFP_KERNEL);
	if (!watched->imports)
		return -ENOMEM;
	for (i = 1; i < symbols->num_symtab; i++)
		if (symbols->symtab[i].st_shndx == SHN_UNDEF)
			add_import(watched, symbols->strtab + symbols->symtab[i].st_name,
				   symbols->symtab[i].st_value);
	return 0;
}

static void forget(struct watched *watched)
{
	unsigned int i;

	for (i = 0; i < MAX_SITES; i++)
		if (sites[i].owner == watched)
			sites[i].owner = NULL;
	list_del(&watched->list);
	kvfree(watched->imports);
	kfree(watched);
}

static void watch(struct module *module)
{
	struct watched *watched = kzalloc(sizeof(*watched), GFP_KERNEL);
	int error = -ENOMEM;

	if (!watched)
		goto failed;
	watched->module = module;
	watched->number = ++loadings;
	list_add_tail(&watched->list, &all_watched);
	error = read_imports(watched);
	if (!error)
		error = search(watched, core_text(module));
	if (!error)
		error = search(watched, init_text(module));
	if (!error)
		return;
failed:
	pr_err("qdt-ledger: %s: its calls cannot be watched: error %d\n", module->name, error);
}

static int on_module(struct notifier_block *block, unsigned long state, void *data)
{
	struct watched *watched, *next;
	struct module *module = data;

	mutex_lock(&sites_lock);
	if (state == MODULE_STATE_COMING && is_target(module->name))
		watch(module);
	if (state == MODULE_STATE_GOING)
		list_for_each_entry_safe(watched, next, &all_watched, list) {
			if (watched->module != module)
				continue;
			module_goes(watched->number, module, check_armed);
			forget(watched);
		}
	mutex_unlock(&sites_lock);
	return NOTIFY_OK;
}

/*
 * After those that change the module's code (jump labels, static calls), and before that of guest/calls, whose probes
 * copy the calls that they stand on.
 */
static struct notifier_block notifier = { .notifier_call = on_module, .priority = -999 };

int start_sites(void)
{
	return register_module_notifier(&notifier);
}

void stop_sites(void)
{
	unregister_module_notifier(&notifier);
}

void report_sites(struct seq_file *answer)
{
	const struct watched *watched;

	mutex_lock(&sites_lock);
	list_for_each_entry(watched, &all_watched, list)
		seq_printf(answer, "module %s %u\n", watched->module->name, watched->site_count);
	seq_printf(answer, "refused %u\n", refused);
	mutex_unlock(&sites_lock);
}
