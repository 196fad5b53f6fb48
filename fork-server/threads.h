/* All threads of QEMU stand still, are copied with the process, and go on: in it and in its copy. */
#ifndef THREADS_H
#define THREADS_H

/*
 * Copies the process. In the copy, all other threads stand still until `revive_threads`; QEMU's main thread calls
 * `begin_copy` before. Returns the number of the copy; `complaint` is NULL, or why there is none.
 */
long copy_process(void (*begin_copy)(void), const char **complaint);

/* In the copy: its threads go on where they stood. Returns NULL, or what went wrong. */
const char *revive_threads(void);

#endif
