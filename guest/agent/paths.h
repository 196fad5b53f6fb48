/* Paths of which only a part is known. */
#ifndef PATHS_H
#define PATHS_H

#include <stdbool.h>

/* Whether there is such a path. A * stands for any characters of one name; the path begins with a slash. */
bool is_there(char *pattern);

/* The first such path, until the next question; NULL: there is none. */
const char *path_there(char *pattern);

#endif
