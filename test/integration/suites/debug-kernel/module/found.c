// SPDX-License-Identifier: GPL-2.0-only
/* A bug for each check that a kernel can be built with. The module stays loaded, so that a leak is a leak. */
#include <linux/dma-mapping.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/platform_device.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

static char *bug = "none";
module_param(bug, charp, 0444);
static int shift = 40;
module_param(shift, int, 0444);

static DEFINE_MUTEX(first);
static DEFINE_MUTEX(second);
static DEFINE_SPINLOCK(guard);

static noinline void found_use_after_free(void)
{
	char *memory = kmalloc(64, GFP_KERNEL);

	if (!memory)
		return;
	kfree(memory);
	pr_info("found: %d\n", READ_ONCE(memory[8]));
}

static noinline void found_out_of_bounds(void)
{
	char *memory = kmalloc(60, GFP_KERNEL);

	if (!memory)
		return;
	WRITE_ONCE(memory[60 + (shift & 1)], 1);
	kfree(memory);
}

static noinline void found_inversion(void)
{
	mutex_lock(&first);
	mutex_lock(&second);
	mutex_unlock(&second);
	mutex_unlock(&first);
	mutex_lock(&second);
	mutex_lock(&first);
	mutex_unlock(&first);
	mutex_unlock(&second);
}

static noinline void found_sleep(void)
{
	void *memory;

	spin_lock(&guard);
	memory = kmalloc(64, GFP_KERNEL);
	spin_unlock(&guard);
	kfree(memory);
}

static noinline void found_leak(void)
{
	int count;

	for (count = 0; count < 4; count++)
		memset(kmalloc(100, GFP_KERNEL), count, 100);
}

static noinline int found_shift(void)
{
	return 1 << shift;
}

static noinline void found_unmap(void)
{
	struct platform_device *device = platform_device_register_simple("found", -1, NULL, 0);

	if (IS_ERR(device))
		return;
	if (!dma_coerce_mask_and_coherent(&device->dev, DMA_BIT_MASK(64)))
		dma_unmap_single(&device->dev, 0x1000, 64, DMA_TO_DEVICE);
	platform_device_unregister(device);
}

static int __init found_init(void)
{
	if (!strcmp(bug, "use-after-free"))
		found_use_after_free();
	else if (!strcmp(bug, "out-of-bounds"))
		found_out_of_bounds();
	else if (!strcmp(bug, "inversion"))
		found_inversion();
	else if (!strcmp(bug, "sleep"))
		found_sleep();
	else if (!strcmp(bug, "leak"))
		found_leak();
	else if (!strcmp(bug, "shift"))
		pr_info("found: %d\n", found_shift());
	else if (!strcmp(bug, "unmap"))
		found_unmap();
	return 0;
}

static void __exit found_exit(void)
{
}

module_init(found_init);
module_exit(found_exit);
MODULE_DESCRIPTION("A bug for each check of a kernel");
MODULE_LICENSE("GPL");
