// SPDX-License-Identifier: GPL-2.0-only
/* Which calls fail: the same triggers as the faults of devices (src/device/fault/trigger.ts). */
#include <linux/atomic.h>
#include <linux/ktime.h>
#include <linux/string.h>
#include "calls.h"
#include "fault.h"

/* As many lines as a reader wants to see; the counters go on. */
#define MAX_SHOWN 200

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
