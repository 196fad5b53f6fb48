/* The files of the test's folder, as the host sends them. */
#ifndef RECEIVE_H
#define RECEIVE_H

#include <stdint.h>

/* Reads so many bytes from the files port and makes their files in a directory. Returns NULL, or why it could not. */
const char *receive_files(const char *directory, int64_t size);

#endif
