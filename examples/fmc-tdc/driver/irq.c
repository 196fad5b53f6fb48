// SPDX-License-Identifier: GPL-2.0-only
/*
 * From a channel to us: EIC of the TDC, VIC of the carrier, GPIO of the bridge,
 * and a message. And a watchdog, for messages that do not arrive.
 */

#include <linux/interrupt.h>

#include "fmc_tdc.h"

static void fmc_tdc_serve(struct fmc_tdc *tdc)
{
	u32 isr = fmc_tdc_read(tdc, EIC_ISR);
	unsigned int i;

	lockdep_assert_held(&tdc->lock);

	if (fmc_tdc_check_answer(tdc, isr))
		return;
	for (i = 0; i < FMC_TDC_CHANNELS && !tdc->gone; i++)
		if ((isr & EIC_BUFFER(i)) && tdc->channels[i].enabled)
			fmc_tdc_serve_channel(&tdc->channels[i]);
	if (tdc->gone)
		return;

	tdc->served++;
	fmc_tdc_write(tdc, VIC_EOIR, 1);
	/* The bridge forgets what it has seen, sees what is still there, and may tell us again. */
	ioread32(tdc->bridge + GPIO_INT_STATUS);
	iowrite32(INT_GPIO, tdc->bridge + INT_CFG0);
}

/* Until the thread has looked, there is nothing more to tell. */
static irqreturn_t fmc_tdc_irq(int irq, void *data)
{
	struct fmc_tdc *tdc = data;
	u32 stat = ioread32(tdc->bridge + INT_STAT);

	/* Whether the card is gone is for the thread to find out. */
	if (PCI_POSSIBLE_ERROR(stat))
		return IRQ_WAKE_THREAD;
	if (!(stat & INT_GPIO))
		return IRQ_NONE;
	iowrite32(0, tdc->bridge + INT_CFG0);
	atomic_inc(&tdc->irqs);
	return IRQ_WAKE_THREAD;
}

static irqreturn_t fmc_tdc_irq_thread(int irq, void *data)
{
	struct fmc_tdc *tdc = data;

	mutex_lock(&tdc->lock);
	if (!tdc->gone)
		fmc_tdc_serve(tdc);
	mutex_unlock(&tdc->lock);
	return IRQ_HANDLED;
}

/* What was pending when we looked last, and still is with nobody served since, was not told us. */
static void fmc_tdc_look(struct fmc_tdc *tdc)
{
	u32 pending = fmc_tdc_read(tdc, EIC_ISR);

	if (fmc_tdc_check_answer(tdc, pending))
		return;
	pending &= EIC_BUFFERS;
	if (pending & tdc->pending_seen && tdc->served == tdc->served_seen) {
		tdc->irqs_missed++;
		fmc_tdc_serve(tdc);
		pending = 0;
	}
	tdc->pending_seen = pending;
	tdc->served_seen = tdc->served;
}

void fmc_tdc_watch(struct work_struct *work)
{
	struct fmc_tdc *tdc = container_of(to_delayed_work(work), struct fmc_tdc, watchdog);

	mutex_lock(&tdc->lock);
	if (!tdc->gone)
		fmc_tdc_look(tdc);
	if (!tdc->gone)
		schedule_delayed_work(&tdc->watchdog, msecs_to_jiffies(READ_ONCE(poll_ms)));
	mutex_unlock(&tdc->lock);
}

/* What is already there when the last gate opens is told at once. */
int fmc_tdc_setup_irq(struct fmc_tdc *tdc)
{
	struct pci_dev *pdev = tdc->pdev;
	int ret;

	ret = pci_alloc_irq_vectors(pdev, 1, 1, PCI_IRQ_MSI);
	if (ret < 0)
		return ret;
	ret = devm_request_threaded_irq(&pdev->dev, pci_irq_vector(pdev, 0), fmc_tdc_irq,
					fmc_tdc_irq_thread, 0, KBUILD_MODNAME, tdc);
	if (ret)
		return ret;

	fmc_tdc_write(tdc, EIC_IER, EIC_BUFFERS);
	fmc_tdc_write(tdc, VIC_CTL, VIC_CTL_ENABLE);
	fmc_tdc_write(tdc, VIC_IER, VIC_INPUT_TDC);
	iowrite32(0, tdc->bridge + GPIO_BYPASS_MODE);
	iowrite32(GPIO_PINS, tdc->bridge + GPIO_DIRECTION);
	iowrite32(GPIO_PIN, tdc->bridge + GPIO_INT_VALUE);
	iowrite32(GPIO_PIN, tdc->bridge + GPIO_INT_TYPE);
	ioread32(tdc->bridge + GPIO_INT_STATUS);
	iowrite32(GPIO_PIN, tdc->bridge + GPIO_INT_MASK_CLR);
	iowrite32(INT_GPIO, tdc->bridge + INT_CFG0);
	return 0;
}
