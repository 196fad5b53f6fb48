#include "text.h"

size_t length_of(const char *words)
{
	size_t length = 0;

	while (words[length] != 0)
		length++;
	return length;
}

bool begins_with(const char *words, const char *begin)
{
	for (; *begin != 0; words++, begin++)
		if (*words != *begin)
			return false;
	return true;
}

bool same(const char *one, const char *other)
{
	return begins_with(one, other) && length_of(one) == length_of(other);
}

void add(struct text *text, const char *words)
{
	for (; *words != 0 && text->length + 1 < text->size; words++)
		text->bytes[text->length++] = *words;
	text->bytes[text->length] = 0;
}

void add_number(struct text *text, uint64_t number)
{
	char digits[24];
	size_t first = sizeof(digits) - 1;

	digits[first] = 0;
	do {
		digits[--first] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	add(text, digits + first);
}

static int digit_of(char letter)
{
	if (letter >= '0' && letter <= '9')
		return letter - '0';
	return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : 99;
}

uint64_t number_in(const char *words, int base, const char **rest)
{
	uint64_t number = 0;

	for (; digit_of(*words) < base; words++)
		number = number * (uint64_t)base + (uint64_t)digit_of(*words);
	if (rest != NULL)
		*rest = words;
	return number;
}

const char *after(const char *file, const char *name)
{
	for (; *file != 0; file++) {
		if (!begins_with(file, name))
			continue;
		file += length_of(name);
		while (*file == ' ' || *file == '\t')
			file++;
		return file;
	}
	return NULL;
}
