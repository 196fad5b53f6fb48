// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which functions acquire and release what. The names are those of the symbols, in all supported kernels. Managed
 * (devm_, pcim_, dmam_) functions are not here: the kernel acquires for them, and releases.
 */
#include <linux/err.h>
#include <linux/kdev_t.h>
#include <linux/mm.h>
#include <linux/pci.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include "ledger.h"

#define MEMORY_BY(symbol, shown, bytes) { symbol, shown, MEMORY, POINTER, RESULT, NONE, bytes }

const struct acquisition acquisitions[] = {
	MEMORY_BY("__kmalloc", "kmalloc", ARG0),
	MEMORY_BY("__kmalloc_noprof", "kmalloc", ARG0),
	MEMORY_BY("__kmalloc_node", "kmalloc", ARG0),
	MEMORY_BY("__kmalloc_node_noprof", "kmalloc", ARG0),
	MEMORY_BY("__kmalloc_track_caller", "kmalloc", ARG0),
	MEMORY_BY("__kmalloc_node_track_caller", "kmalloc", ARG0),
	MEMORY_BY("__kmalloc_node_track_caller_noprof", "kmalloc", ARG0),
	MEMORY_BY("kmem_cache_alloc_trace", "kmalloc", ARG2),
	MEMORY_BY("kmem_cache_alloc_node_trace", "kmalloc", ARG3),
	MEMORY_BY("kmalloc_trace", "kmalloc", ARG2),
	MEMORY_BY("kmalloc_trace_noprof", "kmalloc", ARG2),
	MEMORY_BY("kmalloc_node_trace", "kmalloc", ARG3),
	MEMORY_BY("__kmalloc_cache_noprof", "kmalloc", ARG2),
	MEMORY_BY("__kmalloc_cache_node_noprof", "kmalloc", ARG3),
	MEMORY_BY("kmalloc_large", "kmalloc", ARG0),
	MEMORY_BY("kmalloc_large_node", "kmalloc", ARG0),
	MEMORY_BY("kmalloc_order", "kmalloc", ARG0),
	MEMORY_BY("kmalloc_order_trace", "kmalloc", ARG0),
	MEMORY_BY("__kmalloc_large_noprof", "kmalloc", ARG0),
	MEMORY_BY("__kmalloc_large_node_noprof", "kmalloc", ARG0),
	MEMORY_BY("kvmalloc_node", "kvmalloc", ARG0),
	MEMORY_BY("kvmalloc_node_noprof", "kvmalloc", ARG0),
	MEMORY_BY("__kvmalloc_node_noprof", "kvmalloc", ARG0),
	{ "krealloc", "krealloc", MEMORY, POINTER, RESULT, NONE, ARG1, .replaces = true },
	{ "krealloc_noprof", "krealloc", MEMORY, POINTER, RESULT, NONE, ARG1, .replaces = true },
	{ "krealloc_node_align_noprof", "krealloc", MEMORY, POINTER, RESULT, NONE, ARG1, .replaces = true },
	MEMORY_BY("kmemdup", "kmemdup", ARG1),
	MEMORY_BY("kmemdup_noprof", "kmemdup", ARG1),
	MEMORY_BY("kmemdup_nul", "kmemdup_nul", ARG1),
	MEMORY_BY("kmemdup_array", "kmemdup_array", PRODUCT01),
	MEMORY_BY("kstrdup", "kstrdup", TEXT_LENGTH),
	MEMORY_BY("kstrdup_noprof", "kstrdup", TEXT_LENGTH),
	MEMORY_BY("kstrndup", "kstrndup", TEXT_LENGTH),
	{ "kasprintf", "kasprintf", MEMORY, POINTER, RESULT, NONE, TEXT_LENGTH },
	MEMORY_BY("kvasprintf", "kvasprintf", TEXT_LENGTH),
	MEMORY_BY("memdup_user", "memdup_user", ARG1),
	MEMORY_BY("memdup_user_nul", "memdup_user_nul", ARG1),
	MEMORY_BY("vmemdup_user", "vmemdup_user", ARG1),
	MEMORY_BY("strndup_user", "strndup_user", TEXT_LENGTH),
	MEMORY_BY("kmem_cache_alloc", "kmem_cache_alloc", OBJECT_SIZE),
	MEMORY_BY("kmem_cache_alloc_noprof", "kmem_cache_alloc", OBJECT_SIZE),
	MEMORY_BY("kmem_cache_alloc_node", "kmem_cache_alloc_node", OBJECT_SIZE),
	MEMORY_BY("kmem_cache_alloc_node_noprof", "kmem_cache_alloc_node", OBJECT_SIZE),
	MEMORY_BY("vmalloc", "vmalloc", ARG0),
	MEMORY_BY("vmalloc_noprof", "vmalloc", ARG0),
	MEMORY_BY("vzalloc", "vzalloc", ARG0),
	MEMORY_BY("vzalloc_noprof", "vzalloc", ARG0),
	MEMORY_BY("__vmalloc", "__vmalloc", ARG0),
	MEMORY_BY("__vmalloc_noprof", "__vmalloc", ARG0),
	MEMORY_BY("vmalloc_node", "vmalloc_node", ARG0),
	MEMORY_BY("vmalloc_node_noprof", "vmalloc_node", ARG0),
	MEMORY_BY("vmalloc_user", "vmalloc_user", ARG0),
	MEMORY_BY("vmalloc_user_noprof", "vmalloc_user", ARG0),
	MEMORY_BY("vmalloc_32", "vmalloc_32", ARG0),
	MEMORY_BY("vmalloc_32_noprof", "vmalloc_32", ARG0),

	{ "__get_free_pages", "__get_free_pages", PAGES, POINTER, RESULT, NONE, PAGES_OF1 },
	{ "get_free_pages_noprof", "__get_free_pages", PAGES, POINTER, RESULT, NONE, PAGES_OF1 },
	{ "get_zeroed_page", "get_zeroed_page", PAGES, POINTER, RESULT, NONE, ONE_PAGE },
	{ "get_zeroed_page_noprof", "get_zeroed_page", PAGES, POINTER, RESULT, NONE, ONE_PAGE },
	{ "alloc_pages_exact", "alloc_pages_exact", PAGES, POINTER, RESULT, NONE, ARG0 },
	{ "alloc_pages_exact_noprof", "alloc_pages_exact", PAGES, POINTER, RESULT, NONE, ARG0 },

	{ "dma_alloc_attrs", "dma_alloc_coherent", DMA_MEMORY, POINTER, RESULT, NONE, ARG1 },
	{ "dma_alloc_pages", "dma_alloc_pages", DMA_MEMORY, POINTER, RESULT, NONE, ARG1 },
	{ "dma_map_page_attrs", "dma_map_page", DMA_MAPPING, MAPPED, RESULT, ARG0, ARG3 },
	{ "dma_map_phys", "dma_map_phys", DMA_MAPPING, MAPPED, RESULT, ARG0, ARG2 },
	{ "dma_map_resource", "dma_map_resource", DMA_MAPPING, MAPPED, RESULT, ARG0, ARG2 },
	{ "dma_map_sg_attrs", "dma_map_sg", DMA_LIST, POSITIVE, ARG1, ARG0, NONE },
	{ "dma_map_sgtable", "dma_map_sgtable", DMA_LIST, ZERO, POINTER_AT1, ARG0, NONE },
	{ "dma_pool_create", "dma_pool_create", DMA_POOL, POINTER, RESULT, NONE, NONE },
	{ "dma_pool_create_node", "dma_pool_create", DMA_POOL, POINTER, RESULT, NONE, NONE },
	{ "dma_pool_alloc", "dma_pool_alloc", DMA_POOL_MEMORY, POINTER, RESULT, ARG0, NONE },

	{ "request_threaded_irq", "request_irq", INTERRUPT, ZERO, ARG5, ARG0, NONE },
	{ "request_any_context_irq", "request_any_context_irq", INTERRUPT, NOT_NEGATIVE, ARG4, ARG0, NONE },
	{ "pci_request_irq", "pci_request_irq", PCI_INTERRUPT, ZERO, ARG4, ARG0, NONE },

	{ "__request_region", "request_region", IO_REGION, POINTER, ARG1, ARG0, ARG2 },
	{ "ioremap", "ioremap", IO_MAPPING, POINTER, RESULT, NONE, ARG1 },
	{ "ioremap_wc", "ioremap_wc", IO_MAPPING, POINTER, RESULT, NONE, ARG1 },
	{ "ioremap_uc", "ioremap_uc", IO_MAPPING, POINTER, RESULT, NONE, ARG1 },
	{ "ioremap_wt", "ioremap_wt", IO_MAPPING, POINTER, RESULT, NONE, ARG1 },
	{ "ioremap_cache", "ioremap_cache", IO_MAPPING, POINTER, RESULT, NONE, ARG1 },
	{ "ioremap_prot", "ioremap_prot", IO_MAPPING, POINTER, RESULT, NONE, ARG1 },
	{ "pci_iomap", "pci_iomap", IO_MAPPING, POINTER, RESULT, NONE, NONE },
	{ "pci_iomap_range", "pci_iomap_range", IO_MAPPING, POINTER, RESULT, NONE, NONE },
	{ "pci_iomap_wc", "pci_iomap_wc", IO_MAPPING, POINTER, RESULT, NONE, NONE },
	{ "pci_ioremap_bar", "pci_ioremap_bar", IO_MAPPING, POINTER, RESULT, NONE, NONE },
	{ "pci_ioremap_wc_bar", "pci_ioremap_wc_bar", IO_MAPPING, POINTER, RESULT, NONE, NONE },

	{ "pci_enable_device", "pci_enable_device", PCI_ENABLED, ZERO, ARG0, NONE, NONE },
	{ "pci_enable_device_mem", "pci_enable_device_mem", PCI_ENABLED, ZERO, ARG0, NONE, NONE },
	{ "pci_enable_device_io", "pci_enable_device_io", PCI_ENABLED, ZERO, ARG0, NONE, NONE },
	{ "pci_request_region", "pci_request_region", PCI_REGIONS, ZERO, ARG0, NONE, NONE },
	{ "pci_request_regions", "pci_request_regions", PCI_REGIONS, ZERO, ARG0, NONE, NONE },
	{ "pci_request_regions_exclusive", "pci_request_regions_exclusive", PCI_REGIONS, ZERO, ARG0, NONE, NONE },
	{ "pci_request_selected_regions", "pci_request_selected_regions", PCI_REGIONS, ZERO, ARG0, NONE, NONE },
	{ "pci_alloc_irq_vectors", "pci_alloc_irq_vectors", PCI_VECTORS, MESSAGE_VECTORS, ARG0, NONE, NONE },
	{ "pci_alloc_irq_vectors_affinity", "pci_alloc_irq_vectors", PCI_VECTORS, MESSAGE_VECTORS, ARG0, NONE, NONE },
	{ "pci_enable_msi", "pci_enable_msi", PCI_VECTORS, ZERO, ARG0, NONE, NONE },
	{ "pci_enable_msix_range", "pci_enable_msix_range", PCI_VECTORS, POSITIVE, ARG0, NONE, NONE },

	{ "alloc_chrdev_region", "alloc_chrdev_region", DEVICE_NUMBER, ZERO, NUMBER_AT0, NONE, NONE },
	{ "register_chrdev_region", "register_chrdev_region", DEVICE_NUMBER, ZERO, ARG0, NONE, NONE },
	{ "__register_chrdev", "register_chrdev", DEVICE_NUMBER, NOT_NEGATIVE, CHAR_MAJOR, NONE, NONE },
	{ "cdev_add", "cdev_add", CHAR_DEVICE, ZERO, ARG0, NONE, NONE },
	{ "cdev_device_add", "cdev_device_add", CHAR_DEVICE, ZERO, ARG0, NONE, NONE },
	{ "misc_register", "misc_register", MISC_DEVICE, ZERO, ARG0, NONE, NONE },
	{ "__class_create", "class_create", CLASS, POINTER, RESULT, NONE, NONE },
	{ "class_create", "class_create", CLASS, POINTER, RESULT, NONE, NONE },
	{ "__class_register", "class_register", CLASS, ZERO, ARG0, NONE, NONE },
	{ "class_register", "class_register", CLASS, ZERO, ARG0, NONE, NONE },
	{ "device_create", "device_create", DEVICE, POINTER, RESULT, NONE, NONE },
	{ "device_create_with_groups", "device_create", DEVICE, POINTER, RESULT, NONE, NONE },
	{ "device_add", "device_add", DEVICE, ZERO, ARG0, NONE, NONE },
	{ "device_register", "device_register", DEVICE, ZERO, ARG0, NONE, NONE },
	{ "device_create_file", "device_create_file", SYSFS_FILE, ZERO, ARG1, ARG0, NONE },
	{ "device_create_bin_file", "device_create_bin_file", SYSFS_FILE, ZERO, ARG1, ARG0, NONE },
	{ "sysfs_create_file_ns", "sysfs_create_file", SYSFS_FILE, ZERO, ARG1, ARG0, NONE },
	{ "sysfs_create_bin_file", "sysfs_create_bin_file", SYSFS_FILE, ZERO, ARG1, ARG0, NONE },
	{ "sysfs_create_group", "sysfs_create_group", SYSFS_GROUP, ZERO, ARG1, ARG0, NONE },
	{ "sysfs_create_groups", "sysfs_create_groups", SYSFS_GROUP, ZERO, ARG1, ARG0, NONE },
	{ "device_add_groups", "device_add_groups", SYSFS_GROUP, ZERO, ARG1, ARG0, NONE },

	{ "__pci_register_driver", "pci_register_driver", DRIVER, ZERO, ARG0, NONE, NONE },
	{ "__platform_driver_register", "platform_driver_register", DRIVER, ZERO, ARG0, NONE, NONE },

	{ "ida_alloc_range", "ida_alloc", ID, NOT_NEGATIVE, RESULT, ARG0, NONE },
	{ "alloc_workqueue", "alloc_workqueue", WORKQUEUE, POINTER, RESULT, NONE, NONE },
	{ "alloc_workqueue_noprof", "alloc_workqueue", WORKQUEUE, POINTER, RESULT, NONE, NONE },
	{ "kmem_cache_create", "kmem_cache_create", CACHE, POINTER, RESULT, NONE, NONE },
	{ "kmem_cache_create_usercopy", "kmem_cache_create", CACHE, POINTER, RESULT, NONE, NONE },
	{ "__kmem_cache_create_args", "kmem_cache_create", CACHE, POINTER, RESULT, NONE, NONE },
	{ "alloc_netdev_mqs", "alloc_netdev", NET_DEVICE, POINTER, RESULT, NONE, NONE },
	{ "alloc_etherdev_mqs", "alloc_etherdev", NET_DEVICE, POINTER, RESULT, NONE, NONE },

	{ "pci_get_device", "pci_get_device", PCI_REFERENCE, POINTER, RESULT, NONE, NONE },
	{ "pci_get_domain_bus_and_slot", "pci_get_domain_bus_and_slot", PCI_REFERENCE, POINTER, RESULT, NONE, NONE },
	{ "pci_get_slot", "pci_get_slot", PCI_REFERENCE, POINTER, RESULT, NONE, NONE },
	{ "pci_get_class", "pci_get_class", PCI_REFERENCE, POINTER, RESULT, NONE, NONE },

	{ "mod_timer", "mod_timer", TIMER, ALWAYS, ARG0, NONE, NONE },
	{ "add_timer", "add_timer", TIMER, ALWAYS, ARG0, NONE, NONE },
	{ "add_timer_on", "add_timer_on", TIMER, ALWAYS, ARG0, NONE, NONE },
	{ "timer_reduce", "timer_reduce", TIMER, ALWAYS, ARG0, NONE, NONE },
	{ "hrtimer_start_range_ns", "hrtimer_start", HR_TIMER, ALWAYS, ARG0, NONE, NONE },
	{ "queue_work_on", "queue_work", WORK, ALWAYS, ARG2, NONE, NONE },
	{ "queue_delayed_work_on", "queue_delayed_work", DELAYED_WORK, ALWAYS, ARG2, NONE, NONE },
	{ "mod_delayed_work_on", "mod_delayed_work", DELAYED_WORK, ALWAYS, ARG2, NONE, NONE },
	{ "kthread_create_on_node", "kthread_create", THREAD, POINTER, RESULT, NONE, NONE },
};
const unsigned int acquisition_count = ARRAY_SIZE(acquisitions);

/* A function that this kernel may lack: then its address is 0. */
#define FUNCTION(name) extern const char at_##name[] asm(#name) __attribute__((weak));
#define RELEASED_BY(name, kind, key, owner, extent) { #name, (unsigned long)at_##name, kind, key, owner, extent }

FUNCTION(kfree) FUNCTION(kvfree) FUNCTION(kfree_sensitive) FUNCTION(kfree_const) FUNCTION(kvfree_sensitive)
FUNCTION(vfree) FUNCTION(vfree_atomic) FUNCTION(kmem_cache_free) FUNCTION(kvfree_call_rcu)
FUNCTION(free_pages) FUNCTION(__free_pages) FUNCTION(free_pages_exact)
FUNCTION(dma_free_attrs) FUNCTION(dma_free_pages) FUNCTION(dma_unmap_page_attrs) FUNCTION(dma_unmap_phys)
FUNCTION(dma_unmap_resource) FUNCTION(dma_unmap_sg_attrs) FUNCTION(dma_pool_destroy) FUNCTION(dma_pool_free)
FUNCTION(free_irq) FUNCTION(pci_free_irq) FUNCTION(__release_region) FUNCTION(iounmap) FUNCTION(pci_iounmap)
FUNCTION(pci_disable_device) FUNCTION(pci_release_region) FUNCTION(pci_release_regions)
FUNCTION(pci_release_selected_regions) FUNCTION(pci_free_irq_vectors) FUNCTION(pci_disable_msi)
FUNCTION(pci_disable_msix) FUNCTION(unregister_chrdev_region) FUNCTION(__unregister_chrdev) FUNCTION(cdev_del)
FUNCTION(cdev_device_del) FUNCTION(misc_deregister) FUNCTION(class_destroy) FUNCTION(class_unregister)
FUNCTION(device_del) FUNCTION(device_unregister) FUNCTION(device_remove_file) FUNCTION(device_remove_bin_file)
FUNCTION(sysfs_remove_file_ns) FUNCTION(sysfs_remove_bin_file) FUNCTION(sysfs_remove_group)
FUNCTION(sysfs_remove_groups) FUNCTION(device_remove_groups) FUNCTION(pci_unregister_driver)
FUNCTION(platform_driver_unregister) FUNCTION(ida_free) FUNCTION(ida_destroy) FUNCTION(destroy_workqueue)
FUNCTION(kmem_cache_destroy) FUNCTION(free_netdev) FUNCTION(put_device) FUNCTION(release_resource) FUNCTION(kthread_stop)

/* Those of one function stand together. */
struct release releases[] = {
	RELEASED_BY(kfree, MEMORY, ARG0, NONE, ONE),
	RELEASED_BY(kvfree, MEMORY, ARG0, NONE, ONE),
	RELEASED_BY(kfree_sensitive, MEMORY, ARG0, NONE, ONE),
	RELEASED_BY(kfree_const, MEMORY, ARG0, NONE, ONE),
	RELEASED_BY(kvfree_sensitive, MEMORY, ARG0, NONE, ONE),
	RELEASED_BY(vfree, MEMORY, ARG0, NONE, ONE),
	RELEASED_BY(vfree_atomic, MEMORY, ARG0, NONE, ONE),
	RELEASED_BY(kmem_cache_free, MEMORY, ARG1, NONE, ONE),
	RELEASED_BY(kvfree_call_rcu, MEMORY, RCU_OBJECT, NONE, ONE),
	RELEASED_BY(free_pages, PAGES, ARG0, NONE, ONE),
	RELEASED_BY(free_pages_exact, PAGES, ARG0, NONE, ONE),
	RELEASED_BY(dma_free_attrs, DMA_MEMORY, ARG2, NONE, ONE),
	RELEASED_BY(dma_free_pages, DMA_MEMORY, ARG2, NONE, ONE),
	RELEASED_BY(dma_unmap_page_attrs, DMA_MAPPING, ARG1, ARG0, ONE),
	RELEASED_BY(dma_unmap_phys, DMA_MAPPING, ARG1, ARG0, ONE),
	RELEASED_BY(dma_unmap_resource, DMA_MAPPING, ARG1, ARG0, ONE),
	RELEASED_BY(dma_unmap_sg_attrs, DMA_LIST, ARG1, ARG0, ONE),
	RELEASED_BY(dma_pool_destroy, DMA_POOL, ARG0, NONE, ONE),
	RELEASED_BY(dma_pool_destroy, DMA_POOL_MEMORY, NONE, ARG0, ALL_OF_OWNER),
	RELEASED_BY(dma_pool_free, DMA_POOL_MEMORY, ARG1, ARG0, ONE),
	RELEASED_BY(free_irq, INTERRUPT, ARG1, ARG0, ONE),
	RELEASED_BY(pci_free_irq, PCI_INTERRUPT, ARG2, ARG0, ONE),
	RELEASED_BY(__release_region, IO_REGION, ARG1, ARG0, ONE),
	RELEASED_BY(release_resource, IO_REGION, POINTER_AT0, NONE, ONE),
	RELEASED_BY(iounmap, IO_MAPPING, ARG0, NONE, ONE),
	RELEASED_BY(pci_iounmap, IO_MAPPING, ARG1, NONE, ONE),
	RELEASED_BY(pci_disable_device, PCI_ENABLED, ARG0, NONE, ONE),
	RELEASED_BY(pci_release_region, PCI_REGIONS, ARG0, NONE, ONE),
	RELEASED_BY(pci_release_regions, PCI_REGIONS, ARG0, NONE, ALL),
	RELEASED_BY(pci_release_selected_regions, PCI_REGIONS, ARG0, NONE, ALL),
	RELEASED_BY(pci_free_irq_vectors, PCI_VECTORS, ARG0, NONE, ALL),
	RELEASED_BY(pci_disable_msi, PCI_VECTORS, ARG0, NONE, ALL),
	RELEASED_BY(pci_disable_msix, PCI_VECTORS, ARG0, NONE, ALL),
	RELEASED_BY(unregister_chrdev_region, DEVICE_NUMBER, ARG0, NONE, ONE),
	RELEASED_BY(__unregister_chrdev, DEVICE_NUMBER, CHAR_MAJOR_ARGS, NONE, ONE),
	RELEASED_BY(cdev_del, CHAR_DEVICE, ARG0, NONE, ONE),
	RELEASED_BY(cdev_device_del, CHAR_DEVICE, ARG0, NONE, ONE),
	RELEASED_BY(misc_deregister, MISC_DEVICE, ARG0, NONE, ONE),
	RELEASED_BY(class_destroy, CLASS, ARG0, NONE, ONE),
	RELEASED_BY(class_unregister, CLASS, ARG0, NONE, ONE),
	RELEASED_BY(device_del, DEVICE, ARG0, NONE, ONE),
	RELEASED_BY(device_unregister, DEVICE, ARG0, NONE, ONE),
	RELEASED_BY(device_remove_file, SYSFS_FILE, ARG1, ARG0, ONE),
	RELEASED_BY(device_remove_bin_file, SYSFS_FILE, ARG1, ARG0, ONE),
	RELEASED_BY(sysfs_remove_file_ns, SYSFS_FILE, ARG1, ARG0, ONE),
	RELEASED_BY(sysfs_remove_bin_file, SYSFS_FILE, ARG1, ARG0, ONE),
	RELEASED_BY(sysfs_remove_group, SYSFS_GROUP, ARG1, ARG0, ONE),
	RELEASED_BY(sysfs_remove_groups, SYSFS_GROUP, ARG1, ARG0, ONE),
	RELEASED_BY(device_remove_groups, SYSFS_GROUP, ARG1, ARG0, ONE),
	RELEASED_BY(pci_unregister_driver, DRIVER, ARG0, NONE, ONE),
	RELEASED_BY(platform_driver_unregister, DRIVER, ARG0, NONE, ONE),
	RELEASED_BY(ida_free, ID, ARG1, ARG0, ONE),
	RELEASED_BY(ida_destroy, ID, NONE, ARG0, ALL_OF_OWNER),
	RELEASED_BY(destroy_workqueue, WORKQUEUE, ARG0, NONE, ONE),
	RELEASED_BY(kmem_cache_destroy, CACHE, ARG0, NONE, ONE),
	RELEASED_BY(free_netdev, NET_DEVICE, ARG0, NONE, ONE),
	/* pci_dev_put() calls it. */
	RELEASED_BY(put_device, PCI_REFERENCE, PCI_DEVICE, NONE, ONE),
	RELEASED_BY(kthread_stop, THREAD, ARG0, NONE, ONE),
};
const unsigned int release_count = ARRAY_SIZE(releases);

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
