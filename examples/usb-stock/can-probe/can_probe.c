// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tries a CAN device from inside the kernel, because a small root has no tool that knows CAN: sets the bit rate, opens
 * the device, sends a numbered frame for each write to "send", and counts what comes back: answers, the number of the
 * last one, frames with other data, and errors. What it calls can_dlc is also called len since Linux 5.11.
 */

#include <linux/can.h>
#include <linux/can/core.h>
#include <linux/can/dev.h>
#include <linux/can/netlink.h>
#include <linux/can/skb.h>
#include <linux/module.h>
#include <linux/netdevice.h>
#include <linux/rtnetlink.h>
#include <net/rtnetlink.h>

#define PROBE_ID	0x123
#define PROBE_BITRATE	500000

static char *device = "can0";
module_param(device, charp, 0444);
static uint answers;
module_param(answers, uint, 0444);
static uint last_answer;
module_param(last_answer, uint, 0444);
static uint others;
module_param(others, uint, 0444);
static uint errors;
module_param(errors, uint, 0444);
static uint last_error;
module_param(last_error, uint, 0444);

static struct net_device *can;
static u8 sent;

static void probe_answer(struct sk_buff *skb, void *data)
{
	const struct can_frame *frame = (const struct can_frame *)skb->data;

	if (frame->can_id == PROBE_ID + 1 && frame->can_dlc == 3 && frame->data[0] == 3 && frame->data[2] == 1) {
		last_answer = frame->data[1];
		answers++;
	} else if (frame->can_id == PROBE_ID + 1) {
		others++;
	}
}

static void probe_error(struct sk_buff *skb, void *data)
{
	const struct can_frame *frame = (const struct can_frame *)skb->data;

	last_error = frame->can_id & CAN_ERR_MASK;
	errors++;
}

static int probe_send(const char *value, const struct kernel_param *parameter)
{
	struct can_frame *frame;
	struct sk_buff *skb;

	if (!can)
		return -ENODEV;
	skb = alloc_can_skb(can, &frame);
	if (!skb)
		return -ENOMEM;
	frame->can_id = PROBE_ID;
	frame->can_dlc = 3;
	frame->data[0] = 1;
	frame->data[1] = ++sent;
	frame->data[2] = 3;
	return can_send(skb, 0);
}

static const struct kernel_param_ops send_ops = { .set = probe_send };
module_param_cb(send, &send_ops, NULL, 0200);

/* As "ip link set can0 type can bitrate 500000" does it. */
static int probe_set_bitrate(void)
{
	struct {
		struct nlattr attr;
		struct can_bittiming timing;
	} bitrate = {
		.attr = { .nla_len = sizeof(bitrate), .nla_type = IFLA_CAN_BITTIMING },
		.timing = { .bitrate = PROBE_BITRATE },
	};
	struct nlattr *settings[IFLA_CAN_MAX + 1] = { [IFLA_CAN_BITTIMING] = &bitrate.attr };
	struct nlattr *none[IFLA_MAX + 1] = { };

	if (!can->rtnl_link_ops || !can->rtnl_link_ops->changelink)
		return -EOPNOTSUPP;
	return can->rtnl_link_ops->changelink(can, none, settings, NULL);
}

static int __init probe_init(void)
{
	int err;

	can = dev_get_by_name(&init_net, device);
	if (!can)
		return -ENODEV;
	rtnl_lock();
	err = probe_set_bitrate();
	if (!err)
		err = dev_open(can, NULL);
	rtnl_unlock();
	if (err)
		goto put_device;
	err = can_rx_register(&init_net, can, 0, 0, probe_answer, NULL, "probe", NULL);
	if (err)
		goto close_device;
	err = can_rx_register(&init_net, can, 0, CAN_ERR_MASK | CAN_ERR_FLAG, probe_error, NULL, "probe", NULL);
	if (err)
		goto forget_answers;
	return 0;

forget_answers:
	can_rx_unregister(&init_net, can, 0, 0, probe_answer, NULL);
close_device:
	rtnl_lock();
	dev_close(can);
	rtnl_unlock();
put_device:
	dev_put(can);
	can = NULL;
	return err;
}

static void __exit probe_exit(void)
{
	can_rx_unregister(&init_net, can, 0, CAN_ERR_MASK | CAN_ERR_FLAG, probe_error, NULL);
	can_rx_unregister(&init_net, can, 0, 0, probe_answer, NULL);
	rtnl_lock();
	dev_close(can);
	rtnl_unlock();
	dev_put(can);
}

module_init(probe_init);
module_exit(probe_exit);
MODULE_DESCRIPTION("Tries a CAN device");
MODULE_LICENSE("GPL");
