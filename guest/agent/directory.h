/* Reading directories and small files. */
#ifndef DIRECTORY_H
#define DIRECTORY_H

#include <stdbool.h>
#include <stddef.h>

struct directory {
	int descriptor;
	long filled;
	long next;
	_Alignas(8) char bytes[2048];
};

bool open_directory(struct directory *directory, const char *path);

/* The next name, without "." and ".."; NULL: there is none. It is valid until the next call. */
const char *next_entry(struct directory *directory);

void close_directory(struct directory *directory);

/* How many bytes of the file are in the buffer now; 0: it is empty, or cannot be read. */
long read_file(const char *path, char *bytes, size_t most);

#endif
