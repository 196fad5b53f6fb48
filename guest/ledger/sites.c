// SPDX-License-Identifier: GPL-2.0-only
/*
 * The calls of the watched modules that are led to us (thunks-*.S), and what happens there. Before any of a module's code
 * has run, the distance of each call is changed. A probe would do, too; but to set one takes the kernel milliseconds
 * under emulation, and a breakpoint is hit each time.
 */
#include <linux/kallsyms.h>
#include <linux/module.h>
#include <linux/string.h>
#include "../common/module-code.h"
#include "ledger.h"
#include "watched.h"

/* A call that is led to the thunk with this number. */
struct site {
	const struct watched *owner; /* NULL: unused */
	unsigned long target;
	struct import import;
	struct origin *origin;
};

static struct site sites[MAX_SITES];
static unsigned int refused;

/* Called by thunks-*.S. Returns the function to call. */
asmlinkage unsigned long qdt_before_call(unsigned int number, struct call *call)
{
	const struct site *site = &sites[number];
	const struct watched *owner = READ_ONCE(site->owner);

	/* Code of a module that goes may still run: it must fall by itself. */
	if (!owner)
		return site->target;
	if (site->import.frees)
		call->arguments[0] = free_later(call->arguments[0], site->origin->place, owner->module);
	else if (site->import.release)
		release_items(site->import.release, call);
	return site->target;
}

asmlinkage void qdt_after_call(unsigned int number, struct call *call)
{
	const struct site *site = &sites[number];
	const struct watched *owner = READ_ONCE(site->owner);
	const struct acquisition *by = site->import.acquisition;
	struct held replaced;

	if (!owner || !by || !has_acquired(by, call))
		return;
	if (by->replaces && call->arguments[0])
		take_item(by->kind, call->arguments[0], &replaced);
	add_item(site->origin, owner->number, call);
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

void add_site(struct watched *watched, const u8 *at, u8 *written, const struct import *import)
{
	unsigned int number = unused_site();
	char place[MAX_PLACE];
	struct origin *origin;

	snprintf(place, sizeof(place), "%pB", (void *)(is_jump(at) ? at + 1 : at + CALL_BYTES));
	origin = origin_of(watched->module->name, place, import->acquisition);
	if (number == MAX_SITES || !origin ||
	    !lead_call(at, written, qdt_thunks + number * THUNK_BYTES + THUNK_ENTRY)) {
		refused++;
		return;
	}
	sites[number] = (struct site){
		.owner = watched, .target = import->address, .import = *import, .origin = origin,
	};
	watched->site_count++;
}

void leave_sites(const struct watched *watched)
{
	unsigned int i;

	for (i = 0; i < MAX_SITES; i++)
		if (sites[i].owner == watched)
			WRITE_ONCE(sites[i].owner, NULL);
}

unsigned int refused_sites(void)
{
	return refused;
}

/* Where a call led before it was led to us. guest/calls asks. */
unsigned long qdt_ledger_target(unsigned long target);
unsigned long qdt_ledger_target(unsigned long target)
{
	unsigned long offset = target - (unsigned long)qdt_thunks;

	return offset < MAX_SITES * THUNK_BYTES ? sites[offset / THUNK_BYTES].target : target;
}
EXPORT_SYMBOL_GPL(qdt_ledger_target);
