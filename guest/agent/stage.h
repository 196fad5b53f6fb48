/* One stage: a program of the test. Its output goes to its own port, and its exit status to the host. */
#ifndef STAGE_H
#define STAGE_H

/* Runs ./NAME in the folder to its end. Returns NULL, or why there was nothing to run. */
const char *run_stage(char *name);

#endif
