// SPDX-License-Identifier: GPL-2.0-only
/* /dev/tdcN-chC: a channel's time stamps as they come, struct fmc_tdc_stamp each. */

#include <linux/module.h>
#include <linux/poll.h>
#include <linux/uaccess.h>

#include "fmc_tdc.h"

/* misc_open() keeps misc_deregister() out, so the card is still there. */
static int fmc_tdc_open(struct inode *inode, struct file *file)
{
	struct fmc_tdc_channel *ch = container_of(file->private_data, struct fmc_tdc_channel, misc);

	kref_get(&ch->tdc->kref);
	file->private_data = ch;
	return stream_open(inode, file);
}

static int fmc_tdc_release(struct inode *inode, struct file *file)
{
	struct fmc_tdc_channel *ch = file->private_data;

	kref_put(&ch->tdc->kref, fmc_tdc_free);
	return 0;
}

static bool fmc_tdc_has_news(struct fmc_tdc_channel *ch)
{
	return !kfifo_is_empty(&ch->fifo) || atomic_read(&ch->error) ||
	       READ_ONCE(ch->tdc->gone) || !READ_ONCE(ch->enabled);
}

/* First what came before an error, then the error. */
static ssize_t fmc_tdc_take(struct fmc_tdc_channel *ch, char __user *to, size_t count)
{
	unsigned int copied = 0;
	int ret;

	if (mutex_lock_interruptible(&ch->read_lock))
		return -ERESTARTSYS;
	ret = kfifo_to_user(&ch->fifo, to, count, &copied);
	if (!ret && !copied)
		ret = atomic_xchg(&ch->error, 0);
	mutex_unlock(&ch->read_lock);
	if (!ret && !copied && READ_ONCE(ch->tdc->gone))
		ret = -ENODEV;
	return ret ? ret : (ssize_t)copied;
}

/* 0, the end: the channel is off, and there is no more. */
static ssize_t fmc_tdc_read_stamps(struct file *file, char __user *to, size_t count,
				   loff_t *offset)
{
	struct fmc_tdc_channel *ch = file->private_data;
	ssize_t ret;

	if (count < sizeof(struct fmc_tdc_stamp))
		return -EINVAL;
	do {
		if (!fmc_tdc_has_news(ch) && (file->f_flags & O_NONBLOCK))
			return -EAGAIN;
		if (wait_event_interruptible(ch->wait, fmc_tdc_has_news(ch)))
			return -ERESTARTSYS;
		ret = fmc_tdc_take(ch, to, count);
		/* Else another reader was faster. */
	} while (!ret && READ_ONCE(ch->enabled));
	return ret;
}

static __poll_t fmc_tdc_poll(struct file *file, poll_table *table)
{
	struct fmc_tdc_channel *ch = file->private_data;
	__poll_t events = 0;

	poll_wait(file, &ch->wait, table);
	if (!kfifo_is_empty(&ch->fifo))
		events |= EPOLLIN | EPOLLRDNORM;
	if (atomic_read(&ch->error))
		events |= EPOLLIN | EPOLLERR;
	if (READ_ONCE(ch->tdc->gone) || !READ_ONCE(ch->enabled))
		events |= EPOLLIN | EPOLLHUP;
	return events;
}

const struct file_operations fmc_tdc_fops = {
	.owner = THIS_MODULE,
	.open = fmc_tdc_open,
	.release = fmc_tdc_release,
	.read = fmc_tdc_read_stamps,
	.poll = fmc_tdc_poll,
};
