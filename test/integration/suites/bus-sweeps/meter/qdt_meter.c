// SPDX-License-Identifier: GPL-2.0-only
/*
 * Driver of a device that may fail in any access: it believes only what it can check, and waits only for a while.
 * "value" is read from registers, "record" from memory into which the device has written it.
 */

#include <linux/completion.h>
#include <linux/dma-mapping.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/sysfs.h>

#define METER_ID		0x00
#define METER_START		0x04
#define METER_DONE		0x08
#define METER_VALUE		0x0c
#define METER_CHECK		0x10
#define METER_RECORD		0x14
#define METER_IDENTITY		0x4d455431
/* Twice as much as needed: a device that writes to the page behind hits nothing else. */
#define METER_RECORD_BYTES	(2 * PAGE_SIZE)
#define METER_TIMEOUT_MS	500

struct meter_record {
	__le32 value;
	__le32 check;
};

struct meter {
	void __iomem *regs;
	struct meter_record *record;
	dma_addr_t record_at;
	int irq;
	/* One measurement at a time. */
	struct mutex lock;
	struct completion done;
};

static irqreturn_t meter_interrupt(int irq, void *data)
{
	struct meter *meter = data;

	/* All ones: nobody is there. */
	if (readl(meter->regs + METER_DONE) != 1)
		return IRQ_NONE;
	writel(1, meter->regs + METER_DONE);
	/* A line that cannot be lowered would keep this processor for ever. */
	if (readl(meter->regs + METER_DONE) != 0)
		disable_irq_nosync(irq);
	complete(&meter->done);
	return IRQ_HANDLED;
}

/* "command" is written to the register "at", which begins a measurement. */
static int meter_measure(struct meter *meter, unsigned int at, u32 command)
{
	reinit_completion(&meter->done);
	writel(command, meter->regs + at);
	return wait_for_completion_timeout(&meter->done, msecs_to_jiffies(METER_TIMEOUT_MS)) ? 0 : -ETIMEDOUT;
}

static int meter_value(struct meter *meter, u32 *value)
{
	int err = meter_measure(meter, METER_START, 1);

	if (err)
		return err;
	*value = readl(meter->regs + METER_VALUE);
	return readl(meter->regs + METER_CHECK) == ~*value ? 0 : -EIO;
}

static int meter_read_record(struct meter *meter, u32 *value)
{
	int err;

	memset(meter->record, 0, sizeof(*meter->record));
	err = meter_measure(meter, METER_RECORD, meter->record_at);
	if (err)
		return err;
	*value = le32_to_cpu(meter->record->value);
	return le32_to_cpu(meter->record->check) == ~*value ? 0 : -EIO;
}

static ssize_t meter_show(struct device *dev, char *buf, int (*read)(struct meter *meter, u32 *value))
{
	struct meter *meter = dev_get_drvdata(dev);
	u32 value;
	int err = mutex_lock_interruptible(&meter->lock);

	if (err)
		return err;
	err = read(meter, &value);
	mutex_unlock(&meter->lock);
	return err ? err : sysfs_emit(buf, "%u\n", value);
}

static ssize_t value_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return meter_show(dev, buf, meter_value);
}
static DEVICE_ATTR_RO(value);

static ssize_t record_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return meter_show(dev, buf, meter_read_record);
}
static DEVICE_ATTR_RO(record);

static struct attribute *meter_attrs[] = { &dev_attr_value.attr, &dev_attr_record.attr, NULL };
ATTRIBUTE_GROUPS(meter);

static int meter_probe(struct platform_device *pdev)
{
	struct meter *meter = devm_kzalloc(&pdev->dev, sizeof(*meter), GFP_KERNEL);
	u32 id;

	if (!meter)
		return -ENOMEM;
	mutex_init(&meter->lock);
	init_completion(&meter->done);
	meter->regs = devm_platform_ioremap_resource(pdev, 0);
	if (IS_ERR(meter->regs))
		return PTR_ERR(meter->regs);
	meter->irq = platform_get_irq(pdev, 0);
	if (meter->irq < 0)
		return meter->irq;
	id = readl(meter->regs + METER_ID);
	if (id != METER_IDENTITY)
		return dev_err_probe(&pdev->dev, -ENODEV, "expected a meter, found %#x\n", id);
	meter->record = dmam_alloc_coherent(&pdev->dev, METER_RECORD_BYTES, &meter->record_at, GFP_KERNEL);
	if (!meter->record)
		return -ENOMEM;
	platform_set_drvdata(pdev, meter);
	return devm_request_irq(&pdev->dev, meter->irq, meter_interrupt, 0, "qdt-meter", meter);
}

static struct platform_driver meter_driver = {
	.driver = { .name = "qdt-meter", .dev_groups = meter_groups },
	.probe = meter_probe,
};
module_platform_driver(meter_driver);

MODULE_DESCRIPTION("Meter on a platform bus");
MODULE_LICENSE("GPL");
