// SPDX-License-Identifier: GPL-2.0-only
/* I2C: a transaction is a request, its messages are the pieces. */
#include <linux/acpi.h>
#include <linux/device.h>
#include <linux/i2c.h>
#include <linux/slab.h>
#include "board.h"

static void add_message(struct channel *channel, const struct i2c_msg *message)
{
	bool is_read = message->flags & I2C_M_RD;
	struct piece piece = {
		.address = message->addr,
		.flags = is_read ? PIECE_RECEIVES : PIECE_SENDS,
		.length = message->len,
	};
	void *sent = add_piece(channel, &piece);

	if (sent)
		memcpy(sent, message->buf, message->len);
}

static int transfer(struct i2c_adapter *adapter, struct i2c_msg *messages, int count)
{
	struct channel *channel = i2c_get_adapdata(adapter);
	int error, n;

	begin_request(channel);
	for (n = 0; n < count; n++)
		add_message(channel, &messages[n]);
	error = send_request(channel, REQUEST_I2C, adapter->timeout);
	for (n = 0; !error && n < count; n++)
		if (messages[n].flags & I2C_M_RD)
			memcpy(messages[n].buf, take_answer(channel, messages[n].len), messages[n].len);
	end_request(channel);
	return error ?: count;
}

static u32 functions(struct i2c_adapter *adapter)
{
	return I2C_FUNC_I2C | I2C_FUNC_SMBUS_EMUL;
}

static const struct i2c_algorithm algorithm = { .master_xfer = transfer, .functionality = functions };

static void remove_bus(void *adapter)
{
	i2c_del_adapter(adapter);
}

int add_i2c_bus(struct board *board, const struct bus_record *record)
{
	struct i2c_adapter *adapter = devm_kzalloc(board->dev, sizeof(*adapter), GFP_KERNEL);
	u32 index = le32_to_cpu(record->channel);
	struct device *place = bus_place(board, index);
	int error;

	if (!adapter)
		return -ENOMEM;
	if (IS_ERR(place))
		return PTR_ERR(place);
	adapter->owner = THIS_MODULE;
	adapter->algo = &algorithm;
	adapter->dev.parent = place ?: board->dev;
	/* ACPI looks for its clients by the adapter itself. */
	if (place)
		ACPI_COMPANION_SET(&adapter->dev, ACPI_COMPANION(place));
	/* After a lost arbitration: as often as the other controller that a device may be on, i2c-designware. */
	adapter->retries = 3;
	snprintf(adapter->name, sizeof(adapter->name), "qdt-board i2c %u", index);
	i2c_set_adapdata(adapter, board->channels[index]);
	board->buses[index] = adapter;
	error = i2c_add_adapter(adapter);
	return error ?: devm_add_action_or_reset(board->dev, remove_bus, adapter);
}

static void remove_device(void *client)
{
	i2c_unregister_device(client);
}

int add_i2c_device(struct board *board, const struct device_record *record, struct attributes attributes)
{
	struct i2c_adapter *adapter = board->buses[le32_to_cpu(record->channel)];
	struct i2c_board_info info = { .addr = le32_to_cpu(record->address) };
	struct i2c_client *client;
	char name[32];
	int error;

	snprintf(name, sizeof(name), "%d-%04x", i2c_adapter_id(adapter), info.addr);
	error = add_device_clocks(board, name, attributes) ?: add_device_gpios(board, name, attributes);
	if (error)
		return error;
	info.irq = device_irq(board, record);
	if (info.irq < 0)
		return info.irq;
	info.fwnode = make_node(board, attributes);
	if (IS_ERR(info.fwnode))
		return PTR_ERR(info.fwnode);
	strscpy(info.type, record->name, sizeof(info.type));
	client = i2c_new_client_device(adapter, &info);
	if (IS_ERR(client))
		return PTR_ERR(client);
	return devm_add_action_or_reset(board->dev, remove_device, client);
}
