// SPDX-License-Identifier: GPL-2.0-only
/* Which calls fail: the same triggers as the faults of devices (src/device/fault/trigger.ts). */
#include <linux/atomic.h>
#include <linux/ktime.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include "calls.h"

enum trigger { ALWAYS, NTH, FROM, EVERY, PROBABILITY };

static const char *const trigger_names[] = { "always", "nth", "from", "every", "probability" };

/* A place that a report names. */
struct hit {
	u64 at_ns;
	u64 count;
	unsigned int function;
	/* A copy: the module may be gone when it is read. */
	char place[MAX_PLACE];
};

/* Is never freed while a handler may run. After `is_active` is set, only the counters change, and it may be cleared. */
struct fault {
	char id[MAX_NAME];
	char module[MODULE_NAME_LEN]; /* empty: every target */
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
};

/* As many lines as a reader wants to see; the counters go on. */
#define MAX_SHOWN 200

static char targets[MAX_TARGETS][MODULE_NAME_LEN];
static int target_count;
static char (*functions)[MAX_NAME];
static int function_count;
static struct fault *faults[MAX_FAULTS];
static int fault_count;

int add_target(const char *name)
{
	if (is_target(name))
		return 0;
	if (target_count == MAX_TARGETS || strlen(name) >= MODULE_NAME_LEN)
		return -ENOSPC;
	strscpy(targets[target_count], name, MODULE_NAME_LEN);
	target_count++;
	return 0;
}

bool is_target(const char *name)
{
	int i;

	for (i = 0; i < target_count; i++)
		if (!strcmp(targets[i], name))
			return true;
	return false;
}

int function_number(const char *name, bool is_new)
{
	int i;

	for (i = 0; i < function_count; i++)
		if (!strcmp(functions[i], name))
			return i;
	if (!is_new || strlen(name) >= MAX_NAME || function_count == MAX_FUNCTIONS)
		return -ENOSPC;
	if (!functions)
		functions = kvcalloc(MAX_FUNCTIONS, MAX_NAME, GFP_KERNEL);
	if (!functions)
		return -ENOMEM;
	strscpy(functions[function_count], name, MAX_NAME);
	return function_count++;
}

const char *function_name(unsigned int number)
{
	return functions[number];
}

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

	if (count != 5 || strlen(words[0]) >= MAX_NAME || strlen(words[1]) >= MODULE_NAME_LEN)
		return "expected id, module, trigger, number and seed";
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
	if (wrong) {
		kvfree(fault->failures);
		kfree(fault);
		return wrong;
	}
	strscpy(fault->id, words[0], MAX_NAME);
	if (strcmp(words[1], "-"))
		strscpy(fault->module, words[1], MODULE_NAME_LEN);
	faults[fault_count] = fault;
	/* A handler that sees the new count sees the fault. */
	smp_store_release(&fault_count, fault_count + 1);
	return NULL;
}

static const char *const kind_names[] = { "", "value", "argument", "get", "put" };

const char *add_calls(char **words, int count)
{
	struct fault *fault = count > 3 ? fault_named(words[0]) : NULL;
	struct failure failure;
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

/*
 * The n-th number of a linear congruential generator modulo 2^64, without its n - 1 predecessors: handlers on several
 * processors share no state. x -> a x + c, done n times, is x -> a^n x + c (a^n - 1) / (a - 1).
 */
static u64 notrace random_number(u64 seed, u64 n)
{
	u64 a = 6364136223846793005ULL, c = 1442695040888963407ULL, by = 1, plus = 0;

	for (; n; n >>= 1) {
		if (n & 1) {
			by *= a;
			plus = plus * a + c;
		}
		c = (a + 1) * c;
		a *= a;
	}
	return by * seed + plus;
}

static bool notrace is_hit(const struct fault *fault, u64 count)
{
	switch (fault->trigger) {
	case ALWAYS:
		return true;
	case NTH:
		return count == fault->number;
	case FROM:
		return count >= fault->number;
	case EVERY:
		return count % fault->number == 0;
	case PROBABILITY:
		/* The first four are left out, as in trigger.ts. */
		return random_number(fault->seed, count + 4) >> 11 < fault->number;
	}
	return false;
}

static void notrace note(struct hit *hit, u64 count, unsigned int function, const char *place)
{
	hit->at_ns = ktime_get_mono_fast_ns();
	hit->count = count;
	hit->function = function;
	strscpy(hit->place, place, MAX_PLACE);
}

static void notrace show_hit(struct fault *fault, u64 count, unsigned int function, const char *place)
{
	u64 fired = atomic64_inc_return(&fault->fired);

	if (fired == 1)
		note(&fault->first, count, function, place);
	note(&fault->last, count, function, place);
	if (fired > MAX_SHOWN)
		return;
	/* The host reads these words (src/calls/call-lines.ts). printk may be called from everywhere, also from an NMI. */
	printk(KERN_INFO "qdt-calls: %s: call %llu of %s at %s fails%s\n", fault->id, count, function_name(function),
	       place, fired == MAX_SHOWN ? ", more is not shown" : "");
}

bool notrace call_fails(const char *module, unsigned int function, const char *place, struct failure *how)
{
	int i, count = smp_load_acquire(&fault_count);
	bool fails = false;

	for (i = 0; i < count; i++) {
		struct fault *fault = faults[i];
		u64 call;

		if (!smp_load_acquire(&fault->is_active) || fault->failures[function].kind == SUCCEEDS)
			continue;
		if (fault->module[0] && strcmp(fault->module, module))
			continue;
		call = atomic64_inc_return(&fault->counted);
		if (!is_hit(fault, call))
			continue;
		if (!fails)
			*how = fault->failures[function];
		fails = true;
		show_hit(fault, call, function, place);
	}
	return fails;
}

static void report_hit(struct seq_file *answer, const char *which, const struct hit *hit)
{
	seq_printf(answer, "%s %llu %llu %s %s\n", which, hit->at_ns / 1000, hit->count, function_name(hit->function),
		   hit->place);
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
		kvfree(faults[i]->failures);
		kfree(faults[i]);
	}
	fault_count = 0;
	kvfree(functions);
}
