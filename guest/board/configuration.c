// SPDX-License-Identifier: GPL-2.0-only
/* What there is on the board, as the model tells it in a list of records. */
#include <linux/device.h>
#include "board.h"

static int add_bus(struct board *board, const struct bus_record *record)
{
	u32 index = le32_to_cpu(record->channel);
	int error;

	if (board->channels[index])
		return -EEXIST;
	error = add_channel(board, index);
	if (error)
		return error;
	board->bus_kinds[index] = le32_to_cpu(record->kind);
	switch (le32_to_cpu(record->kind)) {
	case BUS_I2C:
		return add_i2c_bus(board, record);
	case BUS_SPI:
		return add_spi_bus(board, record);
	}
	return -EINVAL;
}

static int add_device(struct board *board, const struct device_record *record, struct attributes attributes)
{
	u32 kind = le32_to_cpu(record->bus);

	if (kind == BUS_PLATFORM)
		return add_platform_device(board, record, attributes);
	if (kind != board->bus_kinds[le32_to_cpu(record->channel)])
		return -EINVAL;
	return kind == BUS_I2C ? add_i2c_device(board, record, attributes) :
				 add_spi_device(board, record, attributes);
}

/* A device that cannot be made does not take the others with it, but the log has it. */
static int add_each(struct board *board)
{
	struct attributes left = board->configuration;
	const struct record *record;
	int error;

	while ((record = next_record(&left))) {
		switch (le16_to_cpu(record->kind)) {
		case RECORD_BUS:
			error = add_bus(board, (const struct bus_record *)record);
			if (error)
				return dev_err_probe(board->dev, error, "no bus\n");
			break;
		case RECORD_DEVICE: {
			const struct device_record *device = (const struct device_record *)record;

			error = add_device(board, device, take_attributes(&left));
			if (error)
				dev_err(board->dev, "no device %s: error %d\n", device->name, error);
			else
				board->devices++;
			break;
		}
		}
	}
	return 0;
}

static void name_lines(struct board *board)
{
	struct attributes left = board->configuration;
	const struct record *record;

	while ((record = next_record(&left))) {
		const struct line_record *line = (const struct line_record *)record;

		if (le16_to_cpu(record->kind) == RECORD_LINE)
			board->line_names[le32_to_cpu(line->line)] = line->name;
	}
}

static int fetch_configuration(struct board *board)
{
	size_t bytes;
	const u8 *all = fetch(board, REQUEST_CONFIGURATION, &bytes);

	if (IS_ERR(all))
		return PTR_ERR(all);
	board->configuration = (struct attributes){ .first = all, .end = all + bytes };
	return is_valid(board->configuration) ? 0 : dev_err_probe(board->dev, -EPROTO, "the model says nonsense\n");
}

static ssize_t qdt_devices_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	struct board *board = dev_get_drvdata(dev);

	return sysfs_emit(text, "%u\n", board->devices);
}
static DEVICE_ATTR_RO(qdt_devices);

static void hide_devices(void *board)
{
	device_remove_file(((struct board *)board)->dev, &dev_attr_qdt_devices);
}

/* This file tells that all is there. */
static int show_devices(struct board *board)
{
	int error = device_create_file(board->dev, &dev_attr_qdt_devices);

	return error ?: devm_add_action_or_reset(board->dev, hide_devices, board);
}

static int make_all(struct board *board)
{
	return load_bus_table(board) ?: add_gpios(board) ?: add_each(board) ?: load_device_table(board) ?:
	       show_devices(board);
}

static void make_all_later(struct work_struct *work)
{
	struct board *board = container_of(work, struct board, work);
	int error = make_all(board);

	if (error)
		dev_err(board->dev, "no board: error %d\n", error);
}

/*
 * With a table, all is made after the probe: who plugs a function in by ACPI holds the lock that whoever looks through
 * a table takes.
 */
int configure(struct board *board)
{
	int error = add_channel(board, 0) ?: fetch_configuration(board);

	if (error)
		return error;
	name_lines(board);
	if (!has_nodes(board))
		return make_all(board);
	INIT_WORK(&board->work, make_all_later);
	board->has_work = true;
	schedule_work(&board->work);
	return 0;
}

void end_configuration(struct board *board)
{
	if (board->has_work)
		cancel_work_sync(&board->work);
}
