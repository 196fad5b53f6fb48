// SPDX-License-Identifier: GPL-2.0-only
/* What the ledger has found, in the kernel's log. */
#include <linux/kernel.h>
#include <linux/printk.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include "ledger.h"

/* The name of the function in `function+0x12/0x34 [module]`. */
static int name_length(const char *place)
{
	return strcspn(place, "+");
}

/* The host reads these words (src/diagnose/catalogue/ledger.ts). The frames are those of a stack trace. */
static void show_place(const char *heading, const char *place)
{
	printk(KERN_WARNING "%s\n", heading);
	printk(KERN_WARNING " %s\n", place);
}

/*
 * What was shown, for the answer to `report`: a console can lose letters, and then the host would not know a leak. Each
 * is two lines: what, and where.
 */
static char shown[SHOWN_BYTES];
static unsigned int shown_length;
static DEFINE_RAW_SPINLOCK(shown_lock);

static void remember_shown(const char *words, const char *place)
{
	unsigned long flags;
	unsigned int room;
	int length;

	raw_spin_lock_irqsave(&shown_lock, flags);
	room = sizeof(shown) - shown_length;
	length = snprintf(shown + shown_length, room, "%s\nat %s\n", words, place);
	if (length < room)
		shown_length += length;
	else
		shown[shown_length] = 0;
	raw_spin_unlock_irqrestore(&shown_lock, flags);
}

const char *all_shown(void)
{
	return shown;
}

void show_leak(const struct origin *origin, unsigned long bytes, unsigned long count, unsigned long total)
{
	const struct acquisition *by = origin->acquisition;
	char what[64], words[256];

	if (bytes && by->kind == MEMORY)
		snprintf(what, sizeof(what), "%lu bytes", bytes);
	else if (bytes)
		snprintf(what, sizeof(what), "%lu bytes of %s", bytes, kind_names[by->kind]);
	else
		snprintf(what, sizeof(what), "%s", kind_names[by->kind]);
	snprintf(words, sizeof(words), "leak of %s from %s in %.*s [%s]: %lu times, %lu bytes in all", what, by->shown,
		 name_length(origin->place), origin->place, origin->module, count, total);
	printk(KERN_WARNING "qdt-ledger: %s\n", words);
	show_place("Call Trace:", origin->place);
	remember_shown(words, origin->place);
}

void show_double_free(const struct held *held, const char *freed_at, const char *again_at)
{
	const char *at = again_at ?: freed_at;

	printk(KERN_WARNING "qdt-ledger: double free of %lu bytes from %s in %.*s [%s]%s\n", held->bytes,
	       held->origin->acquisition->shown, name_length(at), at, held->origin->module,
	       again_at ? "" : ": the kernel freed it again");
	show_place("Call Trace:", at);
	if (again_at)
		show_place("Freed:", freed_at);
	show_place("Allocated:", held->origin->place);
}

/* Who wrote is not known. The line that freed it is near, as a rule: an error path that goes on. */
void show_late_write(const struct held *held, const char *freed_at)
{
	printk(KERN_WARNING "qdt-ledger: write after free of %lu bytes from %s in %.*s [%s]\n", held->bytes,
	       held->origin->acquisition->shown, name_length(freed_at), freed_at, held->origin->module);
	show_place("Call Trace:", freed_at);
	show_place("Allocated:", held->origin->place);
}
