// SPDX-License-Identifier: GPL-2.0-only
/* The lines as GPIOs, each of which may be an interrupt, too. */
#include <linux/device.h>
#include <linux/gpio/machine.h>
#include <linux/io.h>
#include <linux/slab.h>
#include "board.h"
#include "compat.h"

static int get_level(struct gpio_chip *chip, unsigned int n)
{
	struct board *board = gpiochip_get_data(chip);

	return !!(readl(board->regs + INPUT) & BIT(n));
}

/* With the lock held. */
static void put_output(struct board *board, unsigned int n, int value)
{
	board->output = value ? board->output | BIT(n) : board->output & ~BIT(n);
	writel(board->output, board->regs + OUTPUT);
}

static void put_direction(struct board *board, unsigned int n, bool is_output)
{
	board->direction = is_output ? board->direction | BIT(n) : board->direction & ~BIT(n);
	writel(board->direction, board->regs + DIRECTION);
}

static int set_level(struct gpio_chip *chip, unsigned int n, int value)
{
	struct board *board = gpiochip_get_data(chip);
	unsigned long flags;

	raw_spin_lock_irqsave(&board->lines_lock, flags);
	put_output(board, n, value);
	raw_spin_unlock_irqrestore(&board->lines_lock, flags);
	return 0;
}

#if SET_HAS_RESULT
#define SET_LEVEL set_level
#else
static void set_level_silently(struct gpio_chip *chip, unsigned int n, int value)
{
	set_level(chip, n, value);
}
#define SET_LEVEL set_level_silently
#endif

static int make_input(struct gpio_chip *chip, unsigned int n)
{
	struct board *board = gpiochip_get_data(chip);
	unsigned long flags;

	raw_spin_lock_irqsave(&board->lines_lock, flags);
	put_direction(board, n, false);
	raw_spin_unlock_irqrestore(&board->lines_lock, flags);
	return 0;
}

/* The level first, so that the line shows no other in between. */
static int make_output(struct gpio_chip *chip, unsigned int n, int value)
{
	struct board *board = gpiochip_get_data(chip);
	unsigned long flags;

	raw_spin_lock_irqsave(&board->lines_lock, flags);
	put_output(board, n, value);
	put_direction(board, n, true);
	raw_spin_unlock_irqrestore(&board->lines_lock, flags);
	return 0;
}

static int get_direction(struct gpio_chip *chip, unsigned int n)
{
	struct board *board = gpiochip_get_data(chip);

	return READ_ONCE(board->direction) & BIT(n) ? GPIO_LINE_DIRECTION_OUT : GPIO_LINE_DIRECTION_IN;
}

static int to_irq(struct gpio_chip *chip, unsigned int n)
{
	struct board *board = gpiochip_get_data(chip);
	unsigned int irq = irq_create_mapping(board->domain, n);

	return irq ?: -ENXIO;
}

static void remove_node(void *node)
{
	software_node_unregister(node);
}

/* Nodes of software name a GPIO by this node. Kernels find the chip by its label, or by the node itself. */
static int add_gpio_node(struct board *board)
{
	int error;

	board->gpio_node.name = devm_kasprintf(board->dev, GFP_KERNEL, "qdt-board-%s", pci_name(board->pdev));
	if (!board->gpio_node.name)
		return -ENOMEM;
	error = software_node_register(&board->gpio_node);
	if (error)
		return error;
	return devm_add_action_or_reset(board->dev, remove_node, &board->gpio_node);
}

static void remove_chip(void *chip)
{
	gpiochip_remove(chip);
}

int add_gpios(struct board *board)
{
	struct device *place = lines_place(board);
	int error = IS_ERR(place) ? PTR_ERR(place) : add_gpio_node(board);

	if (error)
		return error;
	board->gpios = (struct gpio_chip){
		.label = board->gpio_node.name,
#if NODES_NAME_GPIOS
		.fwnode = software_node_fwnode(&board->gpio_node),
#endif
		/* By which ACPI finds the lines. It has no driver. */
		.parent = place,
		/*
		 * No owner, and no parent whose driver would be one: its users are devices of this module, which go
		 * before it. They would keep it for ever.
		 */
		.base = -1,
		.ngpio = LINES,
		.names = board->line_names,
		.get = get_level,
		.set = SET_LEVEL,
		.get_direction = get_direction,
		.direction_input = make_input,
		.direction_output = make_output,
		.to_irq = to_irq,
	};
	/* Not the managed call, which gives the chip a parent in new kernels. */
	error = gpiochip_add_data(&board->gpios, board);
	if (error)
		return error;
	return devm_add_action_or_reset(board->dev, remove_chip, &board->gpios);
}

static void remove_table(void *table)
{
	gpiod_remove_lookup_table(table);
}

static unsigned int count_gpios(struct attributes left)
{
	const struct record *record;
	unsigned int count = 0;

	while ((record = next_record(&left)) && le16_to_cpu(record->kind) != RECORD_CHILD)
		if (le16_to_cpu(record->kind) == RECORD_GPIO)
			count++;
	return count;
}

static void fill_table(struct board *board, struct gpiod_lookup *entry, struct attributes left)
{
	const struct record *record;

	while ((record = next_record(&left)) && le16_to_cpu(record->kind) != RECORD_CHILD) {
		const struct gpio_record *gpio = (const struct gpio_record *)record;

		if (le16_to_cpu(record->kind) != RECORD_GPIO)
			continue;
		*entry++ = (struct gpiod_lookup){
			.key = board->gpios.label,
			.chip_hwnum = le32_to_cpu(gpio->line),
			.con_id = gpio->name[0] ? gpio->name : NULL,
			.flags = gpio->is_active_low ? GPIO_ACTIVE_LOW : GPIO_ACTIVE_HIGH,
		};
	}
}

int add_device_gpios(struct board *board, const char *device, struct attributes attributes)
{
	unsigned int count = count_gpios(attributes);
	struct gpiod_lookup_table *table;

	if (!count)
		return 0;
	/* The last entry is empty. */
	table = devm_kzalloc(board->dev, struct_size(table, table, count + 1), GFP_KERNEL);
	if (!table)
		return -ENOMEM;
	table->dev_id = devm_kstrdup(board->dev, device, GFP_KERNEL);
	if (!table->dev_id)
		return -ENOMEM;
	fill_table(board, table->table, attributes);
	gpiod_add_lookup_table(table);
	return devm_add_action_or_reset(board->dev, remove_table, table);
}
