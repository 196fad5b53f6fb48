/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Where calls of the watched modules are led instead of to the kernel's functions. There is an entry for each call, so
 * that it is known which one it is. To an unwinder this is an ordinary function that calls another.
 */
#include <linux/linkage.h>
#include <asm/nospec-branch.h>
#include "thunks.h"

#ifndef RET
#define RET ret
#endif

/* Words on the stack that belong to the call: the arguments behind the sixth. So many are copied, used or not. */
#define STACK_WORDS 8

	.text
/*
 * Entered with the number of the call in r11, and a stack as the function expects it. The frame is from the top: what
 * the call returns to, struct call, the number.
 */
SYM_FUNC_START_LOCAL(qdt_enter)
	subq	$8, %rsp
	pushq	%r9
	pushq	%r8
	pushq	%rcx
	pushq	%rdx
	pushq	%rsi
	pushq	%rdi
	pushq	%r11
	pushq	%rax
	movl	%r11d, %edi
	leaq	16(%rsp), %rsi
	call	qdt_before_call
	movq	%rax, %r11
	popq	%rax
	.rept STACK_WORDS
	pushq	(72 + 8 * (STACK_WORDS - 1))(%rsp)
	.endr
	movq	(8 * STACK_WORDS + 8)(%rsp), %rdi
	movq	(8 * STACK_WORDS + 16)(%rsp), %rsi
	movq	(8 * STACK_WORDS + 24)(%rsp), %rdx
	movq	(8 * STACK_WORDS + 32)(%rsp), %rcx
	movq	(8 * STACK_WORDS + 40)(%rsp), %r8
	movq	(8 * STACK_WORDS + 48)(%rsp), %r9
	CALL_NOSPEC r11
	addq	$(8 * STACK_WORDS), %rsp
	movq	%rax, 56(%rsp)
	pushq	%rax
	pushq	%rdx
	movl	16(%rsp), %edi
	leaq	24(%rsp), %rsi
	call	qdt_after_call
	popq	%rdx
	popq	%rax
	addq	$64, %rsp
	RET
SYM_FUNC_END(qdt_enter)

/*
 * The entries. A call is led behind the conditional jump, which nobody executes: it only tells objtool that what
 * follows is code.
 */
	.balign THUNK_BYTES
SYM_FUNC_START_LOCAL(qdt_all_thunks)
	.balign THUNK_BYTES, 0x90
SYM_INNER_LABEL(qdt_thunks, SYM_L_GLOBAL)
	.set number, 0
	.rept MAX_SITES
	.balign THUNK_BYTES, 0xcc
	jz	. + THUNK_BYTES
	movl	$number, %r11d
	jmp	qdt_enter
	.set number, number + 1
	.endr
	.balign THUNK_BYTES, 0xcc
	RET
SYM_FUNC_END(qdt_all_thunks)
