/* The guest's PCI devices, some of which the host plugs in after the start. */
#ifndef DEVICES_H
#define DEVICES_H

/* Remembers those that are there from the start. */
void count_first_devices(void);

/* Waits until COUNT have come on top of them. Returns NULL, or how many were found. */
const char *await_devices(char *count);

/* `MILLISECONDS PATH …`: waits until one of the paths is there. Returns NULL, or that none is. */
const char *await_path(char *arguments);

#endif
