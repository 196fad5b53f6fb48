#include "stage.h"

#include "children.h"
#include "environment.h"
#include "events.h"
#include "folder.h"
#include "host.h"
#include "kernel.h"
#include "notes.h"
#include "output.h"
#include "text.h"

enum {
	BEAT_MS = 1000,
	/* So long the agent waits for a background process that has a stage's output open. It may go on later. */
	OPEN_MS = 100,
	/* So long the host may take for what a program has written. */
	DRAIN_MS = 10000,
};

/* In a session of its own, with an environment that contains only our variables, and without the agent's ports. */
static void start_stage(struct child *child, const char *stage, int output)
{
	char path[64];
	struct text text = TEXT_OF(path);
	const char *const arguments[] = { path, NULL };
	struct program program = {
		.arguments = arguments,
		.paths = arguments,
		.environment = environment(),
		.root = stage_root(),
		.directory = folder_path(),
		.input = (int)sys_open(CURRENT_DIRECTORY, "/dev/null", READ_ONLY | NO_TERMINAL | NONBLOCKING),
		.output = output,
		.errors = output,
	};

	ADD(&text, "./", stage);
	start(child, &program);
	sys_close(program.input);
	sys_close(output);
}

/* The beat comes from the process that knows the end: if it stops, the guest has stopped. */
static void beat_until_ended(const struct child *child)
{
	int64_t next = milliseconds() + BEAT_MS;
	uint64_t beats = 0;

	while (!child->has_ended) {
		int64_t left = next - milliseconds();

		if (left > 0) {
			handle_events(left);
			continue;
		}
		char number[24];
		struct text text = TEXT_OF(number);

		add_number(&text, ++beats);
		SAY("beat ", number);
		next += BEAT_MS;
		if (next < milliseconds())
			next = milliseconds() + BEAT_MS;
		reap();
	}
}

const char *run_stage(char *name)
{
	struct child child;
	char status[24];
	struct text text = TEXT_OF(status);
	int place = output_of(name);
	int output = place < 0 ? -1 : begin_output(place);

	if (output < 0)
		return place < 0 ? "unknown stage" : "there is no pipe for its output";
	NOTE("stage ", name, " begins");
	SAY("begin ", name);
	start_stage(&child, name, output);
	beat_until_ended(&child);
	drain_output(place, OPEN_MS, DRAIN_MS);
	add_number(&text, (uint64_t)child.status);
	NOTE("stage ", name, " ended with ", status);
	SAY("end ", name, " ", status);
	return NULL;
}
