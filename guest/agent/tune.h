/*
 * When the kernel reports missing progress. The host chooses the values, because they depend on the test's deadline.
 */
#ifndef TUNE_H
#define TUNE_H

/* `PATH=VALUE …`: writes each value. A kernel without the check has no such file. */
const char *tune(char *settings);

#endif
