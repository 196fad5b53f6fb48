#include "clock.h"

#include "kernel.h"

int64_t milliseconds(void)
{
	struct time now = { 0 };

	CALL(CALL_CLOCK_GETTIME, MONOTONIC, &now, 0, 0, 0);
	return now.seconds * 1000 + now.nanoseconds / 1000000;
}

long set_clock(int64_t seconds)
{
	struct time now = { .seconds = seconds };

	return CALL(CALL_CLOCK_SETTIME, REAL_TIME, &now, 0, 0, 0);
}
