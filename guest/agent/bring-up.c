#include "bring-up.h"

#include "kernel.h"
#include "notes.h"
#include "script.h"

static const char *const mounts[][2] = {
	{ "proc", "/proc" }, { "sysfs", "/sys" }, { "devtmpfs", "/dev" },   { "tmpfs", "/run" },
	{ "tmpfs", "/tmp" }, { NULL, "/dev/pts" }, { "devpts", "/dev/pts" }, { NULL, "/dev/shm" },
	{ NULL, "/run/qdt" }, { NULL, "/run/qdt/bin" },
};

/* Links that programs expect in /dev and devtmpfs does not create. */
static const char *const links[][2] = {
	{ "/proc/self/fd", "/dev/fd" },
	{ "fd/0", "/dev/stdin" },
	{ "fd/1", "/dev/stdout" },
	{ "fd/2", "/dev/stderr" },
};

void bring_up(void)
{
	const char *complaint;

	for (size_t place = 0; place < sizeof(mounts) / sizeof(*mounts); place++) {
		const char *type = mounts[place][0];

		if (type == NULL)
			sys_mkdir(mounts[place][1]);
		else
			sys_mount(type, mounts[place][1], type, MOUNT_SILENT, NULL);
	}
	for (size_t place = 0; place < sizeof(links) / sizeof(*links); place++)
		CALL(CALL_SYMLINKAT, links[place][0], CURRENT_DIRECTORY, links[place][1], 0, 0);
	NOTE("init started");
	complaint = run_script("load-modules", NULL, NULL, -1);
	if (complaint != NULL)
		NOTE(complaint);
}
