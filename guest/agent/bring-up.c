#include "bring-up.h"

#include "artifacts.h"
#include "directory.h"
#include "image.h"
#include "kernel.h"
#include "notes.h"
#include "script.h"
#include "text.h"
#include "tune.h"

static const struct {
	/* NULL: only the directory. */
	const char *type;
	const char *place;
	const char *options;
} mounts[] = {
	{ "proc", "/proc", NULL },
	{ "sysfs", "/sys", NULL },
	{ "devtmpfs", "/dev", NULL },
	{ "tmpfs", "/run", NULL },
	{ "tmpfs", "/tmp", NULL },
	{ "tmpfs", "/test", "mode=755" },
	{ NULL, "/test/artifacts", NULL },
	{ NULL, "/test/logs", NULL },
	{ NULL, "/test/modules", NULL },
	{ NULL, "/dev/pts", NULL },
	{ "devpts", "/dev/pts", NULL },
	{ NULL, "/dev/shm", NULL },
	{ NULL, "/run/qdt", NULL },
	{ NULL, "/run/qdt/bin", NULL },
};

/*
 * Links that programs expect in /dev and devtmpfs does not create, and the program that the kernel calls when it wants
 * a module. While the kernel starts, that is not there: its built-in parts ask for modules that nobody has, and each
 * answer would cost a shell.
 */
static const char *const links[][2] = {
	{ "/proc/self/fd", "/dev/fd" },
	{ "fd/0", "/dev/stdin" },
	{ "fd/1", "/dev/stdout" },
	{ "fd/2", "/dev/stderr" },
	{ "/bin/modprobe", "/sbin/modprobe" },
};

/* What follows NAME on the kernel's command line; NULL: it is not there. */
static char *parameter(char *line, const char *name)
{
	while (*line != 0) {
		char *word = cut_word(&line);
		const char *rest = name;

		while (*rest != 0 && *word == *rest) {
			word++;
			rest++;
		}
		if (*rest == 0)
			return word;
	}
	return NULL;
}

/* What follows NAME on the command line of the kernel; it is valid until the next call. */
static char *kernel_parameter(const char *name)
{
	static char line[4096];

	line[read_file("/proc/cmdline", line, sizeof(line) - 1)] = 0;
	return parameter(line, name);
}

/* The settings that most tests want are there when the machine is saved. What is set again costs each clone time. */
static void tune_from_command_line(void)
{
	char *settings = kernel_parameter("qdt.tune=");

	if (settings == NULL)
		return;
	for (char *place = settings; *place != 0; place++)
		if (*place == ',' || *place == '\n')
			*place = ' ';
	tune(settings);
}

void bring_up(void)
{
	const char *complaint;

	for (size_t place = 0; place < sizeof(mounts) / sizeof(*mounts); place++) {
		const char *type = mounts[place].type;

		if (type == NULL)
			sys_mkdir(CURRENT_DIRECTORY, mounts[place].place);
		else
			sys_mount(type, mounts[place].place, type, MOUNT_SILENT, mounts[place].options);
	}
	for (size_t place = 0; place < sizeof(links) / sizeof(*links); place++)
		CALL(CALL_SYMLINKAT, links[place][0], CURRENT_DIRECTORY, links[place][1], 0, 0);
	NOTE("init started");
	complaint = run_script("load-modules", NULL, NULL, -1);
	if (complaint != NULL)
		NOTE(complaint);
	tune_from_command_line();
	if (kernel_parameter("qdt.init=image") != NULL)
		start_image();
	else
		watch_artifacts();
}
