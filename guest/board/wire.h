/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What the board's function and this module say to each other. The other side is src/device/board. All numbers are
 * little-endian.
 */
#ifndef QDT_WIRE_H
#define QDT_WIRE_H

#include <linux/types.h>

/* Registers in BAR 0, of 32 bits. Above WINDOWS the BAR belongs to the drivers of platform devices. */
#define ID 0x00
#define ID_VALUE 0x42544451
#define VERSION 0x04
#define VERSION_VALUE 2
#define BASE 0x08 /* this side says where BAR 0 lies, for the table of devices */
#define PENDING 0x10 /* lines with an event; a read clears it */
#define CLEAR 0x14 /* forgets the events of these lines */
#define ENABLED 0x18
#define FALLING 0x1c /* the event is the low level or the falling edge */
#define LEVEL 0x20 /* the event is a level */
#define BOTH 0x24 /* the event is any edge */
#define INPUT 0x30 /* the levels of all lines */
#define OUTPUT 0x34 /* what this side drives */
#define DIRECTION 0x38 /* 1: this side drives */
#define CHANNEL(n) (0x100 + 0x10 * (n))
#define CHANNEL_LOW 0x0 /* the address of its memory */
#define CHANNEL_HIGH 0x4
#define CHANNEL_DOORBELL 0x8 /* the bytes of a request that is complete */
#define WINDOWS 0x10000
#define BAR_BYTES 0x100000

#define LINES 32
#define CHANNELS 16
#define NO_LINE 0xffffffff

/* Vectors. */
enum { VECTOR_ANSWER, VECTOR_LINES, VECTORS };

/* A channel's memory: a request, and behind it an answer. */
#define REQUEST_BYTES 32768
#define ANSWER_BYTES 32768

enum request_kind {
	REQUEST_CONFIGURATION = 1,
	REQUEST_I2C = 2,
	REQUEST_SPI = 3,
	/* Tables of ACPI. */
	REQUEST_BUS_TABLE = 4,
	REQUEST_DEVICE_TABLE = 5,
};

struct request_header {
	__le32 number; /* never 0 */
	__le32 kind;
	__le32 count; /* of pieces */
	__le32 bytes; /* in all */
};

/* A message of I2C, a transfer of SPI. Its data follows if this side sends any, padded to 4 bytes. */
struct request_piece {
	__le16 address; /* or chip select */
	__le16 flags;
	__le32 length;
	__le32 hz;
	__le16 mode;
	__le16 bits; /* of a word */
};

#define PIECE_SENDS 1
#define PIECE_RECEIVES 2
#define PIECE_ENDS 4 /* the chip select goes up after it */

/* What was received follows, piece after piece, each padded to 4 bytes. */
struct answer_header {
	__le32 number;
	__le32 status; /* an error number of Linux, or 0 */
	__le32 bytes; /* in all */
	__le32 unused;
};

/* The configuration is a list of records. */
enum record_kind {
	RECORD_LINE = 1,
	RECORD_BUS = 2,
	RECORD_DEVICE = 3,
	/* These belong to the device before them. */
	RECORD_PROPERTY = 4,
	RECORD_CLOCK = 5,
	RECORD_GPIO = 6,
	/* What follows belongs to this child of the device. */
	RECORD_CHILD = 7,
	/* A device that the table of devices has. Its clocks may follow. */
	RECORD_NODE = 8,
};

struct record {
	__le16 kind;
	__le16 bytes; /* in all, a multiple of 4 */
};

#define NAME_BYTES 32

struct line_record {
	struct record record;
	__le32 line;
	char name[NAME_BYTES];
};

/* BUS_SERIAL: behind a UART. */
enum bus_kind { BUS_I2C = 1, BUS_SPI = 2, BUS_PLATFORM = 3, BUS_SERIAL = 4 };

struct bus_record {
	struct record record;
	__le32 kind;
	__le32 channel;
	__le32 chip_selects;
};

struct device_record {
	struct record record;
	__le32 bus; /* enum bus_kind */
	__le32 channel;
	__le32 address; /* or chip select, or the offset of its window */
	__le32 size; /* of its window; 0: it has none */
	__le32 hz;
	__le32 mode;
	__le32 line; /* of its interrupt, or NO_LINE */
	__le32 trigger; /* IRQ_TYPE_* */
	__le32 id; /* of a platform device */
	char name[NAME_BYTES]; /* by which its driver knows it */
};

enum property_type { PROPERTY_FLAG = 1, PROPERTY_NUMBERS = 2, PROPERTY_TEXTS = 3 };

/* Numbers have 64 bits each; texts end in 0 and are padded at the end. */
struct property_record {
	struct record record;
	__le32 type;
	__le32 count;
	char name[NAME_BYTES];
	u8 data[];
};

struct clock_record {
	struct record record;
	__le32 hz;
	char connection[NAME_BYTES]; /* empty: the only one */
};

struct gpio_record {
	struct record record;
	__le32 line;
	__le32 is_active_low;
	char name[NAME_BYTES]; /* `reset`; of a child `gpios` */
};

struct node_record {
	struct record record;
	__le32 bus; /* enum bus_kind */
	char path[NAME_BYTES];
};

#endif
