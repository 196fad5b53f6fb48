// SPDX-License-Identifier: GPL-2.0-only
/* Which functions release what. Their names are those of the symbols, in all supported kernels. */
#include <linux/kernel.h>
#include "ledger.h"

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
