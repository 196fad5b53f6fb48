// SPDX-License-Identifier: GPL-2.0-only
/* How a call is skipped: what its caller gets, and where it goes on. */
#include <asm/ptrace.h>
#include <linux/kprobes.h>
#include "calls.h"
#include "watched.h"

#ifdef CONFIG_X86_64
static unsigned long notrace argument(const struct pt_regs *regs, long number)
{
	switch (number) {
	case 0:
		return regs->di;
	case 1:
		return regs->si;
	case 2:
		return regs->dx;
	case 3:
		return regs->cx;
	case 4:
		return regs->r8;
	default:
		return regs->r9;
	}
}

static void notrace set_result(struct pt_regs *regs, const struct failure *how)
{
	switch (how->kind) {
	case RETURNS_ARGUMENT:
		regs->ax = argument(regs, how->value);
		return;
	case GETS_VALUE:
		regs->dx = 0;
		regs->ax = how->value;
		return;
	case PUTS_VALUE:
		regs->cx = how->value;
		return;
	case RETURNS_VALUE:
	case SUCCEEDS:
		regs->ax = how->value;
	}
}
NOKPROBE_SYMBOL(set_result);

static void notrace go_on(struct pt_regs *regs, const u8 *at, bool is_tail)
{
	if (is_tail) {
		regs->ip = *(unsigned long *)regs->sp;
		regs->sp += sizeof(unsigned long);
	} else {
		regs->ip = (unsigned long)at + CALL_BYTES;
	}
}
#elif defined(CONFIG_RISCV)
static void notrace set_result(struct pt_regs *regs, const struct failure *how)
{
	regs->a0 = how->kind == RETURNS_ARGUMENT ? (&regs->a0)[how->value & 7] : how->value;
}
NOKPROBE_SYMBOL(set_result);

/* A function that ends with a jump has its caller in the register for it again. */
static void notrace go_on(struct pt_regs *regs, const u8 *at, bool is_tail)
{
	regs->epc = is_tail ? regs->ra : (unsigned long)at + CALL_BYTES;
}
#else
/* The first of the registers for arguments is that for results. */
static void notrace set_result(struct pt_regs *regs, const struct failure *how)
{
	regs->regs[0] = how->kind == RETURNS_ARGUMENT ? regs->regs[how->value & 7] : how->value;
}
NOKPROBE_SYMBOL(set_result);

/* A function that ends with a jump has its caller in the link register again. */
static void notrace go_on(struct pt_regs *regs, const u8 *at, bool is_tail)
{
	regs->pc = is_tail ? regs->regs[30] : (unsigned long)at + CALL_BYTES;
}
#endif
NOKPROBE_SYMBOL(go_on);

void notrace skip_call(struct pt_regs *regs, const u8 *at, bool is_tail, const struct failure *how)
{
	set_result(regs, how);
	go_on(regs, at, is_tail);
}
NOKPROBE_SYMBOL(skip_call);
