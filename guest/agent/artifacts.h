/*
 * The directory of artifacts. It is the host's, over 9p, so that what a test has written is there whatever happens
 * next. A mount costs a clone time, and few tests write artifacts: so it is made when a program first enters the
 * directory, where the kernel has autofs.
 */
#ifndef ARTIFACTS_H
#define ARTIFACTS_H

/* Mounts the folder that the host shares. Returns a negative errno when the kernel cannot. */
long mount_shared(const char *path);

/* Has the kernel tell when somebody enters the directory, if it can. Before the machine is saved. */
void watch_artifacts(void);

/* In a folder that was received: mounts them now if the kernel does not tell. Returns NULL, or why it could not. */
const char *offer_artifacts(void);

/* At the end: whether the guest has artifacts that are not on the host. Returns NULL, or what is wrong. */
const char *misplaced_artifacts(void);

/* The directory is one of the guest's own. */
void keep_artifacts(void);

#endif
