// SPDX-License-Identifier: GPL-2.0-only
/*
 * /proc/qdt-ledger: who opens it writes requests, one a line or separated by semicolons, and reads the answer from the
 * same file: `ok`, or `failed` and why, and then what was asked for.
 *
 *   watch MODULE...    what they acquire is recorded, from when they are loaded
 *   report             shows in the kernel's log what modules that have gone have left behind, counts it, and tells
 *                      all that was shown
 */
#include <linux/delay.h>
#include <linux/fs.h>
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/rcupdate.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include "ledger.h"

#define MAX_REQUEST 65536

struct caller {
	const char *failure;
	bool wants_report;
};

static DEFINE_MUTEX(report_lock);

static const char *watch(char *names)
{
	char *name;

	while ((name = strsep(&names, " ")))
		if (*name && add_target(name))
			return "expected names of modules, not too many";
	return NULL;
}

static const char *carry_out(char *request, struct caller *caller)
{
	if (!*request)
		return NULL;
	if (!strncmp(request, "watch ", 6))
		return watch(request + 6);
	if (strcmp(request, "report"))
		return "unknown request";
	caller->wants_report = true;
	return NULL;
}

static ssize_t write_requests(struct file *file, const char __user *from, size_t bytes, loff_t *position)
{
	struct caller *caller = ((struct seq_file *)file->private_data)->private;
	char *text, *rest, *request;

	if (bytes > MAX_REQUEST)
		return -E2BIG;
	text = memdup_user_nul(from, bytes);
	if (IS_ERR(text))
		return PTR_ERR(text);
	rest = text;
	caller->failure = NULL;
	while (!caller->failure && (request = strsep(&rest, ";\n")))
		caller->failure = carry_out(request, caller);
	kfree(text);
	return bytes;
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

static int show_answer(struct seq_file *answer, void *unused)
{
	const struct caller *caller = answer->private;

	if (caller->failure) {
		seq_printf(answer, "failed %s\n", caller->failure);
		return 0;
	}
	seq_puts(answer, "ok\n");
	if (!caller->wants_report)
		return 0;
	mutex_lock(&report_lock);
	show_touched();
	if (has_left_items())
		await_late_releases();
	seq_printf(answer, "left %u\n", has_left_items() ? show_left() : 0);
	seq_printf(answer, "lost %lu\n", lost_items());
	seq_puts(answer, all_shown());
	report_modules(answer);
	mutex_unlock(&report_lock);
	return 0;
}

static int open_file(struct inode *inode, struct file *file)
{
	struct caller *caller = kzalloc(sizeof(*caller), GFP_KERNEL);
	/* Room for the whole answer: for more, it would be made twice, and what is left is shown once. */
	int error = caller ? single_open_size(file, show_answer, caller, 2 * SHOWN_BYTES) : -ENOMEM;

	if (error)
		kfree(caller);
	return error;
}

static int close_file(struct inode *inode, struct file *file)
{
	kfree(((struct seq_file *)file->private_data)->private);
	return single_release(inode, file);
}

static const struct proc_ops operations = {
	.proc_open = open_file,
	.proc_read = seq_read,
	.proc_write = write_requests,
	.proc_release = close_file,
};

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
	if (proc_create("qdt-ledger", 0600, NULL, &operations))
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
