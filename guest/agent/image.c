#include "image.h"

#include "children.h"
#include "commands.h"
#include "directory.h"
#include "events.h"
#include "host.h"
#include "kernel.h"
#include "notes.h"
#include "power.h"
#include "script.h"
#include "text.h"

/* What start-image.sh and await-image.sh tell each other is in this directory. The pipe wakes the one that waits. */
static const char sign[] = "/run/qdt/image/how";
static const char pipe_path[] = "/run/qdt/image/up";

bool image_is_starting(void)
{
	char bytes[1];

	return read_file(sign, bytes, sizeof(bytes)) > 0;
}

void start_image(void)
{
	const char *const arguments[] = { "sh", "/qdt/start-image.sh", NULL };
	const char *const environment[] = { "PATH=/bin", NULL };
	uint64_t no_signals = 0;

	CALL(CALL_SIGNAL_MASK, SET_SIGNALS, &no_signals, 0, sizeof(no_signals), 0);
	CALL(CALL_EXECVE, "/bin/busybox", arguments, environment, 0, 0);
	NOTE("the image cannot be started");
	power_off();
}

/* The host may say meanwhile that it is late. */
const char *await_image(void)
{
	struct script script;
	char *line;

	if (!image_is_starting())
		return NULL;
	begin_script(&script, "await-image");
	while (!script.child.has_ended) {
		await_host(-1);
		while (!script.child.has_ended && (line = next_line()) != NULL)
			obey(line);
	}
	return end_script(&script);
}

const char *image_is_late(char *arguments)
{
	int file = (int)sys_open(CURRENT_DIRECTORY, pipe_path, READ_WRITE | NONBLOCKING);

	(void)arguments;
	if (file < 0)
		return NULL;
	sys_write(file, "late\n", 5);
	sys_close(file);
	return NULL;
}
