// SPDX-License-Identifier: GPL-2.0-only
/* From the card's memory to ours: a chain of items, one a piece of memory. */

#include <linux/bitfield.h>
#include <linux/dma-mapping.h>
#include <linux/iopoll.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#include "fmc_tdc.h"

#define POLL_US		50
#define ABORT_US	10000	/* how long the engine may take to give up */

static unsigned int dma_timeout_ms = 500;
module_param(dma_timeout_ms, uint, 0644);
MODULE_PARM_DESC(dma_timeout_ms, "how long a transfer may take (default: 500)");

/* Each item has the address of the next. */
static void fmc_tdc_list_items(struct fmc_tdc *tdc, u32 card_address, size_t length)
{
	struct fmc_tdc_item *item = tdc->items;
	struct scatterlist *sg;
	unsigned int i;

	for_each_sgtable_dma_sg(&tdc->sgt, sg, i) {
		dma_addr_t next = tdc->items_dma + (i + 1) * sizeof(*item);
		size_t piece = min_t(size_t, length, sg_dma_len(sg));

		length -= piece;
		item->card_address = cpu_to_le32(card_address);
		item->host_low = cpu_to_le32(lower_32_bits(sg_dma_address(sg)));
		item->host_high = cpu_to_le32(upper_32_bits(sg_dma_address(sg)));
		item->length = cpu_to_le32(piece);
		item->next_low = cpu_to_le32(length ? lower_32_bits(next) : 0);
		item->next_high = cpu_to_le32(length ? upper_32_bits(next) : 0);
		item->attributes = cpu_to_le32(length ? DMA_ATTRIB_CHAIN : 0);
		if (!length)
			break;
		card_address += piece;
		item++;
	}
}

/* The engine begins with what its registers hold. */
static void fmc_tdc_start_dma(struct fmc_tdc *tdc)
{
	const __le32 *words = (const __le32 *)tdc->items;
	unsigned int i;

	for (i = 0; i < FMC_TDC_ITEM_REGISTERS; i++)
		fmc_tdc_write(tdc, DMA_ITEM + 4 * i, le32_to_cpu(words[i]));
	fmc_tdc_write(tdc, DMA_CTRL, DMA_CTRL_START);
}

static int fmc_tdc_poll_dma(struct fmc_tdc *tdc, u32 *stat, u64 limit_us)
{
	return read_poll_timeout(fmc_tdc_read, *stat,
				 FIELD_GET(DMA_STAT_STATE, *stat) != DMA_STATE_BUSY,
				 POLL_US, limit_us, false, tdc, DMA_STAT);
}

/* -ETIMEDOUT: it cannot be stopped. */
int fmc_tdc_stop_dma(struct fmc_tdc *tdc)
{
	u32 stat;

	fmc_tdc_write(tdc, DMA_CTRL, DMA_CTRL_ABORT);
	return fmc_tdc_poll_dma(tdc, &stat, ABORT_US);
}

/*
 * A transfer takes less time than its interrupt would take through four
 * controllers, and this runs in a thread: ask.
 */
static int fmc_tdc_await_dma(struct fmc_tdc *tdc)
{
	u64 limit_us = (u64)READ_ONCE(dma_timeout_ms) * USEC_PER_MSEC;
	u32 stat;
	int late = fmc_tdc_poll_dma(tdc, &stat, limit_us);
	int ret = fmc_tdc_check_answer(tdc, stat);

	if (ret)
		return ret;
	if (late) {
		fmc_tdc_stop_dma(tdc);
		return -ETIMEDOUT;
	}
	fmc_tdc_write(tdc, DMA_STAT, DMA_STAT_IRQ);
	return FIELD_GET(DMA_STAT_STATE, stat) == DMA_STATE_IDLE ? 0 : -EIO;
}

/* To tdc->raw. What did not arrive is all ones there, which is no time stamp. */
int fmc_tdc_dma(struct fmc_tdc *tdc, u32 card_address, size_t length)
{
	u32 stat = fmc_tdc_read(tdc, DMA_STAT);
	int ret = fmc_tdc_check_answer(tdc, stat);

	if (ret)
		return ret;
	/* One that could not be stopped still owns our memory. */
	if (FIELD_GET(DMA_STAT_STATE, stat) == DMA_STATE_BUSY)
		return -EBUSY;

	memset(tdc->raw, 0xff, length);
	fmc_tdc_list_items(tdc, card_address, length);
	dma_sync_sgtable_for_device(&tdc->pdev->dev, &tdc->sgt, DMA_FROM_DEVICE);
	fmc_tdc_start_dma(tdc);
	ret = fmc_tdc_await_dma(tdc);
	dma_sync_sgtable_for_cpu(&tdc->pdev->dev, &tdc->sgt, DMA_FROM_DEVICE);
	return ret;
}

static void fmc_tdc_free_memory(void *data)
{
	struct fmc_tdc *tdc = data;

	if (tdc->sgt.sgl) {
		dma_unmap_sgtable(&tdc->pdev->dev, &tdc->sgt, DMA_FROM_DEVICE, 0);
		sg_free_table(&tdc->sgt);
	}
	kvfree(tdc->pages);
	vfree(tdc->raw);
}

static int fmc_tdc_map_memory(struct fmc_tdc *tdc, unsigned int pages)
{
	unsigned int i;
	int ret;

	for (i = 0; i < pages; i++)
		tdc->pages[i] = vmalloc_to_page((void *)tdc->raw + i * PAGE_SIZE);
	/* The bridge cuts at 4 KiB anyway, and a list that is always one is always tested. */
	ret = sg_alloc_table_from_pages_segment(&tdc->sgt, tdc->pages, pages, 0,
						pages * PAGE_SIZE, PAGE_SIZE, GFP_KERNEL);
	if (ret)
		return ret;
	ret = dma_map_sgtable(&tdc->pdev->dev, &tdc->sgt, DMA_FROM_DEVICE, 0);
	if (ret)
		sg_free_table(&tdc->sgt);
	return ret;
}

int fmc_tdc_setup_dma(struct fmc_tdc *tdc)
{
	unsigned int pages = DIV_ROUND_UP(buffer_stamps * sizeof(*tdc->raw), PAGE_SIZE);
	struct device *dev = &tdc->pdev->dev;
	int ret;

	ret = dma_set_mask_and_coherent(dev, DMA_BIT_MASK(64));
	if (ret)
		return ret;
	tdc->items = dmam_alloc_coherent(dev, pages * sizeof(*tdc->items), &tdc->items_dma,
					 GFP_KERNEL);
	if (!tdc->items)
		return -ENOMEM;
	ret = devm_add_action(dev, fmc_tdc_free_memory, tdc);
	if (ret)
		return ret;
	tdc->raw = vzalloc(pages * PAGE_SIZE);
	tdc->pages = kvcalloc(pages, sizeof(*tdc->pages), GFP_KERNEL);
	if (!tdc->raw || !tdc->pages)
		return -ENOMEM;
	ret = fmc_tdc_map_memory(tdc, pages);
	if (ret)
		return ret;
	pci_set_master(tdc->pdev);
	return 0;
}
