/* Lines and numbers. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text {
	char *bytes;
	size_t size;
	size_t length;
};

#define TEXT_OF(array) ((struct text){ .bytes = (array), .size = sizeof(array) })

size_t length_of(const char *words);
bool same(const char *one, const char *other);
bool begins_with(const char *words, const char *begin);

/* Adds what fits, and always ends with a zero. */
void add(struct text *text, const char *words);
void add_number(struct text *text, uint64_t number);

/* The number at the beginning, decimal or with digits up to f, and what follows it. */
uint64_t number_in(const char *words, int base, const char **rest);

/* What follows NAME and spaces in a file of /proc; NULL: it has no such name. */
const char *after(const char *file, const char *name);

#endif
