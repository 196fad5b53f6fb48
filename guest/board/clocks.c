// SPDX-License-Identifier: GPL-2.0-only
/* Clocks of a fixed rate, which a driver asks for by its device and by name. */
#include <linux/clk-provider.h>
#include <linux/clkdev.h>
#include <linux/device.h>
#include <linux/err.h>
#include "board.h"

static void remove_clock(void *clock)
{
	clk_hw_unregister_fixed_rate(clock);
}

struct clk_hw *make_clock(struct board *board, const char *device, const struct clock_record *record)
{
	/* Clocks of all boards share their names, and so do none of two devices. */
	const char *name = devm_kasprintf(board->dev, GFP_KERNEL, "qdt-%s-%s", device, record->connection);
	struct clk_hw *clock;
	int error;

	if (!name)
		return ERR_PTR(-ENOMEM);
	clock = clk_hw_register_fixed_rate(NULL, name, NULL, 0, le32_to_cpu(record->hz));
	if (IS_ERR(clock))
		return clock;
	error = devm_add_action_or_reset(board->dev, remove_clock, clock);
	return error ? ERR_PTR(error) : clock;
}

const char *connection_of(const struct clock_record *record)
{
	return record->connection[0] ? record->connection : NULL;
}

static int add_clock(struct board *board, const char *device, const struct clock_record *record)
{
	struct clk_hw *clock = make_clock(board, device, record);

	if (IS_ERR(clock))
		return PTR_ERR(clock);
	return devm_clk_hw_register_clkdev(board->dev, clock, connection_of(record), device);
}

int add_device_clocks(struct board *board, const char *device, struct attributes left)
{
	const struct record *record;

	while ((record = next_record(&left)) && le16_to_cpu(record->kind) != RECORD_CHILD) {
		int error;

		if (le16_to_cpu(record->kind) != RECORD_CLOCK)
			continue;
		error = add_clock(board, device, (const struct clock_record *)record);
		if (error)
			return error;
	}
	return 0;
}
