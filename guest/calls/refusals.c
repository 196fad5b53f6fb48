// SPDX-License-Identifier: GPL-2.0-only
/*
 * When a driver told the kernel that it failed: its probe returned an error. The kernel names only some of these errors
 * in its log, and a test need not look. A load that failed is seen by sites.c.
 */
#include <linux/device.h>
#include <linux/notifier.h>
#include <linux/pci.h>
#include <linux/platform_device.h>
#include "calls.h"

static int on_device(struct notifier_block *block, unsigned long event, void *data)
{
	const struct device *device = data;
	const struct device_driver *driver = device->driver;

	if (!driver || !driver->owner)
		return NOTIFY_DONE;
	if (event == BUS_NOTIFY_BIND_DRIVER)
		begin_try(driver->owner->name, PROBE);
	if (event == BUS_NOTIFY_DRIVER_NOT_BOUND)
		refuse_probe(driver->owner->name);
	return NOTIFY_OK;
}

static struct notifier_block on_platform = { .notifier_call = on_device };
#ifdef CONFIG_PCI
static struct notifier_block on_pci = { .notifier_call = on_device };
#endif

int start_refusals(void)
{
	int error = bus_register_notifier(&platform_bus_type, &on_platform);

#ifdef CONFIG_PCI
	if (!error)
		error = bus_register_notifier(&pci_bus_type, &on_pci);
	if (error)
		bus_unregister_notifier(&platform_bus_type, &on_platform);
#endif
	return error;
}

void stop_refusals(void)
{
#ifdef CONFIG_PCI
	bus_unregister_notifier(&pci_bus_type, &on_pci);
#endif
	bus_unregister_notifier(&platform_bus_type, &on_platform);
}
