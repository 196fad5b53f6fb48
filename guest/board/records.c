// SPDX-License-Identifier: GPL-2.0-only
/* The records of a configuration: whether they make sense, and one after the other. */
#include <linux/string.h>
#include "board.h"

/* How long a record is at least, and whether what stands in it makes sense. */
static size_t least_bytes(u16 kind)
{
	switch (kind) {
	case RECORD_LINE:
		return sizeof(struct line_record);
	case RECORD_BUS:
		return sizeof(struct bus_record);
	case RECORD_DEVICE:
		return sizeof(struct device_record);
	case RECORD_PROPERTY:
		return sizeof(struct property_record);
	case RECORD_CLOCK:
		return sizeof(struct clock_record);
	case RECORD_GPIO:
		return sizeof(struct gpio_record);
	case RECORD_CHILD:
		return sizeof(struct record);
	case RECORD_NODE:
		return sizeof(struct node_record);
	}
	return SIZE_MAX;
}

static bool is_name(const char name[NAME_BYTES])
{
	return strnlen(name, NAME_BYTES) < NAME_BYTES;
}

/* Texts end within the record, one after the other. */
static bool has_texts(const struct property_record *property, size_t bytes, u32 count)
{
	const u8 *at = property->data, *end = at + bytes;

	for (; count; count--) {
		at = memchr(at, 0, end - at);
		if (!at++)
			return false;
	}
	return true;
}

static bool is_property(const struct property_record *property)
{
	size_t bytes = le16_to_cpu(property->record.bytes) - sizeof(*property);
	u32 count = le32_to_cpu(property->count);

	switch (le32_to_cpu(property->type)) {
	case PROPERTY_FLAG:
		return is_name(property->name);
	case PROPERTY_NUMBERS:
		return is_name(property->name) && count && count <= bytes / sizeof(u64);
	case PROPERTY_TEXTS:
		return is_name(property->name) && count && has_texts(property, bytes, count);
	}
	return false;
}

static bool is_record(const struct record *record)
{
	switch (le16_to_cpu(record->kind)) {
	case RECORD_LINE:
		return is_name(((const struct line_record *)record)->name) &&
		       le32_to_cpu(((const struct line_record *)record)->line) < LINES;
	case RECORD_BUS:
		return le32_to_cpu(((const struct bus_record *)record)->channel) < CHANNELS;
	case RECORD_DEVICE:
		return is_name(((const struct device_record *)record)->name) &&
		       le32_to_cpu(((const struct device_record *)record)->channel) < CHANNELS;
	case RECORD_PROPERTY:
		return is_property((const struct property_record *)record);
	case RECORD_CLOCK:
		return is_name(((const struct clock_record *)record)->connection);
	case RECORD_GPIO:
		return is_name(((const struct gpio_record *)record)->name) &&
		       le32_to_cpu(((const struct gpio_record *)record)->line) < LINES;
	case RECORD_NODE:
		return is_name(((const struct node_record *)record)->path);
	}
	return true;
}

bool is_valid(struct attributes left)
{
	while (left.first < left.end) {
		const struct record *record = (const struct record *)left.first;
		size_t room = left.end - left.first, bytes;

		if (room < sizeof(*record))
			return false;
		bytes = le16_to_cpu(record->bytes);
		if (bytes % 4 || bytes > room || bytes < least_bytes(le16_to_cpu(record->kind)) || !is_record(record))
			return false;
		left.first += bytes;
	}
	return true;
}

const struct record *next_record(struct attributes *left)
{
	const struct record *record = (const struct record *)left->first;

	if (left->first >= left->end)
		return NULL;
	left->first += le16_to_cpu(record->bytes);
	return record;
}

static bool is_attribute(const struct record *record)
{
	u16 kind = le16_to_cpu(record->kind);

	return kind >= RECORD_PROPERTY && kind <= RECORD_CHILD;
}

struct attributes take_attributes(struct attributes *left)
{
	struct attributes taken = { .first = left->first };

	while (left->first < left->end && is_attribute((const struct record *)left->first))
		next_record(left);
	taken.end = left->first;
	return taken;
}
