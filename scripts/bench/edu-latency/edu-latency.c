// SPDX-License-Identifier: GPL-2.0-only
/*
 * How long an edu device takes, QEMU's own or a model of it, seen from a
 * driver: /proc/edu-latency has a measurement a line, in nanoseconds.
 *
 *   read NS        one MMIO read, averaged over a row of them
 *   write NS       one MMIO write, likewise
 *   interrupt NS   from the write that rings until the handler's first instruction
 */

#include <linux/completion.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/ktime.h>
#include <linux/module.h>
#include <linux/pci.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>

#define EDU_ID		0x00
#define EDU_LIVENESS	0x04
#define EDU_IRQ_STATUS	0x24
#define EDU_IRQ_RAISE	0x60
#define EDU_IRQ_ACK	0x64

#define ROWS		20
#define ROW		200
#define INTERRUPTS	500

static void __iomem *regs;
static u64 handled_ns;
static DECLARE_COMPLETION(handled);

static irqreturn_t edu_irq(int irq, void *data)
{
	u64 now_ns = ktime_get_ns();
	u32 causes = ioread32(regs + EDU_IRQ_STATUS);

	if (!causes)
		return IRQ_NONE;
	iowrite32(causes, regs + EDU_IRQ_ACK);
	handled_ns = now_ns;
	complete(&handled);
	return IRQ_HANDLED;
}

static int measure_interrupt(struct seq_file *file)
{
	u64 rung_ns;

	reinit_completion(&handled);
	rung_ns = ktime_get_ns();
	iowrite32(1, regs + EDU_IRQ_RAISE);
	if (!wait_for_completion_timeout(&handled, HZ))
		return -ETIMEDOUT;
	seq_printf(file, "interrupt %llu\n", handled_ns - rung_ns);
	return 0;
}

static void measure_reads(struct seq_file *file)
{
	u64 begun_ns = ktime_get_ns();
	int i;

	for (i = 0; i < ROW; i++)
		ioread32(regs + EDU_ID);
	seq_printf(file, "read %llu\n", (ktime_get_ns() - begun_ns) / ROW);
}

static void measure_writes(struct seq_file *file)
{
	u64 begun_ns = ktime_get_ns();
	int i;

	for (i = 0; i < ROW; i++)
		iowrite32(i, regs + EDU_LIVENESS);
	seq_printf(file, "write %llu\n", (ktime_get_ns() - begun_ns) / ROW);
}

static int measure(struct seq_file *file, void *unused)
{
	int i, ret = 0;

	if (!regs)
		return -ENODEV;
	for (i = 0; i < ROWS; i++) {
		measure_reads(file);
		measure_writes(file);
	}
	for (i = 0; i < INTERRUPTS && !ret; i++)
		ret = measure_interrupt(file);
	return ret;
}

static int edu_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	int ret = pcim_enable_device(pdev);

	if (!ret)
		ret = pcim_iomap_regions(pdev, BIT(0), "edu-latency");
	if (ret)
		return ret;
	regs = pcim_iomap_table(pdev)[0];
	pci_set_master(pdev);
	ret = pci_alloc_irq_vectors(pdev, 1, 1, PCI_IRQ_MSI);
	if (ret < 0)
		return ret;
	return request_irq(pci_irq_vector(pdev, 0), edu_irq, 0, "edu-latency", pdev);
}

static void edu_remove(struct pci_dev *pdev)
{
	free_irq(pci_irq_vector(pdev, 0), pdev);
	pci_free_irq_vectors(pdev);
}

static const struct pci_device_id edu_ids[] = { { PCI_DEVICE(0x1234, 0x11e8) }, { } };
MODULE_DEVICE_TABLE(pci, edu_ids);

static struct pci_driver edu_driver = {
	.name = "edu-latency",
	.id_table = edu_ids,
	.probe = edu_probe,
	.remove = edu_remove,
};

static int __init edu_init(void)
{
	int ret = pci_register_driver(&edu_driver);

	if (ret)
		return ret;
	if (!proc_create_single("edu-latency", 0400, NULL, measure)) {
		pci_unregister_driver(&edu_driver);
		return -ENOMEM;
	}
	return 0;
}

static void __exit edu_exit(void)
{
	remove_proc_entry("edu-latency", NULL);
	pci_unregister_driver(&edu_driver);
}

module_init(edu_init);
module_exit(edu_exit);
MODULE_DESCRIPTION("Latency of an edu device");
MODULE_LICENSE("GPL");
