// SPDX-License-Identifier: GPL-2.0-only
/* Driver for the LM75 of docs/i2c-models.md: temperature and limit in sysfs, in thousandths of a degree. */

#include <linux/i2c.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/sysfs.h>
#include <linux/version.h>

#define DEGREES_TEMPERATURE	0
#define DEGREES_CONFIGURATION	1
#define DEGREES_LIMIT		3
#define DEGREES_SHUTDOWN	BIT(0)

/* Nine bits at the top of a word, in halves of a degree. */
static int degrees_read(struct i2c_client *client, u8 reg, int *thousandths)
{
	int word = i2c_smbus_read_word_swapped(client, reg);

	if (word < 0)
		return word;
	*thousandths = ((s16)word >> 7) * 500;
	return 0;
}

static ssize_t degrees_show(struct device *dev, u8 reg, char *buf)
{
	int thousandths;
	int err = degrees_read(to_i2c_client(dev), reg, &thousandths);

	return err ? err : sysfs_emit(buf, "%d\n", thousandths);
}

static ssize_t temperature_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return degrees_show(dev, DEGREES_TEMPERATURE, buf);
}
static DEVICE_ATTR_RO(temperature);

static ssize_t limit_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return degrees_show(dev, DEGREES_LIMIT, buf);
}

/* A sensor that keeps another limit would let things burn, so the limit is read back. */
static ssize_t limit_store(struct device *dev, struct device_attribute *attr, const char *buf, size_t count)
{
	struct i2c_client *client = to_i2c_client(dev);
	int thousandths, halves, found;
	int err = kstrtoint(buf, 0, &thousandths);

	if (err)
		return err;
	halves = DIV_ROUND_CLOSEST(clamp(thousandths, -55000, 125000), 500);
	err = i2c_smbus_write_word_swapped(client, DEGREES_LIMIT, (u16)(halves << 7));
	if (err)
		return err;
	err = degrees_read(client, DEGREES_LIMIT, &found);
	if (err)
		return err;
	return found == halves * 500 ? count : -EIO;
}
static DEVICE_ATTR_RW(limit);

static struct attribute *degrees_attrs[] = { &dev_attr_temperature.attr, &dev_attr_limit.attr, NULL };
ATTRIBUTE_GROUPS(degrees);

/* Nobody needs to know if a sensor that is gone cannot be sent to sleep. */
static void degrees_sleep(void *data)
{
	i2c_smbus_write_byte_data(data, DEGREES_CONFIGURATION, DEGREES_SHUTDOWN);
}

static int degrees_start(struct i2c_client *client)
{
	int err = i2c_smbus_write_byte_data(client, DEGREES_CONFIGURATION, 0);

	if (err)
		return dev_err_probe(&client->dev, err, "cannot wake the sensor\n");
	return devm_add_action_or_reset(&client->dev, degrees_sleep, client);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 3, 0)
static int degrees_probe(struct i2c_client *client)
{
	return degrees_start(client);
}
#else
static int degrees_probe(struct i2c_client *client, const struct i2c_device_id *id)
{
	return degrees_start(client);
}
#endif

static const struct i2c_device_id degrees_ids[] = { { "lm75" }, {} };
MODULE_DEVICE_TABLE(i2c, degrees_ids);

static struct i2c_driver degrees_driver = {
	.driver = { .name = "degrees", .dev_groups = degrees_groups },
	.probe = degrees_probe,
	.id_table = degrees_ids,
};
module_i2c_driver(degrees_driver);

MODULE_DESCRIPTION("Temperature sensor LM75");
MODULE_LICENSE("GPL");
