/* Markers in the kernel's log, to which console messages can be related. */
#ifndef NOTES_H
#define NOTES_H

#include <stddef.h>

void note_all(const char *const *parts);
#define NOTE(...) note_all((const char *const[]){ __VA_ARGS__, NULL })

#endif
