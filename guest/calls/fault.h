/* SPDX-License-Identifier: GPL-2.0-only */
/* A fault. For faults.c and hits.c. */
#ifndef QDT_FAULT_H
#define QDT_FAULT_H

#include <linux/atomic.h>
#include "calls.h"

enum trigger { ALWAYS, NTH, FROM, EVERY, PROBABILITY, COUNT };

/* A place that a report names. */
struct hit {
	u64 at_ns;
	u64 count;
	const struct place *place;
};

/* How often a fault counted a call at one place, and which of its calls that was first. */
struct tally {
	atomic64_t reached;
	u64 first;
};

/* Is never freed while a handler may run. After `is_active` is set, only the counters change, and it may be cleared. */
struct fault {
	char id[MAX_NAME];
	char module[MODULE_NAME_LEN]; /* empty: every target */
	char place[MAX_PLACE];	      /* function+0x12 or function+0x12/0x34; empty: every place */
	enum trigger trigger;
	u64 number;
	u64 seed;
	struct failure *failures; /* by the number of the function */
	bool is_active;
	bool was_cleared;
	atomic64_t counted;
	atomic64_t fired;
	struct hit first;
	struct hit last;
	struct tally *tallies; /* by the number of the place, if it only counts */
	/* How often the driver told the kernel of an error after it fired. */
	unsigned int refusals[ATTEMPTS];
	s64 fired_before[ATTEMPTS];
	/* Whose load failed, and where: who loads twice (busybox) meets the same failure again. */
	pid_t again_for;
	const struct place *again_at;
};

/* The first `fault_count` are there for handlers, too: read it with smp_load_acquire(). */
extern struct fault *faults[MAX_FAULTS];
extern int fault_count;

#endif
