/* SPDX-License-Identifier: GPL-2.0-only */
/* The FMC TDC on its carrier SPEC, as its public documentation has it: see ../README.md. */

#ifndef FMC_TDC_REGS_H
#define FMC_TDC_REGS_H

#include <linux/bits.h>

#define FMC_TDC_VENDOR_ID	0x10dc
#define FMC_TDC_DEVICE_ID	0x018d
#define FMC_TDC_CHANNELS	5

/* BAR 0: what the carrier's FPGA holds */
#define FMC_TDC_FPGA_BAR	0

#define BASE_VENDOR		0x0000
#define BASE_VENDOR_CERN	0x000010dc
#define BASE_DEVICE		0x0004
#define BASE_DEVICE_SPEC	0x53504543
#define BASE_APP_OFFSET		0x0040
#define BASE_FMC_PRESENCE	0x0048
#define BASE_FMC_PRESENT	BIT(0)

/* At BASE_APP_OFFSET */
#define APP_VENDOR		0x0
#define APP_DEVICE		0x4
#define APP_DEVICE_TDC		0x574e0001

/* The engine that moves data between the card's memory and ours */
#define DMA_CTRL		0x00c0
#define DMA_CTRL_START		BIT(0)
#define DMA_CTRL_ABORT		BIT(1)
#define DMA_STAT		0x00c4
#define DMA_STAT_STATE		GENMASK(1, 0)
#define DMA_STATE_IDLE		0
#define DMA_STATE_BUSY		1
#define DMA_STATE_ERROR		2
#define DMA_STAT_IRQ		BIT(2)	/* a written 1 clears it */
#define DMA_ITEM		0x00c8	/* seven registers: struct fmc_tdc_item */
#define DMA_ATTRIB_CHAIN	BIT(1)	/* another item follows */

/* The carrier's interrupt controller, VIC */
#define VIC_CTL			0x0100
#define VIC_CTL_ENABLE		BIT(0)
#define VIC_IER			0x0108
#define VIC_IDR			0x010c
#define VIC_EOIR		0x011c
#define VIC_INPUT_TDC		BIT(6)

/* Temperature and identity of the mezzanine, read over one wire */
#define ONEWIRE_CSR		0x21000
#define ONEWIRE_VALID		BIT(0)
#define ONEWIRE_TEMPERATURE	0x21004	/* 1/16 of a degree Celsius */
#define ONEWIRE_ID_H		0x21008
#define ONEWIRE_ID_L		0x2100c

#define TDC_START_UTC		0x22080
#define TDC_INPUTS		0x22084
#define TDC_INPUTS_ENABLE	BIT(7)
#define TDC_INPUTS_CHANNEL(n)	BIT(16 + (n))
#define TDC_TEST_WORD		0x2208c
#define TDC_TEST_WORD_VALUE	0xc000ffee
#define TDC_CURRENT_UTC		0x220a0
#define TDC_STATUS		0x220ac
#define TDC_STATUS_DMA		BIT(0)
#define TDC_CTRL		0x220fc
#define TDC_CTRL_ACQUIRE	BIT(0)
#define TDC_CTRL_STOP		BIT(1)
#define TDC_CTRL_LOAD_UTC	BIT(9)

/* The TDC's own interrupt controller, EIC */
#define EIC_IDR			0x23000
#define EIC_IER			0x23004
#define EIC_ISR			0x2300c
#define EIC_BUFFER(n)		BIT(5 + (n))
#define EIC_BUFFERS		GENMASK(9, 5)
#define EIC_ALL			GENMASK(9, 0)

/* Each channel's pair of buffers in the card's memory */
#define BUFFER_CSR(n)		(0x26000 + 0x40 * (n))
#define BUFFER_CSR_ENABLE	BIT(0)
#define BUFFER_CSR_TIMEOUT(ms)	((ms) << 1)
#define BUFFER_TIMEOUT_MAX	1023
#define BUFFER_CSR_BURST(count)	((count) << 11)
#define BUFFER_CSR_SWITCH	BIT(21)
#define BUFFER_CSR_DONE		BIT(22)	/* a written 1 clears it */
#define BUFFER_CUR_BASE(n)	(0x26004 + 0x40 * (n))
#define BUFFER_CUR_COUNT(n)	(0x26008 + 0x40 * (n))
#define BUFFER_CUR_SIZE(n)	(0x2600c + 0x40 * (n))
#define BUFFER_NEXT_BASE(n)	(0x26010 + 0x40 * (n))
#define BUFFER_NEXT_SIZE(n)	(0x26014 + 0x40 * (n))
#define BUFFER_VALID		BIT(30)

/* BAR 4: the bridge, through whose pin 8 the carrier's interrupt becomes a message */
#define FMC_TDC_BRIDGE_BAR	4

#define INT_STAT		0x814
#define INT_CFG0		0x820
#define INT_GPIO		BIT(15)
#define GPIO_BYPASS_MODE	0xa00
#define GPIO_DIRECTION		0xa04	/* 1: input */
#define GPIO_INT_MASK_CLR	0xa18
#define GPIO_INT_MASK_SET	0xa1c
#define GPIO_INT_STATUS		0xa20	/* a read clears it */
#define GPIO_INT_TYPE		0xa24	/* 1: level */
#define GPIO_INT_VALUE		0xa28	/* 1: high */
#define GPIO_PIN		BIT(8)
#define GPIO_PINS		GENMASK(15, 0)

/* A transfer, in DMA_ITEM and in memory that the engine reads */
struct fmc_tdc_item {
	__le32 card_address;
	__le32 host_low;
	__le32 host_high;
	__le32 length;
	__le32 next_low;
	__le32 next_high;
	__le32 attributes;
	__le32 unused;
};

#define FMC_TDC_ITEM_REGISTERS	7

/* A time stamp in the card's memory */
struct fmc_tdc_raw {
	__le32 seconds;
	__le32 ticks;		/* of 8 ns */
	__le32 fraction;	/* of a tick: 1/4096, in the lower 12 bits */
	__le32 meta;		/* number, edge, channel */
};

#define RAW_TICKS_A_SECOND	125000000
#define RAW_FRACTION		GENMASK(11, 0)
#define RAW_CHANNEL		GENMASK(2, 0)
#define RAW_NUMBER		GENMASK(31, 4)
#define RAW_NUMBER_MASK		GENMASK(27, 0)

#endif /* FMC_TDC_REGS_H */
