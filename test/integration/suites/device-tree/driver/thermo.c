// SPDX-License-Identifier: GPL-2.0-only
/* A thermometer with an alarm, which nothing but its compatible string finds. */
#include <linux/clk.h>
#include <linux/gpio/consumer.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/mod_devicetable.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/property.h>

#define TEMP 0x0
#define LIMIT 0x4
#define STATUS 0x8

struct thermo {
	void __iomem *regs;
	struct gpio_desc *reset;
	unsigned long rate;
	const char *label;
	u8 gain;
	atomic_t alarms;
};

static irqreturn_t alarm(int irq, void *data)
{
	struct thermo *thermo = data;
	u32 status = readl(thermo->regs + STATUS);

	if (!status)
		return IRQ_NONE;
	/* One cause at a time: the line stays up for the other. */
	writel(status & -status, thermo->regs + STATUS);
	atomic_inc(&thermo->alarms);
	return IRQ_HANDLED;
}

static ssize_t temp_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct thermo *thermo = dev_get_drvdata(dev);
	u32 value = readl(thermo->regs + TEMP);

	return value == ~0u ? -ENODEV : sysfs_emit(buf, "%u\n", value);
}
static DEVICE_ATTR_RO(temp);

static ssize_t facts_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct thermo *thermo = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%s, %lu Hz, gain %u, limit %u\n", thermo->label, thermo->rate, thermo->gain,
			  readl(thermo->regs + LIMIT));
}
static DEVICE_ATTR_RO(facts);

static ssize_t alarms_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct thermo *thermo = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%d\n", atomic_read(&thermo->alarms));
}
static DEVICE_ATTR_RO(alarms);

static ssize_t reset_store(struct device *dev, struct device_attribute *attr, const char *buf, size_t length)
{
	struct thermo *thermo = dev_get_drvdata(dev);

	gpiod_set_value(thermo->reset, 1);
	gpiod_set_value(thermo->reset, 0);
	return length;
}
static DEVICE_ATTR_WO(reset);

static struct attribute *thermo_attrs[] = {
	&dev_attr_temp.attr, &dev_attr_facts.attr, &dev_attr_alarms.attr, &dev_attr_reset.attr, NULL,
};
ATTRIBUTE_GROUPS(thermo);

static int probe(struct platform_device *pdev)
{
	struct device *dev = &pdev->dev;
	struct thermo *thermo = devm_kzalloc(dev, sizeof(*thermo), GFP_KERNEL);
	struct clk *clk = devm_clk_get_enabled(dev, NULL);
	u32 limit;
	int irq = platform_get_irq(pdev, 0);

	if (!thermo)
		return -ENOMEM;
	if (IS_ERR(clk))
		return dev_err_probe(dev, PTR_ERR(clk), "no clock\n");
	if (irq < 0)
		return irq;
	thermo->rate = clk_get_rate(clk);
	thermo->regs = devm_platform_ioremap_resource(pdev, 0);
	if (IS_ERR(thermo->regs))
		return PTR_ERR(thermo->regs);
	thermo->reset = devm_gpiod_get(dev, "reset", GPIOD_OUT_LOW);
	if (IS_ERR(thermo->reset))
		return dev_err_probe(dev, PTR_ERR(thermo->reset), "no reset\n");
	if (device_property_read_u32(dev, "limit-celsius", &limit) ||
	    device_property_read_string(dev, "label", &thermo->label))
		return dev_err_probe(dev, -EINVAL, "a property is missing\n");
	thermo->gain = 1;
	device_property_read_u8(dev, "gain", &thermo->gain);
	platform_set_drvdata(pdev, thermo);
	writel(limit, thermo->regs + LIMIT);
	return devm_request_irq(dev, irq, alarm, 0, "thermo", thermo);
}

static const struct of_device_id matches[] = { { .compatible = "qdt,thermo" }, {} };
MODULE_DEVICE_TABLE(of, matches);

static struct platform_driver thermo_driver = {
	.driver = { .name = "thermo", .of_match_table = matches, .dev_groups = thermo_groups },
	.probe = probe,
};
module_platform_driver(thermo_driver);

MODULE_DESCRIPTION("A thermometer");
MODULE_LICENSE("GPL");
