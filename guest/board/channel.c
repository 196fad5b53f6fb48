// SPDX-License-Identifier: GPL-2.0-only
/*
 * Requests to the model. It may answer late, never, or wrong. So a request has a number that no other has, and its
 * answer has memory of its own: one that comes after the timeout is not taken for the next one's.
 */
#include <linux/dma-mapping.h>
#include <linux/io.h>
#include <linux/jiffies.h>
#include <linux/slab.h>
#include "board.h"

#define FETCH_TIMEOUT (10 * HZ)

int add_channel(struct board *board, unsigned int index)
{
	struct channel *channel = devm_kzalloc(board->dev, sizeof(*channel), GFP_KERNEL);

	if (!channel)
		return -ENOMEM;
	channel->memory = dmam_alloc_coherent(board->dev, REQUEST_BYTES + ANSWER_BYTES, &channel->address, GFP_KERNEL);
	if (!channel->memory)
		return -ENOMEM;
	channel->board = board;
	channel->index = index;
	mutex_init(&channel->lock);
	init_completion(&channel->answered);
	writel(lower_32_bits(channel->address), board->regs + CHANNEL(index) + CHANNEL_LOW);
	writel(upper_32_bits(channel->address), board->regs + CHANNEL(index) + CHANNEL_HIGH);
	/* An interrupt may look at it from now on. */
	smp_store_release(&board->channels[index], channel);
	return 0;
}

static struct request_header *header_of(struct channel *channel)
{
	return (struct request_header *)channel->memory;
}

static const struct answer_header *answer_of(const struct channel *channel)
{
	return (const struct answer_header *)(channel->memory + REQUEST_BYTES);
}

static bool is_answered(const struct channel *channel, u32 number)
{
	return number && le32_to_cpu(READ_ONCE(answer_of(channel)->number)) == number;
}

/* An interrupt: somewhere there is an answer, or one too late. */
void heed_answers(struct board *board)
{
	unsigned int n;

	for (n = 0; n < CHANNELS; n++) {
		struct channel *channel = smp_load_acquire(&board->channels[n]);

		if (channel && is_answered(channel, READ_ONCE(channel->number)))
			complete(&channel->answered);
	}
}

void begin_request(struct channel *channel)
{
	mutex_lock(&channel->lock);
	channel->bytes = sizeof(struct request_header);
	channel->expected = sizeof(struct answer_header);
	channel->taken = sizeof(struct answer_header);
	channel->pieces = 0;
	channel->is_full = false;
}

void *add_piece(struct channel *channel, const struct piece *piece)
{
	struct request_piece *at = (void *)channel->memory + channel->bytes;
	size_t room = ALIGN((size_t)piece->length, 4);
	size_t sent = piece->flags & PIECE_SENDS ? room : 0;
	size_t received = piece->flags & PIECE_RECEIVES ? room : 0;

	if (sent > REQUEST_BYTES || channel->bytes + sizeof(*at) + sent > REQUEST_BYTES ||
	    received > ANSWER_BYTES || channel->expected + received > ANSWER_BYTES) {
		channel->is_full = true;
		return NULL;
	}
	at->address = cpu_to_le16(piece->address);
	at->flags = cpu_to_le16(piece->flags);
	at->length = cpu_to_le32(piece->length);
	at->hz = cpu_to_le32(piece->hz);
	at->mode = cpu_to_le16(piece->mode);
	at->bits = cpu_to_le16(piece->bits);
	channel->bytes += sizeof(*at) + sent;
	channel->expected += received;
	channel->pieces++;
	return sent ? at + 1 : NULL;
}

static u32 next_number(struct channel *channel)
{
	if (!++channel->last)
		channel->last++;
	return channel->last;
}

static int status_of(const struct channel *channel, enum request_kind kind)
{
	u32 status = le32_to_cpu(READ_ONCE(answer_of(channel)->status));
	u32 bytes = le32_to_cpu(READ_ONCE(answer_of(channel)->bytes));

	if (status)
		return status <= MAX_ERRNO ? -(int)status : -EIO;
	/* Of other answers, only the model knows the length. */
	if (kind != REQUEST_I2C && kind != REQUEST_SPI)
		return 0;
	return bytes == channel->expected ? 0 : -EPROTO;
}

static void write_header(struct channel *channel, enum request_kind kind, u32 number)
{
	struct request_header *header = header_of(channel);

	header->number = cpu_to_le32(number);
	header->kind = cpu_to_le32(kind);
	header->count = cpu_to_le32(channel->pieces);
	header->bytes = cpu_to_le32(channel->bytes);
}

/* A function that was pulled out reads all ones. Who asks it again need not wait. */
static int no_answer(struct board *board)
{
	if (readl(board->regs + ID) != ID_VALUE)
		WRITE_ONCE(board->is_gone, true);
	return READ_ONCE(board->is_gone) ? -ENODEV : -ETIMEDOUT;
}

int send_request(struct channel *channel, enum request_kind kind, unsigned long timeout)
{
	struct board *board = channel->board;
	u32 number = next_number(channel);
	bool is_here;

	if (channel->is_full)
		return -EMSGSIZE;
	if (READ_ONCE(board->is_gone))
		return -ENODEV;
	write_header(channel, kind, number);
	reinit_completion(&channel->answered);
	WRITE_ONCE(channel->number, number);
	/* writel() orders the request before its doorbell. */
	writel(channel->bytes, board->regs + CHANNEL(channel->index) + CHANNEL_DOORBELL);
	wait_for_completion_timeout(&channel->answered, timeout);
	WRITE_ONCE(channel->number, 0);
	is_here = is_answered(channel, number);
	dma_rmb();
	return is_here ? status_of(channel, kind) : no_answer(board);
}

const void *take_answer(struct channel *channel, size_t bytes)
{
	const void *at = channel->memory + REQUEST_BYTES + channel->taken;

	/* What was expected when the request was made has room. */
	channel->taken += ALIGN(bytes, 4);
	return at;
}

/* All of an answer whose length only the model knows. */
static const void *whole_answer(struct channel *channel, size_t *bytes)
{
	size_t told = le32_to_cpu(READ_ONCE(answer_of(channel)->bytes));

	*bytes = clamp_t(size_t, told, sizeof(struct answer_header), ANSWER_BYTES) - sizeof(struct answer_header);
	return answer_of(channel) + 1;
}

void end_request(struct channel *channel)
{
	mutex_unlock(&channel->lock);
}

/* A copy, because what was checked must not change, and because nodes and the kernel's ACPI point into it. */
void *fetch(struct board *board, enum request_kind kind, size_t *bytes)
{
	struct channel *channel = board->channels[0];
	void *copy = NULL;
	const void *answer;
	int error;

	begin_request(channel);
	error = send_request(channel, kind, FETCH_TIMEOUT);
	if (!error) {
		answer = whole_answer(channel, bytes);
		copy = devm_kmemdup(board->dev, answer, max_t(size_t, *bytes, 1), GFP_KERNEL);
		error = copy ? 0 : -ENOMEM;
	}
	end_request(channel);
	if (error)
		dev_err(board->dev, "the model does not say what is on the board: error %d\n", error);
	return error ? ERR_PTR(error) : copy;
}
