#include "tell.h"

#include "host.h"
#include "kernel.h"
#include "text.h"

/* A whole line of the answer is said; the rest is moved to the front. */
static size_t say_lines(char *bytes, size_t length)
{
	size_t start = 0;

	for (size_t place = 0; place < length; place++) {
		if (bytes[place] != '\n')
			continue;
		bytes[place] = 0;
		SAY("told ", bytes + start);
		start = place + 1;
	}
	memmove(bytes, bytes + start, length - start);
	return length - start;
}

const char *tell(char *arguments)
{
	const char *path = cut_word(&arguments);
	char answer[2048];
	size_t kept = 0, length = length_of(arguments);
	long file = sys_open(CURRENT_DIRECTORY, path, READ_WRITE | NO_TERMINAL), got;

	if (file < 0)
		return "the kernel has no such file";
	/* The text's own end becomes the line feed: one write, as the file wants it. */
	arguments[length] = '\n';
	got = sys_write((int)file, arguments, length + 1);
	arguments[length] = 0;
	while (got >= 0 && kept < sizeof(answer) && (got = sys_read((int)file, answer + kept, sizeof(answer) - kept)) > 0)
		kept = say_lines(answer, kept + (size_t)got);
	sys_close((int)file);
	return got < 0 ? "the kernel does not take it" : NULL;
}
