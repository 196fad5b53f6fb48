// SPDX-License-Identifier: GPL-2.0-only
/* A chip with registers on SPI, a line that resets it, a line by which it says that it is ready, and a crystal. */
#include <linux/clk.h>
#include <linux/delay.h>
#include <linux/gpio/consumer.h>
#include <linux/module.h>
#include <linux/spi/spi.h>

#define REG_ID 0x00
#define REG_CHANNEL 0x02
#define ID_VALUE 0x5a
#define READ_BIT 0x80
#define READY_POLLS 50

struct radio {
	struct spi_device *spi;
	struct gpio_desc *reset;
	struct gpio_desc *ready;
	struct clk *crystal;
};

static int read_register(struct radio *radio, u8 address)
{
	return spi_w8r8(radio->spi, READ_BIT | address);
}

static int reset_chip(struct radio *radio)
{
	int n;

	gpiod_set_value_cansleep(radio->reset, 1);
	if (gpiod_get_value_cansleep(radio->ready))
		return -EIO;
	gpiod_set_value_cansleep(radio->reset, 0);
	for (n = 0; n < READY_POLLS; n++) {
		if (gpiod_get_value_cansleep(radio->ready))
			return 0;
		usleep_range(1000, 2000);
	}
	return -ETIMEDOUT;
}

static ssize_t channel_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	int value = read_register(dev_get_drvdata(dev), REG_CHANNEL);

	return value < 0 ? value : sysfs_emit(text, "%d\n", value);
}

static ssize_t channel_store(struct device *dev, struct device_attribute *attribute, const char *text, size_t size)
{
	struct radio *radio = dev_get_drvdata(dev);
	u8 bytes[] = { REG_CHANNEL, 0 };
	int error = kstrtou8(text, 0, &bytes[1]);

	error = error ?: spi_write(radio->spi, bytes, sizeof(bytes));
	return error ?: size;
}
static DEVICE_ATTR_RW(channel);

static ssize_t reset_store(struct device *dev, struct device_attribute *attribute, const char *text, size_t size)
{
	return reset_chip(dev_get_drvdata(dev)) ?: size;
}
static DEVICE_ATTR_WO(reset);

static ssize_t crystal_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	struct radio *radio = dev_get_drvdata(dev);

	return sysfs_emit(text, "%lu\n", clk_get_rate(radio->crystal));
}
static DEVICE_ATTR_RO(crystal);

static struct attribute *radio_attributes[] = {
	&dev_attr_channel.attr, &dev_attr_crystal.attr, &dev_attr_reset.attr, NULL,
};
static const struct attribute_group radio_group = { .attrs = radio_attributes };

static int radio_probe(struct spi_device *spi)
{
	struct radio *radio = devm_kzalloc(&spi->dev, sizeof(*radio), GFP_KERNEL);
	int error, id;

	if (!radio)
		return -ENOMEM;
	radio->spi = spi;
	radio->reset = devm_gpiod_get(&spi->dev, "reset", GPIOD_OUT_HIGH);
	if (IS_ERR(radio->reset))
		return dev_err_probe(&spi->dev, PTR_ERR(radio->reset), "no reset line\n");
	radio->ready = devm_gpiod_get(&spi->dev, "ready", GPIOD_IN);
	if (IS_ERR(radio->ready))
		return dev_err_probe(&spi->dev, PTR_ERR(radio->ready), "no ready line\n");
	radio->crystal = devm_clk_get(&spi->dev, "crystal");
	if (IS_ERR(radio->crystal))
		return dev_err_probe(&spi->dev, PTR_ERR(radio->crystal), "no crystal\n");
	error = reset_chip(radio);
	if (error)
		return dev_err_probe(&spi->dev, error, "the chip does not become ready\n");
	id = read_register(radio, REG_ID);
	if (id != ID_VALUE)
		return dev_err_probe(&spi->dev, -ENODEV, "expected the chip 0x%x, found 0x%x\n", ID_VALUE, id);
	spi_set_drvdata(spi, radio);
	return devm_device_add_group(&spi->dev, &radio_group);
}

static const struct spi_device_id ids[] = { { "radio" }, { } };
MODULE_DEVICE_TABLE(spi, ids);

static struct spi_driver radio_driver = { .driver.name = "radio", .probe = radio_probe, .id_table = ids };
module_spi_driver(radio_driver);
MODULE_DESCRIPTION("A chip with registers and lines");
MODULE_LICENSE("GPL");
