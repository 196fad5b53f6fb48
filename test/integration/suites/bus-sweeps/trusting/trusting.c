// SPDX-License-Identifier: GPL-2.0-only
/* Looks at no error of its bus, on purpose: a value that was not read is taken for one, and so is a unit. */

#include <linux/i2c.h>
#include <linux/module.h>
#include <linux/sysfs.h>
#include <linux/version.h>

struct unit {
	int factor;
};

static const struct unit hundreds = { .factor = 100 };
static const struct unit thousands = { .factor = 1000 };
static const struct unit *const units[256] = { &hundreds, &thousands };

static ssize_t value_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct i2c_client *client = to_i2c_client(dev);
	const struct unit *unit = units[(u8)i2c_smbus_read_byte_data(client, 0)];
	int value = i2c_smbus_read_word_swapped(client, 1);

	return sysfs_emit(buf, "%d\n", value * unit->factor); /* crashes */
}
static DEVICE_ATTR_RO(value);

static struct attribute *trusting_attrs[] = { &dev_attr_value.attr, NULL };
ATTRIBUTE_GROUPS(trusting);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
static int trusting_probe(struct i2c_client *client)
#else
static int trusting_probe(struct i2c_client *client, const struct i2c_device_id *id)
#endif
{
	return 0;
}

static const struct i2c_device_id trusting_ids[] = { { "with-unit" }, {} };
MODULE_DEVICE_TABLE(i2c, trusting_ids);

static struct i2c_driver trusting_driver = {
	.driver = { .name = "trusting", .dev_groups = trusting_groups },
	.probe = trusting_probe,
	.id_table = trusting_ids,
};
module_i2c_driver(trusting_driver);

MODULE_DESCRIPTION("Trusts its sensor");
MODULE_LICENSE("GPL");
