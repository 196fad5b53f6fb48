// SPDX-License-Identifier: GPL-2.0-only
/* Driver of a bell on an SPI bus: asks it, after each interrupt, how often it has rung. */

#include <linux/atomic.h>
#include <linux/interrupt.h>
#include <linux/module.h>
#include <linux/spi/spi.h>
#include <linux/sysfs.h>

struct bell {
	struct spi_device *spi;
	atomic_t rings;
	/* For the controller. */
	u8 answer ____cacheline_aligned;
};

static irqreturn_t bell_interrupt(int irq, void *data)
{
	struct bell *bell = data;
	int err = spi_read(bell->spi, &bell->answer, sizeof(bell->answer));

	if (err)
		dev_err_ratelimited(&bell->spi->dev, "the bell does not answer: %d\n", err);
	else
		atomic_add(bell->answer, &bell->rings);
	return IRQ_HANDLED;
}

static ssize_t rings_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct bell *bell = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%d\n", atomic_read(&bell->rings));
}
static DEVICE_ATTR_RO(rings);

static struct attribute *bell_attrs[] = { &dev_attr_rings.attr, NULL };
ATTRIBUTE_GROUPS(bell);

static int bell_probe(struct spi_device *spi)
{
	struct bell *bell = devm_kzalloc(&spi->dev, sizeof(*bell), GFP_KERNEL);

	if (!bell)
		return -ENOMEM;
	bell->spi = spi;
	spi_set_drvdata(spi, bell);
	return devm_request_threaded_irq(&spi->dev, spi->irq, NULL, bell_interrupt, IRQF_ONESHOT, "qdt-bell", bell);
}

static const struct spi_device_id bell_ids[] = { { "qdt-bell" }, {} };
MODULE_DEVICE_TABLE(spi, bell_ids);

static struct spi_driver bell_driver = {
	.driver = { .name = "qdt-bell", .dev_groups = bell_groups },
	.probe = bell_probe,
	.id_table = bell_ids,
};
module_spi_driver(bell_driver);

MODULE_DESCRIPTION("Bell on an SPI bus");
MODULE_LICENSE("GPL");
