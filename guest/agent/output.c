#include "output.h"

#include "events.h"
#include "ports.h"

/* The port takes as long for 1 KiB as for 32 KiB, so output is collected while it is busy. */
enum {
	BUFFER_BYTES = 32768,
	/* Of all files together: they take the guest's memory. */
	KEPT_BYTES = 8 * 1024 * 1024,
	/* So long the host may take for what background processes have written until the end. */
	LAST_MS = 2000,
};

static struct output {
	const char *const stage;
	const char *const port_name;
	const char *const file_name;
	int port;
	/* The end to read from; -1: everything has been read. */
	int pipe;
	int file;
	size_t first;
	size_t end;
	/* What the port has taken, and that with what it never will. */
	uint64_t sent;
	uint64_t done;
	/* The port is open here, and the host does not have it, as for a moment after a suspend. */
	bool is_deaf;
	char *bytes;
} outputs[OUTPUTS] = {
	{ .stage = "suite-setup", .port_name = "qdt.log.suite-setup", .file_name = "suite-setup.log" },
	{ .stage = "setup", .port_name = "qdt.log.setup", .file_name = "setup.log" },
	{ .stage = "run", .port_name = "qdt.log.run", .file_name = "run.log" },
	{ .stage = "teardown", .port_name = "qdt.log.teardown", .file_name = "teardown.log" },
	{ .stage = "suite-teardown", .port_name = "qdt.log.suite-teardown", .file_name = "suite-teardown.log" },
};

static char buffers[OUTPUTS][BUFFER_BYTES];

/* The directory for files; -1: nobody will read them. */
static int kept = -1;
static size_t kept_bytes;

void open_outputs(void)
{
	for (int place = 0; place < OUTPUTS; place++) {
		outputs[place].port = open_port(outputs[place].port_name, WRITE_ONLY | NONBLOCKING);
		outputs[place].bytes = buffers[place];
		outputs[place].pipe = -1;
		outputs[place].file = -1;
	}
}

int output_of(const char *stage)
{
	for (int place = 0; place < OUTPUTS; place++)
		if (same(outputs[place].stage, stage))
			return place;
	return -1;
}

long keep_outputs(const char *directory)
{
	kept = (int)sys_open(CURRENT_DIRECTORY, directory, READ_ONLY | DIRECTORY);
	return kept;
}

static void close_once(int *descriptor)
{
	if (*descriptor >= 0)
		sys_close(*descriptor);
	*descriptor = -1;
}

/* A test may have put anything in the file's place. */
static int open_file(const char *name)
{
	return (int)sys_open(kept, name, WRITE_ONLY | CREATE | TRUNCATE | NO_FOLLOW | NONBLOCKING | NO_TERMINAL);
}

int begin_output(int place)
{
	struct output *output = &outputs[place];
	int ends[2];
	long error = CALL(CALL_PIPE2, ends, CLOSE_ON_EXEC, 0, 0, 0);

	if (error < 0)
		return (int)error;
	close_once(&output->pipe);
	close_once(&output->file);
	CALL(CALL_FCNTL, ends[0], SET_FILE_FLAGS, NONBLOCKING, 0, 0);
	output->pipe = ends[0];
	if (kept >= 0)
		output->file = open_file(output->file_name);
	return ends[1];
}

static bool is_empty(const struct output *output)
{
	return output->first == output->end;
}

/* A port that was torn away takes nothing any more, and what is meant for it is lost. */
static void empty(struct output *output, bool isWritable)
{
	size_t left = output->end - output->first;
	long length = sys_write(output->port, output->bytes + output->first, left);

	output->is_deaf = length == -TRY_AGAIN && !isWritable;
	if (length == -TRY_AGAIN)
		return;
	if (length > 0)
		output->sent += (size_t)length;
	else
		length = (long)left;
	output->first += (size_t)length;
	output->done += (size_t)length;
}

static void fill(struct output *output)
{
	long length = sys_read(output->pipe, output->bytes, BUFFER_BYTES);

	if (length == -TRY_AGAIN)
		return;
	if (length <= 0) {
		close_once(&output->pipe);
		close_once(&output->file);
		return;
	}
	output->first = 0;
	output->end = (size_t)length;
	if (output->file >= 0 && kept_bytes + output->end <= KEPT_BYTES) {
		kept_bytes += output->end;
		sys_write(output->file, output->bytes, output->end);
	}
}

void await_output(int place, struct poll_entry *entry)
{
	const struct output *output = &outputs[place];

	if (output->is_deaf)
		*entry = (struct poll_entry){ .descriptor = -1 };
	else if (is_empty(output))
		*entry = (struct poll_entry){ .descriptor = output->pipe, .wanted = READABLE };
	else
		*entry = (struct poll_entry){ .descriptor = output->port, .wanted = WRITABLE };
}

void pass_on(int place, int found)
{
	struct output *output = &outputs[place];

	if (is_empty(output)) {
		if (output->pipe < 0)
			return;
		fill(output);
		found = WRITABLE;
	}
	if (!is_empty(output))
		empty(output, (found & WRITABLE) != 0);
}

bool is_deaf(int place)
{
	return outputs[place].is_deaf;
}

/* What has been written and not been passed on. */
static uint64_t waiting(const struct output *output)
{
	int inPipe = 0;

	if (output->pipe >= 0)
		sys_ioctl(output->pipe, BYTES_TO_READ, &inPipe);
	return output->end - output->first + (uint64_t)inPipe;
}

void drain_output(int place, int64_t openMs, int64_t mostMs)
{
	struct output *output = &outputs[place];
	uint64_t owed;
	int64_t begun;

	pass_on(place, WRITABLE);
	if (output->pipe < 0 && is_empty(output))
		return;
	owed = output->done + waiting(output);
	begun = milliseconds();
	for (int64_t passed = 0; passed < mostMs; passed = milliseconds() - begun) {
		bool isOpen = output->pipe >= 0;

		if (output->done >= owed && (!isOpen || passed >= openMs))
			return;
		if (!isOpen && is_empty(output))
			return;
		handle_events(passed < openMs ? openMs - passed : mostMs - passed);
	}
}

void drain_outputs(void)
{
	for (int place = 0; place < OUTPUTS; place++)
		drain_output(place, 0, LAST_MS);
}

void add_sent(struct text *text)
{
	for (int place = 0; place < OUTPUTS; place++) {
		if (outputs[place].sent == 0)
			continue;
		ADD(text, " ", outputs[place].stage, "=");
		add_number(text, outputs[place].sent);
	}
}
