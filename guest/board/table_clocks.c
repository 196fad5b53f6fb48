// SPDX-License-Identifier: GPL-2.0-only
/*
 * Clocks of devices that ACPI describes. It says nothing of clocks, and only the kernel knows how it names these
 * devices. So the clocks are there before the devices, and get the name of theirs when it appears, which is before its
 * driver looks for them.
 */
#include <linux/acpi.h>
#include <linux/clkdev.h>
#include <linux/device.h>
#include <linux/i2c.h>
#include <linux/notifier.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/spi/spi.h>
#include "board.h"

#if IS_ENABLED(CONFIG_ACPI)

struct table_clock {
	struct list_head list;
	const char *path; /* of its device */
	const struct clock_record *record;
	struct clk_hw *clock;
	struct clk_lookup *lookup; /* NULL: the device has not appeared */
};

struct watch {
	struct notifier_block block;
	struct board *board;
	struct bus_type *bus;
};

static bool is_at(acpi_handle device, const char *path)
{
	acpi_handle handle;

	return ACPI_SUCCESS(acpi_get_handle(NULL, (acpi_string)path, &handle)) && handle == device;
}

static void drop_lookup(struct table_clock *clock)
{
	if (clock->lookup)
		clkdev_drop(clock->lookup);
	clock->lookup = NULL;
}

static void name_clocks(struct board *board, struct device *device)
{
	struct table_clock *clock;

	list_for_each_entry(clock, &board->table_clocks, list) {
		if (!is_at(ACPI_HANDLE(device), clock->path))
			continue;
		drop_lookup(clock);
		clock->lookup = clkdev_hw_create(clock->clock, connection_of(clock->record), "%s", dev_name(device));
		if (!clock->lookup)
			dev_err(board->dev, "no clock %s for %s\n", clock->record->connection, dev_name(device));
	}
}

static int device_appears(struct notifier_block *block, unsigned long event, void *device)
{
	struct watch *watch = container_of(block, struct watch, block);

	if (event == BUS_NOTIFY_ADD_DEVICE && has_acpi_companion(device))
		name_clocks(watch->board, device);
	return NOTIFY_DONE;
}

static void end_watch(void *data)
{
	struct watch *watch = data;

	bus_unregister_notifier(watch->bus, &watch->block);
}

/* Buses are constant in new kernels only. */
static int begin_watch(struct board *board, const struct bus_type *bus)
{
	struct watch *watch = devm_kzalloc(board->dev, sizeof(*watch), GFP_KERNEL);
	int error;

	if (!watch)
		return -ENOMEM;
	watch->block.notifier_call = device_appears;
	watch->board = board;
	watch->bus = (struct bus_type *)bus;
	error = bus_register_notifier(watch->bus, &watch->block);
	return error ?: devm_add_action_or_reset(board->dev, end_watch, watch);
}

static void drop_lookups(void *data)
{
	struct board *board = data;
	struct table_clock *clock;

	list_for_each_entry(clock, &board->table_clocks, list)
		drop_lookup(clock);
}

static int add_table_clock(struct board *board, const struct node_record *node, const struct clock_record *record)
{
	struct table_clock *clock = devm_kzalloc(board->dev, sizeof(*clock), GFP_KERNEL);

	if (!clock)
		return -ENOMEM;
	clock->path = node->path;
	clock->record = record;
	clock->clock = make_clock(board, node->path, record);
	if (IS_ERR(clock->clock))
		return PTR_ERR(clock->clock);
	list_add_tail(&clock->list, &board->table_clocks);
	return 0;
}

/* Those that follow the record of a device. */
static int add_each(struct board *board)
{
	struct attributes left = board->configuration;
	const struct node_record *node = NULL;
	const struct record *record;
	int error = 0;

	while (!error && (record = next_record(&left))) {
		u16 kind = le16_to_cpu(record->kind);

		if (kind == RECORD_NODE)
			node = (const struct node_record *)record;
		else if (kind == RECORD_DEVICE)
			node = NULL;
		else if (kind == RECORD_CLOCK && node)
			error = add_table_clock(board, node, (const struct clock_record *)record);
	}
	return error;
}

int add_table_clocks(struct board *board)
{
	int error;

	INIT_LIST_HEAD(&board->table_clocks);
	error = add_each(board);
	if (error || list_empty(&board->table_clocks))
		return error;
	error = devm_add_action_or_reset(board->dev, drop_lookups, board);
	return error ?: begin_watch(board, &platform_bus_type) ?: begin_watch(board, &i2c_bus_type) ?:
	       begin_watch(board, &spi_bus_type);
}

#endif
