#include "sandbox.h"

#include "kernel.h"

/* Source: Linux, include/uapi/linux/filter.h and seccomp.h. */
struct step {
	uint16_t code;
	uint8_t if_true;
	uint8_t if_false;
	uint32_t operand;
};

enum { LOAD = 0x20, IF_EQUAL = 0x15, IF_AT_LEAST = 0x35, IF_SET = 0x45, END = 0x06 };
enum { NUMBER_AT = 0, ARCHITECTURE_AT = 4, FIRST_ARGUMENT_AT = 16 };
enum { IS_THREAD = 0x10000, OTHER_NUMBERS = 0x40000000, SET_FILTER = 1 };

#define ALLOWED 0x7fff0000u
#define KILLED 0x80000000u
#define FAILS(number) (0x00050000u | (number))

static bool set_filter(const struct step *steps, uint16_t count)
{
	const struct {
		uint16_t count;
		const struct step *steps;
	} program = { count, steps };

	return CALL(CALL_PRCTL, NO_NEW_PRIVILEGES, 1, 0, 0, 0) >= 0 &&
	       CALL(CALL_SECCOMP, SET_FILTER, 0, &program, 0, 0) >= 0;
}

bool deny_rings(void)
{
	static const struct step steps[] = {
		{ LOAD, 0, 0, NUMBER_AT },
		{ IF_EQUAL, 0, 1, CALL_IO_URING_SETUP },
		{ END, 0, 0, FAILS(NO_SUCH_CALL) },
		{ END, 0, 0, ALLOWED },
	};

	return set_filter(steps, sizeof(steps) / sizeof(*steps));
}

/* The C library makes threads by clone() where there is no clone3(), whose flags a filter cannot see. */
bool deny_processes(void)
{
	static const struct step steps[] = {
		{ LOAD, 0, 0, ARCHITECTURE_AT },
		{ IF_EQUAL, 0, 11, AUDIT_ARCHITECTURE },
		{ LOAD, 0, 0, NUMBER_AT },
		{ IF_AT_LEAST, 9, 0, OTHER_NUMBERS },
		{ IF_EQUAL, 8, 0, CALL_EXECVE },
		{ IF_EQUAL, 7, 0, CALL_EXECVEAT },
		{ IF_EQUAL, 6, 0, CALL_FORK },
		{ IF_EQUAL, 5, 0, CALL_VFORK },
		{ IF_EQUAL, 5, 0, CALL_CLONE3 },
		{ IF_EQUAL, 0, 5, CALL_CLONE },
		{ LOAD, 0, 0, FIRST_ARGUMENT_AT },
		{ IF_SET, 3, 0, IS_THREAD },
		{ END, 0, 0, KILLED },
		{ END, 0, 0, KILLED },
		{ END, 0, 0, FAILS(NO_SUCH_CALL) },
		{ END, 0, 0, ALLOWED },
	};

	return set_filter(steps, sizeof(steps) / sizeof(*steps));
}
