// SPDX-License-Identifier: GPL-2.0-only
/*
 * Driver for the USB scale of docs/usb-models.md: weight, tare, limit and alarms in sysfs, rows of samples from
 * /dev/scaleN.
 */

#include <linux/atomic.h>
#include <linux/fs.h>
#include <linux/kref.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/usb.h>
#include <linux/workqueue.h>

#define SCALE_TARE		0x10
#define SCALE_WEIGHT		0x11
#define SCALE_SAMPLES		1
#define SCALE_LIMIT		2
#define SCALE_TIMEOUT_MS	1000
#define SCALE_MAX_READ		(64 * 1024)

struct scale {
	struct kref refs;
	struct usb_device *udev;
	struct usb_interface *intf;
	unsigned int out;
	unsigned int in;
	unsigned int alarm_pipe;
	/* One command with its answer at a time; also guards "gone". */
	struct mutex lock;
	bool gone;
	struct urb *alarm_urb;
	struct work_struct clear_alarms;
	__le32 *alarm;
	atomic_t alarms;
};

struct scale_command {
	u8 code;
	__le32 argument;
} __packed;

static struct usb_driver scale_driver;

static void scale_release(struct kref *refs)
{
	struct scale *scale = container_of(refs, struct scale, refs);

	usb_free_urb(scale->alarm_urb);
	kfree(scale->alarm);
	usb_put_intf(scale->intf);
	usb_put_dev(scale->udev);
	kfree(scale);
}

/* A stalled endpoint goes on only when it is told to. */
static int scale_bulk(struct scale *scale, unsigned int pipe, void *data, int length, int *done)
{
	int err = usb_bulk_msg(scale->udev, pipe, data, length, done, SCALE_TIMEOUT_MS);

	if (err == -EPIPE)
		usb_clear_halt(scale->udev, pipe);
	return err;
}

static int scale_send(struct scale *scale, u8 code, u32 argument)
{
	struct scale_command *command = kmalloc(sizeof(*command), GFP_KERNEL);
	int done, err;

	if (!command)
		return -ENOMEM;
	command->code = code;
	command->argument = cpu_to_le32(argument);
	err = scale_bulk(scale, scale->out, command, sizeof(*command), &done);
	if (!err && done != sizeof(*command))
		err = -EIO;
	kfree(command);
	return err;
}

static ssize_t scale_read(struct file *file, char __user *buffer, size_t count, loff_t *position)
{
	struct scale *scale = file->private_data;
	size_t length = min_t(size_t, count, SCALE_MAX_READ) & ~3;
	int done = 0, err;
	void *samples;

	if (!length)
		return -EINVAL;
	samples = kmalloc(length, GFP_KERNEL);
	if (!samples)
		return -ENOMEM;
	err = mutex_lock_interruptible(&scale->lock);
	if (err)
		goto free_samples;
	err = scale->gone ? -ENODEV : scale_send(scale, SCALE_SAMPLES, length / 4);
	if (!err)
		err = scale_bulk(scale, scale->in, samples, length, &done);
	mutex_unlock(&scale->lock);
	if (err)
		goto free_samples;
	if (done != length)
		err = -EIO;
	else if (copy_to_user(buffer, samples, done))
		err = -EFAULT;
free_samples:
	kfree(samples);
	return err ? err : done;
}

static int scale_open(struct inode *inode, struct file *file)
{
	struct usb_interface *intf = usb_find_interface(&scale_driver, iminor(inode));
	struct scale *scale = intf ? usb_get_intfdata(intf) : NULL;

	if (!scale)
		return -ENODEV;
	kref_get(&scale->refs);
	file->private_data = scale;
	return 0;
}

static int scale_close(struct inode *inode, struct file *file)
{
	struct scale *scale = file->private_data;

	kref_put(&scale->refs, scale_release);
	return 0;
}

static const struct file_operations scale_fops = {
	.owner = THIS_MODULE,
	.open = scale_open,
	.release = scale_close,
	.read = scale_read,
};

static struct usb_class_driver scale_class = {
	.name = "scale%d",
	.fops = &scale_fops,
	.minor_base = 192,
};

static ssize_t weight_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct scale *scale = dev_get_drvdata(dev);
	__le32 weight;
	int err = usb_control_msg_recv(scale->udev, 0, SCALE_WEIGHT, USB_DIR_IN | USB_TYPE_VENDOR | USB_RECIP_DEVICE,
				       0, 0, &weight, sizeof(weight), SCALE_TIMEOUT_MS, GFP_KERNEL);

	return err ? err : sysfs_emit(buf, "%d\n", (s32)le32_to_cpu(weight));
}
static DEVICE_ATTR_RO(weight);

static ssize_t tare_store(struct device *dev, struct device_attribute *attr, const char *buf, size_t count)
{
	struct scale *scale = dev_get_drvdata(dev);
	int err = usb_control_msg_send(scale->udev, 0, SCALE_TARE, USB_DIR_OUT | USB_TYPE_VENDOR | USB_RECIP_DEVICE,
				       0, 0, NULL, 0, SCALE_TIMEOUT_MS, GFP_KERNEL);

	return err ? err : count;
}
static DEVICE_ATTR_WO(tare);

static ssize_t limit_store(struct device *dev, struct device_attribute *attr, const char *buf, size_t count)
{
	struct scale *scale = dev_get_drvdata(dev);
	u32 limit;
	int err = kstrtou32(buf, 0, &limit);

	if (err)
		return err;
	err = mutex_lock_interruptible(&scale->lock);
	if (err)
		return err;
	err = scale_send(scale, SCALE_LIMIT, limit);
	mutex_unlock(&scale->lock);
	return err ? err : count;
}
static DEVICE_ATTR_WO(limit);

static ssize_t alarms_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct scale *scale = dev_get_drvdata(dev);

	return sysfs_emit(buf, "%d\n", atomic_read(&scale->alarms));
}
static DEVICE_ATTR_RO(alarms);

static struct attribute *scale_attrs[] = {
	&dev_attr_weight.attr, &dev_attr_tare.attr, &dev_attr_limit.attr, &dev_attr_alarms.attr, NULL,
};
ATTRIBUTE_GROUPS(scale);

static void scale_alarm(struct urb *urb)
{
	struct scale *scale = urb->context;

	switch (urb->status) {
	case 0:
		if (urb->actual_length == sizeof(*scale->alarm))
			atomic_inc(&scale->alarms);
		break;
	case -ECONNRESET:
	case -ENOENT:
	case -ESHUTDOWN:
		return;
	case -EPIPE:
		schedule_work(&scale->clear_alarms);
		return;
	default:
		dev_warn_ratelimited(&scale->intf->dev, "an alarm was lost: %d\n", urb->status);
	}
	usb_submit_urb(urb, GFP_ATOMIC);
}

/* Of no use on a poisoned URB, which is what disconnect and suspend make of it. */
static void scale_clear_alarms(struct work_struct *work)
{
	struct scale *scale = container_of(work, struct scale, clear_alarms);

	dev_warn(&scale->intf->dev, "the alarms stalled\n");
	if (!usb_clear_halt(scale->udev, scale->alarm_pipe))
		usb_submit_urb(scale->alarm_urb, GFP_KERNEL);
}

static void scale_stop_alarms(struct scale *scale)
{
	usb_poison_urb(scale->alarm_urb);
	cancel_work_sync(&scale->clear_alarms);
}

static int scale_probe(struct usb_interface *intf, const struct usb_device_id *id)
{
	struct usb_endpoint_descriptor *in, *out, *alarm;
	struct scale *scale;
	int err;

	err = usb_find_common_endpoints(intf->cur_altsetting, &in, &out, &alarm, NULL);
	if (err)
		return err;
	scale = kzalloc(sizeof(*scale), GFP_KERNEL);
	if (!scale)
		return -ENOMEM;
	kref_init(&scale->refs);
	mutex_init(&scale->lock);
	INIT_WORK(&scale->clear_alarms, scale_clear_alarms);
	scale->udev = usb_get_dev(interface_to_usbdev(intf));
	scale->intf = usb_get_intf(intf);
	scale->in = usb_rcvbulkpipe(scale->udev, usb_endpoint_num(in));
	scale->out = usb_sndbulkpipe(scale->udev, usb_endpoint_num(out));
	scale->alarm = kzalloc(sizeof(*scale->alarm), GFP_KERNEL);
	scale->alarm_urb = usb_alloc_urb(0, GFP_KERNEL);
	err = -ENOMEM;
	if (!scale->alarm || !scale->alarm_urb)
		goto put_scale;
	scale->alarm_pipe = usb_rcvintpipe(scale->udev, usb_endpoint_num(alarm));
	usb_fill_int_urb(scale->alarm_urb, scale->udev, scale->alarm_pipe, scale->alarm, sizeof(*scale->alarm),
			 scale_alarm, scale, alarm->bInterval);
	usb_set_intfdata(intf, scale);
	err = usb_submit_urb(scale->alarm_urb, GFP_KERNEL);
	if (err)
		goto put_scale;
	err = usb_register_dev(intf, &scale_class);
	if (err)
		goto stop_alarms;
	return 0;

stop_alarms:
	scale_stop_alarms(scale);
put_scale:
	usb_set_intfdata(intf, NULL);
	kref_put(&scale->refs, scale_release);
	return err;
}

static void scale_disconnect(struct usb_interface *intf)
{
	struct scale *scale = usb_get_intfdata(intf);

	usb_deregister_dev(intf, &scale_class);
	scale_stop_alarms(scale);
	mutex_lock(&scale->lock);
	scale->gone = true;
	mutex_unlock(&scale->lock);
	usb_set_intfdata(intf, NULL);
	kref_put(&scale->refs, scale_release);
}

static int scale_suspend(struct usb_interface *intf, pm_message_t message)
{
	scale_stop_alarms(usb_get_intfdata(intf));
	return 0;
}

static int scale_resume(struct usb_interface *intf)
{
	struct scale *scale = usb_get_intfdata(intf);

	usb_unpoison_urb(scale->alarm_urb);
	return usb_submit_urb(scale->alarm_urb, GFP_NOIO);
}

static const struct usb_device_id scale_ids[] = { { USB_DEVICE(0x1de5, 0x0acd) }, { } };
MODULE_DEVICE_TABLE(usb, scale_ids);

static struct usb_driver scale_driver = {
	.name = "scale",
	.id_table = scale_ids,
	.probe = scale_probe,
	.disconnect = scale_disconnect,
	.suspend = scale_suspend,
	.resume = scale_resume,
	.reset_resume = scale_resume,
	.dev_groups = scale_groups,
};
module_usb_driver(scale_driver);

MODULE_DESCRIPTION("USB scale of qemu-driver-test's documentation");
MODULE_LICENSE("GPL");
