/* SPDX-License-Identifier: GPL-2.0-only */
/* The modules that are watched, and the calls in them. For modules.c and sites.c. */
#ifndef QDT_WATCHED_H
#define QDT_WATCHED_H

#include "ledger.h"

/* A function that a module imports, and that acquires, releases or frees. */
struct import {
	unsigned long address;
	const struct acquisition *acquisition;
	struct release *release;
	bool frees; /* kfree() and kvfree(), whose argument may be exchanged */
};

struct watched {
	struct list_head list;
	struct module *module;
	unsigned int number; /* of this loading of the module */
	struct import *imports;
	unsigned int import_count;
	unsigned int site_count;
	bool has_managed_pci;
	bool frees_in_bulk;
};

/* Leads the call at `at` to us; `written` is the same place, writable. */
void add_site(struct watched *watched, const u8 *at, u8 *written, const struct import *import);
/* Code of a module that goes may still run: its calls do from now on what they always did. */
void leave_sites(const struct watched *watched);
/* Calls for which there was no room. */
unsigned int refused_sites(void);

#endif
