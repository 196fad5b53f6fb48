/*
 * PID 1 of the guest, and its agent: one process from power-on to power-off, without a C library and without threads.
 *
 * PID 1 is hard to kill and hard to imitate: signals from inside do not end it, and the ports that it opened stay its
 * own (the kernel lets only one process open a virtio-serial port). PROTOCOL.md describes the control port.
 *
 * Where a disk image starts by itself, its own init is PID 1, and the agent a process beside it (image.c).
 *
 * A clone runs all of this for the first time in its emulator, which translates every piece before. So the agent is
 * fast when it does little, and what it does only at the start does not matter.
 */
#include "bring-up.h"
#include "children.h"
#include "commands.h"
#include "devices.h"
#include "events.h"
#include "host.h"
#include "image.h"
#include "kernel.h"

DEFINE_START
_Noreturn void agent(void);

void agent(void)
{
	char *line;

	watch_children();
	if (!image_is_starting())
		bring_up();
	count_first_devices();
	open_ports();
	announce(await_image());
	for (;;) {
		while ((line = next_line()) != NULL)
			obey(line);
		await_host(-1);
	}
}
