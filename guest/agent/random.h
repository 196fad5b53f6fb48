/* Randomness of a clone: all clones of one machine start with the same pool. */
#ifndef RANDOM_H
#define RANDOM_H

/*
 * Mixes the seed into the kernel's pool, and makes the kernel derive new keys from it at once. What is only written to
 * /dev/urandom counts a minute later. Returns a negative errno when the kernel cannot (before 4.17).
 */
long seed_random(const char *seed);

#endif
