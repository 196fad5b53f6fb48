/* The virtio-serial ports, found by name. The kernel lets only one process open a port. */
#ifndef PORTS_H
#define PORTS_H

/* A descriptor; -1: there is no such port, which was noted. */
int open_port(const char *name, int flags);

/* Writes the device node of a port, which the agent leaves to others, to a file. */
void publish_port(const char *name, const char *path);

#endif
