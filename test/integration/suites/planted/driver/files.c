// SPDX-License-Identifier: GPL-2.0-only
/* /dev/planted and its attributes: a number and a file that stay, and a result that is not looked at. */
#include <linux/fs.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/uaccess.h>
#include <linux/version.h>
#include "planted.h"

#define PATIENCE (2 * HZ)

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 4, 0)
#define create_class(name) class_create(THIS_MODULE, name)
#else
#define create_class(name) class_create(name)
#endif

static int planted_open(struct inode *inode, struct file *file)
{
	file->private_data = container_of(inode->i_cdev, struct planted, cdev);
	return 0;
}

/* The factorial of what is written. The device says when it is done. */
static ssize_t planted_write(struct file *file, const char __user *from, size_t bytes, loff_t *offset)
{
	struct planted *p = file->private_data;
	unsigned long left;
	u32 number;
	int ret = kstrtou32_from_user(from, bytes, 0, &number);

	if (ret)
		return ret;
	ret = mutex_lock_interruptible(&p->lock);
	if (ret)
		return ret;
	reinit_completion(&p->done);
	iowrite32(number, p->regs + PLANTED_FACTORIAL);
	left = wait_for_completion_timeout(&p->done, PATIENCE);
	if (left)
		p->result = ioread32(p->regs + PLANTED_FACTORIAL);
	mutex_unlock(&p->lock);
	return left ? bytes : -ETIMEDOUT;
}

static ssize_t planted_read(struct file *file, char __user *to, size_t bytes, loff_t *offset)
{
	struct planted *p = file->private_data;
	char text[16];
	int length = snprintf(text, sizeof(text), "%u\n", p->result);

	return simple_read_from_buffer(to, bytes, offset, text, length);
}

static const struct file_operations operations = {
	.owner = THIS_MODULE,
	.open = planted_open,
	.read = planted_read,
	.write = planted_write,
};

static ssize_t id_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	struct planted *p = dev_get_drvdata(dev);

	return sysfs_emit(text, "%08x\n", ioread32(p->regs + PLANTED_ID));
}
static DEVICE_ATTR_RO(id);

static ssize_t result_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	struct planted *p = dev_get_drvdata(dev);

	return sysfs_emit(text, "%u\n", p->result);
}
static DEVICE_ATTR_RO(result);

/* Beside the device's own files, so that they do not go with /dev/planted. */
static int attributes_init(struct planted *p)
{
	struct device *dev = &p->pdev->dev;
	int ret = device_create_file(dev, &dev_attr_id); /* bug: sysfs entry left */

	if (ret)
		return ret;
	return device_create_file(dev, &dev_attr_result);
}

static void attributes_exit(struct planted *p)
{
	device_remove_file(&p->pdev->dev, &dev_attr_result);
	device_remove_file(&p->pdev->dev, &dev_attr_id);
}

int planted_files_init(struct planted *p)
{
	int ret = alloc_chrdev_region(&p->number, 0, 1, "planted"); /* bug: device number leaked */

	if (ret)
		return ret;
	mutex_init(&p->lock);
	p->class = create_class("planted");
	if (IS_ERR(p->class))
		return PTR_ERR(p->class);
	cdev_init(&p->cdev, &operations);
	p->cdev.owner = THIS_MODULE;
	ret = cdev_add(&p->cdev, p->number, 1);
	if (ret)
		goto destroy_class;
	ret = attributes_init(p);
	if (ret)
		goto delete_cdev;
	p->dev = device_create(p->class, &p->pdev->dev, p->number, NULL, "planted");
	dev_set_drvdata(p->dev, p); /* bug: missing check of ERR_PTR */
	return 0;
delete_cdev:
	cdev_del(&p->cdev);
destroy_class:
	class_destroy(p->class);
	unregister_chrdev_region(p->number, 1);
	return ret;
}

void planted_files_exit(struct planted *p)
{
	device_destroy(p->class, p->number);
	attributes_exit(p);
	cdev_del(&p->cdev);
	class_destroy(p->class);
	unregister_chrdev_region(p->number, 1);
}
