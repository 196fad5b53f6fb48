/*
 * The agent's children, and all others whose parent is gone. An exit status comes from the kernel's wait(), which no
 * program in the guest can forge.
 */
#ifndef CHILDREN_H
#define CHILDREN_H

#include <stdbool.h>
#include <stdint.h>

/* A program to be started. Its descriptors 0, 1 and 2; paths are those of its root. */
struct program {
	const char *const *arguments;
	/* Programs to be tried in this order; up to NULL. */
	const char *const *paths;
	char *const *environment;
	/* NULL: the agent's own root. */
	const char *root;
	const char *directory;
	int input;
	int output;
	int errors;
	/* In the agent's session: the first terminal that it opens does not become its own. */
	bool is_helper;
	/* Its input is a terminal, which it controls. */
	bool has_terminal;
};

struct child {
	long pid;
	bool has_ended;
	/* The exit status; 128 + N for signal N. */
	int status;
	struct child *next;
};

/* Before the first child is started. */
void watch_children(void);

/* Readable when a child has ended. */
int child_events(void);

/* Learns who has ended. */
void reap(void);

/* The child is in use until it has ended. One that could not be started has ended at once, with a status above 0. */
void start(struct child *child, const struct program *program);

/* Takes care of outputs and children for a while. */
void pause_for(int64_t durationMs);

/* The same until the child has ended. Commands of the host wait. */
void await(struct child *child);

#endif
