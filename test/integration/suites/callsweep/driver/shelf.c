// SPDX-License-Identifier: GPL-2.0-only
/* For sweeps over calls: each of its error paths ends in another way. Reading gives the sum of three numbers. */
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>

static int *numbers[3];

static void empty(void)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(numbers); i++) {
		kfree(numbers[i]);
		numbers[i] = NULL;
	}
}

/* A loop of calls: each of them is reported. */
static int fill(void)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(numbers); i++) {
		numbers[i] = kmalloc(sizeof(**numbers), GFP_KERNEL); /* loop */
		if (!numbers[i]) {
			empty();
			return -ENOMEM;
		}
		*numbers[i] = i + 1;
	}
	return 0;
}

static ssize_t shelf_read(struct file *file, char __user *to, size_t count, loff_t *offset)
{
	char text[16];
	int length, error = fill();
	char *copy;

	if (error)
		return error;
	length = snprintf(text, sizeof(text), "%d\n", *numbers[0] + *numbers[1] + *numbers[2]);
	empty();
	copy = kmemdup(text, length, GFP_KERNEL); /* swallowed */
	/* A bug: what could not be read is an end without a word. */
	if (!copy)
		return 0;
	length = simple_read_from_buffer(to, count, offset, copy, length); /* copied */
	kfree(copy);
	return length;
}

static const struct file_operations operations = { .owner = THIS_MODULE, .read = shelf_read };
static struct miscdevice shelf = { .minor = MISC_DYNAMIC_MINOR, .name = "shelf", .fops = &operations };

/* The device is there, and the driver does not want it: only the bus is told. */
static int shelf_probe(struct platform_device *device)
{
	void *memory = kzalloc(64, GFP_KERNEL); /* probe */

	if (!memory)
		return -ENXIO;
	kfree(memory);
	return 0;
}

static struct platform_driver driver = { .driver = { .name = "shelf" }, .probe = shelf_probe };
static struct platform_device *device;

static int __init shelf_init(void)
{
	int error;

	device = platform_device_register_simple("shelf", -1, NULL, 0); /* device */
	if (IS_ERR(device))
		return PTR_ERR(device);
	error = platform_driver_register(&driver); /* driver */
	if (error)
		goto no_driver;
	error = misc_register(&shelf); /* init */
	if (!error)
		return 0;
	platform_driver_unregister(&driver);
no_driver:
	platform_device_unregister(device);
	return error;
}

static void __exit shelf_exit(void)
{
	misc_deregister(&shelf);
	platform_driver_unregister(&driver);
	platform_device_unregister(device);
}

module_init(shelf_init);
module_exit(shelf_exit);
MODULE_DESCRIPTION("Calls functions of the kernel, and mostly notices when they fail");
MODULE_LICENSE("GPL");
