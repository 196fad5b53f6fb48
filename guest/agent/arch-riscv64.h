/* What the agent needs to know of riscv64: how to make a system call, and two entry points. */
#ifndef ARCH_RISCV64_H
#define ARCH_RISCV64_H

#include "calls-generic.h"

/* Flags of openat() that differ between architectures. Source: Linux, include/uapi/asm-generic/fcntl.h. */
enum { DIRECTORY = 0200000, NO_FOLLOW = 0400000 };

static inline long system_call(long number, long a, long b, long c, long d, long e)
{
	register long call __asm__("a7") = number;
	register long result __asm__("a0") = a;
	register long second __asm__("a1") = b;
	register long third __asm__("a2") = c;
	register long fourth __asm__("a3") = d;
	register long fifth __asm__("a4") = e;

	__asm__ volatile("ecall"
			 : "+r"(result)
			 : "r"(call), "r"(second), "r"(third), "r"(fourth), "r"(fifth)
			 : "memory");
	return result;
}

/* The program begins without a return address; the kernel has aligned its stack. */
#define DEFINE_START                    \
	__asm__(".globl _start\n"       \
		"_start:\n"             \
		"	li s0, 0\n"     \
		"	li ra, 0\n"     \
		"	call agent\n"   \
		"	ebreak\n");

/*
 * long clone_on(void *stack_end, void (*run)(void *), void *argument): a child that shares all memory, and runs on a
 * stack of its own, while the caller waits until it has become another program or ended (CLONE_VM | CLONE_VFORK).
 */
#define DEFINE_CLONE_ON                        \
	__asm__(".globl clone_on\n"            \
		"clone_on:\n"                  \
		"	addi a0, a0, -16\n"    \
		"	sd a1, 0(a0)\n"        \
		"	sd a2, 8(a0)\n"        \
		"	mv a1, a0\n"           \
		"	li a0, 0x4111\n"       \
		"	li a2, 0\n"            \
		"	li a3, 0\n"            \
		"	li a4, 0\n"            \
		"	li a7, 220\n"          \
		"	ecall\n"               \
		"	bnez a0, 1f\n"         \
		"	ld a1, 0(sp)\n"        \
		"	ld a0, 8(sp)\n"        \
		"	addi sp, sp, 16\n"     \
		"	li s0, 0\n"            \
		"	li ra, 0\n"            \
		"	jalr a1\n"             \
		"	ebreak\n"              \
		"1:	ret\n");

#endif
