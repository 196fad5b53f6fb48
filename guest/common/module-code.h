/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The code of a module that is being loaded: where its calls are, and which functions it imports. Included by each
 * helper that looks for calls.
 *
 * A call is found by its bytes: a call or jump whose distance leads exactly to a function that the module imports, on
 * arm64 also by way of an entry of the module's table of far functions. On riscv64 it is a pair of instructions.
 */
#ifndef QDT_MODULE_CODE_H
#define QDT_MODULE_CODE_H

#include <linux/bitops.h>
#include <linux/elf.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/types.h>
#include <linux/version.h>

#ifdef CONFIG_ARM64
#define CALL 0x94000000 /* bl */
#define JUMP 0x14000000 /* b */
#define OPERATION 0xfc000000
#define CALL_BYTES 4
#define CODE_ALIGNMENT 4
#elif defined(CONFIG_RISCV)
#define CALL_UPPER 0x00000097 /* auipc ra, upper */
#define CALL_LOWER 0x000080e7 /* jalr ra, lower(ra) */
#define JUMP_UPPER 0x00000317 /* auipc t1, upper */
#define JUMP_LOWER 0x00030067 /* jalr zero, lower(t1) */
#define CALL_BYTES 8
#define CODE_ALIGNMENT 2
#else
#define CALL 0xe8
#define JUMP 0xe9
#define CALL_BYTES 5
#define CODE_ALIGNMENT 1
#endif

struct code {
	const u8 *start;
	unsigned long size;
};

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 4, 0)
static inline struct code core_text(const struct module *module)
{
	return (struct code){ .start = module->mem[MOD_TEXT].base, .size = module->mem[MOD_TEXT].size };
}

/* There only until it has run. */
static inline struct code init_text(const struct module *module)
{
	return (struct code){ .start = module->mem[MOD_INIT_TEXT].base, .size = module->mem[MOD_INIT_TEXT].size };
}
#else
static inline struct code core_text(const struct module *module)
{
	return (struct code){ .start = module->core_layout.base, .size = module->core_layout.text_size };
}

/* There only until it has run. */
static inline struct code init_text(const struct module *module)
{
	return (struct code){ .start = module->init_layout.base, .size = module->init_layout.text_size };
}
#endif

#ifdef CONFIG_ARM64
static inline u32 instruction_at(const u8 *at)
{
	return le32_to_cpup((const __le32 *)at);
}

static inline bool is_call(const u8 *at)
{
	return (instruction_at(at) & OPERATION) == CALL;
}

static inline bool is_jump(const u8 *at)
{
	return (instruction_at(at) & OPERATION) == JUMP;
}

/*
 * Where an entry of the table for far functions leads: adrp x16, page; add x16, x16, offset; br x16. Anything else leads
 * to itself.
 */
static inline unsigned long behind_table(const struct code *text, unsigned long entry)
{
	const u8 *at = (const u8 *)entry;
	u32 page, offset;

	if (at < text->start || at + 12 > text->start + text->size || entry % 4 || instruction_at(at + 8) != 0xd61f0200)
		return entry;
	page = instruction_at(at);
	offset = instruction_at(at + 4);
	if ((page & 0x9f00001f) != 0x90000010 || (offset & 0xffc003ff) != 0x91000210)
		return entry;
	return (entry & ~0xfffUL) + (sign_extend64(((page >> 5) & 0x7ffff) << 2 | ((page >> 29) & 3), 20) << 12) +
	       ((offset >> 10) & 0xfff);
}

/* Where it leads. */
static inline unsigned long call_target(const struct code *text, const u8 *at)
{
	u64 distance = (u64)(instruction_at(at) & ~OPERATION) << 2;

	return behind_table(text, (unsigned long)at + sign_extend64(distance, 27));
}

/* Leads the call elsewhere; `written` is the same place, writable. False: that is too far. */
static inline bool lead_call(const u8 *at, u8 *written, const u8 *target)
{
	s64 distance = target - at;

	if (distance != sign_extend64(distance, 27))
		return false;
	*(__le32 *)written = cpu_to_le32((instruction_at(at) & OPERATION) | ((distance >> 2) & ~OPERATION));
	return true;
}
#elif defined(CONFIG_RISCV)
static inline u32 instruction_at(const u8 *at)
{
	u32 instruction;

	memcpy(&instruction, at, sizeof(instruction));
	return instruction;
}

static inline bool is_pair(const u8 *at, u32 upper, u32 lower)
{
	return (instruction_at(at) & 0xfff) == upper && (instruction_at(at + 4) & 0xfffff) == lower;
}

static inline bool is_call(const u8 *at)
{
	return is_pair(at, CALL_UPPER, CALL_LOWER);
}

static inline bool is_jump(const u8 *at)
{
	return is_pair(at, JUMP_UPPER, JUMP_LOWER);
}

/* Where it leads. */
static inline unsigned long call_target(const struct code *text, const u8 *at)
{
	s32 upper = instruction_at(at) & ~0xfff;

	return (unsigned long)at + upper + ((s32)instruction_at(at + 4) >> 20);
}
#else
static inline bool is_call(const u8 *at)
{
	return *at == CALL;
}

static inline bool is_jump(const u8 *at)
{
	return *at == JUMP;
}

/* Where it leads. */
static inline unsigned long call_target(const struct code *text, const u8 *at)
{
	s32 distance;

	memcpy(&distance, at + 1, sizeof(distance));
	return (unsigned long)at + CALL_BYTES + distance;
}

/* Leads the call elsewhere; `written` is the same place, writable. False: that is too far. */
static inline bool lead_call(const u8 *at, u8 *written, const u8 *target)
{
	s64 distance = target - (at + CALL_BYTES);
	s32 field = distance;

	if (field != distance)
		return false;
	memcpy(written + 1, &field, sizeof(field));
	return true;
}
#endif

/* The first place from `at` on that looks like a call or a jump; NULL: there is none. */
static inline const u8 *next_call(const struct code *text, const u8 *at)
{
	for (; at + CALL_BYTES <= text->start + text->size; at += CODE_ALIGNMENT)
		if (is_call(at) || is_jump(at))
			return at;
	return NULL;
}

/*
 * While a module is being loaded, its whole symbol table is there, and the loader has written into it where each
 * imported symbol is. Later only the module's own symbols are left. NULL: there is none.
 */
static inline const struct mod_kallsyms *symbols_of(const struct module *module)
{
	return READ_ONCE(*(struct mod_kallsyms **)&module->kallsyms);
}

/* The first imported symbol from this number on. */
static inline unsigned int next_import(const struct mod_kallsyms *symbols, unsigned int number)
{
	while (number < symbols->num_symtab && symbols->symtab[number].st_shndx != SHN_UNDEF)
		number++;
	return number;
}

#define for_each_import(symbols, number)                                                                               \
	for (number = next_import(symbols, 1); number < (symbols)->num_symtab; number = next_import(symbols, number + 1))

static inline const char *import_name(const struct mod_kallsyms *symbols, unsigned int number)
{
	return symbols->strtab + symbols->symtab[number].st_name;
}

#endif
