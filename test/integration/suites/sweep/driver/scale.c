// SPDX-License-Identifier: GPL-2.0-only
/*
 * Reads scales. It believes whatever the hardware says: a sweep of faults has to find
 * where that crashes the kernel, where it hangs, where something stays behind, and
 * where it hands out a wrong weight without an error.
 */

#include <linux/completion.h>
#include <linux/delay.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/pci.h>

#define SCALE_ID	0x00
#define SCALE_UNIT	0x04
#define SCALE_SAMPLES	0x08
#define SCALE_SAMPLE	0x0c
#define SCALE_START	0x10

static const unsigned int grams[] = { 1, 1000, 454 };

static void __iomem *regs;
static struct completion weighed;

static irqreturn_t scale_interrupt(int irq, void *data)
{
	complete(&weighed);
	return IRQ_HANDLED;
}

static unsigned int scale_unit(void)
{
	return grams[readl(regs + SCALE_UNIT)]; /* crashes */
}

static int scale_weigh(char *buffer, const struct kernel_param *kp)
{
	unsigned int unit, samples, i, sum = 0;

	if (!regs)
		return -ENODEV;
	reinit_completion(&weighed);
	writel(1, regs + SCALE_START);
	if (!wait_for_completion_timeout(&weighed, HZ / 2)) {
		/* The mistake: whoever gives up takes a reference along. */
		__module_get(THIS_MODULE);
		return -ETIMEDOUT;
	}
	unit = scale_unit();
	samples = readl(regs + SCALE_SAMPLES);
	for (i = 0; i < samples; i++) {
		sum += readl(regs + SCALE_SAMPLE);
		if (i > 100)
			msleep(20);
	}
	return sysfs_emit(buffer, "%u\n", samples ? sum / samples * unit : 0);
}

static const struct kernel_param_ops weight_ops = { .get = scale_weigh };
module_param_cb(weight, &weight_ops, NULL, 0400);

static int scale_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	int err;

	err = pcim_enable_device(pdev);
	if (err)
		return err;
	err = pcim_iomap_regions(pdev, BIT(0), "scale");
	if (err)
		return err;
	init_completion(&weighed);
	pci_set_master(pdev);
	err = pci_alloc_irq_vectors(pdev, 1, 1, PCI_IRQ_MSI);
	if (err < 0)
		return err;
	err = request_irq(pci_irq_vector(pdev, 0), scale_interrupt, 0, "scale", NULL);
	if (err)
		goto free_vectors;
	regs = pcim_iomap_table(pdev)[0];
	if (readl(regs + SCALE_ID) == 0x5ca1e001)
		return 0;
	err = -ENODEV;
	regs = NULL;
	free_irq(pci_irq_vector(pdev, 0), NULL);
free_vectors:
	pci_free_irq_vectors(pdev);
	return err;
}

static void scale_remove(struct pci_dev *pdev)
{
	regs = NULL;
	free_irq(pci_irq_vector(pdev, 0), NULL);
	pci_free_irq_vectors(pdev);
}

static const struct pci_device_id scale_ids[] = { { PCI_DEVICE(0x1de5, 0x0020) }, { } };
MODULE_DEVICE_TABLE(pci, scale_ids);

static struct pci_driver scale_driver = {
	.name = "scale",
	.id_table = scale_ids,
	.probe = scale_probe,
	.remove = scale_remove,
};
module_pci_driver(scale_driver);

MODULE_DESCRIPTION("Scales, for a sweep of faults");
MODULE_LICENSE("GPL");
