// SPDX-License-Identifier: GPL-2.0-only
/* Each part of it runs when it is asked for. */
#include <linux/irqflags.h>
#include <linux/kernel.h>
#include <linux/module.h>

static noinline int parts_refuse(int part)
{
	if (part < 0)
		return -EINVAL; /* refuses */
	return part;
}

static noinline void parts_crash(int *nowhere)
{
	pr_info("parts: crash\n"); /* crashes */
	WRITE_ONCE(*nowhere, 1);
	pr_info("parts: still there\n");
}

static noinline void parts_hang(void)
{
	local_irq_disable(); /* hangs */
	for (;;)
		cpu_relax();
}

static int parts_set(const char *text, const struct kernel_param *parameter)
{
	int part, error = kstrtoint(text, 0, &part); /* begins */

	if (error)
		return error;
	if (part == 1)
		pr_info("parts: ordinary\n"); /* is ordinary */
	if (part == 2)
		parts_crash(NULL);
	if (part == 3)
		parts_hang();
	error = parts_refuse(part);
	return error < 0 ? error : 0;
}

static const struct kernel_param_ops parts_operations = { .set = parts_set };
module_param_cb(part, &parts_operations, NULL, 0200);

static int __init parts_init(void)
{
	pr_info("parts: loaded\n"); /* is loaded */
	return 0;
}

static void __exit parts_exit(void)
{
	pr_info("parts: unloaded\n"); /* is unloaded */
}

module_init(parts_init);
module_exit(parts_exit);
MODULE_DESCRIPTION("Parts that run when they are asked for");
MODULE_LICENSE("GPL");
