/*
 * A fork server inside of QEMU. QEMU loads this library (LD_PRELOAD) and does not know of it. A guest is restored and
 * stopped in that QEMU once. Then each copy of the process is a machine of its own, whose guest goes on from there, and
 * all that QEMU has translated until then is in the copy already. Under TCG, that is most of the time of a short test.
 *
 * QEMU_FORK_SERVER names the descriptor of a socket. Over it, words that end with a zero come from the host:
 *
 *   survey CHANNELS FOLDER          looks at what is open. Answer: `surveyed`, or `refused REASON`
 *   fork SOCKET OUTPUT FOLDER       makes a copy. Answer: `forked PID`, or `refused REASON`
 *
 * Lines go back to it. The first one is `fork-server 1`. `ended PID STATUS` says how a copy ended (wait(2)). A copy
 * dies with this process, and this process when the socket closes.
 */
#include "descriptors.h"
#include "kernel.h"
#include "memory.h"
#include "sandbox.h"
#include "text.h"
#include "threads.h"

enum { MOST_COPIES = 256, REQUEST_BYTES = 16384, CANNOT_START = 70 };

static int host = -1;

static struct {
	long number;
	/* Readable when it has ended. */
	int process;
} copies[MOST_COPIES];
static int copy_count;

/* This process, which its copies know. */
static long original;

/* The words of the request that is obeyed. */
static char request[REQUEST_BYTES];
static size_t request_length;

static void tell(const char *word, const char *rest)
{
	char line[1024];
	struct text text = TEXT_OF(line);

	add(&text, word);
	if (rest != NULL) {
		add(&text, " ");
		add(&text, rest);
	}
	add(&text, "\n");
	sys_write(host, line, text.length);
}

static const char *word_at(int place)
{
	const char *word = request;

	while (place-- > 0)
		word += length_of(word) + 1;
	return word;
}

/* The end of a copy is read from a descriptor of it: Linux 5.3. */
static const char *survey_system(void)
{
	int self = (int)CALL(CALL_PIDFD_OPEN, CALL(CALL_GETPID, 0, 0, 0, 0, 0), 0, 0, 0, 0);

	if (self < 0)
		return "the kernel is too old";
	sys_close(self);
	return NULL;
}

static void survey(void)
{
	const char *complaint = survey_system();

	if (complaint == NULL)
		complaint = survey_descriptors((int)number_in(word_at(1), 10, NULL), word_at(2), host);

	if (complaint == NULL)
		complaint = survey_memory();
	if (complaint == NULL)
		tell("surveyed", NULL);
	else
		tell("refused", complaint);
}

/* When the host's memory is used up, a copy is to go a little before the process that all others die with. */
static void volunteer(void)
{
	char score[24] = "";
	struct text text = TEXT_OF(score);
	int file = sys_open("/proc/self/oom_score_adj", READ_WRITE);

	if (sys_read(file, score, sizeof(score) - 1) > 0 && score[0] != '-') {
		add_number(&text, number_in(score, 10, NULL) + 10);
		sys_write(file, score, text.length);
	}
	sys_close(file);
}

/* The first that runs in a copy, in QEMU's main thread. Its output is the host's only way to learn of a failure. */
static void begin_copy(void)
{
	const char *complaint;

	CALL(CALL_PRCTL, DIE_WITH_PARENT, KILL, 0, 0, 0);
	/* It may be gone already. */
	if (CALL(CALL_GETPPID, 0, 0, 0, 0, 0) != original)
		sys_exit(CANNOT_START);
	volunteer();
	/* Other copies are none of its business. */
	for (int place = 0; place < copy_count; place++)
		sys_close(copies[place].process);
	complaint = renew_descriptors(word_at(1), word_at(2), word_at(3));
	if (complaint == NULL && !deny_processes())
		complaint = "it cannot be kept from starting programs";
	if (complaint == NULL)
		complaint = revive_threads();
	if (complaint == NULL)
		return;
	sys_write(2, complaint, length_of(complaint));
	sys_exit(CANNOT_START);
}

static void make_copy(void)
{
	const char *complaint = copy_count == MOST_COPIES ? "there are too many copies" : NULL;
	char digits[24];
	struct text text = TEXT_OF(digits);
	long number;
	int process;

	original = CALL(CALL_GETPID, 0, 0, 0, 0, 0);
	number = complaint == NULL ? copy_process(begin_copy, &complaint) : -1;
	process = number < 0 ? -1 : (int)CALL(CALL_PIDFD_OPEN, number, 0, 0, 0, 0);
	if (number >= 0 && process < 0) {
		CALL(CALL_KILL, number, KILL, 0, 0, 0);
		CALL(CALL_WAIT4, number, NULL, ANY_CHILD, 0, 0);
		complaint = "the end of a copy cannot be seen";
	}

	if (complaint != NULL) {
		tell("refused", complaint);
		return;
	}
	copies[copy_count].number = number;
	copies[copy_count++].process = process;
	add_number(&text, (uint64_t)number);
	tell("forked", digits);
}

static void bury(int place)
{
	int status = 0;
	char words[64];
	struct text text = TEXT_OF(words);

	CALL(CALL_WAIT4, copies[place].number, &status, ANY_CHILD, 0, 0);
	add_number(&text, (uint64_t)copies[place].number);
	add(&text, " ");
	add_number(&text, (uint64_t)(uint32_t)status);
	tell("ended", words);
	sys_close(copies[place].process);
	copies[place] = copies[--copy_count];
}

static int words_in_request(void)
{
	int words = 0;

	for (size_t place = 0; place < request_length; place++)
		words += request[place] == 0;
	return words;
}

static void obey(void)
{
	bool is_survey = same(request, "survey");

	if (words_in_request() < (is_survey ? 3 : 4))
		return;
	request_length = 0;
	if (is_survey)
		survey();
	else
		make_copy();
}

static void hear(void)
{
	long length = sys_read(host, request + request_length, sizeof(request) - request_length);

	if (length == -INTERRUPTED)
		return;
	if (length <= 0)
		sys_exit(0);
	request_length += (size_t)length;
	if (request[request_length - 1] == 0)
		obey();
}

static void serve(void)
{
	static struct poll_entry entries[MOST_COPIES + 1];

	CALL(CALL_PRCTL, SET_NAME, "fork-server", 0, 0, 0);
	tell("fork-server 1", NULL);
	for (;;) {
		int count = copy_count;

		entries[0] = (struct poll_entry){ .descriptor = host, .wanted = READABLE };
		for (int place = 0; place < count; place++)
			entries[place + 1] = (struct poll_entry){ copies[place].process, READABLE, 0 };
		CALL(CALL_POLL, entries, count + 1, -1, 0, 0);
		for (int place = count - 1; place >= 0; place--)
			if (entries[place + 1].found != 0)
				bury(place);
		if (entries[0].found != 0)
			hear();
	}
}

/* What the processes before us have left open is nobody's here. */
static void close_foreign(void)
{
	CALL(CALL_CLOSE_RANGE, host + 1, ~0u, 0, 0, 0);
}

/* Runs before QEMU's own code, with the arguments of main(). */
static void begin(int count, char **arguments, char **environment)
{
	static _Alignas(64) char stack[256 * 1024];
	static const char name[] = "QEMU_FORK_SERVER=";
	uint64_t all = ~UINT64_C(0);
	uint64_t before;

	(void)count;
	(void)arguments;
	for (; *environment != NULL; environment++)
		if (begins_with(*environment, name))
			host = (int)number_in(*environment + sizeof(name) - 1, 10, NULL);
	if (host < 0 || !deny_rings())
		return;
	close_foreign();
	CALL(CALL_SIGNAL_MASK, BLOCK, &all, &before, sizeof(all), 0);
	start_thread(OF_ONE_PROCESS, stack + sizeof(stack), serve);
	CALL(CALL_SIGNAL_MASK, SET, &before, 0, sizeof(before), 0);
}

__attribute__((section(".init_array"), used)) static void (*const first)(int, char **, char **) = begin;
