#include "commands.h"

#include "artifacts.h"
#include "clients.h"
#include "clock.h"
#include "devices.h"
#include "environment.h"
#include "folder.h"
#include "host.h"
#include "image.h"
#include "kernel.h"
#include "notes.h"
#include "output.h"
#include "power.h"
#include "random.h"
#include "rehearsal.h"
#include "script.h"
#include "shell.h"
#include "stage.h"
#include "tell.h"
#include "text.h"
#include "tune.h"

static const char *begin_session(char *token)
{
	set_token(token);
	return NULL;
}

static const char *seed(char *seed)
{
	return seed_random(seed) < 0 ? "the kernel does not reseed" : NULL;
}

static const char *clock(char *seconds)
{
	return set_clock(number_in(seconds)) < 0 ? "cannot set the clock" : NULL;
}

/* Two scans of all memory. */
static const char *scan_for_leaks(char *arguments)
{
	(void)arguments;
	return run_script("leaks", NULL, NULL, -1);
}

/* The registers of the devices that the machine's device tree names. */
static const char *switch_on(char *arguments)
{
	const char *address = cut_word(&arguments);

	return run_script("switch-on", address, arguments, -1);
}

/* A test that has left what nobody will see must not pass. */
static void tell_misplaced(void)
{
	const char *complaint = misplaced_artifacts();

	if (complaint != NULL)
		SAY("failed folder ", complaint);
}

/* The mark is the last of us in the kernel's log, so whoever has read it has read all that the kernel said before. */
static const char *rest(char *mark)
{
	char line[512];
	struct text text = TEXT_OF(line);

	drain_outputs();
	tell_misplaced();
	NOTE("the test is over: ", mark);
	ADD(&text, "done");
	add_sent(&text);
	SAY(line);
	return NULL;
}

static const char *finish(char *arguments)
{
	(void)arguments;
	drain_outputs();
	tell_misplaced();
	SAY("done");
	NOTE("power off");
	power_off();
}

static bool is_unprepared;

/* The host asks for the first stage before it knows that all before was done. */
static const char *run_stage_if_prepared(char *name)
{
	return is_unprepared ? "the guest is not prepared" : run_stage(name);
}

static const struct command {
	const char *name;
	/* Returns NULL, or why it was not done. */
	const char *(*obey)(char *arguments);
	/* It says itself that it was done, or needs not say it. */
	bool speaks;
	/* Without it no stage runs as it should. */
	bool prepares;
} commands[] = {
	{ "rehearse", rehearse, true, true },
	{ "rehearsed", end_rehearsal, true, false },
	{ "session", begin_session, false, true },
	{ "seed", seed, false, true },
	{ "clock", clock, false, true },
	{ "tune", tune, false, true },
	{ "tell", tell, false, false },
	{ "env", add_variable, true, true },
	{ "root", choose_root, false, true },
	{ "machine-id", set_machine_id, false, true },
	{ "devices", await_devices, false, false },
	{ "found", await_path, false, false },
	{ "i2c-new", new_client, false, false },
	{ "switch-on", switch_on, false, false },
	{ "folder", bring_folder, false, true },
	{ "logs", keep_logs, false, true },
	{ "stage", run_stage_if_prepared, true, false },
	{ "leaks", scan_for_leaks, false, false },
	{ "collect", collect_artifacts, false, false },
	{ "rest", rest, true, false },
	{ "finish", finish, true, false },
	{ "shell", run_shell, true, false },
	{ "size", resize_shell, false, false },
	{ "late", image_is_late, true, false },
};

static const struct command *command_of(const char *name)
{
	for (size_t place = 0; place < sizeof(commands) / sizeof(*commands); place++)
		if (same(commands[place].name, name))
			return &commands[place];
	return NULL;
}

void obey(char *line)
{
	const char *name = cut_word(&line);
	const struct command *command = command_of(name);
	const char *complaint = command == NULL ? "unknown command" : command->obey(line);

	is_unprepared = is_unprepared || (complaint != NULL && command != NULL && command->prepares);
	if (complaint != NULL)
		SAY("failed ", name, " ", complaint);
	else if (!command->speaks)
		SAY("ok ", name);
}
