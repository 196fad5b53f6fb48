// SPDX-License-Identifier: GPL-2.0-only
/* DMA: a mapping that stays. */
#include <linux/dma-mapping.h>
#include <linux/slab.h>
#include "planted.h"

int planted_dma_init(struct planted *p)
{
	struct device *dev = &p->pdev->dev;
	int ret = dma_set_mask(dev, DMA_BIT_MASK(32));

	if (ret)
		return ret;
	ret = dma_set_coherent_mask(dev, DMA_BIT_MASK(32));
	if (ret)
		return ret;
	p->commands = dma_alloc_coherent(dev, BUFFER_BYTES, &p->commands_dma, GFP_KERNEL);
	if (!p->commands)
		return -ENOMEM;
	ret = -ENOMEM;
	p->buffer = kmalloc(BUFFER_BYTES, GFP_KERNEL);
	if (!p->buffer)
		goto free_commands;
	p->buffer_dma = dma_map_single(dev, p->buffer, BUFFER_BYTES, DMA_TO_DEVICE); /* bug: DMA mapping not unmapped */
	if (dma_mapping_error(dev, p->buffer_dma))
		goto free_buffer;
	p->answers = dma_alloc_coherent(dev, BUFFER_BYTES, &p->answers_dma, GFP_KERNEL);
	if (!p->answers)
		goto free_buffer; /* and not to a place that unmaps it first */
	return 0;
free_buffer:
	kfree(p->buffer);
free_commands:
	dma_free_coherent(dev, BUFFER_BYTES, p->commands, p->commands_dma);
	return ret;
}

void planted_dma_exit(struct planted *p)
{
	struct device *dev = &p->pdev->dev;

	dma_free_coherent(dev, BUFFER_BYTES, p->answers, p->answers_dma);
	dma_unmap_single(dev, p->buffer_dma, BUFFER_BYTES, DMA_TO_DEVICE);
	kfree(p->buffer);
	dma_free_coherent(dev, BUFFER_BYTES, p->commands, p->commands_dma);
}
