// SPDX-License-Identifier: GPL-2.0-only
/* The interrupt: freed twice, and its vector freed before it. */
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/slab.h>
#include "planted.h"

#define CAUSES 32

static irqreturn_t planted_irq(int irq, void *data)
{
	struct planted *p = data;
	u32 causes = ioread32(p->regs + PLANTED_IRQ_STATUS);

	if (!causes)
		return IRQ_NONE;
	iowrite32(causes, p->regs + PLANTED_IRQ_ACK);
	/* They come later than the interrupt. */
	if (p->counts)
		p->counts[0]++;
	complete(&p->done);
	return IRQ_HANDLED;
}

int planted_interrupt_init(struct planted *p)
{
	int ret = pci_alloc_irq_vectors(p->pdev, 1, 1, PCI_IRQ_MSI);

	if (ret < 0)
		return ret;
	init_completion(&p->done);
	p->irq = pci_irq_vector(p->pdev, 0);
	if (p->irq < 0) {
		ret = p->irq;
		goto free_vectors;
	}
	ret = request_irq(p->irq, planted_irq, 0, KBUILD_MODNAME, p);
	if (ret)
		goto free_vectors;
	ret = -ENOMEM;
	p->counts = kcalloc(CAUSES, sizeof(*p->counts), GFP_KERNEL);
	if (!p->counts) {
		free_irq(p->irq, p);
		goto free_irq;
	}
	p->causes = kcalloc(CAUSES, sizeof(*p->causes), GFP_KERNEL);
	if (!p->causes) {
		pci_free_irq_vectors(p->pdev); /* bug: wrong unwind order */
		free_irq(p->irq, p);
		kfree(p->counts);
		return ret;
	}
	iowrite32(PLANTED_WANT_IRQ, p->regs + PLANTED_STATUS);
	return 0;
free_irq:
	free_irq(p->irq, p); /* bug: irq freed twice */
free_vectors:
	pci_free_irq_vectors(p->pdev);
	return ret;
}

void planted_interrupt_exit(struct planted *p)
{
	iowrite32(0, p->regs + PLANTED_STATUS);
	free_irq(p->irq, p);
	kfree(p->causes);
	kfree(p->counts);
	pci_free_irq_vectors(p->pdev);
}
