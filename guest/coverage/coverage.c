// SPDX-License-Identifier: GPL-2.0-only
/*
 * Records which code of the modules under test has run. They are compiled with -fsanitize-coverage=trace-pc, so that
 * each basic block begins with a call of __sanitizer_cov_trace_pc. A kernel without CONFIG_KCOV has no such function.
 *
 * What ran is a bit for each byte of a module's code, in one piece of physical memory. Where that is stands in the
 * kernel's log, before anything of a test runs. The host reads it from outside when the test has ended, however it
 * ended: src/coverage/coverage-memory.ts has the other half of the layout.
 */
#include <linux/bitops.h>
#include <linux/compiler.h>
#include <linux/gfp.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/notifier.h>
#include <linux/string.h>
#include <linux/version.h>

#ifdef CONFIG_KCOV
#error "this kernel has CONFIG_KCOV, which takes what the modules record"
#endif
#ifndef CONFIG_64BIT
#error "coverage is recorded on 64 bits only"
#endif

#define LAYOUT 1
#define MAX_MODULES 60
#define TABLE_BYTES 8192
/* 1 MiB: 8 MiB of code. A fragmented memory may have less in one piece. */
#define MOST_ORDER 8
#define LEAST_ORDER 4

/* A module. Loaded again, it goes on in the same place, wherever its code now is. */
struct record {
	char name[64];
	u32 text_bytes;
	u32 init_bytes;
	u32 bits_at;
	u32 loads;
};

/* The beginning of the memory; the bits follow the table. */
struct table {
	char magic[16];
	u32 layout;
	u32 bytes;
	u32 records;
	u32 lost; /* modules for which there was no room */
	struct record record[MAX_MODULES];
};

/* Code that is in memory now. Never removed: without a size, nothing is in it. */
struct covered_range {
	unsigned long start;
	unsigned long size;
	unsigned long *bits;
};

static struct table *table;
static struct covered_range ranges[2 * MAX_MODULES];
static unsigned int range_count;
static unsigned int used_bytes;
/* Several modules may be loaded at a time. */
static DEFINE_MUTEX(table_lock);

void __sanitizer_cov_trace_pc(void);

/* From any context, also a non-maskable interrupt: it takes no lock and calls nothing. */
void notrace __sanitizer_cov_trace_pc(void)
{
	unsigned long pc = (unsigned long)__builtin_return_address(0);
	unsigned int i, count = READ_ONCE(range_count);

	for (i = 0; i < count; i++) {
		unsigned long offset = pc - READ_ONCE(ranges[i].start);
		unsigned long *word;

		if (offset >= READ_ONCE(ranges[i].size))
			continue;
		word = ranges[i].bits + offset / BITS_PER_LONG;
		/* Most often it is set already, and a write would take the line from other processors. */
		if (!(READ_ONCE(*word) & BIT(offset % BITS_PER_LONG)))
			set_bit(offset % BITS_PER_LONG, word);
		return;
	}
}
EXPORT_SYMBOL(__sanitizer_cov_trace_pc);

/*
 * The modules are also compiled with -fprofile-arcs. Its counters are not used: they are there so that the compiler
 * leaves each branch a block of its own, also one that only returns an error. What counts is the point in the block.
 */
#ifndef CONFIG_GCOV_KERNEL
void __gcov_init(void *info);
void __gcov_exit(void);
void __gcov_merge_add(void *counters, unsigned int count);

void __gcov_init(void *info)
{
}
EXPORT_SYMBOL(__gcov_init);

void __gcov_exit(void)
{
}
EXPORT_SYMBOL(__gcov_exit);

void __gcov_merge_add(void *counters, unsigned int count)
{
}
EXPORT_SYMBOL(__gcov_merge_add);
#endif

struct code {
	unsigned long start;
	unsigned long size;
};

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 4, 0)
static struct code core_code(const struct module *module)
{
	return (struct code){ (unsigned long)module->mem[MOD_TEXT].base, module->mem[MOD_TEXT].size };
}

static struct code init_code(const struct module *module)
{
	return (struct code){ (unsigned long)module->mem[MOD_INIT_TEXT].base, module->mem[MOD_INIT_TEXT].size };
}
#else
static struct code core_code(const struct module *module)
{
	return (struct code){ (unsigned long)module->core_layout.base, module->core_layout.text_size };
}

static struct code init_code(const struct module *module)
{
	return (struct code){ (unsigned long)module->init_layout.base, module->init_layout.text_size };
}
#endif

/* While a module is being loaded, its symbol table is complete. Without one, every module counts. */
static bool is_covered(const struct module *module)
{
#ifdef CONFIG_KALLSYMS
	const struct mod_kallsyms *symbols = READ_ONCE(*(struct mod_kallsyms **)&module->kallsyms);
	unsigned int i;

	if (!symbols)
		return true;
	for (i = 1; i < symbols->num_symtab; i++) {
		const Elf_Sym *symbol = &symbols->symtab[i];

		if (symbol->st_shndx == SHN_UNDEF &&
		    !strcmp(symbols->strtab + symbol->st_name, "__sanitizer_cov_trace_pc"))
			return true;
	}
	return false;
#else
	return true;
#endif
}

/* Bytes of the bits for so much code. */
static unsigned long bits_for(unsigned long code_bytes)
{
	return BITS_TO_LONGS(code_bytes) * sizeof(long);
}

/* The number of a module's record, which is made if it is new; negative: there is no room. */
static int find_record(const char *name, unsigned long text_bytes, unsigned long init_bytes)
{
	unsigned long bytes = bits_for(text_bytes) + bits_for(init_bytes);
	struct record *record;
	unsigned int i;

	for (i = 0; i < table->records; i++) {
		record = &table->record[i];
		if (!strcmp(record->name, name) && record->text_bytes == text_bytes &&
		    record->init_bytes == init_bytes)
			return i;
	}
	if (i == MAX_MODULES || bytes > table->bytes - used_bytes || strlen(name) >= sizeof(record->name))
		return -1;
	record = &table->record[i];
	strcpy(record->name, name);
	record->text_bytes = text_bytes;
	record->init_bytes = init_bytes;
	record->bits_at = used_bytes;
	used_bytes += bytes;
	table->records++;
	return i;
}

static void open_range(struct covered_range *range, struct code code, void *bits)
{
	range->bits = bits;
	WRITE_ONCE(range->start, code.start);
	/* Whoever sees the size sees the rest. */
	smp_store_release(&range->size, code.size);
}

static void begin_module(const struct module *module)
{
	struct code core = core_code(module), init = init_code(module);
	int i = find_record(module->name, core.size, init.size);
	char *bits;

	if (i < 0) {
		table->lost++;
		return;
	}
	bits = (char *)table + table->record[i].bits_at;
	open_range(&ranges[2 * i], core, bits);
	open_range(&ranges[2 * i + 1], init, bits + bits_for(core.size));
	if (range_count < 2 * (i + 1))
		smp_store_release(&range_count, 2 * (i + 1));
	table->record[i].loads++;
}

/* The range with this code holds nothing from now on: others may get the place. */
static void close_range(struct code code)
{
	unsigned int i;

	for (i = 0; code.size && i < range_count; i++)
		if (ranges[i].size && ranges[i].start == code.start)
			WRITE_ONCE(ranges[i].size, 0);
}

static int on_module(struct notifier_block *block, unsigned long state, void *data)
{
	const struct module *module = data;

	mutex_lock(&table_lock);
	if (state == MODULE_STATE_COMING && is_covered(module))
		begin_module(module);
	if (state == MODULE_STATE_LIVE || state == MODULE_STATE_GOING)
		close_range(init_code(module));
	if (state == MODULE_STATE_GOING)
		close_range(core_code(module));
	mutex_unlock(&table_lock);
	return NOTIFY_OK;
}

static struct notifier_block notifier = { .notifier_call = on_module, .priority = INT_MAX };

static int __init qdt_coverage_init(void)
{
	unsigned int order;
	int error;

	BUILD_BUG_ON(sizeof(struct table) > TABLE_BYTES);
	for (order = MOST_ORDER; !table && order >= LEAST_ORDER; order--)
		table = (struct table *)__get_free_pages(GFP_KERNEL | __GFP_ZERO | __GFP_NOWARN, order);
	if (!table)
		return -ENOMEM;
	order++;
	strcpy(table->magic, "qdt-coverage");
	table->layout = LAYOUT;
	table->bytes = PAGE_SIZE << order;
	used_bytes = TABLE_BYTES;
	error = register_module_notifier(&notifier);
	if (error) {
		free_pages((unsigned long)table, order);
		return error;
	}
	/* The host reads this line (src/run/evidence/coverage-place.ts). */
	pr_info("qdt-coverage: %u bytes at 0x%llx\n", table->bytes, (unsigned long long)virt_to_phys(table));
	return 0;
}

/* Without an exit it cannot be unloaded: covered modules may come at any time. */
module_init(qdt_coverage_init);
MODULE_DESCRIPTION("Records which code of modules under test has run");
MODULE_LICENSE("GPL");
