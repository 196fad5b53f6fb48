#include "devices.h"

#include "children.h"
#include "clock.h"
#include "directory.h"
#include "text.h"

enum { PATIENCE_MS = 10000, POLL_MS = 10 };

static uint64_t known;

static uint64_t count_devices(void)
{
	struct directory directory;
	uint64_t count = 0;

	if (!open_directory(&directory, "/sys/bus/pci/devices"))
		return 0;
	while (next_entry(&directory) != NULL)
		count++;
	close_directory(&directory);
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
