#include "script.h"

#include "children.h"
#include "kernel.h"
#include "text.h"

static char *const environment[] = { (char *)"PATH=/bin", NULL };
static const char *const busybox[] = { "/bin/busybox", NULL };

/* A file without a name, which nobody in the guest can take away. */
static int complaints(void)
{
	static int file = -1;

	if (file < 0)
		file = (int)CALL(CALL_MEMFD_CREATE, "complaints", 1, 0, 0, 0);
	CALL(CALL_FTRUNCATE, file, 0, 0, 0, 0);
	CALL(CALL_LSEEK, file, 0, 0, 0, 0);
	return file;
}

static const char *last_line(int file)
{
	static char bytes[1024];
	long end = CALL(CALL_LSEEK, file, 0, 1, 0, 0);
	long first = end < (long)sizeof(bytes) ? 0 : end - ((long)sizeof(bytes) - 1);
	long length;

	CALL(CALL_LSEEK, file, first, 0, 0, 0);
	length = sys_read(file, bytes, sizeof(bytes) - 1);
	while (length > 0 && bytes[length - 1] == '\n')
		length--;
	if (length <= 0)
		return "it did not say why";
	bytes[length] = 0;
	while (length > 0 && bytes[length - 1] != '\n')
		length--;
	return bytes + length;
}

static int null_device(void)
{
	static int null = -1;

	if (null < 0)
		null = (int)sys_open(CURRENT_DIRECTORY, "/dev/null", READ_WRITE);
	return null;
}

static void begin(struct child *child, const char *const *arguments, int port, int errors)
{
	struct program program = {
		.arguments = arguments,
		.paths = busybox,
		.environment = environment,
		.directory = "/",
		.input = port < 0 ? null_device() : port,
		.output = port < 0 ? null_device() : port,
		.errors = errors,
		.is_helper = true,
	};

	start(child, &program);
}

static int run(const char *const *arguments, int port, int errors)
{
	struct child child;

	begin(&child, arguments, port, errors);
	await(&child);
	return child.status;
}

const char *run_script(const char *script, const char *first, const char *second, int port)
{
	char path[64];
	struct text text = TEXT_OF(path);
	const char *const arguments[] = { "sh", path, first, second, NULL };
	int errors = complaints();

	ADD(&text, "/qdt/", script, ".sh");
	return run(arguments, port, errors) == 0 ? NULL : last_line(errors);
}

void begin_script(struct script *running, const char *script)
{
	char path[64];
	struct text text = TEXT_OF(path);
	const char *const arguments[] = { "sh", path, NULL };

	running->errors = complaints();
	ADD(&text, "/qdt/", script, ".sh");
	begin(&running->child, arguments, -1, running->errors);
}

const char *end_script(const struct script *ended)
{
	return ended->child.status == 0 ? NULL : last_line(ended->errors);
}

int run_tool(const char *const *arguments)
{
	return run(arguments, -1, null_device());
}
