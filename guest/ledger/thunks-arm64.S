/* SPDX-License-Identifier: GPL-2.0-only */
/* As thunks-x86.S, for arm64: the number of the call is in w16, which no caller expects to keep. */
#include <linux/linkage.h>
#include "thunks.h"

/* Words on the stack that belong to the call: the arguments behind the eighth. So many are copied, used or not. */
#define STACK_WORDS 8

/* The frame, from below: that of every function, struct call, the number, and what else a call may need. */
#define ARGUMENTS_AT 16
#define RESULT_AT 64
#define NUMBER_AT 72
#define MORE_ARGUMENTS_AT 80
#define MORE_RESULT_AT 96
#define FRAME 112

	.text
SYM_FUNC_START_LOCAL(qdt_enter)
	stp	x29, x30, [sp, #-FRAME]!
	mov	x29, sp
	stp	x0, x1, [x29, #ARGUMENTS_AT]
	stp	x2, x3, [x29, #ARGUMENTS_AT + 16]
	stp	x4, x5, [x29, #ARGUMENTS_AT + 32]
	str	x16, [x29, #NUMBER_AT]
	stp	x6, x7, [x29, #MORE_ARGUMENTS_AT]
	/* Where a large result goes. */
	str	x8, [x29, #MORE_RESULT_AT]
	mov	w0, w16
	add	x1, x29, #ARGUMENTS_AT
	bl	qdt_before_call
	mov	x16, x0
	sub	sp, sp, #(8 * STACK_WORDS)
	.set word, 0
	.rept STACK_WORDS / 2
	ldp	x9, x10, [x29, #(FRAME + word)]
	stp	x9, x10, [sp, #word]
	.set word, word + 16
	.endr
	ldp	x0, x1, [x29, #ARGUMENTS_AT]
	ldp	x2, x3, [x29, #ARGUMENTS_AT + 16]
	ldp	x4, x5, [x29, #ARGUMENTS_AT + 32]
	ldp	x6, x7, [x29, #MORE_ARGUMENTS_AT]
	ldr	x8, [x29, #MORE_RESULT_AT]
	blr	x16
	mov	sp, x29
	str	x0, [x29, #RESULT_AT]
	str	x1, [x29, #MORE_RESULT_AT]
	ldr	w0, [x29, #NUMBER_AT]
	add	x1, x29, #ARGUMENTS_AT
	bl	qdt_after_call
	ldr	x0, [x29, #RESULT_AT]
	ldr	x1, [x29, #MORE_RESULT_AT]
	ldp	x29, x30, [sp], #FRAME
	ret
SYM_FUNC_END(qdt_enter)

/* The entries. */
SYM_FUNC_START_LOCAL(qdt_all_thunks)
	.balign THUNK_BYTES
SYM_INNER_LABEL(qdt_thunks, SYM_L_GLOBAL)
	.set number, 0
	.rept MAX_SITES
	mov	w16, #number
	b	qdt_enter
	.set number, number + 1
	.endr
SYM_FUNC_END(qdt_all_thunks)
