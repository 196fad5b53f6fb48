/* A disk image that starts by itself: its own init is PID 1, and the agent runs beside it, in the initial root. */
#ifndef IMAGE_H
#define IMAGE_H

#include <stdbool.h>

/* Whether this process was started beside the image's init. */
bool image_is_starting(void);

/* PID 1 becomes the image's init, after it has started this program once more. */
_Noreturn void start_image(void);

/* Waits until the image is up. Returns NULL, or why it is not. At once where no image starts by itself. */
const char *await_image(void);

/* The host will not wait much longer: the script that waits says why the image is not up. */
const char *image_is_late(char *arguments);

#endif
