// SPDX-License-Identifier: GPL-2.0-only
/* Its device node and its class stay when it is unloaded. */
#include <linux/device.h>
#include <linux/kdev_t.h>
#include <linux/module.h>
#include <linux/version.h>

static struct class *leaks_class;
static int loads;

static int __init leaks_node_init(void)
{
	struct device *device;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 4, 0)
	leaks_class = class_create("leaks");
#else
	leaks_class = class_create(THIS_MODULE, "leaks");
#endif
	if (IS_ERR(leaks_class))
		return PTR_ERR(leaks_class);
	device = device_create(leaks_class, NULL, MKDEV(240, loads), NULL, "leaks%d", loads);
	return PTR_ERR_OR_ZERO(device);
}
module_init(leaks_node_init);

static void __exit leaks_node_exit(void)
{
}
module_exit(leaks_node_exit);

MODULE_DESCRIPTION("leaves a device node behind");
MODULE_LICENSE("GPL");
