/* Waiting: the only place where the agent sleeps. */
#ifndef EVENTS_H
#define EVENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "clock.h"

/* Has this done when the descriptor can be read, whatever else the agent waits for. One at most; -1: none. */
void watch_descriptor(int descriptor, void (*act)(void));

/* Sleeps until something happens, at most so long. Passes on output, and learns which children have ended. */
void handle_events(int64_t mostMs);

/* The same, and ends when the host may have sent something. A negative time is for ever. */
void await_host(int64_t mostMs);

#endif
