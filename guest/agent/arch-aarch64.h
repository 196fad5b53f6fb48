/* What the agent needs to know of arm64: how to make a system call, and two entry points. */
#ifndef ARCH_AARCH64_H
#define ARCH_AARCH64_H

#include "calls-generic.h"

/* Flags of openat() that differ between architectures. Source: Linux, arch/arm64/include/uapi/asm/fcntl.h. */
enum { DIRECTORY = 040000, NO_FOLLOW = 0100000 };

static inline long system_call(long number, long a, long b, long c, long d, long e)
{
	register long call __asm__("x8") = number;
	register long result __asm__("x0") = a;
	register long second __asm__("x1") = b;
	register long third __asm__("x2") = c;
	register long fourth __asm__("x3") = d;
	register long fifth __asm__("x4") = e;

	__asm__ volatile("svc #0"
			 : "+r"(result)
			 : "r"(call), "r"(second), "r"(third), "r"(fourth), "r"(fifth)
			 : "memory");
	return result;
}

/* The program begins without a return address; the kernel has aligned its stack. */
#define DEFINE_START                    \
	__asm__(".globl _start\n"       \
		"_start:\n"             \
		"	mov x29, #0\n"  \
		"	mov x30, #0\n"  \
		"	bl agent\n"     \
		"	brk #1\n");

/*
 * long clone_on(void *stack_end, void (*run)(void *), void *argument): a child that shares all memory, and runs on a
 * stack of its own, while the caller waits until it has become another program or ended (CLONE_VM | CLONE_VFORK).
 */
#define DEFINE_CLONE_ON                                \
	__asm__(".globl clone_on\n"                    \
		"clone_on:\n"                          \
		"	stp x1, x2, [x0, #-16]!\n"     \
		"	mov x1, x0\n"                  \
		"	mov x0, #0x4111\n"             \
		"	mov x2, #0\n"                  \
		"	mov x3, #0\n"                  \
		"	mov x4, #0\n"                  \
		"	mov x8, #220\n"                \
		"	svc #0\n"                      \
		"	cbnz x0, 1f\n"                 \
		"	ldp x1, x0, [sp], #16\n"       \
		"	mov x29, #0\n"                 \
		"	mov x30, #0\n"                 \
		"	blr x1\n"                      \
		"	brk #1\n"                      \
		"1:	ret\n");

#endif
