/* Devices on an I2C bus, which the kernel cannot find by itself. */
#ifndef CLIENTS_H
#define CLIENTS_H

/* `TYPE ADDRESS PATH …`: tells the adapter at one of the paths of a device. Returns NULL, or why it was not done. */
const char *new_client(char *arguments);

#endif
