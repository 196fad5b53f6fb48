/* What of QEMU's memory a copy gets. */
#ifndef MEMORY_H
#define MEMORY_H

/* All memory will be copied, also what QEMU has excluded: that of the guest. Returns NULL, or what would be shared. */
const char *survey_memory(void);

#endif
