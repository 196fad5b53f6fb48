/* What the fork server needs to know of x86-64: numbers of system calls, how to make one, and how a thread goes on. */
#ifndef ARCH_X86_64_H
#define ARCH_X86_64_H

#include <stdint.h>

/* Source: Linux, arch/x86/entry/syscalls/syscall_64.tbl. */
enum {
	CALL_READ = 0,
	CALL_WRITE = 1,
	CALL_CLOSE = 3,
	CALL_FSTAT = 5,
	CALL_POLL = 7,
	CALL_SIGNAL_ACTION = 13,
	CALL_SIGNAL_MASK = 14,
	CALL_MADVISE = 28,
	CALL_GETPID = 39,
	CALL_SOCKET = 41,
	CALL_CONNECT = 42,
	CALL_CLONE = 56,
	CALL_FORK = 57,
	CALL_VFORK = 58,
	CALL_EXECVE = 59,
	CALL_WAIT4 = 61,
	CALL_KILL = 62,
	CALL_GETPPID = 110,
	CALL_PRCTL = 157,
	CALL_ARCH_PRCTL = 158,
	CALL_GETTID = 186,
	CALL_FUTEX = 202,
	CALL_GETDENTS64 = 217,
	CALL_EXIT_GROUP = 231,
	CALL_TGKILL = 234,
	CALL_OPENAT = 257,
	CALL_READLINKAT = 267,
	CALL_EVENTFD2 = 290,
	CALL_EPOLL_CREATE1 = 291,
	CALL_DUP3 = 292,
	CALL_SECCOMP = 317,
	CALL_GETRANDOM = 318,
	CALL_EXECVEAT = 322,
	CALL_IO_URING_SETUP = 425,
	CALL_PIDFD_OPEN = 434,
	CALL_CLONE3 = 435,
	CALL_CLOSE_RANGE = 436,
};

/* Source: Linux, include/uapi/linux/audit.h: AUDIT_ARCH_X86_64. */
#define AUDIT_ARCHITECTURE 0xc000003eu

/* struct stat: type and permissions. */
struct file_facts {
	char others[24];
	uint32_t mode;
	char more[116];
};

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

/* Where the C library keeps what belongs to this thread. */
static inline uintptr_t thread_memory(void)
{
	enum { GET_FS = 0x1003 };
	uintptr_t address = 0;

	system_call(CALL_ARCH_PRCTL, GET_FS, (long)&address, 0, 0, 0);
	return address;
}

/*
 * The thread's own number in there (`tid` of glibc's struct pthread) is somewhere between these. Its place has not
 * changed for many years; it is looked for nevertheless.
 */
enum { NUMBER_FROM = 0x280, NUMBER_TO = 0x340 };

/* A point in a function to which a thread comes back: what a called function must keep, the stack, and the place. */
struct point {
	uint64_t registers[6];
	uint64_t stack;
	uint64_t place;
};

/* Notes where it is called. Returns 0, and 1 in the thread that goes on from there. */
__attribute__((visibility("hidden"), returns_twice)) int note_point(struct point *point);

/*
 * A new thread of this process that goes on at the point, on the stack that is noted there. `number` is where the C
 * library reads the thread's number. Returns that number, or a negative errno.
 */
__attribute__((visibility("hidden"))) long go_on_at(const struct point *point, long flags, int *number,
						    uintptr_t memory);

/* A new thread of this process, which runs `run` on a stack of its own. */
__attribute__((visibility("hidden"))) long start_thread(long flags, void *stack_end, void (*run)(void));

/* Where a handler of signals returns to. */
__attribute__((visibility("hidden"))) void end_handler(void);

#define DEFINE_ENTRY_POINTS                   \
	__asm__(".text\n"                     \
		".globl note_point\n.hidden note_point\nnote_point:\n"               \
		"	mov %rbx, (%rdi)\n"   \
		"	mov %rbp, 8(%rdi)\n"  \
		"	mov %r12, 16(%rdi)\n" \
		"	mov %r13, 24(%rdi)\n" \
		"	mov %r14, 32(%rdi)\n" \
		"	mov %r15, 40(%rdi)\n" \
		"	lea 8(%rsp), %rax\n"  \
		"	mov %rax, 48(%rdi)\n" \
		"	mov (%rsp), %rax\n"   \
		"	mov %rax, 56(%rdi)\n" \
		"	xor %eax, %eax\n"     \
		"	ret\n"                \
		".globl go_on_at\n.hidden go_on_at\ngo_on_at:\n"                 \
		"	mov %rdi, %r9\n"      \
		"	mov %rsi, %rdi\n"     \
		"	mov 48(%r9), %rsi\n"  \
		"	mov %rdx, %r10\n"     \
		"	mov %rcx, %r8\n"      \
		"	mov $56, %eax\n"      \
		"	syscall\n"            \
		"	test %rax, %rax\n"    \
		"	jz 1f\n"              \
		"	ret\n"                \
		"1:	mov (%r9), %rbx\n"    \
		"	mov 8(%r9), %rbp\n"   \
		"	mov 16(%r9), %r12\n"  \
		"	mov 24(%r9), %r13\n"  \
		"	mov 32(%r9), %r14\n"  \
		"	mov 40(%r9), %r15\n"  \
		"	mov $1, %eax\n"       \
		"	jmp *56(%r9)\n"       \
		".globl start_thread\n.hidden start_thread\nstart_thread:\n"             \
		"	mov %rdx, %r9\n"      \
		"	xor %edx, %edx\n"     \
		"	xor %r10d, %r10d\n"   \
		"	xor %r8d, %r8d\n"     \
		"	mov $56, %eax\n"      \
		"	syscall\n"            \
		"	test %rax, %rax\n"    \
		"	jz 1f\n"              \
		"	ret\n"                \
		"1:	xor %ebp, %ebp\n"     \
		"	call *%r9\n"          \
		"	ud2\n"                \
		".globl end_handler\n.hidden end_handler\nend_handler:\n"              \
		"	mov $15, %eax\n"      \
		"	syscall\n")

#endif
