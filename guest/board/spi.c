// SPDX-License-Identifier: GPL-2.0-only
/* SPI: a message is a request, its transfers are the pieces. The chip select stays low over them until one ends it. */
#include <linux/device.h>
#include <linux/jiffies.h>
#include <linux/spi/spi.h>
#include "board.h"
#include "compat.h"

#define SPI_TIMEOUT HZ
/* Of a message: what remains is for the pieces' headers. */
#define MAX_BYTES (REQUEST_BYTES / 2)

static void add_transfer(struct channel *channel, const struct spi_device *spi, const struct spi_transfer *transfer)
{
	struct piece piece = {
		.address = chip_select_of(spi),
		.flags = (transfer->tx_buf ? PIECE_SENDS : 0) | (transfer->rx_buf ? PIECE_RECEIVES : 0) |
			 (transfer->cs_change ? PIECE_ENDS : 0),
		.length = transfer->len,
		.hz = transfer->speed_hz,
		.mode = spi->mode,
		.bits = transfer->bits_per_word,
	};
	void *sent = add_piece(channel, &piece);

	if (sent)
		memcpy(sent, transfer->tx_buf, transfer->len);
}

static void take_transfers(struct channel *channel, struct spi_message *message)
{
	struct spi_transfer *transfer;

	list_for_each_entry(transfer, &message->transfers, transfer_list) {
		if (transfer->rx_buf)
			memcpy(transfer->rx_buf, take_answer(channel, transfer->len), transfer->len);
		message->actual_length += transfer->len;
	}
}

static int transfer_message(struct spi_controller *controller, struct spi_message *message)
{
	struct channel *channel = *(struct channel **)spi_controller_get_devdata(controller);
	struct spi_transfer *transfer;
	int error;

	begin_request(channel);
	list_for_each_entry(transfer, &message->transfers, transfer_list)
		add_transfer(channel, message->spi, transfer);
	error = send_request(channel, REQUEST_SPI, SPI_TIMEOUT);
	if (!error)
		take_transfers(channel, message);
	end_request(channel);
	message->status = error;
	spi_finalize_current_message(controller);
	return 0;
}

static size_t max_bytes(struct spi_device *spi)
{
	return MAX_BYTES;
}

int add_spi_bus(struct board *board, const struct bus_record *record)
{
	u32 index = le32_to_cpu(record->channel);
	struct device *place = bus_place(board, index);
	struct spi_controller *controller;

	if (IS_ERR(place))
		return PTR_ERR(place);
	controller = __devm_spi_alloc_controller(board->dev, sizeof(struct channel *), false);
	if (!controller)
		return -ENOMEM;
	*(struct channel **)spi_controller_get_devdata(controller) = board->channels[index];
	if (place)
		controller->dev.parent = place;
	controller->bus_num = -1;
	controller->num_chipselect = le32_to_cpu(record->chip_selects);
	controller->mode_bits = SPI_CPOL | SPI_CPHA | SPI_CS_HIGH | SPI_LSB_FIRST;
	controller->transfer_one_message = transfer_message;
	controller->max_transfer_size = max_bytes;
	controller->max_message_size = max_bytes;
	board->buses[index] = controller;
	return devm_spi_register_controller(board->dev, controller);
}

static void remove_device(void *spi)
{
	spi_unregister_device(spi);
}

static int describe(struct board *board, struct spi_device *spi, const struct device_record *record,
		    struct attributes attributes)
{
	struct fwnode_handle *node = make_node(board, attributes);

	if (IS_ERR(node))
		return PTR_ERR(node);
	spi->irq = device_irq(board, record);
	if (spi->irq < 0)
		return spi->irq;
	set_chip_select(spi, le32_to_cpu(record->address));
	spi->max_speed_hz = le32_to_cpu(record->hz);
	spi->mode = le32_to_cpu(record->mode);
	strscpy(spi->modalias, record->name, sizeof(spi->modalias));
	give_node(&spi->dev, node);
	return 0;
}

int add_spi_device(struct board *board, const struct device_record *record, struct attributes attributes)
{
	struct spi_controller *controller = board->buses[le32_to_cpu(record->channel)];
	struct spi_device *spi;
	char name[32];
	int error;

	snprintf(name, sizeof(name), "%s.%u", dev_name(&controller->dev), le32_to_cpu(record->address));
	error = add_device_clocks(board, name, attributes) ?: add_device_gpios(board, name, attributes);
	if (error)
		return error;
	spi = spi_alloc_device(controller);
	if (!spi)
		return -ENOMEM;
	error = describe(board, spi, record, attributes) ?: spi_add_device(spi);
	if (error) {
		spi_dev_put(spi);
		return error;
	}
	return devm_add_action_or_reset(board->dev, remove_device, spi);
}
