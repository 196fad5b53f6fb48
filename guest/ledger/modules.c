// SPDX-License-Identifier: GPL-2.0-only
/* The watched modules: what they import that acquires or releases, and where they call it. */
#include <linux/list.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/notifier.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vmalloc.h>
#include <asm/cacheflush.h>
#include "../common/module-code.h"
#include "ledger.h"
#include "watched.h"

static DEFINE_MUTEX(modules_lock);
static LIST_HEAD(all_watched);
static char targets[MAX_TARGETS][MODULE_NAME_LEN];
static unsigned int target_count;
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

	mutex_lock(&modules_lock);
	if (!is_target(name)) {
		if (target_count == MAX_TARGETS || strlen(name) >= MODULE_NAME_LEN)
			error = -ENOSPC;
		else
			strscpy(targets[target_count++], name, MODULE_NAME_LEN);
	}
	mutex_unlock(&modules_lock);
	return error;
}

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
	const u8 *at;
	u8 *alias;

	if (!text.start || text.size < CALL_BYTES)
		return 0;
	alias = map_writable(text);
	if (!alias)
		return -ENOMEM;
	for (at = next_call(&text, text.start); at; at = next_call(&text, at + CODE_ALIGNMENT)) {
		const struct import *import = import_at(watched, call_target(&text, at));

		if (import)
			add_site(watched, at, alias + offset_in_page(text.start) + (at - text.start), import);
	}
	vunmap(alias);
	flush_icache_range((unsigned long)text.start, (unsigned long)text.start + text.size);
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

static int read_imports(struct watched *watched)
{
	const struct mod_kallsyms *symbols = symbols_of(watched->module);
	unsigned int i, count = 0;

	if (!symbols)
		return -ENOENT;
	for_each_import (symbols, i) {
		const char *name = import_name(symbols, i);

		count++;
		watched->has_managed_pci |= !strcmp(name, "pcim_enable_device");
		watched->frees_in_bulk |= !strcmp(name, "kmem_cache_free_bulk");
	}
	watched->imports = kvcalloc(count + 1, sizeof(*watched->imports), GFP_KERNEL);
	if (!watched->imports)
		return -ENOMEM;
	for_each_import (symbols, i)
		add_import(watched, import_name(symbols, i), symbols->symtab[i].st_value);
	return 0;
}

static void forget(struct watched *watched)
{
	leave_sites(watched);
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

	mutex_lock(&modules_lock);
	if (state == MODULE_STATE_COMING && is_target(module->name))
		watch(module);
	if (state == MODULE_STATE_GOING)
		list_for_each_entry_safe(watched, next, &all_watched, list) {
			if (watched->module != module)
				continue;
			module_goes(watched->number, module, check_armed);
			forget(watched);
		}
	mutex_unlock(&modules_lock);
	return NOTIFY_OK;
}

/*
 * After those that change the module's code (jump labels, static calls), and before that of guest/calls, whose probes
 * copy the calls that they stand on.
 */
static struct notifier_block notifier = { .notifier_call = on_module, .priority = -999 };

int start_modules(void)
{
	return register_module_notifier(&notifier);
}

void stop_modules(void)
{
	unregister_module_notifier(&notifier);
}

void report_modules(struct seq_file *answer)
{
	const struct watched *watched;

	mutex_lock(&modules_lock);
	list_for_each_entry(watched, &all_watched, list)
		seq_printf(answer, "module %s %u\n", watched->module->name, watched->site_count);
	seq_printf(answer, "refused %u\n", refused_sites());
	mutex_unlock(&modules_lock);
}
