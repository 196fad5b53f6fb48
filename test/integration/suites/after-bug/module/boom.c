// SPDX-License-Identifier: GPL-2.0-only
/* Oopses where its parameter says: on load, in probe, or in a read from sysfs, with the device's lock held. */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/string.h>

static char *where = "";
module_param(where, charp, 0);
MODULE_PARM_DESC(where, "init, probe or read");

static noinline void boom(const char *place)
{
	if (strcmp(where, place) == 0)
		*(volatile int *)8 = 1;
}

static ssize_t value_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	device_lock(dev);
	boom("read");
	device_unlock(dev);
	return 0;
}
static DEVICE_ATTR_RO(value);

static int boom_probe(struct platform_device *pdev)
{
	boom("probe");
	return device_create_file(&pdev->dev, &dev_attr_value);
}

static struct platform_driver boom_driver = {
	.probe = boom_probe,
	.driver = { .name = "boom" },
};

static int __init boom_init(void)
{
	boom("init");
	platform_device_register_simple("boom", 0, NULL, 0);
	return platform_driver_register(&boom_driver);
}
module_init(boom_init);

MODULE_DESCRIPTION("Oopses where it is told to");
MODULE_LICENSE("GPL");
