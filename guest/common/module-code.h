/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The code of a module that is being loaded: where its calls are, and which functions it imports. Included by each
 * helper that looks for calls.
 *
 * A call is found by its bytes: a call or jump whose distance leads exactly to a function that the module imports.
 */
#ifndef QDT_MODULE_CODE_H
#define QDT_MODULE_CODE_H

#include <linux/elf.h>
#include <linux/module.h>
#include <linux/string.h>
#include <linux/types.h>
#include <linux/version.h>

#define CALL 0xe8
#define JUMP 0xe9
#define CALL_BYTES 5

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

/* The first place from `at` on that looks like a call or a jump; NULL: there is none. */
static inline const u8 *next_call(const struct code *text, const u8 *at)
{
	for (; at + CALL_BYTES <= text->start + text->size; at++)
		if (*at == CALL || *at == JUMP)
			return at;
	return NULL;
}

/* Where it leads. */
static inline unsigned long call_target(const u8 *at)
{
	s32 distance;

	memcpy(&distance, at + 1, sizeof(distance));
	return (unsigned long)at + CALL_BYTES + distance;
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
