/*
 * Emulated code is slow when it runs for the first time in an emulator. Where many machines come from one process of
 * the emulator, that process has done a test before: this one. It is not to change the guest for the tests that follow.
 * So a child of the agent does it, with its own memory, and with mounts of its own that end with it. The random pool,
 * the clock and the numbers of processes are the same for all processes; the first two are set anew for each test.
 */
#include "rehearsal.h"

#include "children.h"
#include "folder.h"
#include "host.h"
#include "kernel.h"
#include "notes.h"

static bool is_child;

static const char *leave_root(void)
{
	if (CALL(CALL_UNSHARE, NEW_MOUNTS, 0, 0, 0, 0) < 0 ||
	    sys_mount(NULL, "/", NULL, MOUNT_PRIVATE | MOUNT_AND_BELOW, NULL) < 0 ||
	    sys_mount("tmpfs", "/test", "tmpfs", MOUNT_SILENT, "mode=755") < 0)
		return "there are no mounts of its own";
	make_parts();
	return NULL;
}

/* The child reads what the host says, and the agent waits for its end. */
const char *rehearse(char *arguments)
{
	int status = 0;
	long child;

	(void)arguments;
	NOTE("a rehearsal begins");
	child = CALL(CALL_CLONE, CHILD_SIGNAL, 0, 0, 0, 0);
	if (child == 0) {
		is_child = true;
		return leave_root();
	}
	while (child > 0 && CALL(CALL_WAIT4, child, &status, 0, 0, 0) != child)
		continue;
	reap();
	forget_heard();
	NOTE("the rehearsal is over");
	if (child < 0 || status != 0)
		return "the child failed";
	SAY("ok rehearsed");
	return NULL;
}

const char *end_rehearsal(char *arguments)
{
	(void)arguments;
	if (is_child)
		CALL(CALL_EXIT_GROUP, 0, 0, 0, 0, 0);
	return "there is none";
}
