// SPDX-License-Identifier: GPL-2.0-only
/*
 * Calls one function of each group when its name is written to the parameter `call`. The arguments are often nonsense:
 * the calls are made only while a fault keeps the functions from being entered.
 */
#include <linux/atomic.h>
#include <linux/clk.h>
#include <linux/completion.h>
#include <linux/blk-mq.h>
#include <linux/device.h>
#include <linux/dma-mapping.h>
#include <linux/firmware.h>
#include <linux/gpio/consumer.h>
#include <linux/hwmon.h>
#include <linux/idr.h>
#include <linux/iio/iio.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/kthread.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/nmi.h>
#ifdef CONFIG_X86
#include <asm/nmi.h>
#endif
#include <linux/pci.h>
#include <linux/platform_device.h>
#include <linux/pm_runtime.h>
#include <linux/proc_fs.h>
#include <linux/regulator/consumer.h>
#include <linux/rtc.h>
#include <linux/slab.h>
#include <linux/timer.h>
#include <linux/uaccess.h>
#include <linux/watchdog.h>
#include <media/v4l2-device.h>

static struct miscdevice misc = { .minor = MISC_DYNAMIC_MINOR, .name = "callfix" };
static struct watchdog_device watchdog;
static struct completion never;
static DEFINE_IDA(ida);

static int pointer(const void *result)
{
	return IS_ERR(result) ? PTR_ERR(result) : result ? 0 : -ENOMEM;
}

/* A tail call: its return address is in the caller of this function. */
static noinline int register_it(void)
{
	return misc_register(&misc);
}

static int call_alloc(void)
{
	void *memory = kmalloc(16, GFP_KERNEL);
	int error = pointer(memory);

	kfree(memory);
	return error;
}
static int call_id(void) { return ida_alloc(&ida, GFP_KERNEL); }
static int call_user(void)
{
	char buffer[8];
	unsigned long left = copy_from_user(buffer, (void __user *)0x1000, sizeof(buffer));

	return left == sizeof(buffer) ? -EFAULT : 0;
}
static int call_dma(void) { return pointer(dma_alloc_coherent(NULL, 16, NULL, GFP_KERNEL)); }
static int call_pci(void) { return pci_enable_device(NULL); }
static int call_irq(void) { return request_irq(1000, NULL, 0, "callfix", NULL); }
static int call_io(void) { return pointer(ioremap(0, 16)); }
static int call_clock(void) { return pointer(clk_get(NULL, "none")); }
static int call_supply(void) { return pointer(regulator_get(NULL, "none")); }
static int call_gpio(void) { return pointer(gpiod_get(NULL, "none", GPIOD_ASIS)); }
static int call_bus(void) { return platform_get_irq(NULL, 0); }
static int call_device(void) { return register_it(); }
static int call_file(void) { return pointer(proc_mkdir("callfix", NULL)); }
static int call_timer(void) { return wait_for_completion_interruptible(&never); }
static int call_work(void) { return pointer(kthread_run((int (*)(void *))NULL, NULL, "callfix")); }
static int call_firmware(void)
{
	const struct firmware *firmware;

	return request_firmware(&firmware, "none", NULL);
}
static int call_pm(void) { return pm_runtime_get_sync(NULL); }
static int call_net(void) { return pointer(alloc_netdev(0, "none", NET_NAME_UNKNOWN, NULL)); }
static int call_block(void) { return blk_mq_alloc_tag_set(NULL); }
static int call_hwmon(void) { return pointer(hwmon_device_register_with_info(NULL, "none", NULL, NULL, NULL)); }
static int call_watchdog(void) { return watchdog_register_device(&watchdog); }
static int call_rtc(void) { return pointer(devm_rtc_allocate_device(NULL)); }
static int call_iio(void) { return pointer(iio_device_alloc(NULL, 0)); }
static int call_media(void) { return v4l2_device_register(NULL, NULL); }
static int call_parsing(void)
{
	int number;

	return kstrtoint("7", 10, &number);
}

static const struct {
	const char *group;
	int (*call)(void);
} groups[] = {
	{ "alloc", call_alloc }, { "id", call_id }, { "user", call_user }, { "dma", call_dma }, { "pci", call_pci },
	{ "irq", call_irq }, { "io", call_io }, { "clock", call_clock }, { "supply", call_supply }, { "gpio", call_gpio },
	{ "bus", call_bus }, { "device", call_device }, { "file", call_file }, { "timer", call_timer },
	{ "work", call_work }, { "firmware", call_firmware }, { "pm", call_pm }, { "net", call_net },
	{ "block", call_block }, { "hwmon", call_hwmon }, { "watchdog", call_watchdog }, { "rtc", call_rtc },
	{ "iio", call_iio }, { "media", call_media },
	{ "parsing", call_parsing },
};

static int set_call(const char *value, const struct kernel_param *param)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(groups); i++)
		if (sysfs_streq(value, groups[i].group))
			return groups[i].call();
	return -ENOENT;
}
static const struct kernel_param_ops call_ops = { .set = set_call };
module_param_cb(call, &call_ops, NULL, 0200);

/* Processes on every processor and a timer's interrupts call at the same time, and count what they see. */
static atomic_t calls, failures, workers;
static bool stops;

static noinline void call_once(void)
{
	void *memory = kmalloc(32, GFP_ATOMIC | __GFP_NOWARN);

	atomic_inc(&calls);
	if (!memory)
		atomic_inc(&failures);
	kfree(memory);
}

static struct timer_list ticker;
static void tick(struct timer_list *unused)
{
	int i;

	for (i = 0; i < 50; i++)
		call_once();
	if (!READ_ONCE(stops))
		mod_timer(&ticker, jiffies + 1);
}

static int work(void *unused)
{
	int i;

	for (i = 0; i < 5000; i++) {
		call_once();
		cond_resched();
	}
	atomic_dec(&workers);
	return 0;
}

static int set_storm(const char *value, const struct kernel_param *param)
{
	int cpu;

	atomic_set(&calls, 0);
	atomic_set(&failures, 0);
	WRITE_ONCE(stops, false);
	mod_timer(&ticker, jiffies + 1);
	for_each_online_cpu(cpu) {
		struct task_struct *task = kthread_create(work, NULL, "callfix/%d", cpu);

		if (IS_ERR(task))
			return PTR_ERR(task);
		kthread_bind(task, cpu);
		atomic_inc(&workers);
		wake_up_process(task);
	}
	while (atomic_read(&workers))
		msleep(10);
	WRITE_ONCE(stops, true);
	msleep(50);
	return 0;
}
static int get_storm(char *buffer, const struct kernel_param *param)
{
	return sprintf(buffer, "%d %d\n", atomic_read(&calls), atomic_read(&failures));
}
static const struct kernel_param_ops storm_ops = { .set = set_storm, .get = get_storm };
module_param_cb(storm, &storm_ops, NULL, 0600);

#ifdef CONFIG_X86
/* A counted call from a non-maskable interrupt, while the same function is being called all the time. */
static atomic_t nmis;
static int on_nmi(unsigned int command, struct pt_regs *regs)
{
	if (try_module_get(THIS_MODULE))
		module_put(THIS_MODULE);
	atomic_inc(&nmis);
	return NMI_HANDLED;
}
static int set_nmis(const char *value, const struct kernel_param *param)
{
	unsigned long end = jiffies + 10 * HZ;
	int error = register_nmi_handler(NMI_UNKNOWN, on_nmi, 0, "callfix");

	if (error)
		return error;
	while (!atomic_read(&nmis) && time_before(jiffies, end))
		if (try_module_get(THIS_MODULE))
			module_put(THIS_MODULE);
	unregister_nmi_handler(NMI_UNKNOWN, "callfix");
	return atomic_read(&nmis) ? 0 : -ETIMEDOUT;
}
static const struct kernel_param_ops nmi_ops = { .set = set_nmis };
module_param_cb(nmis, &nmi_ops, NULL, 0200);
#endif

static int __init fixture_init(void)
{
	void *memory = kzalloc(40, GFP_KERNEL);

	if (!memory)
		return -ENOMEM;
	kfree(memory);
	init_completion(&never);
	timer_setup(&ticker, tick, 0);
	return 0;
}

static void __exit fixture_exit(void)
{
	WRITE_ONCE(stops, true);
	while (timer_pending(&ticker))
		msleep(10);
}

module_init(fixture_init);
module_exit(fixture_exit);
MODULE_DESCRIPTION("Calls functions of the kernel");
MODULE_LICENSE("GPL");
