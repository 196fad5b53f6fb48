#include "events.h"

#include "children.h"
#include "host.h"
#include "kernel.h"
#include "output.h"

/* What no event tells of is found by looking: ends of children in a kernel without signalfd, a host that is back. */
enum { LOOK_MS = 50, OWN_ENTRIES = 3 };

static int watched = -1;
static void (*act_on_watched)(void);

void watch_descriptor(int descriptor, void (*act)(void))
{
	watched = descriptor;
	act_on_watched = act;
}

static bool must_look(void)
{
	bool isDeaf = false;

	for (int place = 0; place < OUTPUTS; place++)
		isDeaf = isDeaf || is_deaf(place);
	return isDeaf || child_events() < 0;
}

static void wait(int control, int64_t mostMs)
{
	struct poll_entry entries[OWN_ENTRIES + OUTPUTS] = {
		{ .descriptor = child_events(), .wanted = READABLE },
		{ .descriptor = control, .wanted = READABLE },
		{ .descriptor = watched, .wanted = READABLE },
	};
	bool mustLook = must_look();
	struct time most;

	if (mustLook && (mostMs < 0 || mostMs > LOOK_MS))
		mostMs = LOOK_MS;
	most = (struct time){ .seconds = mostMs / 1000, .nanoseconds = mostMs % 1000 * 1000000 };
	for (int place = 0; place < OUTPUTS; place++)
		await_output(place, &entries[OWN_ENTRIES + place]);
	CALL(CALL_PPOLL, entries, OWN_ENTRIES + OUTPUTS, mostMs < 0 ? NULL : &most, 0, 0);
	for (int place = 0; place < OUTPUTS; place++)
		if (entries[OWN_ENTRIES + place].found != 0 || is_deaf(place))
			pass_on(place, entries[OWN_ENTRIES + place].found);
	if (entries[0].found != 0 || mustLook)
		reap();
	if (entries[2].found != 0)
		act_on_watched();
}

void handle_events(int64_t mostMs)
{
	wait(-1, mostMs < 0 ? 0 : mostMs);
}

void await_host(int64_t mostMs)
{
	wait(control_port(), mostMs);
}
