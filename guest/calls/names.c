// SPDX-License-Identifier: GPL-2.0-only
/* The names of the modules under test, and of the functions whose calls can fail. */
#include <linux/mm.h>
#include <linux/string.h>
#include "calls.h"

static char targets[MAX_TARGETS][MODULE_NAME_LEN];
static int target_count;
static char (*functions)[MAX_NAME];
static int function_count;

int add_target(const char *name)
{
	if (is_target(name))
		return 0;
	if (target_count == MAX_TARGETS || strlen(name) >= MODULE_NAME_LEN)
		return -ENOSPC;
	strscpy(targets[target_count], name, MODULE_NAME_LEN);
	target_count++;
	return 0;
}

bool is_target(const char *name)
{
	int i;

	for (i = 0; i < target_count; i++)
		if (!strcmp(targets[i], name))
			return true;
	return false;
}

int function_number(const char *name, bool is_new)
{
	int i;

	for (i = 0; i < function_count; i++)
		if (!strcmp(functions[i], name))
			return i;
	if (!is_new || strlen(name) >= MAX_NAME || function_count == MAX_FUNCTIONS)
		return -ENOSPC;
	if (!functions)
		functions = kvcalloc(MAX_FUNCTIONS, MAX_NAME, GFP_KERNEL);
	if (!functions)
		return -ENOMEM;
	strscpy(functions[function_count], name, MAX_NAME);
	return function_count++;
}

const char *function_name(unsigned int number)
{
	return functions[number];
}

void free_names(void)
{
	kvfree(functions);
}
