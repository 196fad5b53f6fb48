/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef FMC_TDC_H
#define FMC_TDC_H

#include <linux/atomic.h>
#include <linux/fs.h>
#include <linux/kfifo.h>
#include <linux/kref.h>
#include <linux/miscdevice.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/scatterlist.h>
#include <linux/sysfs.h>
#include <linux/wait.h>
#include <linux/workqueue.h>

#include "regs.h"

/* What a reader gets */
struct fmc_tdc_stamp {
	u32 seconds;
	u32 ticks;	/* of 8 ns */
	u32 fraction;	/* of a tick: 1/4096 */
	u32 number;	/* in its channel, 28 bits: one more than the one before, unless some were lost */
};

struct fmc_tdc_channel {
	struct fmc_tdc *tdc;
	unsigned int index;
	char name[16];
	struct miscdevice misc;
	wait_queue_head_t wait;

	struct mutex read_lock;	/* one reader takes from the fifo at a time */
	DECLARE_KFIFO_PTR(fifo, struct fmc_tdc_stamp);
	atomic_t error;		/* that the next reader gets, once */

	/* Changed with tdc->lock held */
	bool enabled;
	bool may_skip;		/* the card has had no buffer: numbers need not go on */
	unsigned int active;	/* which buffer is filled: 0 or 1 */
	u32 expected;		/* number of the next time stamp */
	u64 received;
	u64 lost;		/* on the card, or on the way to us */
	u64 dropped;		/* by us: readers were too slow */
};

/* Lives until the card is unbound and the last open file is closed. */
struct fmc_tdc {
	struct kref kref;
	int number;
	struct pci_dev *pdev;
	void __iomem *fpga;
	void __iomem *bridge;
	atomic_t irqs;
	struct delayed_work watchdog;
	struct fmc_tdc_channel channels[FMC_TDC_CHANNELS];

	/* One user of the hardware at a time. Protects all that follows. */
	struct mutex lock;
	bool gone;		/* unbound, or pulled out: fpga and bridge must not be touched */
	u32 inputs;
	unsigned int moderation_ms;
	unsigned int served;	/* counts services; what the watchdog last saw: */
	unsigned int served_seen;
	u32 pending_seen;
	u64 irqs_missed;
	u64 dma_errors;

	/* Where transfers go: memory in pieces, and the list of them for the engine */
	struct fmc_tdc_raw *raw;
	struct page **pages;
	struct sg_table sgt;
	struct fmc_tdc_item *items;
	dma_addr_t items_dma;
};

extern unsigned int buffer_stamps;
extern unsigned int poll_ms;
extern const struct file_operations fmc_tdc_fops;
extern const struct attribute_group *fmc_tdc_groups[];
extern const struct attribute_group *fmc_tdc_channel_groups[];

static inline void fmc_tdc_write(struct fmc_tdc *tdc, u32 reg, u32 value)
{
	iowrite32(value, tdc->fpga + reg);
}

/* main.c */
u32 fmc_tdc_read(struct fmc_tdc *tdc, u32 reg);
int fmc_tdc_check_answer(struct fmc_tdc *tdc, u32 value);
int fmc_tdc_lock(struct fmc_tdc *tdc);
void fmc_tdc_free(struct kref *kref);

/* irq.c */
int fmc_tdc_setup_irq(struct fmc_tdc *tdc);
void fmc_tdc_watch(struct work_struct *work);

/* channel.c: with tdc->lock held */
u32 fmc_tdc_csr(const struct fmc_tdc *tdc);
int fmc_tdc_enable(struct fmc_tdc_channel *ch);
int fmc_tdc_disable(struct fmc_tdc_channel *ch);
void fmc_tdc_serve_channel(struct fmc_tdc_channel *ch);

/* dma.c */
int fmc_tdc_setup_dma(struct fmc_tdc *tdc);
int fmc_tdc_stop_dma(struct fmc_tdc *tdc);
int fmc_tdc_dma(struct fmc_tdc *tdc, u32 card_address, size_t length);

#endif /* FMC_TDC_H */
