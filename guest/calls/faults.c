// SPDX-License-Identifier: GPL-2.0-only
/* Which calls fail: the same triggers as the faults of devices (src/device/fault/trigger.ts). */
#include <linux/atomic.h>
#include <linux/ktime.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include "calls.h"

enum trigger { ALWAYS, NTH, FROM, EVERY, PROBABILITY, COUNT };

static const char *const trigger_names[] = { "always", "nth", "from", "every", "probability", "count" };

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
	case COUNT:
		return false;
	case PROBABILITY:
		/* The first four are left out, as in trigger.ts. */
		return random_number(fault->seed, count + 4) >> 11 < fault->number;
	}
	return false;
}

static void notrace note(struct hit *hit, u64 count, const struct place *place)
{
	hit->at_ns = ktime_get_mono_fast_ns();
	hit->count = count;
	hit->place = place;
}

static void notrace show_hit(struct fault *fault, u64 count, const struct place *place)
{
	u64 fired = atomic64_inc_return(&fault->fired);

	if (fired == 1)
		note(&fault->first, count, place);
	note(&fault->last, count, place);
	if (fired > MAX_SHOWN)
		return;
	/* The host reads these words (src/calls/call-lines.ts). printk may be called from everywhere, also from an NMI. */
	printk(KERN_INFO "qdt-calls: %s: call %llu of %s at %s fails%s\n", fault->id, count,
	       function_name(place->function), place->name, fired == MAX_SHOWN ? ", more is not shown" : "");
}

static bool notrace is_there(const struct fault *fault, const struct place *place)
{
	size_t length = strlen(fault->place);

	if (!length)
		return true;
	return !strncmp(place->name, fault->place, length) && (place->name[length] == '/' || place->name[length] == ' ');
}

static bool notrace is_about(const struct fault *fault, const char *module, const struct place *place)
{
	return fault->failures[place->function].kind != SUCCEEDS &&
	       (!fault->module[0] || !strcmp(fault->module, module)) && is_there(fault, place);
}

bool is_wanted(const char *module, const struct place *place)
{
	int i;

	for (i = 0; i < fault_count; i++)
		if (!faults[i]->was_cleared && is_about(faults[i], module, place))
			return true;
	return false;
}

static void notrace add_up(const struct fault *fault, u64 call, const struct place *place)
{
	struct tally *tally = fault->tallies ? &fault->tallies[place->number] : NULL;

	if (tally && atomic64_inc_return(&tally->reached) == 1)
		tally->first = call;
}

/* Whether this load was tried by the same process before, and failed because of a call at this place. */
static bool notrace is_tried_again(const struct fault *fault, const struct load *load, const struct place *place)
{
	return load->is_going_on && READ_ONCE(fault->again_at) == place && fault->again_for == load->loader;
}

bool notrace call_fails(const char *module, const struct load *load, const struct place *place, struct failure *how)
{
	int i, count = smp_load_acquire(&fault_count);
	bool fails = false;

	for (i = 0; i < count; i++) {
		struct fault *fault = faults[i];
		u64 call;

		if (!smp_load_acquire(&fault->is_active) || !is_about(fault, module, place))
			continue;
		call = atomic64_inc_return(&fault->counted);
		add_up(fault, call, place);
		if (!is_hit(fault, call) && !is_tried_again(fault, load, place))
			continue;
		if (!fails)
			*how = fault->failures[place->function];
		fails = true;
		show_hit(fault, call, place);
	}
	return fails;
}

static bool is_of(const struct fault *fault, const char *module)
{
	return !fault->module[0] || !strcmp(fault->module, module);
}

void begin_try(const char *module, enum attempt attempt)
{
	int i;

	for (i = 0; i < smp_load_acquire(&fault_count); i++)
		if (is_of(faults[i], module))
			faults[i]->fired_before[attempt] = atomic64_read(&faults[i]->fired);
}

static bool has_fired_in(const struct fault *fault, enum attempt attempt)
{
	return atomic64_read(&fault->fired) > fault->fired_before[attempt];
}

void refuse_probe(const char *module)
{
	int i;

	for (i = 0; i < smp_load_acquire(&fault_count); i++)
		if (is_of(faults[i], module) && has_fired_in(faults[i], PROBE))
			faults[i]->refusals[PROBE]++;
}

void end_load(const char *module, const struct load *load, bool is_loaded)
{
	int i;

	for (i = 0; i < fault_count; i++) {
		struct fault *fault = faults[i];

		if (is_loaded && fault->again_for == load->loader)
			WRITE_ONCE(fault->again_at, NULL);
		if (is_loaded || !is_of(fault, module) || !has_fired_in(fault, LOAD))
			continue;
		fault->refusals[LOAD]++;
		fault->again_for = load->loader;
		WRITE_ONCE(fault->again_at, fault->last.place);
	}
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
	kvfree(functions);
}
