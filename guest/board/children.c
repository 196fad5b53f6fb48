// SPDX-License-Identifier: GPL-2.0-only
/*
 * Children of nodes, such as the keys of gpio-keys. They are software nodes, the only ones without a device tree or
 * ACPI that may name a GPIO. They have no match data, which no driver asks a child for.
 */
#include <linux/device.h>
#include <linux/gpio/machine.h>
#include <linux/slab.h>
#include "board.h"
#include "compat.h"

#define MAX_CHILDREN 32
#define MAX_ENTRIES 16

/* While a child is made; the kernel makes copies of the entries. */
struct draft {
	unsigned int count;
	struct property_entry entries[MAX_ENTRIES + 1];
	struct software_node_ref_args references[MAX_ENTRIES];
	void *values[MAX_ENTRIES];
};

static void remove_child(void *child)
{
	fwnode_remove_software_node(child);
}

static int add_numbers(struct draft *draft, const struct property_record *property)
{
	u32 count = le32_to_cpu(property->count), n;
	u32 *values = kcalloc(count, sizeof(*values), GFP_KERNEL);

	if (!values)
		return -ENOMEM;
	for (n = 0; n < count; n++)
		values[n] = get_unaligned_le64(property->data + n * sizeof(u64));
	draft->values[draft->count] = values;
	draft->entries[draft->count] = PROPERTY_ENTRY_U32_ARRAY_LEN(property->name, values, count);
	return 0;
}

static int add_texts(struct draft *draft, const struct property_record *property)
{
	u32 count = le32_to_cpu(property->count), n;
	const char **texts = kcalloc(count, sizeof(*texts), GFP_KERNEL);
	const char *text = property->data;

	if (!texts)
		return -ENOMEM;
	for (n = 0; n < count; n++, text += strlen(text) + 1)
		texts[n] = text;
	draft->values[draft->count] = texts;
	draft->entries[draft->count] = PROPERTY_ENTRY_STRING_ARRAY_LEN(property->name, texts, count);
	return 0;
}

static int add_property(struct draft *draft, const struct property_record *property)
{
	switch (le32_to_cpu(property->type)) {
	case PROPERTY_NUMBERS:
		return add_numbers(draft, property);
	case PROPERTY_TEXTS:
		return add_texts(draft, property);
	}
	draft->entries[draft->count] = PROPERTY_ENTRY_BOOL(property->name);
	return 0;
}

static int add_reference(struct board *board, struct draft *draft, const struct gpio_record *gpio)
{
#if NODES_NAME_GPIOS
	struct software_node_ref_args *reference = &draft->references[draft->count];

	*reference = SOFTWARE_NODE_REFERENCE(&board->gpio_node, le32_to_cpu(gpio->line),
					     gpio->is_active_low ? GPIO_ACTIVE_LOW : GPIO_ACTIVE_HIGH);
	draft->entries[draft->count] = PROPERTY_ENTRY_REF_ARRAY_LEN(gpio->name, reference, 1);
	return 0;
#else
	return dev_err_probe(board->dev, -EOPNOTSUPP, "a child has lines since Linux 6.2, or by ACPI\n");
#endif
}

/* The attributes up to the next child. */
static int fill(struct board *board, struct draft *draft, struct attributes *left)
{
	while (left->first < left->end) {
		const struct record *record = (const struct record *)left->first;
		int error = 0;

		if (le16_to_cpu(record->kind) == RECORD_CHILD)
			return 0;
		next_record(left);
		if (draft->count == MAX_ENTRIES)
			return -E2BIG;
		if (le16_to_cpu(record->kind) == RECORD_PROPERTY)
			error = add_property(draft, (const struct property_record *)record);
		else if (le16_to_cpu(record->kind) == RECORD_GPIO)
			error = add_reference(board, draft, (const struct gpio_record *)record);
		else
			error = -EINVAL;
		if (error)
			return error;
		draft->count++;
	}
	return 0;
}

static struct fwnode_handle *make_child(struct board *board, struct attributes *left)
{
	struct draft *draft = kzalloc(sizeof(*draft), GFP_KERNEL);
	struct fwnode_handle *child;
	unsigned int n;
	int error;

	if (!draft)
		return ERR_PTR(-ENOMEM);
	error = fill(board, draft, left);
	child = error ? ERR_PTR(error) : fwnode_create_software_node(draft->entries, NULL);
	for (n = 0; n < MAX_ENTRIES; n++)
		kfree(draft->values[n]);
	kfree(draft);
	if (IS_ERR(child))
		return child;
	error = devm_add_action_or_reset(board->dev, remove_child, child);
	return error ? ERR_PTR(error) : child;
}

static unsigned int count_children(struct attributes left)
{
	const struct record *record;
	unsigned int count = 0;

	while ((record = next_record(&left)))
		if (le16_to_cpu(record->kind) == RECORD_CHILD)
			count++;
	return count;
}

int make_children(struct board *board, struct attributes left, struct fwnode_handle ***children, unsigned int *count)
{
	unsigned int expected = count_children(left);
	const struct record *record;

	if (!expected)
		return 0;
	if (expected > MAX_CHILDREN)
		return -E2BIG;
	*children = devm_kcalloc(board->dev, expected, sizeof(**children), GFP_KERNEL);
	if (!*children)
		return -ENOMEM;
	while ((record = next_record(&left))) {
		struct fwnode_handle *child;

		if (le16_to_cpu(record->kind) != RECORD_CHILD)
			continue;
		child = make_child(board, &left);
		if (IS_ERR(child))
			return PTR_ERR(child);
		(*children)[(*count)++] = child;
	}
	return 0;
}
