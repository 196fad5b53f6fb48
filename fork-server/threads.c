#include "threads.h"

#include "kernel.h"
#include "text.h"

DEFINE_ENTRY_POINTS;

/*
 * The C library never blocks this signal, and uses it only to cancel threads, which QEMU does not. Source: glibc,
 * sysdeps/unix/sysv/linux/internal-signals.h: SIGCANCEL.
 */
enum { STAND_STILL = 32, MOST_THREADS = 64 };

static struct thread {
	int number;
	/* The round in which it was asked to stand still. */
	int round;
	/* Where the C library keeps it. */
	int *kept_number;
	uintptr_t memory;
	struct point point;
	char name[NAME_BYTES];
} threads[MOST_THREADS];
static int known;

/* How many stand still; what the main thread does then; how often all were let go. */
static int still;
static int next;
enum { WAIT_FOR_ALL, COPY, GIVE_UP };
static int round;

static void (*on_copy)(void);
static long copy;

static struct thread *thread_of(int number)
{
	for (int place = 0; place < known; place++)
		if (threads[place].number == number)
			return &threads[place];
	return NULL;
}

/*
 * Finds where the C library keeps the number of a thread: the one place at which each thread has its own. Its threads
 * stand still.
 */
static bool find_numbers(void)
{
	int found = 0;

	for (uintptr_t place = NUMBER_FROM; place < NUMBER_TO; place += sizeof(int)) {
		int matches = 0;

		while (matches < known && *(int *)(threads[matches].memory + place) == threads[matches].number)
			matches++;
		if (matches < known)
			continue;
		found++;
		for (int thread = 0; thread < known; thread++)
			threads[thread].kept_number = (int *)(threads[thread].memory + place);
	}
	return found == 1;
}

static void let_go(void)
{
	__atomic_add_fetch(&round, 1, __ATOMIC_SEQ_CST);
	wake_all(&round);
}

/* In the main thread, when all others stand still. The copy has only this one. */
static void copy_here(void)
{
	long result = CALL(CALL_CLONE, 0, 0, 0, 0, 0);

	if (result == 0) {
		on_copy();
		return;
	}
	copy = result;
	let_go();
}

/* A thread that goes on in the copy comes back to `note_point`, and returns to what the signal interrupted. */
static void stand_still(int signal, void *facts, void *interrupted)
{
	int number = (int)CALL(CALL_GETTID, 0, 0, 0, 0, 0);
	struct thread *self = thread_of(number);
	int asked;

	(void)signal;
	(void)facts;
	(void)interrupted;
	if (self == NULL)
		return;
	/* Its place in the list is used anew as soon as all were let go, perhaps before this thread has noticed. */
	asked = self->round;
	self->memory = thread_memory();
	CALL(CALL_PRCTL, GET_NAME, self->name, 0, 0, 0);
	if (note_point(&self->point) != 0) {
		CALL(CALL_PRCTL, SET_NAME, self->name, 0, 0, 0);
		return;
	}
	__atomic_add_fetch(&still, 1, __ATOMIC_SEQ_CST);
	wake_all(&still);
	if (number == CALL(CALL_GETPID, 0, 0, 0, 0, 0)) {
		while (now_in(&next) == WAIT_FOR_ALL)
			sleeps_too_long(&next, WAIT_FOR_ALL, NULL);
		if (now_in(&next) == COPY) {
			copy_here();
			return;
		}
	}
	while (now_in(&round) == asked)
		sleeps_too_long(&round, asked, NULL);
}

static void handle_signal(void)
{
	struct {
		void (*handler)(int, void *, void *);
		unsigned long flags;
		void (*restorer)(void);
		uint64_t blocked;
	} action = {
		.handler = stand_still,
		.flags = HANDLER_HAS_FACTS | HANDLER_HAS_RESTORER | CALLS_RESTART,
		.restorer = end_handler,
		.blocked = ~UINT64_C(0),
	};

	CALL(CALL_SIGNAL_ACTION, STAND_STILL, &action, 0, sizeof(action.blocked), 0);
}

/* A thread that has ended in the meantime is none. Returns whether it was asked, or is none. */
static bool ask_to_stop(int number)
{
	long error;

	threads[known] = (struct thread){ .number = number, .round = now_in(&round) };
	__atomic_add_fetch(&known, 1, __ATOMIC_SEQ_CST);
	error = CALL(CALL_TGKILL, CALL(CALL_GETPID, 0, 0, 0, 0, 0), number, STAND_STILL, 0, 0);
	if (error < 0)
		known--;
	return error >= 0 || error == -NO_SUCH_PROCESS;
}

/* Asks every thread that is not known yet. Returns how many those were; -1: it cannot. */
static int stop_more(int self)
{
	_Alignas(8) char entries[1024];
	int directory = sys_open("/proc/self/task", READ_ONLY);
	bool is_good = directory >= 0;
	int before = known;
	long length = 0;

	while (is_good && (length = CALL(CALL_GETDENTS64, directory, entries, sizeof(entries), 0, 0)) > 0) {
		for (long place = 0; is_good && place < length;) {
			struct directory_entry *entry = (struct directory_entry *)(entries + place);
			int number = (int)number_in(entry->name, 10, NULL);

			place += entry->length;
			if (number != 0 && number != self && thread_of(number) == NULL)
				is_good = known < MOST_THREADS && ask_to_stop(number);
		}
	}
	sys_close(directory);
	return is_good && length == 0 ? known - before : -1;
}

/* Usually it takes less than a millisecond. A thread that comes gives the others as much time again. */
static const struct time patience = { .seconds = 5 };

static bool await_still(void)
{
	for (int now = now_in(&still); now < known; now = now_in(&still))
		if (sleeps_too_long(&still, now, &patience) && now_in(&still) == now)
			return false;
	return true;
}

/* A thread that was about to start another one may have done so before it stopped. */
static const char *stop_all(int self)
{
	int more;

	known = still = 0;
	__atomic_store_n(&next, WAIT_FOR_ALL, __ATOMIC_SEQ_CST);
	handle_signal();
	while ((more = stop_more(self)) > 0)
		if (!await_still())
			return "a thread does not stop";
	if (more < 0)
		return "its threads cannot be stopped";
	return find_numbers() ? NULL : "the C library is not known";
}

static void tell_main(int what)
{
	__atomic_store_n(&next, what, __ATOMIC_SEQ_CST);
	wake_all(&next);
}

long copy_process(void (*begin_copy)(void), const char **complaint)
{
	int self = (int)CALL(CALL_GETTID, 0, 0, 0, 0, 0);
	int current = now_in(&round);

	on_copy = begin_copy;
	*complaint = stop_all(self);
	if (*complaint != NULL) {
		let_go();
		tell_main(GIVE_UP);
		return -1;
	}
	tell_main(COPY);
	while (now_in(&round) == current)
		sleeps_too_long(&round, current, NULL);
	if (copy < 0)
		*complaint = "the system makes no more processes";
	return copy;
}

const char *revive_threads(void)
{
	int self = (int)CALL(CALL_GETPID, 0, 0, 0, 0, 0);
	int flags = OF_ONE_PROCESS | SETS_THREAD_MEMORY | TELLS_NUMBER | CLEARS_NUMBER;

	for (int place = 0; place < known; place++) {
		struct thread *thread = &threads[place];

		if (thread->memory == thread_memory())
			*thread->kept_number = self;
		else if (go_on_at(&thread->point, flags, thread->kept_number, thread->memory) < 0)
			return "the system makes no more threads";
	}
	return NULL;
}
