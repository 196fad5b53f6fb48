// SPDX-License-Identifier: GPL-2.0-only
/* Driver for the thermometer of docs/device-models.md: temperature, limit and alarms in sysfs. */

#include <linux/atomic.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/pci.h>

#define THERMO_ID		0x00
#define THERMO_ID_VALUE		0x7e4a0001
#define THERMO_TEMPERATURE	0x04
#define THERMO_LIMIT		0x08
#define THERMO_EVENTS		0x0c
#define THERMO_TOO_HOT		BIT(0)

struct thermo {
	void __iomem *regs;
	atomic_t alarms;
};

/* Nothing reads all ones but a device that is gone: the highest temperature is 125. */
static ssize_t temperature_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct thermo *thermo = dev_get_drvdata(dev);
	u32 value = readl(thermo->regs + THERMO_TEMPERATURE);

	return value == ~0u ? -ENODEV : sysfs_emit(buf, "%d\n", (s32)value);
}
static DEVICE_ATTR_RO(temperature);

static ssize_t limit_store(struct device *dev, struct device_attribute *attr, const char *buf, size_t count)
{
	struct thermo *thermo = dev_get_drvdata(dev);
	u32 limit;
	int err = kstrtou32(buf, 0, &limit);

	if (err)
		return err;
	writel(limit, thermo->regs + THERMO_LIMIT);
	return count;
}
static DEVICE_ATTR_WO(limit);

static ssize_t alarms_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct thermo *thermo = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%d\n", atomic_read(&thermo->alarms));
}
static DEVICE_ATTR_RO(alarms);

static struct attribute *thermo_attrs[] = {
	&dev_attr_temperature.attr, &dev_attr_limit.attr, &dev_attr_alarms.attr, NULL,
};
ATTRIBUTE_GROUPS(thermo);

static irqreturn_t thermo_interrupt(int irq, void *data)
{
	struct thermo *thermo = data;

	if (!(readl(thermo->regs + THERMO_EVENTS) & THERMO_TOO_HOT))
		return IRQ_NONE;
	writel(THERMO_TOO_HOT, thermo->regs + THERMO_EVENTS);
	atomic_inc(&thermo->alarms);
	return IRQ_HANDLED;
}

static void thermo_free_vectors(void *pdev)
{
	pci_free_irq_vectors(pdev);
}

static int thermo_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct thermo *thermo = devm_kzalloc(&pdev->dev, sizeof(*thermo), GFP_KERNEL);
	void __iomem * const *bars;
	u32 found;
	int err;

	if (!thermo)
		return -ENOMEM;
	err = pcim_enable_device(pdev);
	if (err)
		return err;
	err = pcim_iomap_regions(pdev, BIT(0), "thermometer");
	if (err)
		return err;
	bars = pcim_iomap_table(pdev);
	if (!bars)
		return -ENOMEM;
	thermo->regs = bars[0];
	found = readl(thermo->regs + THERMO_ID);
	if (found != THERMO_ID_VALUE)
		return dev_err_probe(&pdev->dev, -ENODEV, "expected identification 0x%x, found 0x%x\n", THERMO_ID_VALUE, found);
	pci_set_drvdata(pdev, thermo);
	pci_set_master(pdev);
	err = pci_alloc_irq_vectors(pdev, 1, 1, PCI_IRQ_MSI);
	if (err < 0)
		return err;
	err = devm_add_action_or_reset(&pdev->dev, thermo_free_vectors, pdev);
	if (err)
		return err;
	return devm_request_irq(&pdev->dev, pci_irq_vector(pdev, 0), thermo_interrupt, 0, "thermometer", thermo);
}

static const struct pci_device_id thermo_ids[] = { { PCI_DEVICE(0x1de5, 0x0010) }, { } };
MODULE_DEVICE_TABLE(pci, thermo_ids);

static struct pci_driver thermo_driver = {
	.name = "thermometer",
	.id_table = thermo_ids,
	.probe = thermo_probe,
	.dev_groups = thermo_groups,
};
module_pci_driver(thermo_driver);

MODULE_DESCRIPTION("Thermometer of qemu-driver-test's documentation");
MODULE_LICENSE("GPL");
