/* What the agent needs to know of x86-64: the numbers of system calls, how to make one, and two entry points. */
#ifndef ARCH_X86_64_H
#define ARCH_X86_64_H

/* Source: Linux, arch/x86/entry/syscalls/syscall_64.tbl. */
enum {
	CALL_READ = 0,
	CALL_WRITE = 1,
	CALL_CLOSE = 3,
	CALL_FSTAT = 5,
	CALL_LSEEK = 8,
	CALL_SIGNAL_MASK = 14,
	CALL_IOCTL = 16,
	CALL_CLONE = 56,
	CALL_EXECVE = 59,
	CALL_WAIT4 = 61,
	CALL_UNAME = 63,
	CALL_FCNTL = 72,
	CALL_FTRUNCATE = 77,
	CALL_CHDIR = 80,
	CALL_UMASK = 95,
	CALL_SETSID = 112,
	CALL_CHROOT = 161,
	CALL_SYNC = 162,
	CALL_MOUNT = 165,
	CALL_UMOUNT2 = 166,
	CALL_REBOOT = 169,
	CALL_GETDENTS64 = 217,
	CALL_CLOCK_SETTIME = 227,
	CALL_CLOCK_GETTIME = 228,
	CALL_EXIT_GROUP = 231,
	CALL_OPENAT = 257,
	CALL_MKDIRAT = 258,
	CALL_SYMLINKAT = 266,
	CALL_PPOLL = 271,
	CALL_UNSHARE = 272,
	CALL_SIGNALFD4 = 289,
	CALL_DUP3 = 292,
	CALL_PIPE2 = 293,
	CALL_MEMFD_CREATE = 319,
};

/* Flags of openat() that differ between architectures. */
enum { DIRECTORY = 0200000, NO_FOLLOW = 0400000 };

static inline long system_call(long number, long a, long b, long c, long d, long e)
{
	register long fourth __asm__("r10") = d;
	register long fifth __asm__("r8") = e;
	long result;

	__asm__ volatile("syscall"
			 : "=a"(result)
			 : "0"(number), "D"(a), "S"(b), "d"(c), "r"(fourth), "r"(fifth)
			 : "rcx", "r11", "memory");
	return result;
}

/* The program begins without a return address. */
#define DEFINE_START                     \
	__asm__(".globl _start\n"        \
		"_start:\n"              \
		"	xor %ebp, %ebp\n" \
		"	and $-16, %rsp\n" \
		"	call agent\n"    \
		"	ud2\n");

/*
 * long clone_on(void *stack_end, void (*run)(void *), void *argument): a child that shares all memory, and runs on a
 * stack of its own, while the caller waits until it has become another program or ended (CLONE_VM | CLONE_VFORK).
 */
#define DEFINE_CLONE_ON                              \
	__asm__(".globl clone_on\n"                  \
		"clone_on:\n"                        \
		"	sub $16, %rdi\n"             \
		"	mov %rsi, (%rdi)\n"          \
		"	mov %rdx, 8(%rdi)\n"         \
		"	mov %rdi, %rsi\n"            \
		"	mov $0x4111, %edi\n"         \
		"	xor %edx, %edx\n"            \
		"	xor %r10d, %r10d\n"          \
		"	xor %r8d, %r8d\n"            \
		"	mov $56, %eax\n"             \
		"	syscall\n"                   \
		"	test %rax, %rax\n"           \
		"	jnz 1f\n"                    \
		"	pop %rax\n"                  \
		"	pop %rdi\n"                  \
		"	xor %ebp, %ebp\n"            \
		"	call *%rax\n"                \
		"	ud2\n"                       \
		"1:	ret\n");

#endif
