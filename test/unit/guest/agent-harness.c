/*
 * The agent without a guest: its ports are descriptors of a test (3: control, 4: files, 5 to 9: the outputs), and its
 * folder is the directory in which it was started.
 */
#include "children.h"
#include "commands.h"
#include "events.h"
#include "folder.h"
#include "host.h"
#include "kernel.h"
#include "output.h"
#include "notes.h"
#include "ports.h"
#include "power.h"
#include "receive.h"
#include "text.h"

DEFINE_START
_Noreturn void agent(void);

void note_all(const char *const *parts)
{
	(void)parts;
}

/* This is the machine of whoever runs the tests. */
void power_off(void)
{
	for (;;)
		CALL(CALL_EXIT_GROUP, 77, 0, 0, 0, 0);
}

int open_port(const char *name, int flags)
{
	static int next = 3;
	int port = next++;

	(void)name;
	CALL(CALL_FCNTL, port, SET_FILE_FLAGS, flags, 0, 0);
	CALL(CALL_FCNTL, port, SET_DESCRIPTOR_FLAGS, 1, 0, 0);
	return port;
}

void publish_port(const char *name, const char *path)
{
	(void)name;
	(void)path;
}

const char *stage_root(void)
{
	return NULL;
}

void make_parts(void)
{
}

const char *folder_path(void)
{
	return ".";
}

const char *choose_root(char *arguments)
{
	(void)arguments;
	return NULL;
}

const char *set_machine_id(char *id)
{
	(void)id;
	return NULL;
}

const char *bring_folder(char *arguments)
{
	if (!same(cut_word(&arguments), "sent"))
		return "this is no guest";
	return receive_files(".", number_in(cut_word(&arguments)));
}

const char *keep_logs(char *arguments)
{
	(void)arguments;
	return keep_outputs("logs") < 0 ? "there is no directory" : NULL;
}

const char *collect_artifacts(char *arguments)
{
	(void)arguments;
	return NULL;
}

void agent(void)
{
	char *line;

	watch_children();
	open_ports();
	announce(NULL);
	for (;;) {
		while ((line = next_line()) != NULL)
			obey(line);
		await_host(-1);
	}
}
