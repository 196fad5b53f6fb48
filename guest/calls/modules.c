// SPDX-License-Identifier: GPL-2.0-only
/* The modules under test: what they import, and where they call it. */
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/notifier.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/string.h>
#include "calls.h"
#include "watched.h"

/* A function that a module imports, and where it is in this kernel. */
struct import {
	unsigned long address;
	const char *name; /* in the module's `names` */
	int function;	  /* negative: no fault is about it */
};

static LIST_HEAD(all_watched);

/* Another helper may have led calls to itself (guest/ledger). It knows where they led before; NULL: it is not there. */
static unsigned long (*target_before)(unsigned long target);

static void ask_for_target_before(void)
{
	if (!target_before)
		target_before = (unsigned long (*)(unsigned long))__symbol_get("qdt_ledger_target");
}

static unsigned long target_of(const struct code *text, const u8 *at)
{
	unsigned long target = call_target(text, at);

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
	struct searched searched = { .code = text };
	const u8 *at;
	int found = 0;

	if (!text.start || text.size < CALL_BYTES)
		return 0;
	searched.ends_badly = fill_end(&text);
	ask_for_target_before();
	for (at = next_call(&text, text.start); at; at = next_call(&text, at + CODE_ALIGNMENT)) {
		const struct import *import = import_at(watched, target_of(&text, at));
		int added = import ? add_site(watched, &searched, at, import->function) : 0;

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

/* What the module imports is remembered, because later its symbols are gone. */
static int read_imports(struct watched *watched)
{
	const struct mod_kallsyms *symbols = symbols_of(watched->module);
	unsigned int i, count = 0;
	size_t bytes = 0;
	char *name;

	if (!symbols)
		return -ENOENT;
	for_each_import (symbols, i) {
		count++;
		bytes += strlen(import_name(symbols, i)) + 1;
	}
	watched->imports = kvcalloc(count + 1, sizeof(*watched->imports), GFP_KERNEL);
	watched->names = kvzalloc(bytes + 1, GFP_KERNEL);
	if (!watched->imports || !watched->names)
		return -ENOMEM;
	name = watched->names;
	for_each_import (symbols, i) {
		strcpy(name, import_name(symbols, i));
		watched->imports[watched->import_count++] = (struct import){
			.address = symbols->symtab[i].st_value, .name = name, .function = -1,
		};
		name += strlen(name) + 1;
	}
	return 0;
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

int start_modules(void)
{
	return register_module_notifier(&notifier);
}

void stop_modules(void)
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

void report_modules(struct seq_file *answer)
{
	const struct watched *watched;

	list_for_each_entry(watched, &all_watched, list)
		if (watched->site_count)
			seq_printf(answer, "module %s %u %u %lu\n", watched->module->name, watched->site_count,
				   watched->refused, missed_calls(watched));
}
