/* What QEMU has open, and what of that a copy gets for itself. */
#ifndef DESCRIPTORS_H
#define DESCRIPTORS_H

/* QEMU's channels are descriptors from this one on. */
enum { FIRST_CHANNEL = 3 };

/*
 * Looks at all that is open in the process, once, when the guest has been stopped. Returns NULL, or why a copy would
 * share something with others. `channels`: how many there are. `folder`: the directory that each copy has its own of;
 * empty: none. `own`: our descriptor, which copies close.
 */
const char *survey_descriptors(int channels, const char *folder, int own);

/*
 * In the copy: its own channels, connected in their order to the socket at `socket`, its own output, folder and events.
 * Returns NULL, or what went wrong.
 */
const char *renew_descriptors(const char *socket, const char *output, const char *folder);

#endif
