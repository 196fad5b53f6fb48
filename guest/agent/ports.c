#include "ports.h"

#include "children.h"
#include "clock.h"
#include "directory.h"
#include "kernel.h"
#include "notes.h"
#include "text.h"

static const char class_directory[] = "/sys/class/virtio-ports";

/* Ports appear shortly after their driver. Under emulation "shortly" can take a while. */
enum { PATIENCE_MS = 10000, POLL_MS = 10 };

static bool is_named(const char *entry, const char *name)
{
	char path[128];
	char found[64] = "";
	struct text text = TEXT_OF(path);

	ADD(&text, class_directory, "/", entry, "/name");
	long length = read_file(path, found, sizeof(found) - 1);

	while (length > 0 && found[length - 1] == '\n')
		found[--length] = 0;
	return same(found, name);
}

/* Adds the path of the port's device node, when it is there. */
static bool find_port(const char *name, struct text *path)
{
	struct directory directory;
	const char *entry;
	bool is_found = false;

	if (!open_directory(&directory, class_directory))
		return false;
	while (!is_found && (entry = next_entry(&directory)) != NULL) {
		if (!is_named(entry, name))
			continue;
		is_found = true;
		ADD(path, "/dev/", entry);
	}
	close_directory(&directory);
	return is_found;
}

static bool wait_for_port(const char *name, struct text *path)
{
	struct directory directory;
	int64_t begun = milliseconds();
	/* The driver makes the directory when it is loaded. Without it, waiting is in vain. */
	bool has_driver = open_directory(&directory, class_directory);

	if (has_driver)
		close_directory(&directory);
	while (!find_port(name, path)) {
		if (!has_driver || milliseconds() - begun > PATIENCE_MS) {
			NOTE("no port named ", name);
			return false;
		}
		pause_for(POLL_MS);
	}
	return true;
}

int open_port(const char *name, int flags)
{
	char path[64];
	struct text text = TEXT_OF(path);

	if (!wait_for_port(name, &text))
		return -1;
	/* The node comes a moment after the name. */
	for (int64_t begun = milliseconds();;) {
		int port = (int)sys_open(CURRENT_DIRECTORY, path, flags | NO_TERMINAL);

		if (port >= 0 || milliseconds() - begun > PATIENCE_MS)
			return port;
		pause_for(POLL_MS);
	}
}

void publish_port(const char *name, const char *path)
{
	char line[64];
	struct text text = TEXT_OF(line);
	int file;

	if (!wait_for_port(name, &text))
		return;
	ADD(&text, "\n");
	file = (int)sys_open(CURRENT_DIRECTORY, path, WRITE_ONLY | CREATE | TRUNCATE);
	if (file < 0)
		return;
	sys_write(file, line, text.length);
	sys_close(file);
}
