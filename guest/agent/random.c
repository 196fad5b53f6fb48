#include "random.h"

#include "kernel.h"
#include "text.h"

enum { SEED_BYTES = 128 };

struct entropy {
	/* How much of it counts as unknown to everybody. The seed is secret, and the pool had enough before. */
	int bits;
	int length;
	char bytes[SEED_BYTES];
};

long seed_random(const char *seed)
{
	struct entropy entropy = { .bits = 0 };
	struct text text = { .bytes = entropy.bytes, .room = sizeof(entropy.bytes) };
	int device = (int)sys_open(CURRENT_DIRECTORY, "/dev/urandom", READ_WRITE);
	long error;

	if (device < 0)
		return device;
	ADD(&text, seed);
	entropy.length = (int)text.length;
	error = sys_ioctl(device, ADD_ENTROPY, &entropy);
	if (error >= 0)
		error = sys_ioctl(device, RESEED, NULL);
	sys_close(device);
	return error;
}
