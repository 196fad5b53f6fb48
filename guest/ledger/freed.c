// SPDX-License-Identifier: GPL-2.0-only
/*
 * Memory that a watched module frees is kept back for a while. As long as it is, nobody else gets its address, so that
 * who frees it again frees it twice. It is filled with a pattern: a pointer that is read from it leads nowhere, and the
 * processor reports it; and who writes to it leaves a trace. Where KASAN does this already, nothing is kept back.
 */
#include <linux/hash.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include "ledger.h"

#define MAX_KEPT 512
#define MAX_KEPT_BYTES (2UL << 20)
#define MAX_OBJECT (64UL << 10)
#define FREED_BYTE 0x6b
#define HASH_BITS 12

struct kept {
	unsigned long address; /* 0: freed by somebody else */
	struct held held;
	const char *place;
};

static DEFINE_RAW_SPINLOCK(kept_lock);
static struct kept ring[MAX_KEPT];
static unsigned int oldest, count;
static unsigned long kept_bytes;
/* How many are kept of each hash: the kernel frees all the time, and must not search. */
static unsigned short kept_of[1 << HASH_BITS];

static unsigned short *kept_like(unsigned long address)
{
	return &kept_of[hash_long(address >> 3, HASH_BITS)];
}

static struct kept *kept_at(unsigned long address)
{
	unsigned int i;

	for (i = 0; i < count; i++) {
		struct kept *kept = &ring[(oldest + i) % MAX_KEPT];

		if (kept->address == address)
			return kept;
	}
	return NULL;
}

static bool may_be_kept(unsigned long address, const struct held *held)
{
	return !IS_ENABLED(CONFIG_KASAN) && held->bytes <= MAX_OBJECT && !is_vmalloc_addr((void *)address) &&
	       held->origin->acquisition->bytes != OBJECT_SIZE;
}

static unsigned long take_oldest(void)
{
	struct kept *kept = &ring[oldest];

	oldest = (oldest + 1) % MAX_KEPT;
	count--;
	kept_bytes -= kept->held.bytes;
	if (kept->address)
		(*kept_like(kept->address))--;
	return kept->address;
}

/* Returns one that has to make room, if any has. */
static unsigned long keep(unsigned long address, const struct held *held, const char *place)
{
	unsigned long instead = 0;

	memset((void *)address, FREED_BYTE, held->bytes);
	if (count && (count == MAX_KEPT || kept_bytes + held->bytes > MAX_KEPT_BYTES))
		instead = take_oldest();
	ring[(oldest + count) % MAX_KEPT] = (struct kept){ .address = address, .held = *held, .place = place };
	count++;
	(*kept_like(address))++;
	kept_bytes += held->bytes;
	return instead;
}

unsigned long free_later(unsigned long address, const char *place, const struct module *module)
{
	struct held held;
	bool is_held = take_item(MEMORY, address, &held);
	unsigned long instead = address, flags;
	struct kept again = { 0 }, *kept;

	if (!address)
		return 0;
	/* It stays as it is: the kernel's lists lead into it. */
	if (is_held && is_armed_in(address, held.bytes, module))
		return 0;
	raw_spin_lock_irqsave(&kept_lock, flags);
	kept = is_held ? NULL : kept_at(address);
	if (kept) {
		again = *kept;
		instead = 0;
	} else if (is_held && may_be_kept(address, &held)) {
		instead = keep(address, &held, place);
	}
	raw_spin_unlock_irqrestore(&kept_lock, flags);
	if (again.address)
		show_double_free(&again.held, again.place, place);
	return instead;
}

void heed_free(unsigned long address)
{
	struct kept again = { 0 }, *kept;
	unsigned long flags;

	if (!READ_ONCE(*kept_like(address)))
		return;
	raw_spin_lock_irqsave(&kept_lock, flags);
	kept = kept_at(address);
	if (kept) {
		again = *kept;
		/* It is free now, so it must not be freed by us. */
		(*kept_like(address))--;
		kept->address = 0;
	}
	raw_spin_unlock_irqrestore(&kept_lock, flags);
	if (again.address)
		show_double_free(&again.held, again.place, NULL);
}

static bool take_touched(unsigned int place, struct kept *touched)
{
	struct kept *kept;
	unsigned long flags;
	bool found = false;

	raw_spin_lock_irqsave(&kept_lock, flags);
	kept = &ring[(oldest + place) % MAX_KEPT];
	if (place < count && kept->address && memchr_inv((void *)kept->address, FREED_BYTE, kept->held.bytes)) {
		*touched = *kept;
		/* It is told once. */
		memset((void *)kept->address, FREED_BYTE, kept->held.bytes);
		found = true;
	}
	raw_spin_unlock_irqrestore(&kept_lock, flags);
	return found;
}

void show_touched(void)
{
	struct kept touched;
	unsigned int place;

	for (place = 0; place < MAX_KEPT; place++)
		if (take_touched(place, &touched))
			show_late_write(&touched.held, touched.place);
}
