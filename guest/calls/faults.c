// SPDX-License-Identifier: GPL-2.0-only
/* The faults: what the host sets and clears, and what it asks about them. */
#include <linux/atomic.h>
#include <linux/ktime.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include "calls.h"
#include "fault.h"

static const char *const trigger_names[] = { "always", "nth", "from", "every", "probability", "count" };

struct fault *faults[MAX_FAULTS];
int fault_count;

/* The newest with this id: a cleared one may have been set again. */
static struct fault *fault_named(const char *id)
{
	int i;

	for (i = fault_count - 1; i >= 0; i--)
		if (!strcmp(faults[i]->id, id))
			return faults[i];
	return NULL;
}

static const char *read_trigger(struct fault *fault, char **words)
{
	int kind = match_string(trigger_names, ARRAY_SIZE(trigger_names), words[0]);

	if (kind < 0 || kstrtou64(words[1], 0, &fault->number) || kstrtou64(words[2], 0, &fault->seed))
		return "expected a trigger and two numbers";
	if (kind == EVERY && !fault->number)
		return "expected a period above 0";
	fault->trigger = kind;
	return NULL;
}

const char *add_fault(char **words, int count)
{
	struct fault *before, *fault;
	const char *wrong;

	if (count < 5 || count > 6 || strlen(words[0]) >= MAX_NAME || strlen(words[1]) >= MODULE_NAME_LEN)
		return "expected id, module, trigger, number, seed, and at most one place";
	before = fault_named(words[0]);
	if (before && !before->was_cleared)
		return "it is already active; clear it, or give this one its own id=";
	if (fault_count == MAX_FAULTS)
		return "there are too many faults";
	fault = kzalloc(sizeof(*fault), GFP_KERNEL);
	if (!fault)
		return "no memory";
	fault->failures = kvcalloc(MAX_FUNCTIONS, sizeof(*fault->failures), GFP_KERNEL);
	wrong = fault->failures ? read_trigger(fault, words + 2) : "no memory";
	if (!wrong && fault->trigger == COUNT) {
		fault->tallies = kvcalloc(MAX_PLACES, sizeof(*fault->tallies), GFP_KERNEL);
		wrong = fault->tallies ? NULL : "no memory";
	}
	if (wrong) {
		kvfree(fault->failures);
		kfree(fault);
		return wrong;
	}
	strscpy(fault->id, words[0], MAX_NAME);
	if (strcmp(words[1], "-"))
		strscpy(fault->module, words[1], MODULE_NAME_LEN);
	if (count == 6)
		strscpy(fault->place, words[5], MAX_PLACE);
	faults[fault_count] = fault;
	/* A handler that sees the new count sees the fault. */
	smp_store_release(&fault_count, fault_count + 1);
	return NULL;
}

static const char *const kind_names[] = { "", "value", "argument", "get", "put" };

const char *add_calls(char **words, int count)
{
	struct fault *fault = count > 3 ? fault_named(words[0]) : NULL;
	struct failure failure = {};
	int kind, i;

	if (!fault || fault->is_active || fault->was_cleared)
		return "expected a fault that is not armed, a kind, a value and functions";
	kind = match_string(kind_names, ARRAY_SIZE(kind_names), words[1]);
	if (kind <= 0 || kstrtol(words[2], 0, &failure.value))
		return "expected a kind of failure and its value";
	failure.kind = kind;
	for (i = 3; i < count; i++) {
		int number = function_number(words[i], true);

		if (number < 0)
			return "there are too many functions";
		failure.is_lasting = fault->trigger == ALWAYS || fault->trigger == FROM;
		fault->failures[number] = failure;
	}
	return NULL;
}

const char *arm_fault(const char *id)
{
	struct fault *fault = fault_named(id);

	if (!fault || fault->was_cleared)
		return "there is no such fault";
	smp_store_release(&fault->is_active, true);
	return NULL;
}

const char *clear_fault(const char *id)
{
	bool is_known = false;
	int i;

	for (i = 0; i < fault_count; i++) {
		if (id && strcmp(faults[i]->id, id))
			continue;
		is_known = true;
		WRITE_ONCE(faults[i]->is_active, false);
		faults[i]->was_cleared = true;
	}
	return is_known || !id ? NULL : "there is no such fault";
}

static void report_hit(struct seq_file *answer, const char *which, const struct hit *hit)
{
	seq_printf(answer, "%s %llu %llu %s %s\n", which, hit->at_ns / 1000, hit->count,
		   function_name(hit->place->function), hit->place->name);
}

void report_places(struct seq_file *answer, const char *id, unsigned int from)
{
	const struct fault *fault = fault_named(id);
	unsigned int i, shown = 0;

	if (!fault || !fault->tallies)
		return;
	for (i = from; i < place_count() && shown < REPORTED_PLACES; i++) {
		const struct place *place = place_at(i);
		s64 reached = atomic64_read(&fault->tallies[i].reached);

		shown++;
		if (reached)
			seq_printf(answer, "place %llu %lld %s %s\n", fault->tallies[i].first, reached,
				   function_name(place->function), place->name);
	}
	if (i < place_count())
		seq_printf(answer, "more %u\n", i);
}

/* `id`: only of this one; NULL: of all. */
void report_faults(struct seq_file *answer, const char *id)
{
	int i;

	seq_printf(answer, "now %llu\n", ktime_get_mono_fast_ns() / 1000);
	for (i = 0; i < fault_count; i++) {
		struct fault *fault = faults[i];
		u64 fired = atomic64_read(&fault->fired);

		if (fault_named(fault->id) != fault || (id && strcmp(fault->id, id)))
			continue;
		seq_printf(answer, "fault %s %llu %lld %s\n", fault->id, fired, atomic64_read(&fault->counted),
			   fault->was_cleared ? "cleared" : "active");
		if (fault->refusals[LOAD] || fault->refusals[PROBE])
			seq_printf(answer, "refused %u %u\n", fault->refusals[LOAD], fault->refusals[PROBE]);
		if (!fired)
			continue;
		report_hit(answer, "first", &fault->first);
		report_hit(answer, "last", &fault->last);
	}
}

void free_faults(void)
{
	int i;

	for (i = 0; i < fault_count; i++) {
		kvfree(faults[i]->tallies);
		kvfree(faults[i]->failures);
		kfree(faults[i]);
	}
	fault_count = 0;
}
