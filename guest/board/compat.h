/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What kernels from 5.10 on name differently. The functions have names of our own, so that a distribution which brings
 * a newer one to an older kernel is not in the way.
 */
#ifndef QDT_COMPAT_H
#define QDT_COMPAT_H

#include <linux/acpi.h>
#include <linux/fwnode.h>
#include <linux/irqdesc.h>
#include <linux/irqdomain.h>
#include <linux/spi/spi.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 12, 0)
#include <linux/unaligned.h>
#else
#include <asm/unaligned.h>
#endif

/* Whether a chip's `set` tells errors. */
#define SET_HAS_RESULT (LINUX_VERSION_CODE >= KERNEL_VERSION(6, 17, 0))
/* Whether a node of software may name a GPIO. */
#define NODES_NAME_GPIOS (LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0))
/* Whether nodes are asked for DMA. Earlier, only those of a device tree and of ACPI were. */
#define NODES_HAVE_DMA (LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0))

/* The node's memory is all 0. */
static inline void begin_node(struct fwnode_handle *fwnode, const struct fwnode_operations *operations)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 11, 0)
	fwnode_init(fwnode, operations);
#else
	fwnode->ops = operations;
#endif
}

/* Of a device that is not known to the kernel yet. */
static inline void give_node(struct device *device, struct fwnode_handle *fwnode)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 14, 0)
	device_set_node(device, fwnode);
#else
	device->fwnode = fwnode;
#endif
}

static inline void handle_line(struct irq_domain *domain, unsigned int line)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 14, 0)
	generic_handle_domain_irq(domain, line);
#else
	generic_handle_irq(irq_find_mapping(domain, line));
#endif
}

#if IS_ENABLED(CONFIG_ACPI)
/* NULL: the kernel has no device for it (yet). */
static inline struct acpi_device *device_of_handle(acpi_handle handle)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 17, 0)
	return acpi_fetch_acpi_dev(handle);
#else
	struct acpi_device *device;

	return acpi_bus_get_device(handle, &device) ? NULL : device;
#endif
}
#endif

static inline u8 chip_select_of(const struct spi_device *spi)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
	return spi_get_chipselect(spi, 0);
#else
	return spi->chip_select;
#endif
}

/* A device may have several since 6.8. Those that are not there must say so, or they are all the first. */
static inline void set_chip_select(struct spi_device *spi, u8 chip_select)
{
#ifdef SPI_CS_CNT_MAX
	unsigned int n;

	for (n = 1; n < SPI_CS_CNT_MAX; n++)
		spi_set_chipselect(spi, n, 0xff);
#endif
#ifdef SPI_DEVICE_CS_CNT_MAX
	spi->num_chipselect = 1;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 8, 0)
	spi->cs_index_mask = BIT(0);
	spi_set_chipselect(spi, 0, chip_select);
#else
	spi->chip_select = chip_select;
#endif
}

#endif
