#include "memory.h"

#include "kernel.h"
#include "text.h"

enum { MOST_AREAS = 4096, LINE_BYTES = 8192 };

static struct area {
	uintptr_t begin;
	uintptr_t end;
} areas[MOST_AREAS];
static int area_count;

/*
 * `BEGIN-END rw-p OFFSET DEVICE INODE NAME`: writable memory that is shared (`s`) would be written to by all copies.
 * Source: Linux, Documentation/filesystems/proc.rst.
 */
static bool take_line(const char *line)
{
	const char *rest;
	uintptr_t begin = number_in(line, 16, &rest);
	uintptr_t end = number_in(rest + 1, 16, &rest);

	if (rest[2] == 'w' && rest[4] == 's')
		return false;
	if (area_count < MOST_AREAS)
		areas[area_count++] = (struct area){ .begin = begin, .end = end };
	return area_count < MOST_AREAS;
}

static bool take_lines(int file)
{
	static char held[LINE_BYTES];
	size_t length = 0;
	bool is_good = true;
	long more;

	while ((more = sys_read(file, held + length, sizeof(held) - length)) > 0) {
		size_t begin = 0;

		length += (size_t)more;
		for (size_t place = 0; place < length; place++) {
			if (held[place] != '\n')
				continue;
			held[place] = 0;
			is_good = take_line(held + begin) && is_good;
			begin = place + 1;
		}
		for (size_t place = begin; place < length; place++)
			held[place - begin] = held[place];
		length -= begin;
	}
	return is_good && more == 0;
}

const char *survey_memory(void)
{
	int maps = sys_open("/proc/self/maps", READ_ONLY);
	bool is_good;

	area_count = 0;
	is_good = take_lines(maps);
	sys_close(maps);
	if (!is_good)
		return "copies would share memory";
	/* Fails for memory of the kernel's, which every process has. */
	for (int place = 0; place < area_count; place++)
		CALL(CALL_MADVISE, areas[place].begin, areas[place].end - areas[place].begin, COPIED_BY_FORK, 0, 0);
	return NULL;
}
