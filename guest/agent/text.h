/* Text in fixed memory. What does not fit is left out; nothing is written beyond the end. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A text that grows, always with a zero after it. */
struct text {
	char *bytes;
	size_t length;
	size_t room;
};

#define TEXT_OF(array) { .bytes = (array), .length = 0, .room = sizeof(array) }

/* Adds texts up to the first NULL. */
void add_all(struct text *text, const char *const *parts);
#define ADD(text, ...) add_all(text, (const char *const[]){ __VA_ARGS__, NULL })

void add_number(struct text *text, uint64_t number);

/* The compiler calls them, too. */
void *memcpy(void *to, const void *from, size_t length);
void *memmove(void *to, const void *from, size_t length);
void *memset(void *to, int byte, size_t length);

size_t length_of(const char *text);
bool same(const char *one, const char *other);

/* Cuts the first word off a line: the line continues after it. A line without one gives "". */
char *cut_word(char **line);

/* Reads all of a text as a decimal number below 2^63; -1: it is none. */
int64_t number_in(const char *text);

#endif
