// SPDX-License-Identifier: GPL-2.0-only
/*
 * Firmware nodes of our own. Those of software give a driver no match data, and a managed one whose children share it
 * is put once too often. These give what the driver's of_match_table has for their compatible, with or without
 * CONFIG_OF, and are not counted: they live as long as the board, which is longer than any device on it.
 */
#include <linux/device.h>
#include <linux/mod_devicetable.h>
#include <linux/slab.h>
#include "board.h"
#include "compat.h"

struct board_node {
	struct fwnode_handle fwnode;
	struct attributes attributes;
	struct fwnode_handle **children;
	unsigned int child_count;
};

static const struct board_node *node_of(const struct fwnode_handle *fwnode)
{
	return container_of(fwnode, struct board_node, fwnode);
}

/* Those of the node itself, which come before its children's. */
static const struct property_record *find(const struct fwnode_handle *fwnode, const char *name)
{
	struct attributes left = node_of(fwnode)->attributes;
	const struct record *record;

	while ((record = next_record(&left)) && le16_to_cpu(record->kind) != RECORD_CHILD) {
		const struct property_record *property = (const struct property_record *)record;

		if (le16_to_cpu(record->kind) == RECORD_PROPERTY && !strcmp(property->name, name))
			return property;
	}
	return NULL;
}

static struct fwnode_handle *get(struct fwnode_handle *fwnode)
{
	return fwnode;
}

static void put(struct fwnode_handle *fwnode)
{
}

static bool is_available(const struct fwnode_handle *fwnode)
{
	return true;
}

static bool is_present(const struct fwnode_handle *fwnode, const char *name)
{
	return find(fwnode, name);
}

static void store(void *values, size_t index, unsigned int size, u64 value)
{
	switch (size) {
	case sizeof(u8):
		((u8 *)values)[index] = value;
		break;
	case sizeof(u16):
		((u16 *)values)[index] = value;
		break;
	case sizeof(u32):
		((u32 *)values)[index] = value;
		break;
	case sizeof(u64):
		((u64 *)values)[index] = value;
		break;
	}
}

static int read_numbers(const struct fwnode_handle *fwnode, const char *name, unsigned int size, void *values,
			size_t count)
{
	const struct property_record *property = find(fwnode, name);
	size_t n;

	if (!property || le32_to_cpu(property->type) != PROPERTY_NUMBERS)
		return -EINVAL;
	if (!values)
		return le32_to_cpu(property->count);
	if (size > sizeof(u64) || !is_power_of_2(size))
		return -ENXIO;
	if (count > le32_to_cpu(property->count))
		return -EOVERFLOW;
	for (n = 0; n < count; n++)
		store(values, n, size, get_unaligned_le64(property->data + n * sizeof(u64)));
	return 0;
}

static int read_texts(const struct fwnode_handle *fwnode, const char *name, const char **texts, size_t count)
{
	const struct property_record *property = find(fwnode, name);
	const char *text;
	size_t n;

	if (!property || le32_to_cpu(property->type) != PROPERTY_TEXTS)
		return -EINVAL;
	if (!texts)
		return le32_to_cpu(property->count);
	count = min_t(size_t, count, le32_to_cpu(property->count));
	for (n = 0, text = property->data; n < count; n++, text += strlen(text) + 1)
		texts[n] = text;
	return count;
}

#define MAX_COMPATIBLE 8

/* As with a device tree: the first of the node's names that the driver's table has. */
static const void *match_data(const struct fwnode_handle *fwnode, const struct device *dev)
{
	const char *names[MAX_COMPATIBLE];
	int count = read_texts(fwnode, "compatible", names, MAX_COMPATIBLE), n;
	const struct of_device_id *id;

	for (n = 0; n < count; n++)
		for (id = dev->driver->of_match_table; id && (id->compatible[0] || id->name[0] || id->type[0]); id++)
			if (!strcmp(id->compatible, names[n]))
				return id->data;
	return NULL;
}

#if NODES_HAVE_DMA
static bool supports_dma(const struct fwnode_handle *fwnode)
{
	return true;
}

static enum dev_dma_attr dma_attribute(const struct fwnode_handle *fwnode)
{
	return DEV_DMA_COHERENT;
}
#endif

static const char *name_of(const struct fwnode_handle *fwnode)
{
	return "qdt";
}

static const char *prefix_of(const struct fwnode_handle *fwnode)
{
	return "/";
}

static struct fwnode_handle *next_child(const struct fwnode_handle *fwnode, struct fwnode_handle *child)
{
	const struct board_node *node = node_of(fwnode);
	unsigned int n = 0;

	if (child) {
		while (n < node->child_count && node->children[n] != child)
			n++;
		n++;
		fwnode_handle_put(child);
	}
	return n < node->child_count ? fwnode_handle_get(node->children[n]) : NULL;
}

static const struct fwnode_operations operations = {
	.get = get,
	.put = put,
	.device_is_available = is_available,
	.device_get_match_data = match_data,
#if NODES_HAVE_DMA
	.device_dma_supported = supports_dma,
	.device_get_dma_attr = dma_attribute,
#endif
	.property_present = is_present,
	.property_read_int_array = read_numbers,
	.property_read_string_array = read_texts,
	.get_name = name_of,
	.get_name_prefix = prefix_of,
	.get_next_child_node = next_child,
};

struct fwnode_handle *make_node(struct board *board, struct attributes attributes)
{
	struct board_node *node = devm_kzalloc(board->dev, sizeof(*node), GFP_KERNEL);
	int error;

	if (!node)
		return ERR_PTR(-ENOMEM);
	begin_node(&node->fwnode, &operations);
	node->attributes = attributes;
	error = make_children(board, attributes, &node->children, &node->child_count);
	return error ? ERR_PTR(error) : &node->fwnode;
}
