// SPDX-License-Identifier: GPL-2.0-only
/* What happens later: a timer and a delayed work that nobody stops. */
#include <linux/slab.h>
#include <linux/version.h>
#include "planted.h"

/* Later than any test. */
#define LATER (600 * HZ)
#define REPORT_BYTES 200

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 2, 0)
#define timer_delete_sync del_timer_sync
#endif

static void planted_retry(struct timer_list *timer)
{
	struct planted *p = container_of(timer, struct planted, retry);

	dev_info(&p->pdev->dev, "again\n");
}

static void planted_refresh(struct work_struct *work)
{
	struct planted *p = container_of(to_delayed_work(work), struct planted, refresh);

	dev_info(&p->pdev->dev, "refreshed\n");
}

/* The last report needs memory. Without it, it is tried again. */
static void report(struct planted *p)
{
	char *text = kmalloc(REPORT_BYTES, GFP_KERNEL);

	if (!text) {
		mod_timer(&p->retry, jiffies + LATER); /* bug: timer armed after remove */
		return;
	}
	snprintf(text, REPORT_BYTES, "last result %u", p->result);
	dev_info(&p->pdev->dev, "%s\n", text);
	kfree(text);
}

int planted_later_init(struct planted *p)
{
	timer_setup(&p->retry, planted_retry, 0);
	mod_timer(&p->retry, jiffies + LATER);
	INIT_DELAYED_WORK(&p->refresh, planted_refresh);
	schedule_delayed_work(&p->refresh, LATER); /* bug: work not cancelled */
	p->queue = alloc_workqueue("planted", WQ_UNBOUND, 0);
	if (!p->queue)
		goto failed;
	return 0;
failed:
	timer_delete_sync(&p->retry);
	return -ENOMEM;
}

void planted_later_exit(struct planted *p)
{
	cancel_delayed_work_sync(&p->refresh);
	timer_delete_sync(&p->retry);
	destroy_workqueue(p->queue);
	report(p);
}
