// SPDX-License-Identifier: GPL-2.0-only
/*
 * A channel has two buffers in the card's memory. While the card fills one, the
 * other is fetched. The numbers in the time stamps tell what was lost.
 */

#include <linux/bitfield.h>
#include <linux/iopoll.h>
#include <linux/module.h>

#include "fmc_tdc.h"

#define BURST		16	/* time stamps on one way to the card's memory */
#define SWITCH_US	10000	/* how long the switch of buffers may take */

static unsigned int dma_retries = 1;
module_param(dma_retries, uint, 0644);
MODULE_PARM_DESC(dma_retries, "how often a transfer that failed is tried again (default: 1)");

/* ---- Time stamps ---- */

static u32 fmc_tdc_number(const struct fmc_tdc_raw *raw)
{
	return FIELD_GET(RAW_NUMBER, le32_to_cpu(raw->meta));
}

static u32 fmc_tdc_skipped(const struct fmc_tdc_channel *ch, const struct fmc_tdc_raw *raw)
{
	return (fmc_tdc_number(raw) - ch->expected) & RAW_NUMBER_MASK;
}

static bool fmc_tdc_is_first(const struct fmc_tdc_channel *ch, const struct fmc_tdc_raw *raw)
{
	u32 skipped = fmc_tdc_skipped(ch, raw);

	return !skipped || (ch->may_skip && skipped <= RAW_NUMBER_MASK / 2);
}

/* Within a buffer nothing is lost, and pulses come one after the other. */
static bool fmc_tdc_is_next(const struct fmc_tdc_raw *raw, const struct fmc_tdc_raw *before)
{
	u32 seconds = le32_to_cpu(raw->seconds);
	u32 seconds_before = le32_to_cpu(before->seconds);

	return fmc_tdc_number(raw) == ((fmc_tdc_number(before) + 1) & RAW_NUMBER_MASK) &&
	       (seconds > seconds_before ||
		(seconds == seconds_before &&
		 le32_to_cpu(raw->ticks) >= le32_to_cpu(before->ticks)));
}

/* Up to the first that cannot be what the card has stored. */
static unsigned int fmc_tdc_count_good(const struct fmc_tdc_channel *ch, unsigned int count)
{
	const struct fmc_tdc_raw *raw = ch->tdc->raw;
	unsigned int i;

	for (i = 0; i < count; i++) {
		if (FIELD_GET(RAW_CHANNEL, le32_to_cpu(raw[i].meta)) != ch->index ||
		    le32_to_cpu(raw[i].ticks) >= RAW_TICKS_A_SECOND ||
		    !(i ? fmc_tdc_is_next(&raw[i], &raw[i - 1]) : fmc_tdc_is_first(ch, &raw[i])))
			break;
	}
	return i;
}

static void fmc_tdc_pass_on(struct fmc_tdc_channel *ch, unsigned int count)
{
	const struct fmc_tdc_raw *raw = ch->tdc->raw;
	u32 skipped = fmc_tdc_skipped(ch, raw);
	unsigned int i;

	ch->may_skip = false;
	ch->lost += skipped;
	ch->expected = (ch->expected + skipped + count) & RAW_NUMBER_MASK;
	ch->received += count;
	for (i = 0; i < count; i++) {
		struct fmc_tdc_stamp stamp = {
			.seconds = le32_to_cpu(raw[i].seconds),
			.ticks = le32_to_cpu(raw[i].ticks),
			.fraction = le32_to_cpu(raw[i].fraction) & RAW_FRACTION,
			.number = fmc_tdc_number(&raw[i]),
		};

		if (!kfifo_put(&ch->fifo, stamp))
			ch->dropped++;
	}
	wake_up_interruptible(&ch->wait);
}

static void fmc_tdc_set_error(struct fmc_tdc_channel *ch, int error)
{
	atomic_set(&ch->error, error);
	wake_up_interruptible(&ch->wait);
}

/* ---- Transfers ---- */

static u32 fmc_tdc_card_address(const struct fmc_tdc_channel *ch, unsigned int buffer)
{
	return (2 * ch->index + buffer) * buffer_stamps * sizeof(struct fmc_tdc_raw);
}

/* Of @count time stamps @minimum so many must be there; says how many are. */
static int fmc_tdc_try_fetch(struct fmc_tdc_channel *ch, unsigned int buffer,
			     unsigned int minimum, unsigned int count)
{
	unsigned int good;
	int ret;

	ret = fmc_tdc_dma(ch->tdc, fmc_tdc_card_address(ch, buffer),
			  count * sizeof(struct fmc_tdc_raw));
	if (ret)
		return ret;
	good = fmc_tdc_count_good(ch, count);
	return good < minimum ? -EIO : good;
}

/* What cannot be fetched is lost. The reader is told; the next buffer may be better. */
static int fmc_tdc_fetch(struct fmc_tdc_channel *ch, unsigned int buffer,
			 unsigned int minimum, unsigned int count)
{
	unsigned int tries = READ_ONCE(dma_retries) + 1;
	int ret = 0;

	if (!count)
		return 0;
	do {
		ret = fmc_tdc_try_fetch(ch, buffer, minimum, count);
		if (ret > 0)
			fmc_tdc_pass_on(ch, ret);
		if (ret >= 0 || ret == -ENODEV)
			return min(ret, 0);
		ch->tdc->dma_errors++;
		dev_err_ratelimited(&ch->tdc->pdev->dev,
				    "channel %u: transfer of %u time stamps: error %d\n",
				    ch->index + 1, count, ret);
	} while (--tries);

	ch->lost += count;
	ch->expected = (ch->expected + count) & RAW_NUMBER_MASK;
	fmc_tdc_set_error(ch, ret);
	return ret;
}

/* ---- Buffers ---- */

u32 fmc_tdc_csr(const struct fmc_tdc *tdc)
{
	return BUFFER_CSR_ENABLE | BUFFER_CSR_TIMEOUT(tdc->moderation_ms) | BUFFER_CSR_BURST(BURST);
}

static void fmc_tdc_give_next(struct fmc_tdc_channel *ch, unsigned int buffer)
{
	fmc_tdc_write(ch->tdc, BUFFER_NEXT_BASE(ch->index), fmc_tdc_card_address(ch, buffer));
	fmc_tdc_write(ch->tdc, BUFFER_NEXT_SIZE(ch->index), buffer_stamps | BUFFER_VALID);
}

/* The current buffer is complete, all of it in the card's memory, and the next one is current. */
static int fmc_tdc_switch(struct fmc_tdc_channel *ch)
{
	struct fmc_tdc *tdc = ch->tdc;
	u32 reg = BUFFER_CSR(ch->index);
	u32 csr = fmc_tdc_csr(tdc);
	u32 seen;
	int late, ret;

	/* The card may have switched by itself: that is not what we wait for. */
	fmc_tdc_write(tdc, reg, csr | BUFFER_CSR_DONE);
	fmc_tdc_write(tdc, reg, csr | BUFFER_CSR_SWITCH);
	late = read_poll_timeout(fmc_tdc_read, seen, seen & BUFFER_CSR_DONE, 10, SWITCH_US,
				 false, tdc, reg);
	ret = fmc_tdc_check_answer(tdc, seen);
	if (!ret && !late)
		fmc_tdc_write(tdc, reg, csr | BUFFER_CSR_DONE);
	return ret ?: late;
}

/* Both are empty. The switch sets the card's counter to 0. */
static int fmc_tdc_start_buffers(struct fmc_tdc_channel *ch)
{
	int ret;

	fmc_tdc_give_next(ch, 0);
	ret = fmc_tdc_switch(ch);
	if (ret)
		return ret;
	ch->active = 0;
	fmc_tdc_give_next(ch, 1);
	return 0;
}

static int fmc_tdc_collect_one(struct fmc_tdc_channel *ch, unsigned int count)
{
	unsigned int buffer = ch->active;

	ch->active = 1 - buffer;
	if (fmc_tdc_fetch(ch, buffer, count, count) == -ENODEV)
		return -ENODEV;
	fmc_tdc_give_next(ch, buffer);
	return 0;
}

/*
 * Without a next buffer to switch to, the card has no current one now, and both
 * are ours. It has switched by itself, because the first was full; and once
 * more, if the second was: then it has begun to count from 0. But where our
 * switch has found the second full, it may be that it was filled after it, and
 * that it was we who cut off the first: the numbers in it tell.
 */
static int fmc_tdc_collect_both(struct fmc_tdc_channel *ch, unsigned int count)
{
	unsigned int first = ch->active;
	unsigned int minimum = count == buffer_stamps ? 0 : buffer_stamps;

	count = count ?: buffer_stamps;
	if (fmc_tdc_fetch(ch, first, minimum, buffer_stamps) == -ENODEV ||
	    fmc_tdc_fetch(ch, 1 - first, count, count) == -ENODEV)
		return -ENODEV;
	ch->may_skip = true;
	return fmc_tdc_start_buffers(ch);
}

static int fmc_tdc_collect(struct fmc_tdc_channel *ch)
{
	struct fmc_tdc *tdc = ch->tdc;
	u32 count, size;
	int ret;

	ret = fmc_tdc_switch(ch);
	if (ret)
		return ret;
	size = fmc_tdc_read(tdc, BUFFER_CUR_SIZE(ch->index));
	count = fmc_tdc_read(tdc, BUFFER_CUR_COUNT(ch->index));
	ret = fmc_tdc_check_answer(tdc, size) ?: fmc_tdc_check_answer(tdc, count);
	if (ret)
		return ret;
	if (count > buffer_stamps)
		return -EPROTO;
	return size & BUFFER_VALID ? fmc_tdc_collect_one(ch, count) : fmc_tdc_collect_both(ch, count);
}

/* ---- On and off ---- */

static void fmc_tdc_set_input(struct fmc_tdc_channel *ch, bool on)
{
	struct fmc_tdc *tdc = ch->tdc;

	tdc->inputs &= ~TDC_INPUTS_CHANNEL(ch->index);
	if (on)
		tdc->inputs |= TDC_INPUTS_CHANNEL(ch->index);
	fmc_tdc_write(tdc, TDC_INPUTS, tdc->inputs);
}

static void fmc_tdc_switch_off(struct fmc_tdc_channel *ch)
{
	fmc_tdc_set_input(ch, false);
	fmc_tdc_write(ch->tdc, BUFFER_CSR(ch->index), 0);
	WRITE_ONCE(ch->enabled, false);
	wake_up_interruptible(&ch->wait);
}

/* The card begins to count from 0 when an input is switched on. */
int fmc_tdc_enable(struct fmc_tdc_channel *ch)
{
	int ret;

	fmc_tdc_write(ch->tdc, BUFFER_CUR_SIZE(ch->index), 0);
	ret = fmc_tdc_start_buffers(ch);
	if (ret) {
		fmc_tdc_write(ch->tdc, BUFFER_CSR(ch->index), 0);
		return ret;
	}
	ch->expected = 0;
	ch->may_skip = false;
	WRITE_ONCE(ch->enabled, true);
	fmc_tdc_set_input(ch, true);
	return 0;
}

int fmc_tdc_disable(struct fmc_tdc_channel *ch)
{
	int ret;

	fmc_tdc_set_input(ch, false);
	ret = fmc_tdc_collect(ch);
	if (ret != -ENODEV)
		fmc_tdc_switch_off(ch);
	return ret;
}

/* A channel whose buffers cannot be switched would interrupt for ever. */
void fmc_tdc_serve_channel(struct fmc_tdc_channel *ch)
{
	int ret = fmc_tdc_collect(ch);

	if (!ret || ret == -ENODEV)
		return;
	dev_err(&ch->tdc->pdev->dev, "channel %u: switched off, error %d\n", ch->index + 1, ret);
	fmc_tdc_set_error(ch, -EIO);
	fmc_tdc_switch_off(ch);
}
