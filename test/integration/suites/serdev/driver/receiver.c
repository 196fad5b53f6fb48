// SPDX-License-Identifier: GPL-2.0-only
/*
 * A receiver at a serial line, by the serial device bus. Each line is a text, `*` and two hexadecimal digits: what all
 * characters of the text make by exclusive or. An answer begins with `=`, what comes by itself with `!`.
 */
#include <linux/completion.h>
#include <linux/jiffies.h>
#include <linux/mod_devicetable.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/property.h>
#include <linux/serdev.h>
#include <linux/spinlock.h>
#include <linux/sysfs.h>
#include <linux/version.h>

#define LINE_BYTES 64

struct receiver {
	struct serdev_device *serdev;
	struct mutex asking;
	struct completion answered;
	spinlock_t lock; /* of all below */
	char line[LINE_BYTES];
	size_t used;
	char answer[LINE_BYTES];
	char alarm[LINE_BYTES];
	unsigned int broken;
};

static u8 sum_of(const char *text, size_t bytes)
{
	u8 sum = 0;

	while (bytes--)
		sum ^= *text++;
	return sum;
}

/* With the lock held. */
static void take_line(struct receiver *receiver)
{
	char *line = receiver->line, *end = strchr(line, '*');
	u8 sum;

	if (!end || kstrtou8(end + 1, 16, &sum) || sum != sum_of(line, end - line)) {
		receiver->broken++;
		return;
	}
	*end = 0;
	if (line[0] == '!') {
		strscpy(receiver->alarm, line + 1, LINE_BYTES);
	} else if (line[0] == '=') {
		strscpy(receiver->answer, line + 1, LINE_BYTES);
		complete(&receiver->answered);
	}
}

static void take_character(struct receiver *receiver, char character)
{
	if (character != '\n') {
		/* What is too long is broken, which its sum tells. */
		if (receiver->used < LINE_BYTES - 1)
			receiver->line[receiver->used++] = character;
		return;
	}
	receiver->line[receiver->used] = 0;
	take_line(receiver);
	receiver->used = 0;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 9, 0)
static size_t receive(struct serdev_device *serdev, const u8 *bytes, size_t count)
#else
static int receive(struct serdev_device *serdev, const unsigned char *bytes, size_t count)
#endif
{
	struct receiver *receiver = serdev_device_get_drvdata(serdev);
	unsigned long flags;
	size_t n;

	spin_lock_irqsave(&receiver->lock, flags);
	for (n = 0; n < count; n++)
		take_character(receiver, bytes[n]);
	spin_unlock_irqrestore(&receiver->lock, flags);
	return count;
}

static const struct serdev_device_ops operations = {
	.receive_buf = receive,
	.write_wakeup = serdev_device_write_wakeup,
};

static int ask(struct receiver *receiver, const char *text)
{
	char line[LINE_BYTES];
	int bytes = scnprintf(line, sizeof(line), "%s*%02x\n", text, sum_of(text, strlen(text))), written;

	reinit_completion(&receiver->answered);
	written = serdev_device_write(receiver->serdev, line, bytes, HZ);
	if (written != bytes)
		return written < 0 ? written : -EIO;
	return wait_for_completion_timeout(&receiver->answered, HZ) ? 0 : -ETIMEDOUT;
}

static ssize_t show_text(struct receiver *receiver, const char *kept, char *text)
{
	unsigned long flags;
	ssize_t bytes;

	spin_lock_irqsave(&receiver->lock, flags);
	bytes = sysfs_emit(text, "%s\n", kept);
	spin_unlock_irqrestore(&receiver->lock, flags);
	return bytes;
}

static ssize_t model_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	struct receiver *receiver = dev_get_drvdata(dev);
	int error;

	mutex_lock(&receiver->asking);
	error = ask(receiver, "model");
	mutex_unlock(&receiver->asking);
	return error ?: show_text(receiver, receiver->answer, text);
}
static DEVICE_ATTR_RO(model);

static ssize_t alarm_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	struct receiver *receiver = dev_get_drvdata(dev);

	return show_text(receiver, receiver->alarm, text);
}
static DEVICE_ATTR_RO(alarm);

static ssize_t broken_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	struct receiver *receiver = dev_get_drvdata(dev);

	return sysfs_emit(text, "%u\n", READ_ONCE(receiver->broken));
}
static DEVICE_ATTR_RO(broken);

static struct attribute *attributes[] = { &dev_attr_model.attr, &dev_attr_alarm.attr, &dev_attr_broken.attr, NULL };
static const struct attribute_group group = { .attrs = attributes };
static const struct attribute_group *groups[] = { &group, NULL };

static int probe(struct serdev_device *serdev)
{
	struct receiver *receiver = devm_kzalloc(&serdev->dev, sizeof(*receiver), GFP_KERNEL);
	u32 speed;
	int error;

	if (!receiver)
		return -ENOMEM;
	error = device_property_read_u32(&serdev->dev, "current-speed", &speed);
	if (error)
		return error;
	receiver->serdev = serdev;
	mutex_init(&receiver->asking);
	init_completion(&receiver->answered);
	spin_lock_init(&receiver->lock);
	serdev_device_set_drvdata(serdev, receiver);
	serdev_device_set_client_ops(serdev, &operations);
	error = devm_serdev_device_open(&serdev->dev, serdev);
	if (error)
		return error;
	serdev_device_set_baudrate(serdev, speed);
	serdev_device_set_flow_control(serdev, false);
	return 0;
}

/* By an id, or by a compatible string, as the model says. */
static const struct acpi_device_id acpi_ids[] = { { "QDTR0001" }, {} };
MODULE_DEVICE_TABLE(acpi, acpi_ids);
static const struct of_device_id ids[] = { { .compatible = "acme,receiver" }, {} };
MODULE_DEVICE_TABLE(of, ids);

static struct serdev_device_driver receiver = {
	.probe = probe,
	.driver = {
		.name = "receiver",
		.acpi_match_table = acpi_ids,
		.of_match_table = ids,
		.dev_groups = groups,
	},
};
module_serdev_device_driver(receiver);

MODULE_DESCRIPTION("A receiver at a serial line");
MODULE_LICENSE("GPL");
