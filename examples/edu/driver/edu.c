// SPDX-License-Identifier: GPL-2.0-only
/*
 * Driver for QEMU's educational PCI device, "edu".
 *
 * The device inverts a number (liveness check), computes factorials, raises
 * interrupts when told to, and copies memory by DMA from and to a buffer of
 * its own. It is described in docs/specs/edu.rst of QEMU's source.
 *
 * For every device there are
 *   /dev/eduN             the device's buffer: read, write and seek as in a file
 *   /sys/class/misc/eduN  everything else, one attribute for each function
 *
 * The device has no error status: a transfer whose addresses it cannot reach
 * looks like one that went well. So the driver checks that the data arrived.
 */

#include <linux/atomic.h>
#include <linux/dma-mapping.h>
#include <linux/fs.h>
#include <linux/idr.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/iopoll.h>
#include <linux/kref.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/random.h>
#include <linux/slab.h>
#include <linux/sysfs.h>
#include <linux/uaccess.h>
#include <linux/wait.h>

#include "edu_regs.h"

#define EDU_FACTORIAL_MAX	12	/* 13! does not fit into 32 bits */

static bool msi = true;
module_param(msi, bool, 0444);
MODULE_PARM_DESC(msi, "use message signalled interrupts if there are any (default: true)");

static unsigned int timeout_ms = 2000;
module_param(timeout_ms, uint, 0644);
MODULE_PARM_DESC(timeout_ms, "how long the device may take for a command (default: 2000)");

static bool demo_crash;
module_param(demo_crash, bool, 0600);
MODULE_PARM_DESC(demo_crash, "FOR DEMONSTRATION ONLY: crash the kernel on the next read (default: false)");

static DEFINE_IDA(edu_numbers);

/* Lives until the device is unbound and the last open file is closed. */
struct edu {
	struct kref kref;
	int number;
	char name[16];
	struct miscdevice misc;
	struct pci_dev *pdev;
	void __iomem *regs;

	/* Written by the interrupt handler */
	atomic_t irq_seen;
	atomic_t irq_count;
	wait_queue_head_t irq_wait;

	/* One user of the hardware at a time. Protects all that follows. */
	struct mutex lock;
	bool gone;		/* unbound: regs, out and in must not be touched */
	u32 factorial_of;
	u32 factorial;
	void *out;		/* EDU_BUFFER_SIZE bytes each, reachable by DMA */
	void *in;
	dma_addr_t out_dma;
	dma_addr_t in_dma;
};

/* ---- Commands and the interrupts that end them ---- */

static irqreturn_t edu_irq(int irq, void *data)
{
	struct edu *edu = data;
	u32 causes = ioread32(edu->regs + EDU_IRQ_STATUS);

	/* The line may be shared; all ones: the device was pulled out. */
	if (!causes || PCI_POSSIBLE_ERROR(causes))
		return IRQ_NONE;

	iowrite32(causes, edu->regs + EDU_IRQ_ACK);
	atomic_or(causes, &edu->irq_seen);
	atomic_inc(&edu->irq_count);
	wake_up(&edu->irq_wait);
	return IRQ_HANDLED;
}

static bool edu_is_busy(struct edu *edu)
{
	return (ioread32(edu->regs + EDU_STATUS) & EDU_STATUS_COMPUTING) ||
	       (ioread32(edu->regs + EDU_DMA_COMMAND) & EDU_DMA_RUN);
}

/* Both are asked: the interrupt alone may be that of a command that timed out. */
static bool edu_is_done(struct edu *edu, u32 cause)
{
	return (atomic_read(&edu->irq_seen) & cause) == cause && !edu_is_busy(edu);
}

/* Nothing can stop a command that timed out; it has to end by itself. */
static int edu_wait_until_idle(struct edu *edu)
{
	u64 limit_us = (u64)READ_ONCE(timeout_ms) * USEC_PER_MSEC;
	bool busy;

	if (readx_poll_timeout(edu_is_busy, edu, busy, !busy, USEC_PER_MSEC, limit_us))
		return -EBUSY;
	return 0;
}

/* Between begin and end the hardware is ours, and has nothing else to do. */
static int edu_begin(struct edu *edu)
{
	int ret;

	if (mutex_lock_interruptible(&edu->lock))
		return -ERESTARTSYS;
	ret = edu->gone ? -ENODEV : edu_wait_until_idle(edu);
	if (ret)
		mutex_unlock(&edu->lock);
	return ret;
}

static void edu_end(struct edu *edu)
{
	mutex_unlock(&edu->lock);
}

/* Start something by a write to @reg; sleep until the interrupt that ends it. */
static int edu_command(struct edu *edu, u32 reg, u32 value, u32 cause)
{
	unsigned int limit_ms = READ_ONCE(timeout_ms);

	lockdep_assert_held(&edu->lock);

	atomic_andnot(cause, &edu->irq_seen);
	iowrite32(value, edu->regs + reg);
	if (!wait_event_timeout(edu->irq_wait, edu_is_done(edu, cause),
				msecs_to_jiffies(limit_ms))) {
		dev_err_ratelimited(&edu->pdev->dev,
				    "register 0x%02x: no interrupt 0x%x after %u ms\n",
				    reg, cause, limit_ms);
		return -ETIMEDOUT;
	}
	return 0;
}

/* ---- DMA ---- */

static int edu_dma(struct edu *edu, dma_addr_t source, dma_addr_t destination,
		   size_t count, u32 direction)
{
	/* EDU_DMA_BITS_MOST: the upper halves of the address registers stay 0 */
	iowrite32(lower_32_bits(source), edu->regs + EDU_DMA_SOURCE);
	iowrite32(lower_32_bits(destination), edu->regs + EDU_DMA_DESTINATION);
	iowrite32(count, edu->regs + EDU_DMA_COUNT);
	return edu_command(edu, EDU_DMA_COMMAND, EDU_DMA_RUN | EDU_DMA_WANT_IRQ | direction,
			   EDU_IRQ_DMA);
}

/*
 * Fetch the device's whole buffer into edu->in. A random number at both ends
 * of edu->in is overwritten if, and only if, the data arrives there.
 */
static int edu_dma_from_device(struct edu *edu)
{
	u64 canary = get_random_u64();
	u64 *first = edu->in;
	u64 *last = edu->in + EDU_BUFFER_SIZE - sizeof(*last);
	int ret;

	*first = canary;
	*last = canary;
	ret = edu_dma(edu, EDU_BUFFER, edu->in_dma, EDU_BUFFER_SIZE, EDU_DMA_FROM_DEVICE);
	if (ret)
		return ret;

	if (*first == canary || *last == canary) {
		dev_err_ratelimited(&edu->pdev->dev, "DMA from device: data did not arrive\n");
		return -EIO;
	}
	return 0;
}

/* Send @count bytes of edu->out to @offset in the device, and look there. */
static int edu_dma_to_device(struct edu *edu, unsigned int offset, size_t count)
{
	int ret;

	ret = edu_dma(edu, edu->out_dma, EDU_BUFFER + offset, count, 0);
	if (ret)
		return ret;

	ret = edu_dma_from_device(edu);
	if (ret)
		return ret;

	if (memcmp(edu->out, edu->in + offset, count)) {
		dev_err_ratelimited(&edu->pdev->dev, "DMA to device: other data arrived\n");
		return -EIO;
	}
	return 0;
}

/* ---- /dev/eduN ---- */

static void edu_free(struct kref *kref)
{
	kfree(container_of(kref, struct edu, kref));
}

/* misc_open() keeps misc_deregister() out, so the device is still there. */
static int edu_open(struct inode *inode, struct file *file)
{
	struct edu *edu = container_of(file->private_data, struct edu, misc);

	kref_get(&edu->kref);
	file->private_data = edu;
	return 0;
}

static int edu_release(struct inode *inode, struct file *file)
{
	struct edu *edu = file->private_data;

	kref_put(&edu->kref, edu_free);
	return 0;
}

static loff_t edu_llseek(struct file *file, loff_t offset, int whence)
{
	return fixed_size_llseek(file, offset, whence, EDU_BUFFER_SIZE);
}

/* The bug that a crash test looks for. See the parameter demo_crash. */
static noinline void edu_demo_crash(void)
{
	struct edu *nothing = NULL;

	WRITE_ONCE(nothing->gone, true);
}

static ssize_t edu_read(struct file *file, char __user *to, size_t count, loff_t *offset)
{
	struct edu *edu = file->private_data;
	ssize_t ret;

	if (READ_ONCE(demo_crash))
		edu_demo_crash();

	if (*offset >= EDU_BUFFER_SIZE)
		return 0;

	ret = edu_begin(edu);
	if (ret)
		return ret;
	ret = edu_dma_from_device(edu);
	if (!ret)
		ret = simple_read_from_buffer(to, count, offset, edu->in, EDU_BUFFER_SIZE);
	edu_end(edu);
	return ret;
}

/* All or nothing: what does not fit behind the offset is refused. */
static ssize_t edu_write(struct file *file, const char __user *from, size_t count, loff_t *offset)
{
	struct edu *edu = file->private_data;
	ssize_t ret;

	if (*offset > EDU_BUFFER_SIZE || count > EDU_BUFFER_SIZE - *offset)
		return -EINVAL;
	if (!count)
		return 0;

	ret = edu_begin(edu);
	if (ret)
		return ret;
	if (copy_from_user(edu->out, from, count))
		ret = -EFAULT;
	else
		ret = edu_dma_to_device(edu, *offset, count);
	edu_end(edu);
	if (ret)
		return ret;

	*offset += count;
	return count;
}

static const struct file_operations edu_fops = {
	.owner = THIS_MODULE,
	.open = edu_open,
	.release = edu_release,
	.llseek = edu_llseek,
	.read = edu_read,
	.write = edu_write,
};

/* ---- /sys/class/misc/eduN ---- */

/* Attributes go away, and wait for their users, before the hardware does. */
static struct edu *edu_of(struct device *dev)
{
	return container_of(dev_get_drvdata(dev), struct edu, misc);
}

static ssize_t identification_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "0x%08x\n", ioread32(edu_of(dev)->regs + EDU_ID));
}
static DEVICE_ATTR_RO(identification);

/* Gives back what was written, inverted. */
static ssize_t liveness_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "0x%08x\n", ioread32(edu_of(dev)->regs + EDU_LIVENESS));
}

static ssize_t liveness_store(struct device *dev, struct device_attribute *attr,
			      const char *buf, size_t count)
{
	u32 value;
	int ret = kstrtou32(buf, 0, &value);

	if (ret)
		return ret;
	iowrite32(value, edu_of(dev)->regs + EDU_LIVENESS);
	return count;
}
static DEVICE_ATTR_RW(liveness);

/* The last result together with its question, since users may take turns. */
static ssize_t factorial_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	struct edu *edu = edu_of(dev);
	int ret;

	mutex_lock(&edu->lock);
	ret = sysfs_emit(buf, "%u! = %u\n", edu->factorial_of, edu->factorial);
	mutex_unlock(&edu->lock);
	return ret;
}

static ssize_t factorial_store(struct device *dev, struct device_attribute *attr,
			       const char *buf, size_t count)
{
	struct edu *edu = edu_of(dev);
	u32 n;
	int ret = kstrtou32(buf, 0, &n);

	if (ret)
		return ret;
	if (n > EDU_FACTORIAL_MAX)
		return -ERANGE;

	ret = edu_begin(edu);
	if (ret)
		return ret;
	ret = edu_command(edu, EDU_FACTORIAL, n, EDU_IRQ_FACTORIAL);
	if (!ret) {
		edu->factorial_of = n;
		edu->factorial = ioread32(edu->regs + EDU_FACTORIAL);
	}
	edu_end(edu);
	return ret ?: count;
}
static DEVICE_ATTR_RW(factorial);

/* Succeeds when the interrupt was raised and handled. */
static ssize_t irq_raise_store(struct device *dev, struct device_attribute *attr,
			       const char *buf, size_t count)
{
	struct edu *edu = edu_of(dev);
	u32 cause;
	int ret = kstrtou32(buf, 0, &cause);

	if (ret)
		return ret;
	if (!cause || (cause & (EDU_IRQ_FACTORIAL | EDU_IRQ_DMA)))
		return -EINVAL;

	ret = edu_begin(edu);
	if (ret)
		return ret;
	ret = edu_command(edu, EDU_IRQ_RAISE, cause, cause);
	edu_end(edu);
	return ret ?: count;
}
static DEVICE_ATTR_WO(irq_raise);

static ssize_t irq_count_show(struct device *dev, struct device_attribute *attr, char *buf)
{
	return sysfs_emit(buf, "%d\n", atomic_read(&edu_of(dev)->irq_count));
}
static DEVICE_ATTR_RO(irq_count);

static struct attribute *edu_attrs[] = {
	&dev_attr_identification.attr,
	&dev_attr_liveness.attr,
	&dev_attr_factorial.attr,
	&dev_attr_irq_raise.attr,
	&dev_attr_irq_count.attr,
	NULL,
};
ATTRIBUTE_GROUPS(edu);

/* ---- Coming and going ---- */

static void edu_put(void *data)
{
	struct edu *edu = data;

	ida_free(&edu_numbers, edu->number);
	kref_put(&edu->kref, edu_free);
}

/* The first of the managed resources, so the last to go: irq needs it. */
static struct edu *edu_alloc(struct pci_dev *pdev)
{
	struct edu *edu = kzalloc(sizeof(*edu), GFP_KERNEL);
	int ret;

	if (!edu)
		return ERR_PTR(-ENOMEM);
	edu->number = ida_alloc(&edu_numbers, GFP_KERNEL);
	if (edu->number < 0) {
		ret = edu->number;
		kfree(edu);
		return ERR_PTR(ret);
	}

	kref_init(&edu->kref);
	mutex_init(&edu->lock);
	init_waitqueue_head(&edu->irq_wait);
	snprintf(edu->name, sizeof(edu->name), "edu%d", edu->number);
	edu->pdev = pdev;
	edu->factorial = 1;	/* of 0 */

	ret = devm_add_action_or_reset(&pdev->dev, edu_put, edu);
	return ret ? ERR_PTR(ret) : edu;
}

static int edu_map_registers(struct edu *edu)
{
	struct pci_dev *pdev = edu->pdev;
	void __iomem * const *bars;
	u32 id;
	int ret;

	ret = pcim_enable_device(pdev);
	if (ret)
		return ret;
	ret = pcim_iomap_regions(pdev, BIT(EDU_BAR), KBUILD_MODNAME);
	if (ret)
		return ret;
	bars = pcim_iomap_table(pdev);
	if (!bars)
		return -ENOMEM;
	edu->regs = bars[EDU_BAR];

	id = ioread32(edu->regs + EDU_ID);
	if ((id & EDU_ID_MASK) != EDU_ID_MAGIC)
		return dev_err_probe(&pdev->dev, -ENODEV, "unknown identification 0x%08x\n", id);
	return 0;
}

static int edu_setup_dma(struct edu *edu)
{
	struct device *dev = &edu->pdev->dev;
	int ret;

	/* Memory begins at 1 GiB on some machines, arm64's among them: no 28 bits lead there. */
	ret = dma_set_mask_and_coherent(dev, DMA_BIT_MASK(EDU_DMA_BITS));
	if (ret)
		ret = dma_set_mask_and_coherent(dev, DMA_BIT_MASK(EDU_DMA_BITS_MOST));
	if (ret)
		return ret;
	edu->out = dmam_alloc_coherent(dev, EDU_BUFFER_SIZE, &edu->out_dma, GFP_KERNEL);
	edu->in = dmam_alloc_coherent(dev, EDU_BUFFER_SIZE, &edu->in_dma, GFP_KERNEL);
	if (!edu->out || !edu->in)
		return -ENOMEM;

	/* A transfer that was cut off from memory must not get it back. */
	ret = edu_wait_until_idle(edu);
	if (ret)
		return dev_err_probe(dev, ret, "still busy with an earlier command\n");
	pci_set_master(edu->pdev);
	return 0;
}

static int edu_setup_irq(struct edu *edu)
{
	struct pci_dev *pdev = edu->pdev;
	unsigned int types = PCI_IRQ_ALL_TYPES;
	int ret;

	if (!msi)
		types &= ~PCI_IRQ_MSI;
	ret = pci_alloc_irq_vectors(pdev, 1, 1, types);
	if (ret < 0)
		return ret;

	/* What an earlier user left behind is not for us. */
	iowrite32(~0, edu->regs + EDU_IRQ_ACK);
	ret = devm_request_irq(&pdev->dev, pci_irq_vector(pdev, 0), edu_irq,
			       IRQF_SHARED, edu->name, edu);
	if (ret)
		return ret;

	iowrite32(EDU_STATUS_WANT_IRQ, edu->regs + EDU_STATUS);
	return 0;
}

static int edu_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct edu *edu;
	int ret;

	edu = edu_alloc(pdev);
	if (IS_ERR(edu))
		return PTR_ERR(edu);
	ret = edu_map_registers(edu);
	if (ret)
		return ret;
	ret = edu_setup_dma(edu);
	if (ret)
		return ret;
	ret = edu_setup_irq(edu);
	if (ret)
		return ret;

	edu->misc.minor = MISC_DYNAMIC_MINOR;
	edu->misc.name = edu->name;
	edu->misc.fops = &edu_fops;
	edu->misc.parent = &pdev->dev;
	edu->misc.groups = edu_groups;
	pci_set_drvdata(pdev, edu);
	return misc_register(&edu->misc);
}

static void edu_remove(struct pci_dev *pdev)
{
	struct edu *edu = pci_get_drvdata(pdev);

	misc_deregister(&edu->misc);

	/* Waits for whoever uses the hardware; open files then get -ENODEV. */
	mutex_lock(&edu->lock);
	edu->gone = true;
	mutex_unlock(&edu->lock);

	/* A command that timed out may still run: no interrupt, no DMA of it. */
	iowrite32(0, edu->regs + EDU_STATUS);
	pci_clear_master(pdev);
}

static const struct pci_device_id edu_ids[] = {
	{ PCI_DEVICE(EDU_VENDOR_ID, EDU_DEVICE_ID) },
	{ }
};
MODULE_DEVICE_TABLE(pci, edu_ids);

static struct pci_driver edu_driver = {
	.name = KBUILD_MODNAME,
	.id_table = edu_ids,
	.probe = edu_probe,
	.remove = edu_remove,
};
module_pci_driver(edu_driver);

MODULE_DESCRIPTION("Driver for QEMU's educational PCI device");
MODULE_LICENSE("GPL");
