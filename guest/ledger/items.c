// SPDX-License-Identifier: GPL-2.0-only
/* What the watched modules hold. All memory is taken when the ledger is loaded: nothing here may allocate. */
#include <linux/hash.h>
#include <linux/list.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include "ledger.h"

#define BUCKET_BITS 10

struct item {
	struct hlist_node node;
	struct origin *origin;
	unsigned long key;
	unsigned long owner;
	unsigned long bytes;
	unsigned int module;
	enum kind kind;
	bool was_left;
};

static DEFINE_RAW_SPINLOCK(items_lock);
static struct hlist_head buckets[1 << BUCKET_BITS];
static struct hlist_head unused;
static unsigned int held_of[KINDS];
static unsigned int left;
static unsigned long lost;
static struct item *items;

static struct hlist_head *bucket_of(enum kind kind, unsigned long key)
{
	return &buckets[hash_long(key + kind, BUCKET_BITS)];
}

/* Of these there is one for a key: a second one shows that the end of the first was not seen. */
static bool is_unique(enum kind kind)
{
	return kind == MEMORY || kind == PAGES || kind == DMA_MEMORY || kind == IO_MAPPING || kind >= TIMER;
}

static struct item *find(enum kind kind, unsigned long key, unsigned long owner)
{
	struct item *item;

	hlist_for_each_entry(item, bucket_of(kind, key), node)
		if (item->kind == kind && item->key == key && (!owner || item->owner == owner))
			return item;
	return NULL;
}

static void forget(struct item *item)
{
	hlist_del(&item->node);
	held_of[item->kind]--;
	if (item->was_left)
		left--;
	hlist_add_head(&item->node, &unused);
}

static struct item *take_unused(void)
{
	struct item *item = hlist_entry_safe(unused.first, struct item, node);

	if (item)
		hlist_del(&item->node);
	else
		lost++;
	return item;
}

void add_item(struct origin *origin, unsigned int module, const struct call *call)
{
	const struct acquisition *by = origin->acquisition;
	unsigned long key = part_of(by->key, call), owner = part_of(by->owner, call), bytes = part_of(by->bytes, call);
	struct item *item;
	unsigned long flags;

	raw_spin_lock_irqsave(&items_lock, flags);
	item = is_unique(by->kind) ? find(by->kind, key, owner) : NULL;
	if (item)
		forget(item);
	item = take_unused();
	if (item) {
		*item = (struct item){ .origin = origin, .key = key, .owner = owner, .bytes = bytes,
				       .module = module, .kind = by->kind };
		held_of[by->kind]++;
		hlist_add_head(&item->node, bucket_of(by->kind, key));
	}
	raw_spin_unlock_irqrestore(&items_lock, flags);
}

static void forget_all_of(enum kind kind, unsigned long owner)
{
	struct hlist_node *next;
	struct item *item;
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(buckets); i++)
		hlist_for_each_entry_safe(item, next, &buckets[i], node)
			if (item->kind == kind && item->owner == owner)
				forget(item);
}

void release_items(const struct release *release, const struct call *call)
{
	unsigned long key = part_of(release->key, call), owner = part_of(release->owner, call), flags;
	struct item *item;

	if (!READ_ONCE(held_of[release->kind]))
		return;
	if (release->extent != ALL_OF_OWNER && hlist_empty(bucket_of(release->kind, key)))
		return;
	raw_spin_lock_irqsave(&items_lock, flags);
	if (release->extent == ALL_OF_OWNER)
		forget_all_of(release->kind, owner);
	else
		while ((item = find(release->kind, key, owner))) {
			forget(item);
			if (release->extent == ONE)
				break;
		}
	raw_spin_unlock_irqrestore(&items_lock, flags);
}

bool take_item(enum kind kind, unsigned long key, struct held *held)
{
	struct item *item;
	unsigned long flags;

	raw_spin_lock_irqsave(&items_lock, flags);
	item = find(kind, key, 0);
	if (item) {
		*held = (struct held){ .origin = item->origin, .bytes = item->bytes };
		forget(item);
	}
	raw_spin_unlock_irqrestore(&items_lock, flags);
	return item;
}

/* One that must not be armed; false: there is none any more. */
static bool take_armed(unsigned int module, enum kind *kind, unsigned long *key, struct origin **origin)
{
	struct item *item;
	unsigned long flags;
	unsigned int i;
	bool found = false;

	raw_spin_lock_irqsave(&items_lock, flags);
	for (i = 0; i < ARRAY_SIZE(buckets) && !found; i++)
		hlist_for_each_entry(item, &buckets[i], node) {
			if (item->module != module || item->kind < TIMER)
				continue;
			*kind = item->kind;
			*key = item->key;
			*origin = item->origin;
			forget(item);
			found = true;
			break;
		}
	raw_spin_unlock_irqrestore(&items_lock, flags);
	return found;
}

static bool holds_armed(void)
{
	unsigned int kind, armed = 0;

	for (kind = TIMER; kind < KINDS; kind++)
		armed += READ_ONCE(held_of[kind]);
	return armed;
}

bool take_armed_in(unsigned long address, unsigned long bytes, const struct module *module,
		   bool (*is_armed)(enum kind, unsigned long key, const struct module *), struct held *held)
{
	struct item *item;
	unsigned long flags;
	unsigned int i;
	bool found = false;

	if (!holds_armed())
		return false;
	raw_spin_lock_irqsave(&items_lock, flags);
	for (i = 0; i < ARRAY_SIZE(buckets) && !found; i++)
		hlist_for_each_entry(item, &buckets[i], node) {
			if (item->kind < TIMER || item->key - address >= bytes ||
			    !is_armed(item->kind, item->key, module))
				continue;
			*held = (struct held){ .origin = item->origin };
			forget(item);
			found = true;
			break;
		}
	raw_spin_unlock_irqrestore(&items_lock, flags);
	return found;
}

static void leave(unsigned int module)
{
	struct item *item;
	unsigned long flags;
	unsigned int i;

	raw_spin_lock_irqsave(&items_lock, flags);
	for (i = 0; i < ARRAY_SIZE(buckets); i++)
		hlist_for_each_entry(item, &buckets[i], node) {
			if (item->module != module || item->was_left)
				continue;
			item->was_left = true;
			left++;
		}
	raw_spin_unlock_irqrestore(&items_lock, flags);
}

void module_goes(unsigned int module, const struct module *going,
		 void (*check)(enum kind, unsigned long key, const struct origin *, const struct module *))
{
	struct origin *origin;
	unsigned long key;
	enum kind kind;

	while (take_armed(module, &kind, &key, &origin))
		check(kind, key, origin, going);
	leave(module);
}

bool has_left_items(void)
{
	return READ_ONCE(left);
}

/* Pages that were passed on are freed when the last user puts them, which nobody tells us. */
static bool is_still_there(const struct item *item)
{
	return item->kind != PAGES || page_count(virt_to_page((void *)item->key));
}

void take_left(void (*take)(struct origin *origin, unsigned long bytes))
{
	struct hlist_node *next;
	struct item *item;
	unsigned long flags;
	unsigned int i;

	raw_spin_lock_irqsave(&items_lock, flags);
	for (i = 0; i < ARRAY_SIZE(buckets); i++)
		hlist_for_each_entry_safe(item, next, &buckets[i], node) {
			if (!item->was_left)
				continue;
			if (is_still_there(item))
				take(item->origin, item->bytes);
			forget(item);
		}
	raw_spin_unlock_irqrestore(&items_lock, flags);
}

unsigned long lost_items(void)
{
	return lost;
}

int start_items(void)
{
	unsigned int i;

	items = kvcalloc(MAX_ITEMS, sizeof(*items), GFP_KERNEL);
	if (!items)
		return -ENOMEM;
	/* The first ones first: the others stay untouched. */
	for (i = MAX_ITEMS; i-- > 0;)
		hlist_add_head(&items[i].node, &unused);
	return 0;
}

void stop_items(void)
{
	kvfree(items);
}
