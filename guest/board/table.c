// SPDX-License-Identifier: GPL-2.0-only
/*
 * Devices that ACPI describes: what only ACPI can match, and what is behind a UART. The model makes two tables. The
 * first has a place for the lines and for each bus. When they are registered for their places, the second is loaded,
 * with the devices. So the kernel, which looks through a new table in a worker of its own, never finds a device whose
 * bus is half there.
 */
#include <linux/acpi.h>
#include <linux/delay.h>
#include <linux/device.h>
#include <linux/io.h>
#include <linux/jiffies.h>
#include <linux/platform_device.h>
#include "board.h"
#include "compat.h"

bool has_nodes(const struct board *board)
{
	struct attributes left = board->configuration;
	const struct record *record;

	while ((record = next_record(&left)))
		if (le16_to_cpu(record->kind) == RECORD_NODE)
			return true;
	return false;
}

#if IS_ENABLED(CONFIG_ACPI)

#define BOARD_PATH "\\_SB.QDTB"
/* The worker may have to wait for others. */
#define SCAN_TIMEOUT (10 * HZ)

static int load_table(struct board *board, enum request_kind kind, u32 *index)
{
	size_t bytes;
	/* The kernel makes no copy: it is there until the table is unloaded. */
	struct acpi_table_header *table = fetch(board, kind, &bytes);
	acpi_status status;

	if (IS_ERR(table))
		return PTR_ERR(table);
	if (bytes < sizeof(*table) || table->length < sizeof(*table) || table->length > bytes)
		return dev_err_probe(board->dev, -EPROTO, "the model has no table\n");
	status = acpi_load_table(table, index);
	if (ACPI_SUCCESS(status))
		return 0;
	return dev_err_probe(board->dev, -EINVAL, "cannot load the table: %s\n", acpi_format_exception(status));
}

static struct acpi_device *find_node(const char *path)
{
	acpi_handle handle;

	if (ACPI_FAILURE(acpi_get_handle(NULL, (acpi_string)path, &handle)))
		return NULL;
	return device_of_handle(handle);
}

/* Until the kernel has looked through the table of this node. */
static int await_node(struct board *board, const char *path)
{
	unsigned long end = jiffies + SCAN_TIMEOUT;

	while (!find_node(path)) {
		if (time_after(jiffies, end))
			return dev_err_probe(board->dev, -ETIMEDOUT, "the kernel does not find %s\n", path);
		usleep_range(1000, 2000);
	}
	/* It holds this lock while it looks. */
	acpi_scan_lock_acquire();
	acpi_scan_lock_release();
	return 0;
}

/* When all buses are gone, and with them their devices. */
static void unload_tables(void *data)
{
	struct board *board = data;

	if (board->has_device_table)
		acpi_unload_table(board->device_table);
	acpi_unload_table(board->bus_table);
}

int load_bus_table(struct board *board)
{
	int error;

	if (!has_nodes(board))
		return 0;
	if (acpi_disabled)
		return dev_err_probe(board->dev, -EOPNOTSUPP, "this kernel runs without ACPI\n");
	if (upper_32_bits(board->base))
		return dev_err_probe(board->dev, -EOPNOTSUPP, "the function lies beyond 4 GiB\n");
	writel(board->base, board->regs + BASE);
	error = load_table(board, REQUEST_BUS_TABLE, &board->bus_table);
	if (error)
		return error;
	error = devm_add_action_or_reset(board->dev, unload_tables, board);
	return error ?: await_node(board, BOARD_PATH) ?: add_table_clocks(board);
}

static void remove_place(void *place)
{
	platform_device_unregister(place);
}

/* A device that stands for a place of the table. ACPI finds a bus, or lines, by what is above them. */
static struct device *make_place(struct board *board, const char *path)
{
	struct acpi_device *node = find_node(path);
	struct platform_device_info info = {
		.parent = board->dev,
		.name = "qdt-board-place",
		.id = PLATFORM_DEVID_AUTO,
	};
	struct platform_device *place;
	int error;

	if (!node)
		return ERR_PTR(-ENODEV);
	info.fwnode = acpi_fwnode_handle(node);
	place = platform_device_register_full(&info);
	if (IS_ERR(place))
		return ERR_CAST(place);
	error = devm_add_action_or_reset(board->dev, remove_place, place);
	return error ? ERR_PTR(error) : &place->dev;
}

struct device *lines_place(struct board *board)
{
	return has_nodes(board) ? make_place(board, BOARD_PATH) : NULL;
}

struct device *bus_place(struct board *board, u32 channel)
{
	char path[NAME_BYTES];

	if (!has_nodes(board))
		return NULL;
	snprintf(path, sizeof(path), BOARD_PATH ".B%03X", channel);
	return make_place(board, path);
}

static const struct node_record *next_described(struct attributes *left)
{
	const struct record *record;

	while ((record = next_record(left)))
		if (le16_to_cpu(record->kind) == RECORD_NODE)
			return (const struct node_record *)record;
	return NULL;
}

/* The kernel made them, and nobody else takes them away. Those of buses go with their bus. */
static void remove_platform_devices(void *data)
{
	struct board *board = data;
	struct attributes left = board->configuration;
	const struct node_record *record;

	while ((record = next_described(&left))) {
		struct acpi_device *node = find_node(record->path);
		struct device *device;

		if (!node || le32_to_cpu(record->bus) != BUS_PLATFORM)
			continue;
		device = bus_find_device_by_acpi_dev(&platform_bus_type, node);
		if (!device)
			continue;
		platform_device_unregister(to_platform_device(device));
		put_device(device);
	}
}

/* What is behind a UART appears with the driver of the UART, which may come later. */
static void count_nodes(struct board *board)
{
	struct attributes left = board->configuration;
	const struct node_record *record;

	while ((record = next_described(&left))) {
		if (acpi_device_enumerated(find_node(record->path)))
			board->devices++;
		else if (le32_to_cpu(record->bus) == BUS_SERIAL)
			dev_info(board->dev, "%s waits for a driver of its UART\n", record->path);
		else
			dev_err(board->dev, "no device %s: the kernel does not take it\n", record->path);
	}
}

int load_device_table(struct board *board)
{
	struct attributes left = board->configuration;
	const struct node_record *first = next_described(&left);
	int error;

	if (!first)
		return 0;
	error = load_table(board, REQUEST_DEVICE_TABLE, &board->device_table);
	if (error)
		return error;
	board->has_device_table = true;
	error = devm_add_action_or_reset(board->dev, remove_platform_devices, board) ?: await_node(board, first->path);
	if (!error)
		count_nodes(board);
	return error;
}

#else

int load_bus_table(struct board *board)
{
	if (!has_nodes(board))
		return 0;
	return dev_err_probe(board->dev, -EOPNOTSUPP, "this kernel is built without ACPI\n");
}

struct device *lines_place(struct board *board)
{
	return NULL;
}

struct device *bus_place(struct board *board, u32 channel)
{
	return NULL;
}

int load_device_table(struct board *board)
{
	return 0;
}

#endif
