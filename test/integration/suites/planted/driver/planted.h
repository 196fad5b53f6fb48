/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A driver for QEMU's "edu" device which is right as long as nothing fails. In its error paths are twelve planted
 * bugs; each is at the one line with the comment "bug: NAME".
 */
#ifndef PLANTED_H
#define PLANTED_H

#include <linux/cdev.h>
#include <linux/completion.h>
#include <linux/device.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/timer.h>
#include <linux/types.h>
#include <linux/workqueue.h>

/* Registers in BAR 0. */
#define PLANTED_ID 0x00
#define PLANTED_FACTORIAL 0x08
#define PLANTED_STATUS 0x20
#define PLANTED_IRQ_STATUS 0x24
#define PLANTED_IRQ_ACK 0x64

#define PLANTED_WANT_IRQ 0x80
#define BUFFER_BYTES 4096

struct filter {
	u32 *table;
	u32 length;
	u32 history[12];
};

struct planted {
	struct pci_dev *pdev;
	void __iomem *regs;

	/* memory.c */
	u32 *history;
	u32 *ring;
	u32 *shadow;
	struct filter *filter;
	char *label;

	/* interrupt.c */
	int irq;
	unsigned int *counts;
	unsigned int *causes;
	struct completion done;

	/* dma.c */
	void *commands;
	dma_addr_t commands_dma;
	void *buffer;
	dma_addr_t buffer_dma;
	void *answers;
	dma_addr_t answers_dma;

	/* later.c */
	struct timer_list retry;
	struct delayed_work refresh;
	struct workqueue_struct *queue;

	/* files.c */
	dev_t number;
	struct class *class;
	struct cdev cdev;
	struct device *dev;
	struct mutex lock;
	u32 result;

	void *log;
};

int planted_memory_init(struct planted *p);
void planted_memory_exit(struct planted *p);
int planted_interrupt_init(struct planted *p);
void planted_interrupt_exit(struct planted *p);
int planted_dma_init(struct planted *p);
void planted_dma_exit(struct planted *p);
int planted_later_init(struct planted *p);
void planted_later_exit(struct planted *p);
int planted_files_init(struct planted *p);
void planted_files_exit(struct planted *p);

#endif
