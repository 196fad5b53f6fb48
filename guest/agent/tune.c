#include "tune.h"

#include "kernel.h"
#include "notes.h"
#include "text.h"

static void set(char *setting)
{
	char *value = setting;
	long file;

	while (*value != 0 && *value != '=')
		value++;
	if (*value != 0)
		*value++ = 0;
	file = sys_open(CURRENT_DIRECTORY, setting, WRITE_ONLY | NONBLOCKING | NO_TERMINAL);
	if (file < 0)
		return;
	if (sys_write((int)file, value, length_of(value)) < 0)
		NOTE(setting, " cannot be set");
	sys_close((int)file);
}

const char *tune(char *settings)
{
	while (*settings != 0)
		set(cut_word(&settings));
	return NULL;
}
