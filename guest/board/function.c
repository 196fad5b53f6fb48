// SPDX-License-Identifier: GPL-2.0-only
/* The PCI function. */
#include <linux/dma-mapping.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/regulator/machine.h>
#include "board.h"

static irqreturn_t answer_came(int irq, void *board)
{
	heed_answers(board);
	return IRQ_HANDLED;
}

static irqreturn_t line_changed(int irq, void *board)
{
	heed_lines(board);
	return IRQ_HANDLED;
}

static void disable(void *pdev)
{
	pci_clear_master(pdev);
	pci_disable_device(pdev);
}

static void free_vectors(void *pdev)
{
	pci_free_irq_vectors(pdev);
}

static int enable(struct board *board)
{
	int error = pci_enable_device(board->pdev);

	if (error)
		return error;
	error = devm_add_action_or_reset(board->dev, disable, board->pdev);
	if (error)
		return error;
	pci_set_master(board->pdev);
	return dma_set_mask_and_coherent(board->dev, DMA_BIT_MASK(64));
}

/* The BAR is mapped, but not requested: parts of it are for the drivers of platform devices, who request them. */
static int map_registers(struct board *board)
{
	board->base = pci_resource_start(board->pdev, 0);
	if (pci_resource_len(board->pdev, 0) < BAR_BYTES)
		return -ENODEV;
	board->regs = devm_ioremap(board->dev, board->base, WINDOWS);
	if (!board->regs)
		return -ENOMEM;
	if (readl(board->regs + ID) != ID_VALUE || readl(board->regs + VERSION) != VERSION_VALUE)
		return dev_err_probe(board->dev, -ENODEV, "not a board of version %u\n", VERSION_VALUE);
	return 0;
}

/* Messages in a table: x86 without interrupt remapping gives a device one vector of plain MSI. */
static int allocate_vectors(struct board *board)
{
	int error = pci_alloc_irq_vectors(board->pdev, VECTORS, VECTORS, PCI_IRQ_MSIX);

	if (error < 0)
		return error;
	return devm_add_action_or_reset(board->dev, free_vectors, board->pdev);
}

static int request_vectors(struct board *board)
{
	int error = devm_request_irq(board->dev, pci_irq_vector(board->pdev, VECTOR_ANSWER), answer_came, 0,
				     "qdt-board answer", board);

	if (error)
		return error;
	return devm_request_irq(board->dev, pci_irq_vector(board->pdev, VECTOR_LINES), line_changed, 0,
				"qdt-board lines", board);
}

static int (*const steps[])(struct board *) = {
	enable, map_registers, allocate_vectors, add_lines, request_vectors, configure,
};

static int probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct board *board = devm_kzalloc(&pdev->dev, sizeof(*board), GFP_KERNEL);
	unsigned int n;

	if (!board)
		return -ENOMEM;
	board->pdev = pdev;
	board->dev = &pdev->dev;
	pci_set_drvdata(pdev, board);
	/* A driver that finds no supply waits for ever, unless all are known to be there. */
	regulator_has_full_constraints();
	for (n = 0; n < ARRAY_SIZE(steps); n++) {
		int error = steps[n](board);

		if (error)
			return error;
	}
	return 0;
}

/* Then devm takes away what was made. */
static void remove(struct pci_dev *pdev)
{
	end_configuration(pci_get_drvdata(pdev));
}

static const struct pci_device_id ids[] = { { PCI_DEVICE(0x1de5, 0x00b0) }, {} };
MODULE_DEVICE_TABLE(pci, ids);

static struct pci_driver qdt_board = {
	.name = "qdt_board",
	.id_table = ids,
	.probe = probe,
	.remove = remove,
};
module_pci_driver(qdt_board);

MODULE_DESCRIPTION("Buses, lines and platform devices whose other side is a model");
MODULE_LICENSE("GPL");
