#include "devices.h"

#include "children.h"
#include "clock.h"
#include "directory.h"
#include "paths.h"
#include "text.h"

enum { PATIENCE_MS = 10000, POLL_MS = 10, PATHS = 8 };

static uint64_t known;

static uint64_t count_entries(const char *path)
{
	struct directory directory;
	uint64_t count = 0;

	if (!open_directory(&directory, path))
		return 0;
	while (next_entry(&directory) != NULL)
		count++;
	close_directory(&directory);
	return count;
}

/*
 * The kernel shows a device here when drivers may have it. In /sys it does so before, while the device has no addresses
 * yet: a driver that is loaded then does not find it. Source: pci_bus_add_device in drivers/pci/bus.c.
 */
static uint64_t count_devices(void)
{
	struct directory buses;
	uint64_t count = 0;
	const char *bus;

	if (!open_directory(&buses, "/proc/bus/pci"))
		return 0;
	while ((bus = next_entry(&buses)) != NULL) {
		char path[64];
		struct text text = TEXT_OF(path);

		ADD(&text, "/proc/bus/pci/", bus);
		count += count_entries(path);
	}
	close_directory(&buses);
	return count;
}

void count_first_devices(void)
{
	known = count_devices();
}

const char *await_devices(char *count)
{
	static char words[96];
	struct text text = TEXT_OF(words);
	int64_t wanted = number_in(count);
	int64_t begun = milliseconds();

	if (wanted < 0)
		return "a count is a number";
	while (count_devices() < known + (uint64_t)wanted) {
		if (milliseconds() - begun > PATIENCE_MS) {
			ADD(&text, "found ");
			add_number(&text, count_devices() - known);
			ADD(&text, " of ", count, " plugged devices");
			return words;
		}
		pause_for(POLL_MS);
	}
	return NULL;
}

const char *await_path(char *arguments)
{
	int64_t patience = number_in(cut_word(&arguments));
	int64_t begun = milliseconds();
	char *paths[PATHS];
	size_t count = 0;

	while (*arguments != 0 && count < PATHS)
		paths[count++] = cut_word(&arguments);
	if (patience < 0 || count == 0)
		return "a time and a path are needed";
	for (;;) {
		for (size_t place = 0; place < count; place++)
			if (is_there(paths[place]))
				return NULL;
		if (milliseconds() - begun >= patience)
			return "the time is over";
		pause_for(POLL_MS);
	}
}
