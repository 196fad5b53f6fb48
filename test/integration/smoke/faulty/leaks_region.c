// SPDX-License-Identifier: GPL-2.0-only
/* The memory region of its device stays reserved when it is unloaded. */
#include <linux/module.h>
#include <linux/pci.h>

static const struct pci_device_id leaks_ids[] = { { PCI_DEVICE(0x1234, 0x11e8) }, {} };
MODULE_DEVICE_TABLE(pci, leaks_ids);

static int leaks_probe(struct pci_dev *pci, const struct pci_device_id *id)
{
	int error = pci_enable_device(pci);

	return error ? error : pci_request_region(pci, 0, "leaks_region");
}

static void leaks_remove(struct pci_dev *pci)
{
	pci_disable_device(pci);
}

static struct pci_driver leaks_driver = {
	.name = "leaks_region",
	.id_table = leaks_ids,
	.probe = leaks_probe,
	.remove = leaks_remove,
};
module_pci_driver(leaks_driver);

MODULE_DESCRIPTION("leaves a memory region reserved");
MODULE_LICENSE("GPL");
