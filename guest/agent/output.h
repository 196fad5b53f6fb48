/*
 * The output of stages, from a pipe each to a port each, and to a file for later stages. Nothing here waits: a port
 * that is full fills the pipe, and then the stage's program waits, not the agent.
 */
#ifndef OUTPUT_H
#define OUTPUT_H

#include <stdbool.h>

#include "kernel.h"
#include "text.h"

enum { OUTPUTS = 5 };

void open_outputs(void);

/* Which output is that of this stage; -1: there is no such stage. */
int output_of(const char *stage);

/* From now on, what stages write also goes to files in this directory. */
long keep_outputs(const char *directory);

/* A new pipe for a stage's program: the end to write to; a negative errno: there is none. */
int begin_output(int place);

/* Sleeps no longer than that until everything is passed on that was in the pipe, and the pipe has ended. */
void drain_output(int place, int64_t openMs, int64_t mostMs);

/* The same for all outputs, at the end: nothing is waited for that has not been written yet. */
void drain_outputs(void);

/* What to wait for, for the sake of this output. */
void await_output(int place, struct poll_entry *entry);

/* Passes on what can be passed on now. `found`: what was found when it was waited for. */
void pass_on(int place, int found);

/* It waits for a host that does not have the port at the moment, of which there is no event. */
bool is_deaf(int place);

/* Adds ` STAGE=BYTES` for each output that the host was sent anything of. */
void add_sent(struct text *text);

#endif
