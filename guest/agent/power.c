#include "power.h"

#include "kernel.h"

void power_off(void)
{
	CALL(CALL_SYNC, 0, 0, 0, 0, 0);
	for (;;)
		CALL(CALL_REBOOT, REBOOT_MAGIC, REBOOT_MAGIC_2, POWER_OFF, 0, 0);
}
