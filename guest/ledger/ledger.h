/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Pairs what a module under test acquires with what anybody releases. See docs/decisions/2026-11-30-ledger.md.
 *
 *   requests.c           what the host asks for, through /proc/qdt-ledger
 *   modules.c            the watched modules, and where they acquire and release
 *   sites.c              what happens at these calls
 *   thunks-*.S           where these calls are led, on each architecture
 *   releases.c           releases, from wherever they come
 *   freed.c              memory that the modules freed, which is kept back for a while
 *   armed.c              timers, work and threads of a module that goes
 *   origins.c            the places that acquire, and what was left behind of each
 *   items.c              what is held
 *   show.c               what was found, in the kernel's log
 *   acquisition-table.c  which functions acquire what
 *   release-table.c      which functions release what
 *   kinds.c              what there is to acquire, and where it is in a call
 *
 * No file calls one above it, but thunks-*.S, which lead to sites.c.
 */
#ifndef QDT_LEDGER_H
#define QDT_LEDGER_H

#include <linux/linkage.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/seq_file.h>
#include <linux/types.h>
#include "thunks.h"

#if !defined(CONFIG_KPROBES) || !defined(CONFIG_KALLSYMS)
#error "no ledger in a kernel without CONFIG_KPROBES"
#endif
#if !defined(CONFIG_DYNAMIC_FTRACE_WITH_REGS) && !defined(CONFIG_DYNAMIC_FTRACE_WITH_ARGS)
#error "no ledger in a kernel without CONFIG_DYNAMIC_FTRACE_WITH_REGS or CONFIG_DYNAMIC_FTRACE_WITH_ARGS"
#endif
#if !defined(CONFIG_X86_64) && !defined(CONFIG_ARM64)
#error "there is a ledger on x86-64 and arm64 only"
#endif

#define MAX_TARGETS 64
#define MAX_ITEMS 16384
#define MAX_ORIGINS 2048
#define MAX_PLACE 128
#define ARGUMENTS 6
#define SHOWN_BYTES 8192

enum kind {
	MEMORY,
	PAGES,
	DMA_MEMORY,
	DMA_MAPPING,
	DMA_LIST,
	DMA_POOL,
	DMA_POOL_MEMORY,
	INTERRUPT,
	PCI_INTERRUPT,
	IO_REGION,
	IO_MAPPING,
	PCI_ENABLED,
	PCI_REGIONS,
	PCI_VECTORS,
	DEVICE_NUMBER,
	CHAR_DEVICE,
	MISC_DEVICE,
	CLASS,
	DEVICE,
	SYSFS_FILE,
	SYSFS_GROUP,
	DRIVER,
	ID,
	WORKQUEUE,
	CACHE,
	NET_DEVICE,
	PCI_REFERENCE,
	/* What must not be armed when its code goes: armed.c */
	TIMER,
	HR_TIMER,
	WORK,
	DELAYED_WORK,
	THREAD,
	KINDS,
};

/* Where in a call a value is. */
enum part {
	NONE,
	ARG0,
	ARG1,
	ARG2,
	ARG3,
	ARG4,
	ARG5,
	RESULT,
	NUMBER_AT0,	/* the 32 bits to which the argument points */
	POINTER_AT0,	/* the pointer to which the argument points */
	POINTER_AT1,
	RCU_OBJECT,	/* of kvfree_call_rcu */
	PCI_DEVICE,	/* of which the argument is the device */
	CHAR_MAJOR,	/* of __register_chrdev */
	CHAR_MAJOR_ARGS,
	PRODUCT01,	/* of two arguments */
	PAGES_OF0,	/* the argument is an order */
	PAGES_OF1,
	ONE_PAGE,
	TEXT_LENGTH,	/* of the text that is the result */
	OBJECT_SIZE,	/* of the cache that is the first argument */
};

/* When a call has acquired something. */
enum success { POINTER, ZERO, POSITIVE, NOT_NEGATIVE, MAPPED, MESSAGE_VECTORS, ALWAYS };

/* thunks-*.S have this layout. */
struct call {
	unsigned long arguments[ARGUMENTS];
	unsigned long result;
};

struct acquisition {
	const char *symbol;
	const char *shown; /* as the driver's source calls it */
	enum kind kind;
	enum success success;
	enum part key;
	enum part owner; /* of the same key, only that of the same owner is meant */
	enum part bytes;
	bool replaces;	  /* its first argument is released */
};

enum extent { ONE, ALL, ALL_OF_OWNER };

struct release {
	const char *symbol;
	unsigned long address; /* 0: this kernel does not have it */
	enum kind kind;
	enum part key;
	enum part owner;
	enum extent extent;
	bool is_traced; /* calls from everywhere are seen; otherwise only those of the modules */
};

/* A place that acquires. It is never freed: an item names it when the module is long gone. */
struct origin {
	char module[MODULE_NAME_LEN];
	char place[MAX_PLACE]; /* function+0x12/0x34 [module], where the call returns to */
	const struct acquisition *acquisition;
	/* Counted anew for each report. */
	unsigned long left, left_bytes, one_bytes;
};

/* acquisition-table.c */
extern const struct acquisition acquisitions[];
extern const unsigned int acquisition_count;

/* release-table.c */
extern struct release releases[];
extern const unsigned int release_count;

/* kinds.c */
extern const char *const kind_names[KINDS];
unsigned long part_of(enum part part, const struct call *call);
bool has_acquired(const struct acquisition *acquisition, const struct call *call);

/* items.c; its functions may be called in every context but an NMI */
struct held {
	struct origin *origin;
	unsigned long bytes;
};
int start_items(void);
void stop_items(void);
void add_item(struct origin *origin, unsigned int owner_module, const struct call *call);
void release_items(const struct release *release, const struct call *call);
/* Takes one out. */
bool take_item(enum kind kind, unsigned long key, struct held *held);
/* The module has gone: what it still holds is left behind. Calls `check` for each of the kinds that must not be armed. */
void module_goes(unsigned int owner_module, const struct module *going,
		 void (*check)(enum kind, unsigned long key, const struct origin *, const struct module *));
/* Takes out one that is in this memory and armed. */
bool take_armed_in(unsigned long address, unsigned long bytes, const struct module *module,
		   bool (*is_armed)(enum kind, unsigned long key, const struct module *), struct held *held);
bool has_left_items(void);
/* Takes out all that was left behind: it is told once. `take` is called with a spinlock held. */
void take_left(void (*take)(struct origin *origin, unsigned long bytes));
unsigned long lost_items(void);

/* origins.c */
int start_origins(void);
void stop_origins(void);
/* Makes one if there is none. Called with the lock of the modules. */
struct origin *origin_of(const char *module, const char *place, const struct acquisition *acquisition);
/* Shows what was left behind, each place once. Returns how many places. */
unsigned int show_left(void);

/* modules.c */
int add_target(const char *name);
int start_modules(void);
void stop_modules(void);
void report_modules(struct seq_file *answer);

/* releases.c */
int start_releases(void);
void stop_releases(void);

/* freed.c */
/* A watched module frees memory here. Returns what is to be freed instead; 0: nothing. */
unsigned long free_later(unsigned long address, const char *place, const struct module *module);
/* The kernel frees this. */
void heed_free(unsigned long address);
/* Shows what was written to after it was freed, as far as it is still kept. */
void show_touched(void);

/* armed.c */
void check_armed(enum kind kind, unsigned long key, const struct origin *origin, const struct module *going);
/* Whether code of the module is to run that is told by what is in this memory. It is shown. */
bool is_armed_in(unsigned long address, unsigned long bytes, const struct module *module);

/* show.c */
void show_leak(const struct origin *origin, unsigned long bytes, unsigned long count, unsigned long total);
void show_double_free(const struct held *held, const char *freed_at, const char *again_at);
void show_late_write(const struct held *held, const char *freed_at);
/* All of it since the start, as far as there is room. */
const char *all_shown(void);

/* thunks-*.S */
extern const u8 qdt_thunks[];
asmlinkage unsigned long qdt_before_call(unsigned int number, struct call *call);
asmlinkage void qdt_after_call(unsigned int number, struct call *call);

#endif
