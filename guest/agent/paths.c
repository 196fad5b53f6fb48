#include "paths.h"

#include "directory.h"
#include "kernel.h"
#include "text.h"

enum { PATH_ONLY = 010000000, NAMES = 16 };

static bool is_plain(const char *name)
{
	while (*name != 0 && *name != '*')
		name++;
	return *name == 0;
}

/* Goes back to the last star only, because an earlier one can take no more than that one does. */
static bool fits(const char *name, const char *pattern)
{
	const char *after_star = NULL;
	const char *resumed = NULL;

	while (*name != 0) {
		if (*pattern == '*') {
			after_star = ++pattern;
			resumed = name;
		} else if (*pattern == *name) {
			pattern++;
			name++;
		} else if (after_star != NULL) {
			pattern = after_star;
			name = ++resumed;
		} else {
			return false;
		}
	}
	while (*pattern == '*')
		pattern++;
	return *pattern == 0;
}

static bool exists(const char *path)
{
	long file = sys_open(CURRENT_DIRECTORY, path, PATH_ONLY);

	if (file < 0)
		return false;
	sys_close((int)file);
	return true;
}

static void cut_back(struct text *path, size_t length)
{
	path->length = length;
	path->bytes[length] = 0;
}

/* Each star has a directory open; there are at most NAMES. When it is found, the path stays. */
static bool is_below(struct text *path, char *const *names)
{
	size_t length = path->length;
	struct directory directory;
	const char *name;
	bool found = false;

	if (*names == NULL)
		return exists(path->bytes);
	if (is_plain(*names)) {
		ADD(path, "/", *names);
		found = is_below(path, names + 1);
		if (!found)
			cut_back(path, length);
		return found;
	}
	if (!open_directory(&directory, path->bytes))
		return false;
	while (!found && (name = next_entry(&directory)) != NULL) {
		if (!fits(name, *names))
			continue;
		ADD(path, "/", name);
		found = is_below(path, names + 1);
		if (!found)
			cut_back(path, length);
	}
	close_directory(&directory);
	return found;
}

const char *path_there(char *pattern)
{
	static char bytes[1024];
	struct text path = TEXT_OF(bytes);
	char *names[NAMES + 1];
	size_t count = 0;

	bytes[0] = 0;
	for (char *place = pattern; *place != 0 && count < NAMES; place++) {
		if (*place != '/')
			continue;
		*place = 0;
		names[count++] = place + 1;
	}
	names[count] = NULL;
	bool found = count > 0 && is_below(&path, names);
	for (size_t place = 0; place < count; place++)
		names[place][-1] = '/';
	return found ? bytes : NULL;
}

bool is_there(char *pattern)
{
	return path_there(pattern) != NULL;
}
