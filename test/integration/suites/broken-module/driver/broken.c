// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>

int broken = undeclared_name;

MODULE_LICENSE("GPL");
