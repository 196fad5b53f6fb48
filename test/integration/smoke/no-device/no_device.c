// SPDX-License-Identifier: GPL-2.0-only
/* A driver for a device that QEMU does not have. */
#include <linux/module.h>
#include <linux/pci.h>

static const struct pci_device_id no_device_ids[] = { { PCI_DEVICE(0x1234, 0xdead) }, {} };
MODULE_DEVICE_TABLE(pci, no_device_ids);

static int no_device_probe(struct pci_dev *pci, const struct pci_device_id *id)
{
	return 0;
}

static struct pci_driver no_device_driver = {
	.name = "no_device",
	.id_table = no_device_ids,
	.probe = no_device_probe,
};
module_pci_driver(no_device_driver);

MODULE_DESCRIPTION("has no device");
MODULE_LICENSE("GPL");
