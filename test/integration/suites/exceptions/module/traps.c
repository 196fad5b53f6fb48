// SPDX-License-Identifier: GPL-2.0-only
/* Meets, on load, the exception that its parameter names. Each in a function of its own, so that a report can name it. */
#include <linux/io.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/smp.h>
#include <linux/uaccess.h>

static char *trap = "";
module_param(trap, charp, 0);
MODULE_PARM_DESC(trap, "which one");

static noinline void trap_undefined(void)
{
#if defined(CONFIG_ARM64)
	asm volatile(".inst 0x00000000");
#elif defined(CONFIG_RISCV)
	asm volatile(".4byte 0xffffffff");
#else
	asm volatile("ud2");
#endif
}

/* A breakpoint that nobody expects. */
static noinline void trap_breakpoint(void)
{
#if defined(CONFIG_ARM64)
	asm volatile("brk #0x123");
#elif defined(CONFIG_RISCV)
	asm volatile("ebreak");
#else
	asm volatile("int3");
#endif
}

/* 512 bytes a level. */
static noinline int trap_deeper(int level)
{
	volatile char room[512];

	room[0] = level;
	return level == 0 ? 0 : trap_deeper(level - 1) + room[0];
}

static noinline void trap_stack_overflow(void)
{
	pr_info("%d\n", trap_deeper(100000));
}

static noinline void trap_stack_corrupted(void)
{
	volatile char room[16];
	volatile unsigned int size = 128;
	unsigned int i;

	for (i = 0; i < size; i++)
		room[i] = 0x41;
}

static noinline void trap_call_of_null(void)
{
	void (*volatile nowhere)(void) = NULL;

	nowhere();
}

static noinline void trap_call_of_data(void)
{
	void (*volatile data)(void) = kzalloc(64, GFP_KERNEL);

	data();
}

static const long constant = 5;

static noinline void trap_write_to_constant(void)
{
	*(volatile long *)&constant = 1;
}

static noinline void trap_user_pointer(void)
{
	*(volatile long *)0x10000UL = 1;
}

static noinline void trap_freed_pointer(void)
{
	long **volatile at = kmalloc(64, GFP_KERNEL);

	memset(at, 0x6b, 64);
	*at[2] = 1;
}

static noinline void trap_error_pointer(void)
{
	long *volatile at = ERR_PTR(-ENODEV);

	*at = 1;
}

/* Nothing is at this address of the bus. */
static noinline void trap_bus(void)
{
	void __iomem *nothing = ioremap(0x5000000000UL, 0x1000);

	pr_info("%x\n", readl(nothing));
}

static noinline void trap_unaligned(void)
{
	char __iomem *nothing = ioremap(0x5000000000UL, 0x1000);

	pr_info("%lx\n", *(volatile unsigned long *)(__force char *)(nothing + 3));
}

static noinline void trap_list(void)
{
	struct list_head one, head;

	INIT_LIST_HEAD(&head);
	list_add(&one, &head);
	head.next = &head;
	list_del(&one);
}

static noinline void trap_double_free(void)
{
	void *volatile memory = kmalloc(64, GFP_KERNEL);

	kfree(memory);
	kfree(memory);
}

static noinline void trap_usercopy(void)
{
	char *memory = kmalloc(64, GFP_KERNEL);
	volatile unsigned long size = 4096;

	if (copy_to_user((void __user *)0x10000, memory, size))
		pr_info("not copied\n");
}

static void trap_null_here(void *unused)
{
	*(volatile int *)8 = 1;
}

static noinline void trap_null_in_interrupt(void)
{
	smp_call_function(trap_null_here, NULL, 1);
}

static const struct {
	const char *name;
	void (*meet)(void);
} traps[] = {
	{ "undefined", trap_undefined },
	{ "breakpoint", trap_breakpoint },
	{ "stack-overflow", trap_stack_overflow },
	{ "stack-corrupted", trap_stack_corrupted },
	{ "call-of-null", trap_call_of_null },
	{ "call-of-data", trap_call_of_data },
	{ "write-to-constant", trap_write_to_constant },
	{ "user-pointer", trap_user_pointer },
	{ "freed-pointer", trap_freed_pointer },
	{ "error-pointer", trap_error_pointer },
	{ "bus", trap_bus },
	{ "unaligned", trap_unaligned },
	{ "list", trap_list },
	{ "double-free", trap_double_free },
	{ "usercopy", trap_usercopy },
	{ "null-in-interrupt", trap_null_in_interrupt },
};

static int __init traps_init(void)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(traps); i++)
		if (!strcmp(trap, traps[i].name)) {
			traps[i].meet();
			return 0;
		}
	return -EINVAL;
}

static void __exit traps_exit(void)
{
}

module_init(traps_init);
module_exit(traps_exit);
MODULE_DESCRIPTION("Meets the exception that it is asked for");
MODULE_LICENSE("GPL");
