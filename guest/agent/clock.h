/* Time: the agent's own, and that of the guest's clock. */
#ifndef CLOCK_H
#define CLOCK_H

#include <stdint.h>

/* Since some moment before the start; never set back. */
int64_t milliseconds(void);

/* Sets the guest's clock to a Unix time. Returns a negative errno when it cannot. */
long set_clock(int64_t seconds);

#endif
