/* What the stages see as their environment: what the host tells, and nothing else. */
#ifndef ENVIRONMENT_H
#define ENVIRONMENT_H

/* NAME=VALUE; a value is never evaluated. Returns NULL, or why it cannot be told. */
const char *add_variable(char *variable);

char *const *environment(void);

#endif
