// SPDX-License-Identifier: GPL-2.0-only
/* Takes one of each, and leaves behind what its parameters name. The comment behind a line is what a test looks for. */
#include <linux/cdev.h>
#include <linux/delay.h>
#include <linux/device.h>
#include <linux/dma-mapping.h>
#include <linux/dmapool.h>
#include <linux/fs.h>
#include <linux/idr.h>
#include <linux/interrupt.h>
#include <linux/irq.h>
#include <linux/io.h>
#include <linux/ioport.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/timer.h>
#include <linux/version.h>
#include <linux/vmalloc.h>
#include <linux/workqueue.h>

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 4, 0)
#define create_class(name) class_create(name)
#else
#define create_class(name) class_create(THIS_MODULE, name)
#endif

static char *keep = "";
module_param(keep, charp, 0444);
MODULE_PARM_DESC(keep, "what is left behind: words with commas between them");
static bool twice;
module_param(twice, bool, 0444);
MODULE_PARM_DESC(twice, "free memory twice");
static bool late;
module_param(late, bool, 0444);
MODULE_PARM_DESC(late, "write to memory after it was freed");
static bool fails;
module_param(fails, bool, 0444);
MODULE_PARM_DESC(fails, "loading fails at the end");

#define MAPPED_BYTES 256

static struct platform_device *device;
static void *small, *large, *text, *page, *managed, *copy;
static void *coherent;
static dma_addr_t coherent_at, mapped_at;
static void *mapped;
static int interrupt;
static struct dma_pool *pool;
static dev_t number;
static struct cdev cdev;
static struct class *class;
static struct device *node;
static struct workqueue_struct *queue;
static struct task_struct *thread;
static struct resource *region;
static void __iomem *registers;
static int id;
static DEFINE_IDA(ids);
static const struct file_operations operations = { .owner = THIS_MODULE };

static bool keeps(const char *what)
{
	const char *found = strstr(keep, what);
	size_t length = strlen(what);

	return found && (found == keep || found[-1] == ',') && (!found[length] || found[length] == ',');
}

static ssize_t shown_show(struct device *owner, struct device_attribute *attribute, char *to)
{
	return 0;
}
static DEVICE_ATTR_RO(shown);

static irqreturn_t on_interrupt(int irq, void *cookie)
{
	return IRQ_NONE;
}

static void on_time(struct timer_list *timer)
{
}
static DEFINE_TIMER(timer, on_time);

static void on_work(struct work_struct *work)
{
}
static DECLARE_DELAYED_WORK(work, on_work);

static int on_thread(void *unused)
{
	while (!kthread_should_stop())
		msleep(10);
	return 0;
}

static noinline void *wrapped(size_t bytes)
{
	return kmalloc(bytes, GFP_KERNEL); /* takes wrapped */
}

static int take(void)
{
	struct device *parent = &device->dev;

	small = kzalloc(64, GFP_KERNEL); /* takes small */
	large = vmalloc(10000); /* takes large */
	text = kasprintf(GFP_KERNEL, "%s-%d", "text", 1); /* takes text */
	page = (void *)__get_free_page(GFP_KERNEL); /* takes page */
	copy = wrapped(strlen(keep) + 100);
	managed = devm_kzalloc(parent, 32, GFP_KERNEL);
	coherent = dma_alloc_coherent(parent, 512, &coherent_at, GFP_KERNEL); /* takes coherent */
	mapped = devm_kzalloc(parent, MAPPED_BYTES, GFP_KERNEL);
	if (!mapped)
		return -ENOMEM;
	mapped_at = dma_map_single(parent, mapped, MAPPED_BYTES, DMA_TO_DEVICE); /* takes mapped */
	pool = dma_pool_create("leaky", parent, 64, 8, 0); /* takes pool */
	if (!small || !large || !text || !page || !copy || !managed || !coherent || !pool)
		return -ENOMEM;
	id = ida_alloc(&ids, GFP_KERNEL); /* takes id */
	queue = alloc_workqueue("leaky-%s-%s-%d-%d-%d", WQ_UNBOUND, 0, "a", "b", 1, 2, 3); /* takes queue */
	thread = kthread_run(on_thread, NULL, "leaky-%d-%d-%d", 1, 2, 3); /* takes thread */
	region = request_region(0x3c10, 4, "leaky"); /* takes region */
	registers = ioremap(0xfed10000, 4096); /* takes registers */
	mod_timer(&timer, jiffies + 60 * HZ); /* takes timer */
	schedule_delayed_work(&work, 60 * HZ); /* takes work */
	return 0;
}

/* An interrupt that no hardware raises: every machine has other ones. Without an owner: it would keep us loaded. */
static int own_interrupt(void)
{
	int own = __irq_alloc_descs(-1, 1, 1, NUMA_NO_NODE, NULL, NULL);

	if (own > 0)
		irq_set_chip_and_handler(own, &dummy_irq_chip, handle_simple_irq);
	return own;
}

static int appear(void)
{
	int error = alloc_chrdev_region(&number, 0, 2, "leaky"); /* takes number */

	if (error)
		return error;
	cdev_init(&cdev, &operations);
	error = cdev_add(&cdev, number, 1); /* takes cdev */
	if (error)
		return error;
	class = create_class("leaky"); /* takes class */
	node = device_create(class, NULL, number, NULL, "leaky%d-%s-%d", 0, "x", 2); /* takes node */
	error = device_create_file(&device->dev, &dev_attr_shown); /* takes shown */
	if (error)
		return error;
	interrupt = own_interrupt();
	if (interrupt < 0)
		return interrupt;
	return request_irq(interrupt, on_interrupt, IRQF_SHARED, "leaky", &cdev); /* takes interrupt */
}

static void disappear(void)
{
	if (!keeps("interrupt")) {
		free_irq(interrupt, &cdev);
		irq_free_desc(interrupt);
	}
	if (!keeps("shown"))
		device_remove_file(&device->dev, &dev_attr_shown);
	if (!keeps("node"))
		device_destroy(class, number);
	if (!keeps("class"))
		class_destroy(class);
	if (!keeps("cdev"))
		cdev_del(&cdev);
	if (!keeps("number"))
		unregister_chrdev_region(number, 2);
}

static void give(void)
{
	struct device *parent = &device->dev;

	if (!keeps("work"))
		cancel_delayed_work_sync(&work);
	if (!keeps("timer"))
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
		timer_delete_sync(&timer);
#else
		del_timer_sync(&timer);
#endif
	if (!keeps("registers"))
		iounmap(registers);
	if (!keeps("region"))
		release_region(0x3c10, 4);
	if (!keeps("thread"))
		kthread_stop(thread);
	if (!keeps("queue"))
		destroy_workqueue(queue);
	if (!keeps("id"))
		ida_free(&ids, id);
	if (!keeps("pool"))
		dma_pool_destroy(pool);
	if (!keeps("mapped"))
		dma_unmap_single(parent, mapped_at, MAPPED_BYTES, DMA_TO_DEVICE);
	if (!keeps("coherent"))
		dma_free_coherent(parent, 512, coherent, coherent_at);
	if (!keeps("wrapped"))
		kfree(copy);
	if (!keeps("page"))
		free_page((unsigned long)page);
	if (!keeps("text"))
		kfree(text);
	if (!keeps("large"))
		vfree(large);
	if (!keeps("small"))
		kfree(small); /* frees too early */
	OPTIMIZER_HIDE_VAR(small);
	if (late)
		*(u32 *)small = 7;
	if (twice)
		kfree(small); /* frees twice */
}

static int __init leaky_init(void)
{
	int error;

	device = platform_device_register_simple("leaky", 0, NULL, 0);
	if (IS_ERR(device))
		return PTR_ERR(device);
	error = dma_coerce_mask_and_coherent(&device->dev, DMA_BIT_MASK(32));
	if (!error)
		error = take();
	if (!error)
		error = appear();
	if (!error && !fails)
		return 0;
	disappear();
	give();
	platform_device_unregister(device);
	return error ?: -EIO;
}

static void __exit leaky_exit(void)
{
	disappear();
	give();
	platform_device_unregister(device);
}

module_init(leaky_init);
module_exit(leaky_exit);
MODULE_DESCRIPTION("Leaves behind what it is told to");
MODULE_LICENSE("GPL");
