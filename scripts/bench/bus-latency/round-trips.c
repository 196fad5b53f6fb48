// SPDX-License-Identifier: Apache-2.0
// round-trips usb NODE BYTES N | i2c NODE ADDRESS N: prints the microseconds of each round trip, one per line.
#include <fcntl.h>
#include <linux/i2c-dev.h>
#include <linux/i2c.h>
#include <linux/usbdevice_fs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>

#define TIMEOUT_MS 5000
#define MAX_BYTES 4096

static double now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

/* Endpoint 1, out and in: the model gives back what it got. */
static int usb_round_trip(int node, unsigned int bytes)
{
	static char data[MAX_BYTES];
	struct usbdevfs_bulktransfer out = { 0x01, bytes, TIMEOUT_MS, data };
	struct usbdevfs_bulktransfer in = { 0x81, bytes, TIMEOUT_MS, data };

	if (ioctl(node, USBDEVFS_BULK, &out) < 0)
		return -1;
	return ioctl(node, USBDEVFS_BULK, &in) == (int)bytes ? 0 : -1;
}

/* The number of a register is written, and two bytes of it are read. */
static int i2c_round_trip(int node, unsigned int address)
{
	unsigned char reg = 0, value[2];
	struct i2c_msg messages[] = { { address, 0, 1, &reg }, { address, I2C_M_RD, sizeof(value), value } };
	struct i2c_rdwr_ioctl_data both = { messages, 2 };

	return ioctl(node, I2C_RDWR, &both) == 2 ? 0 : -1;
}

int main(int count, char **words)
{
	unsigned int interface = 0, what, rounds, i;
	int node, is_usb;

	if (count != 5)
		return 2;
	is_usb = !strcmp(words[1], "usb");
	node = open(words[2], O_RDWR);
	what = strtoul(words[3], NULL, 0);
	rounds = strtoul(words[4], NULL, 0);
	if (node < 0 || what > MAX_BYTES || (is_usb && ioctl(node, USBDEVFS_CLAIMINTERFACE, &interface) < 0)) {
		perror(words[2]);
		return 1;
	}
	for (i = 0; i < rounds; i++) {
		double begun = now_us();

		if ((is_usb ? usb_round_trip : i2c_round_trip)(node, what)) {
			perror(words[1]);
			return 1;
		}
		printf("%s %.1f\n", words[1], now_us() - begun);
	}
	return 0;
}
