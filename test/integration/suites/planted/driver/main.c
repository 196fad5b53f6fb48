// SPDX-License-Identifier: GPL-2.0-only
/* What the driver does when a device comes and goes. */
#include <linux/module.h>
#include <linux/slab.h>
#include "planted.h"

#define LOG_BYTES 600

static int planted_enable(struct planted *p)
{
	struct pci_dev *pdev = p->pdev;
	int ret = pci_enable_device(pdev);

	if (ret)
		return ret;
	ret = pci_request_regions(pdev, KBUILD_MODNAME);
	if (ret)
		goto disable;
	p->regs = pci_iomap(pdev, 0, 0);
	if (!p->regs) {
		ret = -ENOMEM;
		goto release;
	}
	pci_set_master(pdev);
	return 0;
release:
	pci_release_regions(pdev);
disable:
	pci_disable_device(pdev);
	return ret;
}

static void planted_disable(struct planted *p)
{
	pci_iounmap(p->pdev, p->regs);
	pci_release_regions(p->pdev);
	pci_disable_device(p->pdev);
}

static int planted_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct planted *p = kzalloc(sizeof(*p), GFP_KERNEL);
	int ret;

	if (!p)
		return -ENOMEM;
	p->pdev = pdev;
	ret = planted_enable(p);
	if (ret)
		goto free;
	ret = planted_memory_init(p);
	if (ret)
		goto disable;
	ret = planted_interrupt_init(p);
	if (ret)
		goto memory;
	ret = planted_dma_init(p);
	if (ret)
		goto interrupt;
	ret = planted_later_init(p);
	if (ret)
		goto dma;
	ret = -ENOMEM;
	p->log = kmalloc(LOG_BYTES, GFP_KERNEL); /* bug: leak when probe fails late */
	if (!p->log)
		goto later;
	ret = planted_files_init(p);
	if (ret)
		goto later; /* and not to a place that frees the log */
	pci_set_drvdata(pdev, p);
	return 0;
later:
	planted_later_exit(p);
dma:
	planted_dma_exit(p);
interrupt:
	planted_interrupt_exit(p);
memory:
	planted_memory_exit(p);
disable:
	planted_disable(p);
free:
	kfree(p);
	return ret;
}

static void planted_remove(struct pci_dev *pdev)
{
	struct planted *p = pci_get_drvdata(pdev);

	planted_files_exit(p);
	kfree(p->log);
	planted_later_exit(p);
	planted_dma_exit(p);
	planted_interrupt_exit(p);
	planted_memory_exit(p);
	planted_disable(p);
	kfree(p);
}

static const struct pci_device_id planted_ids[] = { { PCI_DEVICE(0x1234, 0x11e8) }, {} };
MODULE_DEVICE_TABLE(pci, planted_ids);

static struct pci_driver planted_driver = {
	.name = KBUILD_MODNAME,
	.id_table = planted_ids,
	.probe = planted_probe,
	.remove = planted_remove,
};
module_pci_driver(planted_driver);

MODULE_DESCRIPTION("A driver with bugs in its error paths");
MODULE_LICENSE("GPL");
