/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A helper's file in /proc: who opens it writes requests, one a line or separated by semicolons, and reads the answer
 * from the same file: `ok`, or `failed` and why, and then what was asked for. The requests of one write are done up to
 * the first that fails.
 *
 * Included by each helper's requests.c, which first defines:
 *
 *   struct wish     what an opening of the file wants to be told; all zero at the beginning
 *   REQUEST_LOCK    the mutex that is held while requests are done and while the answer is made
 *   ANSWER_BYTES    room for an answer; a longer one is made again
 */
#ifndef QDT_REQUEST_FILE_H
#define QDT_REQUEST_FILE_H

#include <linux/fs.h>
#include <linux/mutex.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

#define MAX_REQUEST 65536

/* The helper's own. Returns what is wrong with the request, or NULL. */
static const char *carry_out(char *request, struct wish *wish);
/* The helper's own: what is behind `ok`. */
static void report(struct seq_file *answer, const struct wish *wish);

/* One opening of the file, and what was wrong with its last requests. */
struct caller {
	char failure[256];
	struct wish wish;
};

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
	mutex_lock(&REQUEST_LOCK);
	while (!wrong && (request = strsep(&rest, ";\n")))
		wrong = carry_out(request, &caller->wish);
	mutex_unlock(&REQUEST_LOCK);
	strscpy(caller->failure, wrong ?: "", sizeof(caller->failure));
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
	mutex_lock(&REQUEST_LOCK);
	report(answer, &caller->wish);
	mutex_unlock(&REQUEST_LOCK);
	return 0;
}

static int open_requests(struct inode *inode, struct file *file)
{
	struct caller *caller = kzalloc(sizeof(*caller), GFP_KERNEL);
	int error = caller ? single_open_size(file, show_answer, caller, ANSWER_BYTES) : -ENOMEM;

	if (error)
		kfree(caller);
	return error;
}

static int close_requests(struct inode *inode, struct file *file)
{
	kfree(((struct seq_file *)file->private_data)->private);
	return single_release(inode, file);
}

static const struct proc_ops request_operations = {
	.proc_open = open_requests,
	.proc_read = seq_read,
	.proc_write = write_requests,
	.proc_release = close_requests,
};

#endif
