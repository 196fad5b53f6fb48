#include "environment.h"

#include "kernel.h"
#include "text.h"

enum { VARIABLES = 1024, BYTES = 256 * 1024 };

static char bytes[BYTES];
static size_t used;
static char *variables[VARIABLES + 1];
static size_t count;

static bool has_same_name(const char *one, const char *other)
{
	while (*one == *other && *one != '=' && *one != 0) {
		one++;
		other++;
	}
	return *one == '=' && *other == '=';
}

/* The place of a variable: that of an earlier one of its name, or the next. */
static size_t place_of(const char *variable)
{
	size_t place = 0;

	while (place < count && !has_same_name(variables[place], variable))
		place++;
	return place;
}

const char *add_variable(char *variable)
{
	size_t length = length_of(variable) + 1;
	size_t place = place_of(variable);

	if (place == VARIABLES || length > BYTES - used)
		return "there is no room for more variables";
	memcpy(bytes + used, variable, length);
	variables[place] = bytes + used;
	used += length;
	if (place == count)
		count++;
	return NULL;
}

char *const *environment(void)
{
	return variables;
}
