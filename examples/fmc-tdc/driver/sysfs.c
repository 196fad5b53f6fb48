// SPDX-License-Identifier: GPL-2.0-only
/*
 * /sys/class/misc/tdcN-chC, one for each channel, and the PCI device's own
 * attributes. They go away, and wait for their users, before the card does.
 */

#include <linux/device.h>
#include <linux/kstrtox.h>

#include "fmc_tdc.h"

/* ---- A channel ---- */

static struct fmc_tdc_channel *fmc_tdc_channel_of(struct device *dev)
{
	return container_of(dev_get_drvdata(dev), struct fmc_tdc_channel, misc);
}

static ssize_t enable_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%d\n", READ_ONCE(fmc_tdc_channel_of(dev)->enabled));
}

static ssize_t enable_store(struct device *dev, struct device_attribute *attr,
			    const char *buf, size_t count)
{
	struct fmc_tdc_channel *ch = fmc_tdc_channel_of(dev);
	bool on;
	int ret = kstrtobool(buf, &on);

	if (ret)
		return ret;
	ret = fmc_tdc_lock(ch->tdc);
	if (ret)
		return ret;
	if (on != ch->enabled)
		ret = on ? fmc_tdc_enable(ch) : fmc_tdc_disable(ch);
	mutex_unlock(&ch->tdc->lock);
	return ret ?: count;
}
static DEVICE_ATTR_RW(enable);

static ssize_t fmc_tdc_show_counter(struct fmc_tdc *tdc, const u64 *counter, char *buf)
{
	u64 value;

	mutex_lock(&tdc->lock);
	value = *counter;
	mutex_unlock(&tdc->lock);
	return sysfs_emit(buf, "%llu\n", value);
}

static ssize_t received_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct fmc_tdc_channel *ch = fmc_tdc_channel_of(dev);

	return fmc_tdc_show_counter(ch->tdc, &ch->received, buf);
}
static DEVICE_ATTR_RO(received);

static ssize_t lost_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct fmc_tdc_channel *ch = fmc_tdc_channel_of(dev);

	return fmc_tdc_show_counter(ch->tdc, &ch->lost, buf);
}
static DEVICE_ATTR_RO(lost);

static ssize_t dropped_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct fmc_tdc_channel *ch = fmc_tdc_channel_of(dev);

	return fmc_tdc_show_counter(ch->tdc, &ch->dropped, buf);
}
static DEVICE_ATTR_RO(dropped);

static struct attribute *fmc_tdc_channel_attrs[] = {
	&dev_attr_enable.attr,
	&dev_attr_received.attr,
	&dev_attr_lost.attr,
	&dev_attr_dropped.attr,
	NULL,
};

static const struct attribute_group fmc_tdc_channel_group = { .attrs = fmc_tdc_channel_attrs };

const struct attribute_group *fmc_tdc_channel_groups[] = { &fmc_tdc_channel_group, NULL };

/* ---- The card ---- */

/* A register of the one-wire block, while what it has read from the mezzanine is valid. */
static int fmc_tdc_ask_mezzanine(struct fmc_tdc *tdc, u32 reg, u32 *value)
{
	u32 csr;
	int ret = fmc_tdc_lock(tdc);

	if (ret)
		return ret;
	csr = fmc_tdc_read(tdc, ONEWIRE_CSR);
	*value = fmc_tdc_read(tdc, reg);
	ret = fmc_tdc_check_answer(tdc, csr);
	mutex_unlock(&tdc->lock);
	return ret ?: csr & ONEWIRE_VALID ? 0 : -ENODATA;
}

static ssize_t temperature_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	u32 raw;
	int ret = fmc_tdc_ask_mezzanine(dev_get_drvdata(dev), ONEWIRE_TEMPERATURE, &raw);

	/* In thousandths of a degree, as elsewhere */
	return ret ?: sysfs_emit(buf, "%d\n", (s16)raw * 1000 / 16);
}
static DEVICE_ATTR_RO(temperature);

static ssize_t serial_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	u32 high, low;
	int ret = fmc_tdc_ask_mezzanine(dev_get_drvdata(dev), ONEWIRE_ID_H, &high) ?:
		  fmc_tdc_ask_mezzanine(dev_get_drvdata(dev), ONEWIRE_ID_L, &low);

	return ret ?: sysfs_emit(buf, "%08x%08x\n", high, low);
}
static DEVICE_ATTR_RO(serial);

static ssize_t time_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct fmc_tdc *tdc = dev_get_drvdata(dev);
	u32 seconds;
	int ret = fmc_tdc_lock(tdc);

	if (ret)
		return ret;
	seconds = fmc_tdc_read(tdc, TDC_CURRENT_UTC);
	ret = fmc_tdc_check_answer(tdc, seconds);
	mutex_unlock(&tdc->lock);
	return ret ?: sysfs_emit(buf, "%u\n", seconds);
}

/* Not while pulses may come: their time stamps would be of neither time. */
static ssize_t time_store(struct device *dev, struct device_attribute *attr,
			  const char *buf, size_t count)
{
	struct fmc_tdc *tdc = dev_get_drvdata(dev);
	u32 seconds;
	int ret = kstrtou32(buf, 0, &seconds);

	if (ret)
		return ret;
	ret = fmc_tdc_lock(tdc);
	if (ret)
		return ret;
	fmc_tdc_write(tdc, TDC_INPUTS, tdc->inputs & ~TDC_INPUTS_ENABLE);
	fmc_tdc_write(tdc, TDC_START_UTC, seconds);
	fmc_tdc_write(tdc, TDC_CTRL, TDC_CTRL_LOAD_UTC);
	fmc_tdc_write(tdc, TDC_INPUTS, tdc->inputs);
	mutex_unlock(&tdc->lock);
	return count;
}
static DEVICE_ATTR_RW(time);

static ssize_t moderation_ms_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct fmc_tdc *tdc = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%u\n", READ_ONCE(tdc->moderation_ms));
}

static ssize_t moderation_ms_store(struct device *dev, struct device_attribute *attr,
				   const char *buf, size_t count)
{
	struct fmc_tdc *tdc = dev_get_drvdata(dev);
	unsigned int value, i;
	int ret = kstrtouint(buf, 0, &value);

	if (ret)
		return ret;
	if (value > BUFFER_TIMEOUT_MAX)
		return -ERANGE;
	ret = fmc_tdc_lock(tdc);
	if (ret)
		return ret;
	WRITE_ONCE(tdc->moderation_ms, value);
	for (i = 0; i < FMC_TDC_CHANNELS; i++)
		if (tdc->channels[i].enabled)
			fmc_tdc_write(tdc, BUFFER_CSR(i), fmc_tdc_csr(tdc));
	mutex_unlock(&tdc->lock);
	return count;
}
static DEVICE_ATTR_RW(moderation_ms);

static ssize_t irqs_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct fmc_tdc *tdc = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%d\n", atomic_read(&tdc->irqs));
}
static DEVICE_ATTR_RO(irqs);

static ssize_t irqs_missed_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct fmc_tdc *tdc = dev_get_drvdata(dev);

	return fmc_tdc_show_counter(tdc, &tdc->irqs_missed, buf);
}
static DEVICE_ATTR_RO(irqs_missed);

static ssize_t dma_errors_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct fmc_tdc *tdc = dev_get_drvdata(dev);

	return fmc_tdc_show_counter(tdc, &tdc->dma_errors, buf);
}
static DEVICE_ATTR_RO(dma_errors);

static struct attribute *fmc_tdc_attrs[] = {
	&dev_attr_temperature.attr,
	&dev_attr_serial.attr,
	&dev_attr_time.attr,
	&dev_attr_moderation_ms.attr,
	&dev_attr_irqs.attr,
	&dev_attr_irqs_missed.attr,
	&dev_attr_dma_errors.attr,
	NULL,
};

static const struct attribute_group fmc_tdc_group = { .attrs = fmc_tdc_attrs };

const struct attribute_group *fmc_tdc_groups[] = { &fmc_tdc_group, NULL };
