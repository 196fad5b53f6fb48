/* Filters of system calls. */
#ifndef SANDBOX_H
#define SANDBOX_H

#include <stdbool.h>

/* QEMU finds no io_uring and uses poll() instead: a ring cannot be copied. */
bool deny_rings(void);

/* This process starts no programs and makes no processes: what `-sandbox spawn=deny` is elsewhere. */
bool deny_processes(void);

#endif
