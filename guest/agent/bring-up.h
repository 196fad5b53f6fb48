/* From the start of PID 1 to a guest with usable ports and file systems. */
#ifndef BRING_UP_H
#define BRING_UP_H

void bring_up(void);

#endif
