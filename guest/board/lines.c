// SPDX-License-Identifier: GPL-2.0-only
/*
 * The lines as interrupts. The model keeps their events and sends one message for all. It looks again at a line that is
 * let through, so that a level that is still there is a new event.
 */
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/irq.h>
#include "board.h"
#include "compat.h"

void heed_lines(struct board *board)
{
	unsigned long lines = readl(board->regs + PENDING);
	unsigned int n;

	if (lines == U32_MAX && readl(board->regs + ID) != ID_VALUE)
		return; /* it was pulled out */
	for_each_set_bit(n, &lines, LINES)
		handle_line(board->domain, n);
}

static void put_bit(u32 *word, unsigned int n, bool value)
{
	*word = value ? *word | BIT(n) : *word & ~BIT(n);
}

static void let_through(struct irq_data *data, bool value)
{
	struct board *board = irq_data_get_irq_chip_data(data);
	unsigned long flags;

	raw_spin_lock_irqsave(&board->lines_lock, flags);
	put_bit(&board->enabled, data->hwirq, value);
	writel(board->enabled, board->regs + ENABLED);
	raw_spin_unlock_irqrestore(&board->lines_lock, flags);
}

static void mask(struct irq_data *data)
{
	let_through(data, false);
}

static void unmask(struct irq_data *data)
{
	let_through(data, true);
}

/* Who asks for an interrupt does not want an edge from before. */
static unsigned int startup(struct irq_data *data)
{
	struct board *board = irq_data_get_irq_chip_data(data);

	writel(BIT(data->hwirq), board->regs + CLEAR);
	unmask(data);
	return 0;
}

/* Reading PENDING was it. */
static void acknowledge(struct irq_data *data)
{
}

static int set_type(struct irq_data *data, unsigned int type)
{
	struct board *board = irq_data_get_irq_chip_data(data);
	bool is_level = type & IRQ_TYPE_LEVEL_MASK;
	unsigned long flags;

	raw_spin_lock_irqsave(&board->lines_lock, flags);
	put_bit(&board->level, data->hwirq, is_level);
	put_bit(&board->falling, data->hwirq, type & (IRQ_TYPE_EDGE_FALLING | IRQ_TYPE_LEVEL_LOW));
	put_bit(&board->both, data->hwirq, (type & IRQ_TYPE_EDGE_BOTH) == IRQ_TYPE_EDGE_BOTH);
	writel(board->level, board->regs + LEVEL);
	writel(board->falling, board->regs + FALLING);
	writel(board->both, board->regs + BOTH);
	raw_spin_unlock_irqrestore(&board->lines_lock, flags);
	irq_set_handler_locked(data, is_level ? handle_level_irq : handle_edge_irq);
	return 0;
}

static struct irq_chip chip = {
	.name = "qdt-board",
	.irq_startup = startup,
	.irq_mask = mask,
	.irq_unmask = unmask,
	.irq_ack = acknowledge,
	.irq_set_type = set_type,
	.flags = IRQCHIP_SKIP_SET_WAKE,
};

static int map(struct irq_domain *domain, unsigned int irq, irq_hw_number_t line)
{
	irq_set_chip_data(irq, domain->host_data);
	irq_set_chip_and_handler(irq, &chip, handle_edge_irq);
	irq_set_noprobe(irq);
	return 0;
}

static const struct irq_domain_ops operations = { .map = map };

static void remove_lines(void *data)
{
	struct board *board = data;
	unsigned int n;

	for (n = 0; n < LINES; n++)
		irq_dispose_mapping(irq_find_mapping(board->domain, n));
	irq_domain_remove(board->domain);
}

int add_lines(struct board *board)
{
	raw_spin_lock_init(&board->lines_lock);
	board->domain = irq_domain_create_linear(NULL, LINES, &operations, board);
	if (!board->domain)
		return -ENOMEM;
	return devm_add_action_or_reset(board->dev, remove_lines, board);
}

/* With its trigger, as a device tree would have it: most drivers ask for none. */
int device_irq(struct board *board, const struct device_record *record)
{
	u32 line = le32_to_cpu(record->line);
	unsigned int irq;
	int error;

	if (line == NO_LINE)
		return 0;
	if (line >= LINES)
		return -EINVAL;
	irq = irq_create_mapping(board->domain, line);
	if (!irq)
		return -ENOMEM;
	error = irq_set_irq_type(irq, le32_to_cpu(record->trigger) & IRQ_TYPE_SENSE_MASK);
	return error ?: irq;
}
