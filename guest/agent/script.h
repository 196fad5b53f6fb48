/* What is rare or long-winded is done by a script of the shell, which the agent awaits. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include "children.h"

/*
 * Runs /qdt/SCRIPT.sh with two arguments. Returns NULL, or the last line of its complaints. `port`: its standard input
 * and its descriptor 1; -1: none.
 */
const char *run_script(const char *script, const char *first, const char *second, int port);

/* The same without arguments and without waiting: it goes on until its child has ended. No other may run meanwhile. */
struct script {
	struct child child;
	int errors;
};
void begin_script(struct script *running, const char *script);
const char *end_script(const struct script *ended);

/* Runs a program of the built-in root. Returns its exit status. */
int run_tool(const char *const *arguments);

#endif
