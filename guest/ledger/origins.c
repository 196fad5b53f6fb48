// SPDX-License-Identifier: GPL-2.0-only
/* The places that acquire, and what was left behind of each. */
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include "ledger.h"

static struct origin **origins;
static unsigned int origin_count;

struct origin *origin_of(const char *module, const char *place, const struct acquisition *acquisition)
{
	struct origin *origin;
	unsigned int i;

	for (i = 0; i < origin_count; i++) {
		origin = origins[i];
		if (origin->acquisition == acquisition && !strcmp(origin->place, place) &&
		    !strcmp(origin->module, module))
			return origin;
	}
	origin = origin_count < MAX_ORIGINS ? kzalloc(sizeof(*origin), GFP_KERNEL) : NULL;
	if (!origin)
		return NULL;
	strscpy(origin->module, module, MODULE_NAME_LEN);
	strscpy(origin->place, place, MAX_PLACE);
	origin->acquisition = acquisition;
	origins[origin_count++] = origin;
	return origin;
}

static void count_left(struct origin *origin, unsigned long bytes)
{
	origin->left++;
	origin->left_bytes += bytes;
	origin->one_bytes = bytes;
}

unsigned int show_left(void)
{
	unsigned int i, places = 0;

	for (i = 0; i < origin_count; i++)
		origins[i]->left = origins[i]->left_bytes = 0;
	take_left(count_left);
	for (i = 0; i < origin_count; i++) {
		const struct origin *origin = origins[i];

		if (!origin->left)
			continue;
		show_leak(origin, origin->one_bytes, origin->left, origin->left_bytes);
		places++;
	}
	return places;
}

int start_origins(void)
{
	origins = kvcalloc(MAX_ORIGINS, sizeof(*origins), GFP_KERNEL);
	return origins ? 0 : -ENOMEM;
}

void stop_origins(void)
{
	unsigned int i;

	for (i = 0; i < origin_count; i++)
		kfree(origins[i]);
	kvfree(origins);
}
