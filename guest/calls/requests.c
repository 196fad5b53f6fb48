// SPDX-License-Identifier: GPL-2.0-only
/*
 * /proc/qdt-calls: who opens it writes requests, one a line or separated by semicolons, and reads the answer from the
 * same file: `ok`, or `failed` and why, and then what was asked for. The requests of one write are done up to the first
 * that fails.
 *
 *   target MODULE                                   its calls count
 *   fault ID MODULE|- TRIGGER NUMBER SEED [PLACE]   a fault that is not armed yet
 *   call ID KIND VALUE FUNCTION...                  it is about these functions, which fail so
 *   arm ID
 *   clear [ID]
 *   report [ID]
 *   places ID NUMBER                                where a fault that only counts did so, from this place on
 */
#include <linux/fs.h>
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>
#include "calls.h"

#define MAX_REQUEST 65536
#define MAX_WORDS 64

DEFINE_MUTEX(calls_lock);

/* What was wrong with the last requests of this opening of the file; and whether it wants a report. */
struct caller {
	char failure[256];
	bool wants_report;
	char reported[MAX_NAME]; /* empty: all faults */
	bool wants_places;
	unsigned int from_place;
};

static int split_words(char *text, char **words)
{
	int count = 0;
	char *word;

	while ((word = strsep(&text, " ")))
		if (*word && count < MAX_WORDS)
			words[count++] = word;
	return count;
}

static const char *arm(char **words, int count)
{
	if (count != 1)
		return "expected one id";
	/* First the places, so that a fault counts all calls from its beginning. */
	if (find_sites() < 0)
		return "there are too many calls, or no memory for them";
	return arm_fault(words[0]);
}

static const char *carry_out(char *text, struct caller *caller)
{
	char *words[MAX_WORDS];
	int count = split_words(text, words);

	if (!count)
		return NULL;
	if (!strcmp(words[0], "target"))
		return count == 2 && !add_target(words[1]) ? NULL : "expected the name of a module";
	if (!strcmp(words[0], "fault"))
		return add_fault(words + 1, count - 1);
	if (!strcmp(words[0], "call"))
		return add_calls(words + 1, count - 1);
	if (!strcmp(words[0], "arm"))
		return arm(words + 1, count - 1);
	if (!strcmp(words[0], "clear"))
		return clear_fault(count > 1 ? words[1] : NULL);
	caller->wants_places = !strcmp(words[0], "places");
	if (caller->wants_places && (count != 3 || kstrtouint(words[2], 10, &caller->from_place)))
		return "expected an id, and the number of a place";
	if (!caller->wants_places && strcmp(words[0], "report"))
		return "unknown request";
	caller->wants_report = true;
	strscpy(caller->reported, count > 1 ? words[1] : "", MAX_NAME);
	return NULL;
}

static ssize_t write_requests(struct file *file, const char __user *from, size_t bytes, loff_t *position)
{
	struct caller *caller = ((struct seq_file *)file->private_data)->private;
	char *text, *rest, *request;
	const char *wrong = NULL;

	if (bytes > MAX_REQUEST)
		return -E2BIG;
	text = memdup_user_nul(from, bytes);
	if (IS_ERR(text))
		return PTR_ERR(text);
	rest = text;
	caller->failure[0] = 0;
	mutex_lock(&calls_lock);
	while (!wrong && (request = strsep(&rest, ";\n")))
		wrong = carry_out(request, caller);
	mutex_unlock(&calls_lock);
	if (wrong)
		strscpy(caller->failure, wrong, sizeof(caller->failure));
	kfree(text);
	return bytes;
}

static int show_answer(struct seq_file *answer, void *unused)
{
	const struct caller *caller = answer->private;

	if (caller->failure[0]) {
		seq_printf(answer, "failed %s\n", caller->failure);
		return 0;
	}
	seq_puts(answer, "ok\n");
	if (!caller->wants_report)
		return 0;
	mutex_lock(&calls_lock);
	if (caller->wants_places) {
		report_places(answer, caller->reported, caller->from_place);
	} else {
		report_faults(answer, caller->reported[0] ? caller->reported : NULL);
		report_modules(answer);
	}
	mutex_unlock(&calls_lock);
	return 0;
}

static int open_file(struct inode *inode, struct file *file)
{
	struct caller *caller = kzalloc(sizeof(*caller), GFP_KERNEL);
	int error = caller ? single_open(file, show_answer, caller) : -ENOMEM;

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

static int __init qdt_calls_init(void)
{
	int error = start_modules();

	if (error)
		return error;
	error = start_refusals();
	if (!error && proc_create("qdt-calls", 0600, NULL, &operations))
		return 0;
	if (!error)
		stop_refusals();
	stop_modules();
	return error ? error : -ENOMEM;
}

static void __exit qdt_calls_exit(void)
{
	remove_proc_entry("qdt-calls", NULL);
	stop_refusals();
	stop_modules();
	free_faults();
	free_names();
	free_places();
}

module_init(qdt_calls_init);
module_exit(qdt_calls_exit);
MODULE_DESCRIPTION("Makes calls of a module under test to kernel functions fail");
MODULE_LICENSE("GPL");
