// SPDX-License-Identifier: GPL-2.0-only
/* What there is to acquire, what of it is in a call, and whether the call was successful. */
#include <linux/err.h>
#include <linux/kdev_t.h>
#include <linux/mm.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include "ledger.h"

/* Behind "leak of". */
const char *const kind_names[KINDS] = {
	[MEMORY] = "memory",
	[PAGES] = "pages",
	[DMA_MEMORY] = "DMA memory",
	[DMA_MAPPING] = "a DMA mapping",
	[DMA_LIST] = "a DMA mapping of a list",
	[DMA_POOL] = "a DMA pool",
	[DMA_POOL_MEMORY] = "memory of a DMA pool",
	[INTERRUPT] = "an interrupt",
	[PCI_INTERRUPT] = "an interrupt",
	[IO_REGION] = "an I/O region",
	[IO_MAPPING] = "an I/O mapping",
	[PCI_ENABLED] = "an enabled PCI device",
	[PCI_REGIONS] = "PCI regions",
	[PCI_VECTORS] = "interrupt vectors",
	[DEVICE_NUMBER] = "a device number",
	[CHAR_DEVICE] = "a character device",
	[MISC_DEVICE] = "a misc device",
	[CLASS] = "a class",
	[DEVICE] = "a device",
	[SYSFS_FILE] = "a sysfs entry",
	[SYSFS_GROUP] = "a sysfs group",
	[DRIVER] = "a driver",
	[ID] = "an id",
	[WORKQUEUE] = "a workqueue",
	[CACHE] = "a slab cache",
	[NET_DEVICE] = "a network device",
	[PCI_REFERENCE] = "a reference to a PCI device",
	[TIMER] = "an armed timer",
	[HR_TIMER] = "an armed timer",
	[WORK] = "queued work",
	[DELAYED_WORK] = "queued work",
	[THREAD] = "a running thread",
};

#define MAX_TEXT 4096

static unsigned long at(unsigned long address, size_t bytes)
{
	unsigned long value = 0;

	return copy_from_kernel_nofault(&value, (void *)address, bytes) ? 0 : value;
}

unsigned long part_of(enum part part, const struct call *call)
{
	const unsigned long *argument = call->arguments;

	switch (part) {
	case NONE:
		return 0;
	case ARG0:
	case ARG1:
	case ARG2:
	case ARG3:
	case ARG4:
	case ARG5:
		return argument[part - ARG0];
	case RESULT:
		return call->result;
	case NUMBER_AT0:
		return at(argument[0], sizeof(u32));
	case POINTER_AT0:
	case POINTER_AT1:
		return at(argument[part - POINTER_AT0], sizeof(void *));
	case RCU_OBJECT:
		/* Before 6.2 the second argument is where the first one is in the object. */
		if (!argument[0] || argument[1] >= PAGE_SIZE)
			return argument[1];
		return argument[0] - argument[1];
	case PCI_DEVICE:
		return argument[0] - offsetof(struct pci_dev, dev);
	case CHAR_MAJOR:
		/* Without a number, the kernel chooses one. */
		return MKDEV((u32)argument[0] ? (u32)argument[0] : (u32)call->result, (u32)argument[1]);
	case CHAR_MAJOR_ARGS:
		return MKDEV((u32)argument[0], (u32)argument[1]);
	case PRODUCT01:
		return argument[0] * argument[1];
	case PAGES_OF0:
	case PAGES_OF1:
		return PAGE_SIZE << (argument[part - PAGES_OF0] & 15);
	case ONE_PAGE:
		return PAGE_SIZE;
	case TEXT_LENGTH:
		return strnlen((const char *)call->result, MAX_TEXT) + 1;
	case OBJECT_SIZE:
		return kmem_cache_size((struct kmem_cache *)argument[0]);
	}
	return 0;
}

/* The kernel's other interrupts of a PCI device are not allocated. */
static bool has_message_vectors(unsigned long device)
{
	const struct pci_dev *pci = (const struct pci_dev *)device;

	return pci->msi_enabled || pci->msix_enabled;
}

bool has_acquired(const struct acquisition *acquisition, const struct call *call)
{
	switch (acquisition->success) {
	case POINTER:
		/* Of no bytes: ZERO_SIZE_PTR. */
		return call->result > 16 && !IS_ERR_VALUE(call->result);
	case ZERO:
		return !(int)call->result;
	case POSITIVE:
		return (int)call->result > 0;
	case NOT_NEGATIVE:
		return (int)call->result >= 0;
	case MAPPED:
		return call->result != ~0UL;
	case MESSAGE_VECTORS:
		return (int)call->result > 0 && has_message_vectors(call->arguments[0]);
	case ALWAYS:
		return true;
	}
	return false;
}
