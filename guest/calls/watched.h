/* SPDX-License-Identifier: GPL-2.0-only */
/* The modules that are watched, and the places in them. For modules.c and sites.c. */
#ifndef QDT_WATCHED_H
#define QDT_WATCHED_H

#include <asm/ptrace.h>
#include "../common/module-code.h"
#include "calls.h"

/* A module that was loaded after us, and is still there. */
struct watched {
	struct list_head list;
	struct list_head sites;
	struct module *module;
	struct load load;
	struct import *imports;
	char *names;
	unsigned int import_count;
	unsigned int site_count;
	unsigned int refused;
	unsigned long missed; /* of the sites that are gone */
};

struct searched {
	struct code code;
	bool ends_badly; /* a probe in its last function could crash the kernel */
};

/* skip.c: instead of a call, go on behind it with this result; instead of a jump to a function, return to the caller. */
void skip_call(struct pt_regs *regs, const u8 *at, bool is_tail, const struct failure *how);

/* Makes the end of a module's code safe for probes. Returns whether it is still dangerous. */
bool fill_end(const struct code *text);
/* 1: a new one, 0: none, or an error. */
int add_site(struct watched *watched, const struct searched *text, const u8 *at, unsigned int function);
void remove_sites(struct watched *watched);
unsigned long missed_calls(const struct watched *watched);

#endif
