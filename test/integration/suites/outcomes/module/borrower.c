// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

int lender_value(void);

static int __init borrower_init(void)
{
	return lender_value() == 42 ? 0 : -EINVAL;
}
module_init(borrower_init);

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Cannot be loaded without lender");
