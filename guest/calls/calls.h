/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Makes calls of a module under test to kernel functions fail. See docs/decisions/2026-11-29-call-fail.md.
 *
 *   requests.c  what the host asks for, through /proc/qdt-calls
 *   names.c     the modules under test, and the functions whose calls can fail
 *   faults.c    the faults that the host sets
 *   hits.c      which calls fail
 *   places.c    the places of calls, by their names
 *   modules.c   the modules, and where they call
 *   sites.c     the probes at these places
 *   skip.c      how a call is skipped, on each architecture
 *   refusals.c  when a driver told the kernel that it failed
 */
#ifndef QDT_CALLS_H
#define QDT_CALLS_H

#include <linux/list.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/seq_file.h>
#include <linux/types.h>

#if !defined(CONFIG_KPROBES) || !defined(CONFIG_KALLSYMS)
#error "calls cannot fail in a kernel without CONFIG_KPROBES"
#endif
#if !defined(CONFIG_X86_64) && !defined(CONFIG_ARM64) && !(defined(CONFIG_RISCV) && defined(CONFIG_64BIT))
#error "calls can fail on x86-64, arm64 and riscv64 only"
#endif

#define MAX_FAULTS 64
#define MAX_FUNCTIONS 1024
#define MAX_TARGETS 64
#define MAX_NAME 128
#define MAX_SITES 65536
#define MAX_PLACE 128
#define MAX_PLACES 16384

/* How the failure of a function looks to its caller. */
enum failure_kind {
	SUCCEEDS,
	RETURNS_VALUE,	  /* in the register for results */
	RETURNS_ARGUMENT, /* its n-th argument, as functions do that return how much they did not copy */
	GETS_VALUE,	  /* __get_user_* of x86-64: also a zero in rdx */
	PUTS_VALUE,	  /* __put_user_* of x86-64: in rcx */
};

struct failure {
	enum failure_kind kind;
	long value;
	bool is_lasting; /* more calls than this one fail */
};

/* A place in a module's code that calls a function. It outlives the module: loaded again, it has the same places. */
struct place {
	struct hlist_node node;
	unsigned int number;
	unsigned int function;
	char name[MAX_PLACE]; /* function+0x12/0x34 [module] */
};

enum attempt { LOAD, PROBE, ATTEMPTS };

/* A load of a module: what fails in it may be tried again by who loads it. */
struct load {
	bool is_going_on;
	pid_t loader;
};

/* All functions below that change something are called with this lock, those of the handlers without. */
extern struct mutex calls_lock;

/* names.c */
int add_target(const char *name);
bool is_target(const char *name);
/* The number of a function's name, which is added if it is new and wanted; negative: none. */
int function_number(const char *name, bool is_new);
const char *function_name(unsigned int number);
void free_names(void);

/* faults.c */
/* `words`: id, module or -, trigger, number, seed, and a place if it is about one. NULL, or what is wrong. */
const char *add_fault(char **words, int count);
/* `words`: id of the fault, kind of failure, value, functions. */
const char *add_calls(char **words, int count);
const char *arm_fault(const char *id);
const char *clear_fault(const char *id);
void report_faults(struct seq_file *answer, const char *id);
/* Of a fault that counts: where it did, and how often. At most REPORTED_PLACES, from the given one on. */
void report_places(struct seq_file *answer, const char *id, unsigned int from);
void free_faults(void);

/* hits.c */
/* Whether a fault is about a call there. */
bool is_wanted(const char *module, const struct place *place);
/* From the handler: counts a call, and returns whether it fails. */
bool call_fails(const char *module, const struct load *load, const struct place *place, struct failure *how);
/* Something of the module begins, or has failed. Faults that fired in between were told to the kernel. */
void begin_try(const char *module, enum attempt attempt);
void refuse_probe(const char *module);
void end_load(const char *module, const struct load *load, bool is_loaded);

/* places.c */
#define REPORTED_PLACES 500
/* The place, which is added if it is new; NULL: no memory, or too many. */
const struct place *place_named(const char *name, unsigned int function);
/* By its number. */
const struct place *place_at(unsigned int number);
unsigned int place_count(void);
void free_places(void);

/* refusals.c */
int start_refusals(void);
void stop_refusals(void);

/* modules.c */
int start_modules(void);
void stop_modules(void);
/* Probes what the functions' names now select in the modules that are loaded. The number of new places, or an error. */
int find_sites(void);
void report_modules(struct seq_file *answer);

#endif
