#include "children.h"

#include "events.h"
#include "kernel.h"
#include "text.h"

DEFINE_CLONE_ON
long clone_on(void *stack_end, void (*run)(void *), void *argument);

static int events = -1;
static struct child *running;

void watch_children(void)
{
	uint64_t wanted = UINT64_C(1) << (CHILD_SIGNAL - 1);

	CALL(CALL_SIGNAL_MASK, BLOCK_SIGNALS, &wanted, 0, sizeof(wanted), 0);
	events = (int)CALL(CALL_SIGNALFD4, -1, &wanted, sizeof(wanted), NONBLOCKING | CLOSE_ON_EXEC, 0);
}

int child_events(void)
{
	return events;
}

static int exit_status(int status)
{
	int signal = status & 0x7f;

	return signal == 0 ? (status >> 8) & 0xff : 128 + signal;
}

static void remember_end(long pid, int status)
{
	for (struct child **link = &running; *link != NULL; link = &(*link)->next) {
		struct child *child = *link;

		if (child->pid != pid)
			continue;
		child->status = exit_status(status);
		child->has_ended = true;
		*link = child->next;
		return;
	}
}

void reap(void)
{
	char signals[4 * 128];
	long pid;
	int status;

	/* What is read says only that somebody has ended. */
	sys_read(events, signals, sizeof(signals));
	while ((pid = CALL(CALL_WAIT4, -1, &status, NO_HANG, 0, 0)) > 0)
		remember_end(pid, status);
}

static const char *reason_of(long error)
{
	switch (-error) {
	case NO_ENTRY:
		return "No such file or directory";
	case NO_ACCESS:
		return "Permission denied";
	case NOT_EXECUTABLE:
		return "Exec format error";
	default:
		return NULL;
	}
}

static void complain(const char *what, long error)
{
	char line[256];
	struct text text = TEXT_OF(line);
	const char *reason = reason_of(error);

	ADD(&text, "qdt: cannot start ", what, ": ");
	if (reason != NULL)
		ADD(&text, reason, "\n");
	else {
		ADD(&text, "error ");
		add_number(&text, (uint64_t)-error);
		ADD(&text, "\n");
	}
	sys_write(2, line, text.length);
}

static void take(int descriptor, int place)
{
	/* One that is its own place already only has to survive. */
	if (CALL(CALL_DUP3, descriptor, place, 0, 0, 0) < 0 && descriptor == place)
		CALL(CALL_FCNTL, descriptor, SET_DESCRIPTOR_FLAGS, 0, 0, 0);
}

/* A file without a first line that names its interpreter is a script of the shell, as everywhere. */
static long become(const struct program *program)
{
	long error = -NO_ENTRY;

	for (const char *const *path = program->paths; *path != NULL; path++) {
		error = CALL(CALL_EXECVE, *path, program->arguments, program->environment, 0, 0);
		if (error == -NOT_EXECUTABLE) {
			const char *const arguments[] = { "/bin/sh", *path, NULL };

			error = CALL(CALL_EXECVE, "/bin/sh", arguments, program->environment, 0, 0);
		}
	}
	return error;
}

/* In the child, which shares the agent's memory and must not change it. All ports are closed by its execve(). */
static void run_child(void *argument)
{
	const struct program *program = argument;
	uint64_t no_signals = 0;
	long error = 0;

	CALL(CALL_SIGNAL_MASK, SET_SIGNALS, &no_signals, 0, sizeof(no_signals), 0);
	if (!program->is_helper)
		CALL(CALL_SETSID, 0, 0, 0, 0, 0);
	take(program->input, 0);
	take(program->output, 1);
	take(program->errors, 2);
	if (program->has_terminal)
		sys_ioctl(0, SET_CONTROLLING_TERMINAL, (const void *)1);
	if (program->root != NULL)
		error = CALL(CALL_CHROOT, program->root, 0, 0, 0, 0);
	if (error == 0)
		error = CALL(CALL_CHDIR, program->directory, 0, 0, 0, 0);
	if (error == 0)
		error = become(program);
	complain(program->arguments[0], error);
	CALL(CALL_EXIT_GROUP, error == -NO_ENTRY ? 127 : 126, 0, 0, 0, 0);
}

void start(struct child *child, const struct program *program)
{
	static _Alignas(16) char stack[8192];
	long pid;

	pid = clone_on(stack + sizeof(stack), run_child, (void *)program);
	*child = (struct child){ .pid = pid, .has_ended = pid < 0, .status = 126, .next = running };
	if (pid >= 0)
		running = child;
}

void pause_for(int64_t durationMs)
{
	int64_t end = milliseconds() + durationMs;

	for (int64_t left = durationMs; left > 0; left = end - milliseconds())
		handle_events(left);
}

void await(struct child *child)
{
	while (!child->has_ended)
		handle_events(1000);
}
