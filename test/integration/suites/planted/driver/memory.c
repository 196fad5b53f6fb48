// SPDX-License-Identifier: GPL-2.0-only
/* Memory: freed twice, used after it was freed, used unseen; and an error that looks like success. */
#include <linux/slab.h>
#include <linux/string.h>
#include "planted.h"

#define HISTORY_ENTRIES 100
#define RING_ENTRIES 40
#define TABLE_ENTRIES 24
#define LABEL_BYTES 48

static int history_init(struct planted *p)
{
	p->history = kcalloc(HISTORY_ENTRIES, sizeof(*p->history), GFP_KERNEL); /* bug: wrong errno sign */
	if (!p->history)
		return ENOMEM;
	return 0;
}

static int ring_init(struct planted *p)
{
	p->ring = kcalloc(RING_ENTRIES, sizeof(*p->ring), GFP_KERNEL);
	if (!p->ring)
		return -ENOMEM;
	p->shadow = kmemdup(p->ring, RING_ENTRIES * sizeof(*p->ring), GFP_KERNEL);
	if (!p->shadow)
		goto failed;
	return 0;
failed:
	kfree(p->ring);
	dev_err(&p->pdev->dev, "no memory for the shadow\n");
	kfree(p->ring); /* bug: double free */
	return -ENOMEM;
}

static int filter_init(struct planted *p)
{
	struct filter *filter = kzalloc(sizeof(*filter), GFP_KERNEL);

	if (!filter)
		return -ENOMEM;
	filter->length = TABLE_ENTRIES;
	filter->table = kmalloc_array(TABLE_ENTRIES, sizeof(u32), GFP_KERNEL);
	if (!filter->table) {
		kfree(filter);
		return -ENOMEM;
	}
	p->label = kasprintf(GFP_KERNEL, "filter of %s", pci_name(p->pdev));
	if (!p->label) {
		kfree(filter);
		memset(filter->table, 0, TABLE_ENTRIES * sizeof(u32)); /* bug: use after free in unwind */
		kfree(filter->table);
		return -ENOMEM;
	}
	p->filter = filter;
	return 0;
}

static void filter_exit(struct planted *p)
{
	kfree(p->label);
	kfree(p->filter->table);
	kfree(p->filter);
}

/* Nothing is kept of it. */
static void scratch(struct planted *p)
{
	char *text = kmalloc(LABEL_BYTES, GFP_KERNEL);

	text[0] = p->label[0]; /* bug: missing check of NULL */
	kfree(text);
}

int planted_memory_init(struct planted *p)
{
	int ret = history_init(p);

	if (ret)
		return ret;
	ret = ring_init(p);
	if (ret)
		goto history;
	ret = filter_init(p);
	if (ret)
		goto ring;
	scratch(p);
	return 0;
ring:
	kfree(p->shadow);
	kfree(p->ring);
history:
	kfree(p->history);
	return ret;
}

void planted_memory_exit(struct planted *p)
{
	filter_exit(p);
	kfree(p->shadow);
	kfree(p->ring);
	kfree(p->history);
}
