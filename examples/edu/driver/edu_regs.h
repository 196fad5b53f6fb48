/* SPDX-License-Identifier: GPL-2.0-only */
/* QEMU's "edu" device as its data sheet has it: docs/specs/edu.rst. */

#ifndef EDU_REGS_H
#define EDU_REGS_H

#include <linux/bits.h>

#define EDU_VENDOR_ID		0x1234
#define EDU_DEVICE_ID		0x11e8

/* Registers, all in BAR 0 */
#define EDU_BAR			0
#define EDU_ID			0x00
#define EDU_LIVENESS		0x04
#define EDU_FACTORIAL		0x08
#define EDU_STATUS		0x20
#define EDU_IRQ_STATUS		0x24
#define EDU_IRQ_RAISE		0x60
#define EDU_IRQ_ACK		0x64
#define EDU_DMA_SOURCE		0x80
#define EDU_DMA_DESTINATION	0x88
#define EDU_DMA_COUNT		0x90
#define EDU_DMA_COMMAND		0x98

/* EDU_ID: the version in the upper half, this in the lower */
#define EDU_ID_MASK		0x0000ffff
#define EDU_ID_MAGIC		0x000000ed

/* EDU_STATUS */
#define EDU_STATUS_COMPUTING	BIT(0)
#define EDU_STATUS_WANT_IRQ	BIT(7)	/* when a factorial is done */

/* EDU_IRQ_*: why the device interrupts. The other bits are free for use. */
#define EDU_IRQ_FACTORIAL	BIT(0)
#define EDU_IRQ_DMA		BIT(8)

/* EDU_DMA_COMMAND */
#define EDU_DMA_RUN		BIT(0)
#define EDU_DMA_FROM_DEVICE	BIT(1)
#define EDU_DMA_WANT_IRQ	BIT(2)

#define EDU_DMA_BITS		28	/* width of the addresses it can send */
#define EDU_DMA_BITS_MOST	32	/* the same where QEMU was told so: dma_mask=0xffffffff */
#define EDU_BUFFER		0x40000	/* where DMA finds the device's buffer */
#define EDU_BUFFER_SIZE		4096

#endif /* EDU_REGS_H */
