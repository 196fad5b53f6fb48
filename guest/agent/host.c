#include "host.h"

#include "children.h"
#include "clock.h"
#include "kernel.h"
#include "notes.h"
#include "output.h"
#include "ports.h"
#include "power.h"
#include "text.h"

static const char protocol[] = "1";

static int control = -1;
static int files = -1;
static char token[128];

/* What the host has sent and nobody has read yet. */
static char heard[4 * LINE_BYTES];
static size_t heard_first;
static size_t heard_end;

void open_ports(void)
{
	control = open_port("qdt.control", READ_WRITE | NONBLOCKING);
	/* Nothing can be done. The note that was just written tells the host why the power goes off. */
	if (control < 0)
		power_off();
	files = open_port("qdt.files", READ_WRITE);
	open_outputs();
	publish_port("qdt.hw", "/run/qdt/hw-port");
}

void announce(const char *complaint)
{
	struct system_names names;

	if (complaint != NULL) {
		SAY("unready ", complaint);
		return;
	}
	CALL(CALL_UNAME, &names, 0, 0, 0, 0);
	NOTE("agent ready");
	SAY("ready ", protocol, " ", names.release);
}

int control_port(void)
{
	return control;
}

int files_port(void)
{
	return files;
}

/* For a moment after a suspend, the host does not have the port. */
enum { PATIENCE_MS = 10000, POLL_MS = 50 };

/* When the host is gone, or the port was torn away, nobody will ever ask for anything. */
static void hear(void)
{
	static int64_t gone_since = -1;
	long length = sys_read(control, heard + heard_end, sizeof(heard) - heard_end);

	if (length > 0)
		heard_end += (size_t)length;
	if (length > 0 || length == -TRY_AGAIN) {
		gone_since = -1;
		return;
	}
	if (gone_since < 0)
		gone_since = milliseconds();
	if (length < 0 || milliseconds() - gone_since > PATIENCE_MS) {
		NOTE("control port closed");
		power_off();
	}
	pause_for(POLL_MS);
}

static char *cut_line(void)
{
	for (size_t place = heard_first; place < heard_end; place++) {
		if (heard[place] == '\n') {
			char *line = heard + heard_first;

			heard[place] = 0;
			heard_first = place + 1;
			return line;
		}
	}
	return NULL;
}

char *next_line(void)
{
	char *line = cut_line();

	if (line != NULL)
		return line;
	memmove(heard, heard + heard_first, heard_end - heard_first);
	heard_end -= heard_first;
	heard_first = 0;
	/* The host sends no such line; whatever it is, it is no command. */
	if (heard_end == sizeof(heard))
		heard_end = 0;
	hear();
	return cut_line();
}

void forget_heard(void)
{
	heard_first = heard_end = 0;
}

void set_token(const char *new_token)
{
	struct text text = TEXT_OF(token);

	ADD(&text, new_token);
}

const char *session_token(void)
{
	return token;
}

/* Waits for the host if it reads slowly: a line is never cut. */
static void send(const char *bytes, size_t length)
{
	while (length > 0) {
		struct poll_entry entry = { .descriptor = control, .wanted = WRITABLE };
		long sent = sys_write(control, bytes, length);

		if (sent > 0) {
			bytes += sent;
			length -= (size_t)sent;
		} else if (sent != -TRY_AGAIN) {
			return;
		} else {
			CALL(CALL_PPOLL, &entry, 1, 0, 0, 0);
			if ((entry.found & WRITABLE) == 0)
				pause_for(POLL_MS);
		}
	}
}

void say_all(const char *const *parts)
{
	char line[LINE_BYTES];
	struct text text = TEXT_OF(line);

	if (token[0] != 0)
		ADD(&text, token, " ");
	add_all(&text, parts);
	text.bytes[text.length++] = '\n';
	send(line, text.length);
}
