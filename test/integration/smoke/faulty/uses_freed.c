// SPDX-License-Identifier: GPL-2.0-only
/* Somebody who has its node open can read after the device is gone, and the driver looks for it. */
#include <linux/fs.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/pci.h>

static struct pci_dev *current_device;

static ssize_t uses_freed_read(struct file *file, char __user *buffer, size_t size, loff_t *offset)
{
	return current_device->vendor == 0x1234 ? 0 : -EIO;
}

static const struct file_operations uses_freed_operations = {
	.owner = THIS_MODULE,
	.read = uses_freed_read,
};

static struct miscdevice uses_freed_misc = {
	.minor = MISC_DYNAMIC_MINOR,
	.name = "uses_freed",
	.fops = &uses_freed_operations,
};

static int uses_freed_probe(struct pci_dev *pci, const struct pci_device_id *id)
{
	current_device = pci;
	return misc_register(&uses_freed_misc);
}

static void uses_freed_remove(struct pci_dev *pci)
{
	misc_deregister(&uses_freed_misc);
	current_device = NULL;
}

static const struct pci_device_id uses_freed_ids[] = { { PCI_DEVICE(0x1234, 0x11e8) }, {} };
MODULE_DEVICE_TABLE(pci, uses_freed_ids);

static struct pci_driver uses_freed_driver = {
	.name = "uses_freed",
	.id_table = uses_freed_ids,
	.probe = uses_freed_probe,
	.remove = uses_freed_remove,
};
module_pci_driver(uses_freed_driver);

MODULE_DESCRIPTION("crashes when its device goes while it is used");
MODULE_LICENSE("GPL");
