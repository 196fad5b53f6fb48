/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef QDT_THUNKS_H
#define QDT_THUNKS_H

#define MAX_SITES 2048
#ifdef CONFIG_ARM64
#define THUNK_BYTES 8
#define THUNK_ENTRY 0
#else
#define THUNK_BYTES 16
/* Into one of them, where it is entered. */
#define THUNK_ENTRY 2
#endif

#endif
