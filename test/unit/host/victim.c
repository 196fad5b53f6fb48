/*
 * A program with two threads, as the fork server meets one: each has a channel of its own (descriptors 3 and 4) and
 * answers every byte that comes there. What is asked on the first: `n` counts in the memory of this process, `t` tells
 * whether this thread leads the process and the C library knows the number of the other one, `e` an event that the
 * other thread adds to, `f` whether the folder that is open as descriptor 20 has a file `mark`, `o` prints, `x` exits
 * with 7, `p` starts a program, `r` tells some random bytes from where QEMU takes its own.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <unistd.h>

static int count;
static int event;
static _Thread_local int own;

static void answer(int channel, const char *what, long number)
{
	char line[64];
	int length = snprintf(line, sizeof(line), "%s %ld\n", what, number);

	if (write(channel, line, (size_t)length) != length)
		exit(9);
}

static char next(int channel)
{
	char asked;

	/* A channel that is not there yet, or that a copy has instead of it, has nothing to read. */
	while (read(channel, &asked, 1) != 1)
		usleep(1000);
	return asked;
}

static void *second(void *unused)
{
	uint64_t one = 1;

	(void)unused;
	for (;;) {
		next(4);
		if (write(event, &one, sizeof(one)) < 0)
			exit(9);
		answer(4, "second", ++own);
	}
}

static long random_number(void)
{
	int (*gnutls_rnd)(int, void *, size_t) = (int (*)(int, void *, size_t))dlsym(RTLD_DEFAULT, "gnutls_rnd");
	long number = 0;

	return gnutls_rnd != NULL && gnutls_rnd(0, &number, sizeof(number)) == 0 ? number : 0;
}

int main(int count_of_words, char **words)
{
	pthread_t other;
	uint64_t added = 0;

	event = eventfd(0, EFD_NONBLOCK);
	if (count_of_words > 1 && strcmp(words[1], "shares-file") == 0)
		dup2(open("/tmp", O_TMPFILE | O_RDWR, 0600), 30);
	if (count_of_words > 1 && strcmp(words[1], "shares-memory") == 0)
		mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (count_of_words > 2)
		dup2(open(words[2], O_PATH | O_DIRECTORY), 20);
	pthread_create(&other, NULL, second, NULL);
	for (;;) {
		switch (next(3)) {
		case 'n':
			answer(3, "count", ++count);
			break;
		case 't':
			answer(3, "thread", gettid() == getpid() && pthread_kill(other, 0) == 0);
			break;
		case 'e':
			added = 0;
			answer(3, "event", read(event, &added, sizeof(added)) < 0 ? 0 : (long)added);
			break;
		case 'f':
			answer(3, "mark", faccessat(20, "mark", F_OK, 0) == 0);
			break;
		case 'o':
			printf("printed\n");
			fflush(stdout);
			answer(3, "printed", 0);
			break;
		case 'r':
			answer(3, "random", random_number());
			break;
		case 'x':
			exit(7);
		case 'p':
			execl("/bin/true", "true", (char *)NULL);
			answer(3, "exec", -1);
		}
	}
}
