// SPDX-License-Identifier: GPL-2.0-only
/* The places of calls, by their names. A number of a place is valid as long as this module is there. */
#include <linux/hashtable.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/stringhash.h>
#include "calls.h"

static DEFINE_HASHTABLE(by_name, 10);
static struct place **places;
static unsigned int count;

const struct place *place_named(const char *name, unsigned int function)
{
	unsigned int key = full_name_hash(NULL, name, strlen(name));
	struct place *place;

	hash_for_each_possible(by_name, place, node, key)
		if (place->function == function && !strcmp(place->name, name))
			return place;
	if (!places)
		places = kvcalloc(MAX_PLACES, sizeof(*places), GFP_KERNEL);
	if (!places || count == MAX_PLACES)
		return NULL;
	place = kzalloc(sizeof(*place), GFP_KERNEL);
	if (!place)
		return NULL;
	place->number = count;
	place->function = function;
	strscpy(place->name, name, MAX_PLACE);
	hash_add(by_name, &place->node, key);
	places[count++] = place;
	return place;
}

const struct place *place_at(unsigned int number)
{
	return places[number];
}

unsigned int place_count(void)
{
	return count;
}

void free_places(void)
{
	unsigned int i;

	for (i = 0; i < count; i++)
		kfree(places[i]);
	kvfree(places);
	count = 0;
}
