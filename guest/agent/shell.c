#include "shell.h"

#include "children.h"
#include "commands.h"
#include "environment.h"
#include "events.h"
#include "folder.h"
#include "host.h"
#include "kernel.h"
#include "output.h"
#include "script.h"
#include "text.h"

enum { LOOK_MS = 1000, OPEN_MS = 100, DRAIN_MS = 10000 };

static const char *const paths[] = { "/bin/bash", "/bin/sh", NULL };
static const char *const arguments_of_shell[] = { "sh", NULL };
static int console = -1;

/* The host's commands are handled meanwhile. */
static void await_shell(const struct child *child)
{
	char *line;

	while (!child->has_ended) {
		await_host(LOOK_MS);
		while (!child->has_ended && (line = next_line()) != NULL)
			obey(line);
	}
}

static void tell_status(const struct child *child)
{
	char status[24];
	struct text text = TEXT_OF(status);

	add_number(&text, (uint64_t)child->status);
	SAY("end shell ", status);
}

/* In the folder, with the stages' environment and without the agent's ports. */
static void start_shell(struct child *child, int input, int output)
{
	struct program program = {
		.arguments = arguments_of_shell,
		.paths = paths,
		.environment = environment(),
		.root = stage_root(),
		.directory = folder_path(),
		.input = input,
		.output = output,
		.errors = output,
		.has_terminal = input == output,
	};

	SAY("begin shell");
	start(child, &program);
}

static const char *run_on_console(char *arguments)
{
	char path[64];
	struct text text = TEXT_OF(path);
	const char *const sane[] = { "stty", "-F", path, "sane", NULL };
	struct child child;

	ADD(&text, "/dev/", cut_word(&arguments));
	run_tool(sane);
	console = (int)sys_open(CURRENT_DIRECTORY, path, READ_WRITE | NO_TERMINAL);
	if (console < 0)
		return "there is no such console";
	resize_shell(arguments);
	start_shell(&child, console, console);
	await_shell(&child);
	sys_close(console);
	console = -1;
	/* It waits until all output has been written. */
	run_tool(sane);
	tell_status(&child);
	return NULL;
}

static const char *run_on_pipe(void)
{
	int place = output_of("run");
	int output = begin_output(place);
	struct child child;

	if (output < 0)
		return "there is no pipe for its output";
	start_shell(&child, files_port(), output);
	sys_close(output);
	await_shell(&child);
	drain_output(place, OPEN_MS, DRAIN_MS);
	tell_status(&child);
	return NULL;
}

const char *run_shell(char *arguments)
{
	return same(cut_word(&arguments), "terminal") ? run_on_console(arguments) : run_on_pipe();
}

const char *resize_shell(char *arguments)
{
	int64_t rows = number_in(cut_word(&arguments));
	int64_t columns = number_in(arguments);
	struct terminal_size size = { .rows = (uint16_t)rows, .columns = (uint16_t)columns };

	if (rows < 0 || columns < 0)
		return "a size is two numbers";
	return sys_ioctl(console, SET_TERMINAL_SIZE, &size) < 0 ? "there is no terminal" : NULL;
}
