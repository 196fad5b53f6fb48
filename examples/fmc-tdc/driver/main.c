// SPDX-License-Identifier: GPL-2.0-only
/*
 * Driver for the FMC TDC 1ns 5-channel on its PCI Express carrier, SPEC: the
 * card says when pulses come. For card N and each of its channels, 1 to 5,
 *   /dev/tdcN-chC             time stamps as they come
 *   /sys/class/misc/tdcN-chC  enable; received, lost, dropped
 * and with the PCI device: temperature, serial, time, moderation_ms, irqs,
 * irqs_missed, dma_errors.
 */

#include <linux/bitfield.h>
#include <linux/idr.h>
#include <linux/module.h>
#include <linux/slab.h>

#include "fmc_tdc.h"

unsigned int buffer_stamps = 4096;
module_param(buffer_stamps, uint, 0444);
MODULE_PARM_DESC(buffer_stamps, "time stamps in a buffer of the card, 16 to 65536 (default: 4096)");

static unsigned int fifo_stamps = 16384;
module_param(fifo_stamps, uint, 0444);
MODULE_PARM_DESC(fifo_stamps, "time stamps that wait for a reader, 16 to 1048576 (default: 16384)");

unsigned int poll_ms = 100;
module_param(poll_ms, uint, 0644);
MODULE_PARM_DESC(poll_ms, "how often to look for interrupts that were lost (default: 100)");

static DEFINE_IDA(fmc_tdc_numbers);

/* All ones may be one answer that was lost: asked again while the card answers elsewhere. */
u32 fmc_tdc_read(struct fmc_tdc *tdc, u32 reg)
{
	u32 value = ioread32(tdc->fpga + reg);

	if (PCI_POSSIBLE_ERROR(value) &&
	    ioread32(tdc->fpga + TDC_TEST_WORD) == TDC_TEST_WORD_VALUE)
		value = ioread32(tdc->fpga + reg);
	return value;
}

/* Readers find out, and nobody touches the hardware any more. */
static void fmc_tdc_set_gone(struct fmc_tdc *tdc)
{
	unsigned int i;

	lockdep_assert_held(&tdc->lock);

	WRITE_ONCE(tdc->gone, true);
	for (i = 0; i < FMC_TDC_CHANNELS; i++)
		wake_up_all(&tdc->channels[i].wait);
}

/* No register that is checked has all bits set: nobody is there to answer. */
int fmc_tdc_check_answer(struct fmc_tdc *tdc, u32 value)
{
	if (!PCI_POSSIBLE_ERROR(value))
		return 0;
	if (!tdc->gone)
		dev_err(&tdc->pdev->dev, "the card does not answer\n");
	fmc_tdc_set_gone(tdc);
	return -ENODEV;
}

/* For what a user asks for */
int fmc_tdc_lock(struct fmc_tdc *tdc)
{
	if (mutex_lock_interruptible(&tdc->lock))
		return -ERESTARTSYS;
	if (!tdc->gone)
		return 0;
	mutex_unlock(&tdc->lock);
	return -ENODEV;
}

/* ---- What holds it all ---- */

void fmc_tdc_free(struct kref *kref)
{
	struct fmc_tdc *tdc = container_of(kref, struct fmc_tdc, kref);
	unsigned int i;

	for (i = 0; i < FMC_TDC_CHANNELS; i++)
		kfifo_free(&tdc->channels[i].fifo);
	kfree(tdc);
}

static void fmc_tdc_put(void *data)
{
	struct fmc_tdc *tdc = data;

	ida_free(&fmc_tdc_numbers, tdc->number);
	kref_put(&tdc->kref, fmc_tdc_free);
}

static int fmc_tdc_init_channel(struct fmc_tdc *tdc, unsigned int index)
{
	struct fmc_tdc_channel *ch = &tdc->channels[index];

	ch->tdc = tdc;
	ch->index = index;
	snprintf(ch->name, sizeof(ch->name), "tdc%d-ch%u", tdc->number, index + 1);
	init_waitqueue_head(&ch->wait);
	mutex_init(&ch->read_lock);
	ch->misc.minor = MISC_DYNAMIC_MINOR;
	ch->misc.name = ch->name;
	ch->misc.fops = &fmc_tdc_fops;
	ch->misc.parent = &tdc->pdev->dev;
	ch->misc.groups = fmc_tdc_channel_groups;
	return kfifo_alloc(&ch->fifo, fifo_stamps, GFP_KERNEL);
}

/* The first of the managed resources, so the last to go: the others need it. */
static struct fmc_tdc *fmc_tdc_alloc(struct pci_dev *pdev)
{
	struct fmc_tdc *tdc = kzalloc(sizeof(*tdc), GFP_KERNEL);
	unsigned int i;
	int ret;

	if (!tdc)
		return ERR_PTR(-ENOMEM);
	tdc->number = ida_alloc(&fmc_tdc_numbers, GFP_KERNEL);
	if (tdc->number < 0) {
		ret = tdc->number;
		kfree(tdc);
		return ERR_PTR(ret);
	}
	kref_init(&tdc->kref);
	mutex_init(&tdc->lock);
	INIT_DELAYED_WORK(&tdc->watchdog, fmc_tdc_watch);
	tdc->pdev = pdev;
	tdc->moderation_ms = 10;
	ret = devm_add_action_or_reset(&pdev->dev, fmc_tdc_put, tdc);
	for (i = 0; i < FMC_TDC_CHANNELS && !ret; i++)
		ret = fmc_tdc_init_channel(tdc, i);
	return ret ? ERR_PTR(ret) : tdc;
}

/* ---- Coming and going ---- */

static int fmc_tdc_map_registers(struct fmc_tdc *tdc)
{
	struct pci_dev *pdev = tdc->pdev;
	void __iomem * const *bars;
	int ret;

	ret = pcim_enable_device(pdev);
	if (ret)
		return ret;
	ret = pcim_iomap_regions(pdev, BIT(FMC_TDC_FPGA_BAR) | BIT(FMC_TDC_BRIDGE_BAR),
				 KBUILD_MODNAME);
	if (ret)
		return ret;
	bars = pcim_iomap_table(pdev);
	if (!bars)
		return -ENOMEM;
	tdc->fpga = bars[FMC_TDC_FPGA_BAR];
	tdc->bridge = bars[FMC_TDC_BRIDGE_BAR];
	return 0;
}

/* The carrier first; it says where the application is. */
static int fmc_tdc_identify(struct fmc_tdc *tdc)
{
	struct device *dev = &tdc->pdev->dev;
	u32 spec = fmc_tdc_read(tdc, BASE_DEVICE);
	u32 app = fmc_tdc_read(tdc, BASE_APP_OFFSET);
	u32 device;

	if (fmc_tdc_read(tdc, BASE_VENDOR) != BASE_VENDOR_CERN || spec != BASE_DEVICE_SPEC)
		return dev_err_probe(dev, -ENODEV, "no SPEC base: 0x%08x\n", spec);
	if (!(fmc_tdc_read(tdc, BASE_FMC_PRESENCE) & BASE_FMC_PRESENT))
		return dev_err_probe(dev, -ENODEV, "no mezzanine\n");
	if (app % 4 || app > pci_resource_len(tdc->pdev, FMC_TDC_FPGA_BAR) - APP_DEVICE - 4)
		return dev_err_probe(dev, -ENODEV, "no application at 0x%08x\n", app);
	device = fmc_tdc_read(tdc, app + APP_DEVICE);
	if (device != APP_DEVICE_TDC)
		return dev_err_probe(dev, -ENODEV, "another application: 0x%08x\n", device);
	if (fmc_tdc_read(tdc, TDC_TEST_WORD) != TDC_TEST_WORD_VALUE)
		return dev_err_probe(dev, -ENODEV, "the TDC does not answer\n");
	if (!(fmc_tdc_read(tdc, TDC_STATUS) & TDC_STATUS_DMA))
		return dev_err_probe(dev, -ENODEV, "a TDC without DMA\n");
	return 0;
}

/* Whatever it was doing for whomever: no pulses, no interrupts, no transfer. */
static int fmc_tdc_quiesce(struct fmc_tdc *tdc)
{
	unsigned int i;

	fmc_tdc_write(tdc, TDC_CTRL, TDC_CTRL_STOP);
	fmc_tdc_write(tdc, TDC_INPUTS, 0);
	for (i = 0; i < FMC_TDC_CHANNELS; i++)
		fmc_tdc_write(tdc, BUFFER_CSR(i), 0);
	iowrite32(0, tdc->bridge + INT_CFG0);
	iowrite32(GPIO_PINS, tdc->bridge + GPIO_INT_MASK_SET);
	fmc_tdc_write(tdc, EIC_IDR, EIC_ALL);
	fmc_tdc_write(tdc, VIC_IDR, ~0);
	fmc_tdc_write(tdc, VIC_CTL, 0);
	return fmc_tdc_stop_dma(tdc);
}

static void fmc_tdc_acquire(struct fmc_tdc *tdc)
{
	tdc->inputs = TDC_INPUTS_ENABLE;
	fmc_tdc_write(tdc, TDC_INPUTS, tdc->inputs);
	fmc_tdc_write(tdc, TDC_CTRL, TDC_CTRL_ACQUIRE);
}

/* No more users; open files get -ENODEV. */
static void fmc_tdc_shut(struct fmc_tdc *tdc, unsigned int registered)
{
	while (registered--)
		misc_deregister(&tdc->channels[registered].misc);
	mutex_lock(&tdc->lock);
	if (!tdc->gone)
		fmc_tdc_quiesce(tdc);
	fmc_tdc_set_gone(tdc);
	mutex_unlock(&tdc->lock);
	cancel_delayed_work_sync(&tdc->watchdog);
	/* A transfer that cannot be stopped must not reach memory that is not ours any more. */
	pci_clear_master(tdc->pdev);
}

static int fmc_tdc_register(struct fmc_tdc *tdc)
{
	unsigned int i;
	int ret;

	for (i = 0; i < FMC_TDC_CHANNELS; i++) {
		ret = misc_register(&tdc->channels[i].misc);
		if (ret) {
			fmc_tdc_shut(tdc, i);
			return ret;
		}
	}
	return 0;
}

static int fmc_tdc_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct fmc_tdc *tdc;
	int ret;

	tdc = fmc_tdc_alloc(pdev);
	if (IS_ERR(tdc))
		return PTR_ERR(tdc);
	ret = fmc_tdc_map_registers(tdc);
	if (ret)
		return ret;
	ret = fmc_tdc_identify(tdc);
	if (ret)
		return ret;
	ret = fmc_tdc_quiesce(tdc);
	if (ret)
		return dev_err_probe(&pdev->dev, ret, "an earlier transfer cannot be stopped\n");
	ret = fmc_tdc_setup_dma(tdc);
	if (ret)
		return ret;
	ret = fmc_tdc_setup_irq(tdc);
	if (ret)
		return ret;

	fmc_tdc_acquire(tdc);
	pci_set_drvdata(pdev, tdc);
	schedule_delayed_work(&tdc->watchdog, msecs_to_jiffies(poll_ms));
	return fmc_tdc_register(tdc);
}

static void fmc_tdc_remove(struct pci_dev *pdev)
{
	fmc_tdc_shut(pci_get_drvdata(pdev), FMC_TDC_CHANNELS);
}

static const struct pci_device_id fmc_tdc_ids[] = {
	{ PCI_DEVICE(FMC_TDC_VENDOR_ID, FMC_TDC_DEVICE_ID) },
	{ }
};
MODULE_DEVICE_TABLE(pci, fmc_tdc_ids);

static struct pci_driver fmc_tdc_driver = {
	.name = KBUILD_MODNAME,
	.id_table = fmc_tdc_ids,
	.probe = fmc_tdc_probe,
	.remove = fmc_tdc_remove,
	.dev_groups = fmc_tdc_groups,
};

static int __init fmc_tdc_init(void)
{
	if (buffer_stamps < 16 || buffer_stamps > 65536 ||
	    fifo_stamps < 16 || fifo_stamps > 1048576)
		return -ERANGE;
	return pci_register_driver(&fmc_tdc_driver);
}
module_init(fmc_tdc_init);

static void __exit fmc_tdc_exit(void)
{
	pci_unregister_driver(&fmc_tdc_driver);
}
module_exit(fmc_tdc_exit);

MODULE_DESCRIPTION("Driver for the FMC TDC 1ns 5-channel on SPEC");
MODULE_LICENSE("GPL");
