/* An interactive shell instead of the stages: on the serial console, or fed by a pipe from the host. */
#ifndef SHELL_H
#define SHELL_H

/* `terminal CONSOLE ROWS COLUMNS` or `pipe`. Returns NULL, or why there was no shell. */
const char *run_shell(char *arguments);

/* `ROWS COLUMNS`: the user's terminal has this size now. */
const char *resize_shell(char *arguments);

#endif
