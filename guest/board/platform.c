// SPDX-License-Identifier: GPL-2.0-only
/* Platform devices, whose registers lie in the function's BAR. */
#include <linux/device.h>
#include <linux/dma-mapping.h>
#include <linux/ioport.h>
#include <linux/platform_device.h>
#include "board.h"

static void remove_device(void *device)
{
	platform_device_unregister(device);
}

/* Its registers and its interrupt, as far as it has them. Returns how many, or an error number. */
static int resources_of(struct board *board, const struct device_record *record, struct resource resources[2])
{
	u32 offset = le32_to_cpu(record->address), size = le32_to_cpu(record->size);
	int irq = device_irq(board, record), count = 0;

	if (irq < 0)
		return irq;
	if (size && (offset < WINDOWS || offset >= BAR_BYTES || size > BAR_BYTES - offset))
		return -EINVAL;
	if (size)
		resources[count++] = (struct resource)DEFINE_RES_MEM(board->base + offset, size);
	if (irq)
		resources[count++] = (struct resource)DEFINE_RES_IRQ(irq);
	return count;
}

int add_platform_device(struct board *board, const struct device_record *record, struct attributes attributes)
{
	struct resource resources[2];
	struct platform_device_info info = {
		.parent = board->dev,
		.name = record->name,
		.id = (int)le32_to_cpu(record->id),
		.res = resources,
		.dma_mask = DMA_BIT_MASK(32),
	};
	struct platform_device *device;
	char name[NAME_BYTES + 16];
	int count = resources_of(board, record, resources), error;

	if (count < 0)
		return count;
	info.num_res = count;
	snprintf(name, sizeof(name), "%s.%d", info.name, info.id);
	/* Before the device: its driver asks for them when it appears. */
	error = add_device_clocks(board, name, attributes) ?: add_device_gpios(board, name, attributes);
	if (error)
		return error;
	info.fwnode = make_node(board, attributes);
	if (IS_ERR(info.fwnode))
		return PTR_ERR(info.fwnode);
	device = platform_device_register_full(&info);
	if (IS_ERR(device))
		return PTR_ERR(device);
	return devm_add_action_or_reset(board->dev, remove_device, device);
}
