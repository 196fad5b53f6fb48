// SPDX-License-Identifier: GPL-2.0-only
/*
 * The requests of /proc/qdt-calls:
 *
 *   target MODULE                                   its calls count
 *   fault ID MODULE|- TRIGGER NUMBER SEED [PLACE]   a fault that is not armed yet
 *   call ID KIND VALUE FUNCTION...                  it is about these functions, which fail so
 *   arm ID
 *   clear [ID]
 *   report [ID]
 *   places ID NUMBER                                where a fault that only counts did so, from this place on
 */
#include <linux/module.h>
#include "calls.h"

DEFINE_MUTEX(calls_lock);

struct wish {
	bool wants_report;
	char reported[MAX_NAME]; /* empty: all faults */
	bool wants_places;
	unsigned int from_place;
};

#define REQUEST_LOCK calls_lock
#define ANSWER_BYTES PAGE_SIZE
#include "../common/request-file.h"

#define MAX_WORDS 64

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

static const char *carry_out(char *text, struct wish *wish)
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
	wish->wants_places = !strcmp(words[0], "places");
	if (wish->wants_places && (count != 3 || kstrtouint(words[2], 10, &wish->from_place)))
		return "expected an id, and the number of a place";
	if (!wish->wants_places && strcmp(words[0], "report"))
		return "unknown request";
	wish->wants_report = true;
	strscpy(wish->reported, count > 1 ? words[1] : "", MAX_NAME);
	return NULL;
}

static void report(struct seq_file *answer, const struct wish *wish)
{
	if (!wish->wants_report)
		return;
	if (wish->wants_places) {
		report_places(answer, wish->reported, wish->from_place);
	} else {
		report_faults(answer, wish->reported[0] ? wish->reported : NULL);
		report_modules(answer);
	}
}

static int __init qdt_calls_init(void)
{
	int error = start_modules();

	if (error)
		return error;
	error = start_refusals();
	if (!error && proc_create("qdt-calls", 0600, NULL, &request_operations))
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
