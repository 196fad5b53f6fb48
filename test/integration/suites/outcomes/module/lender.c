// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

int lender_value(void);

int lender_value(void)
{
	return 42;
}
EXPORT_SYMBOL_GPL(lender_value);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Has a symbol that borrower needs");
