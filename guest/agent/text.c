#include "text.h"

/* The compiler calls these three for assignments and loops that it recognises. */
void *memcpy(void *to, const void *from, size_t length)
{
	char *out = to;
	const char *in = from;

	while (length-- > 0)
		*out++ = *in++;
	return to;
}

void *memmove(void *to, const void *from, size_t length)
{
	char *out = to;
	const char *in = from;

	if (out <= in)
		return memcpy(to, from, length);
	while (length-- > 0)
		out[length] = in[length];
	return to;
}

void *memset(void *to, int byte, size_t length)
{
	char *out = to;

	while (length-- > 0)
		*out++ = (char)byte;
	return to;
}

size_t length_of(const char *text)
{
	size_t length = 0;

	while (text[length] != 0)
		length++;
	return length;
}

bool same(const char *one, const char *other)
{
	while (*one != 0 && *one == *other) {
		one++;
		other++;
	}
	return *one == *other;
}

static void add(struct text *text, const char *part)
{
	while (*part != 0 && text->length + 1 < text->room)
		text->bytes[text->length++] = *part++;
	text->bytes[text->length] = 0;
}

void add_all(struct text *text, const char *const *parts)
{
	while (*parts != NULL)
		add(text, *parts++);
}

void add_number(struct text *text, uint64_t number)
{
	char digits[21];
	char *first = digits + sizeof(digits) - 1;

	*first = 0;
	do {
		*--first = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	add(text, first);
}

char *cut_word(char **line)
{
	char *word = *line;
	char *end = word;

	while (*end != 0 && *end != ' ')
		end++;
	*line = end;
	if (*end != 0) {
		*end = 0;
		*line = end + 1;
	}
	return word;
}

int64_t number_in(const char *text)
{
	int64_t number = 0;

	if (*text == 0)
		return -1;
	for (; *text != 0; text++) {
		if (*text < '0' || *text > '9' || number > (INT64_MAX - 9) / 10)
			return -1;
		number = number * 10 + (*text - '0');
	}
	return number;
}
