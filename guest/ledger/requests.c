// SPDX-License-Identifier: GPL-2.0-only
/*
 * The requests of /proc/qdt-ledger:
 *
 *   watch MODULE...    what they acquire is recorded, from when they are loaded
 *   report             shows in the kernel's log what modules that have gone have left behind, counts it, and tells
 *                      all that was shown
 */
#include <linux/delay.h>
#include <linux/module.h>
#include <linux/rcupdate.h>
#include "ledger.h"

static DEFINE_MUTEX(request_lock);

struct wish {
	bool wants_report;
};

#define REQUEST_LOCK request_lock
/* The whole answer: for more, it would be made twice, and what is left is shown once. */
#define ANSWER_BYTES (2 * SHOWN_BYTES)
#include "../common/request-file.h"

static const char *watch(char *names)
{
	char *name;

	while ((name = strsep(&names, " ")))
		if (*name && add_target(name))
			return "expected names of modules, not too many";
	return NULL;
}

static const char *carry_out(char *request, struct wish *wish)
{
	if (!*request)
		return NULL;
	if (!strncmp(request, "watch ", 6))
		return watch(request + 6);
	if (strcmp(request, "report"))
		return "unknown request";
	wish->wants_report = true;
	return NULL;
}

#define LATE_MS 100

/* What a module asked the kernel to free later may still be on its way: behind RCU, or in work of the kernel. */
static void await_late_releases(void)
{
	rcu_barrier();
	synchronize_rcu();
	rcu_barrier();
	if (has_left_items())
		msleep(LATE_MS);
}

static void report(struct seq_file *answer, const struct wish *wish)
{
	if (!wish->wants_report)
		return;
	show_touched();
	if (has_left_items())
		await_late_releases();
	seq_printf(answer, "left %u\n", has_left_items() ? show_left() : 0);
	seq_printf(answer, "lost %lu\n", lost_items());
	seq_puts(answer, all_shown());
	report_modules(answer);
}

/* It stays: modules may be in calls that return here, and what they freed is kept here. */
static int __init qdt_ledger_init(void)
{
	int error = start_items();

	if (error)
		return error;
	error = start_origins();
	if (error)
		goto no_origins;
	error = start_releases();
	if (error)
		goto no_releases;
	error = start_modules();
	if (error)
		goto no_sites;
	if (proc_create("qdt-ledger", 0600, NULL, &request_operations))
		return 0;
	error = -ENOMEM;
	stop_modules();
no_sites:
	stop_releases();
no_releases:
	stop_origins();
no_origins:
	stop_items();
	return error;
}

module_init(qdt_ledger_init);
MODULE_DESCRIPTION("Pairs what a module under test acquires with what is released");
MODULE_LICENSE("GPL");
