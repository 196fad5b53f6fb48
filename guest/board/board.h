/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A board behind one PCI function: I2C and SPI buses, lines with interrupts, and windows for platform drivers. The
 * function says what there is; nothing here knows a device.
 *
 *   function.c       the PCI function, its two vectors, and the order of things
 *   channel.c        requests to the model
 *   records.c        the list that the model tells
 *   configuration.c  what there is on the board
 *   nodes.c          firmware nodes: properties, and match data from a driver's of_match_table
 *   children.c       the nodes below them
 *   lines.c          the lines as interrupts
 *   gpios.c          the lines as GPIOs
 *   i2c.c spi.c      buses and their devices
 *   platform.c       devices whose registers lie in the function's BAR
 *   clocks.c         fixed clocks of devices
 *   table.c          devices that ACPI describes
 *   table_clocks.c   their clocks
 *   compat.h         what kernels name differently
 *
 * All is released by devm, in the reverse order in which it was made: devices, buses, lines, vectors.
 */
#ifndef QDT_BOARD_H
#define QDT_BOARD_H

#include <linux/completion.h>
#include <linux/gpio/driver.h>
#include <linux/irqdomain.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/property.h>
#include <linux/spinlock.h>
#include <linux/version.h>
#include <linux/workqueue.h>
#include "wire.h"

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
#error "no board in a kernel before 5.10"
#endif
#if !IS_ENABLED(CONFIG_I2C) || !IS_ENABLED(CONFIG_SPI) || !IS_ENABLED(CONFIG_GPIOLIB) || !IS_ENABLED(CONFIG_COMMON_CLK)
#error "no board in a kernel without I2C, SPI, GPIOs or clocks"
#endif

struct board;
struct clk_hw;

/* One request at a time. Its user holds it from begin_request to end_request. */
struct channel {
	struct board *board;
	unsigned int index;
	u8 *memory;
	dma_addr_t address;
	struct mutex lock;
	struct completion answered;
	u32 number; /* of the request under way; 0: none */
	u32 last;
	size_t bytes; /* of the request so far */
	size_t expected; /* of the answer */
	size_t taken; /* of the answer so far */
	u32 pieces;
	bool is_full;
};

struct piece {
	u16 address;
	u16 flags;
	u32 length;
	u32 hz;
	u16 mode;
	u16 bits;
};

/* Records one after the other. */
struct attributes {
	const u8 *first;
	const u8 *end;
};

struct board {
	struct pci_dev *pdev;
	struct device *dev;
	void __iomem *regs;
	resource_size_t base;
	bool is_gone;
	struct channel *channels[CHANNELS];
	struct irq_domain *domain;
	raw_spinlock_t lines_lock; /* the registers of lines, and what they hold */
	u32 enabled, falling, level, both, output, direction;
	struct gpio_chip gpios;
	struct software_node gpio_node;
	const char *line_names[LINES];
	void *buses[CHANNELS];
	u32 bus_kinds[CHANNELS];
	struct attributes configuration;
	unsigned int devices; /* how many were made */
	struct work_struct work;
	bool has_work;
	u32 bus_table, device_table;
	bool has_device_table;
	struct list_head table_clocks;
};

/* channel.c */
int add_channel(struct board *board, unsigned int index);
void heed_answers(struct board *board);
void begin_request(struct channel *channel);
/* Room for what is sent, to be filled in; NULL if nothing is sent, or it does not fit, which send_request tells. */
void *add_piece(struct channel *channel, const struct piece *piece);
/* Waits for the answer. Returns 0 or an error number. */
int send_request(struct channel *channel, enum request_kind kind, unsigned long timeout);
/* What came for the next piece that receives. Its memory is the model's, too. */
const void *take_answer(struct channel *channel, size_t bytes);
void end_request(struct channel *channel);
/* What the model has on the board itself, as a copy that lives as long as the board; or an error. */
void *fetch(struct board *board, enum request_kind kind, size_t *bytes);

/* configuration.c */
int configure(struct board *board);
/* Before the board goes. */
void end_configuration(struct board *board);

/* records.c */
bool is_valid(struct attributes records);
const struct record *next_record(struct attributes *left);
/* The records up to the next that is no attribute. */
struct attributes take_attributes(struct attributes *left);

/* nodes.c: the attributes of a device are the records from `first` up to `end`. */
struct fwnode_handle *make_node(struct board *board, struct attributes attributes);

/* children.c */
int make_children(struct board *board, struct attributes attributes, struct fwnode_handle ***children,
		  unsigned int *count);

/* lines.c */
int add_lines(struct board *board);
void heed_lines(struct board *board);
/* The interrupt of a device, with its trigger; 0: it has none. Negative: an error. */
int device_irq(struct board *board, const struct device_record *record);

/* gpios.c */
int add_gpios(struct board *board);
/* The lines that a driver asks for by name. */
int add_device_gpios(struct board *board, const char *device, struct attributes attributes);

/* clocks.c */
struct clk_hw *make_clock(struct board *board, const char *device, const struct clock_record *record);
/* The name by which a driver asks for it; NULL: it is the only one. */
const char *connection_of(const struct clock_record *record);
int add_device_clocks(struct board *board, const char *device, struct attributes attributes);

/* table.c */
bool has_nodes(const struct board *board);
int load_bus_table(struct board *board);
int load_device_table(struct board *board);
/* What ACPI knows as the parent of the lines, of a bus. NULL: nothing on the board is described by ACPI. */
struct device *lines_place(struct board *board);
struct device *bus_place(struct board *board, u32 channel);

/* table_clocks.c: before the devices, and until they are gone. */
int add_table_clocks(struct board *board);

/* i2c.c, spi.c, platform.c */
int add_i2c_bus(struct board *board, const struct bus_record *record);
int add_i2c_device(struct board *board, const struct device_record *record, struct attributes attributes);
int add_spi_bus(struct board *board, const struct bus_record *record);
int add_spi_device(struct board *board, const struct device_record *record, struct attributes attributes);
int add_platform_device(struct board *board, const struct device_record *record, struct attributes attributes);

#endif
