/* The control port: lines of the host, and lines for the host. See PROTOCOL.md. */
#ifndef HOST_H
#define HOST_H

#include <stddef.h>

enum { LINE_BYTES = 4096 };

/* Opens the ports. Without a control port there is no return. */
void open_ports(void);

/* Tells the host that the agent waits for commands, or why nothing can be run here. */
void announce(const char *complaint);

/* Which descriptor to watch for commands of the host. */
int control_port(void);

/* The port for the test's folder and its artifacts; blocking, and never read by the agent itself. -1: there is none. */
int files_port(void);

/* The next line of the host without its line feed; NULL: it has not said one yet. It is valid until the next call. */
char *next_line(void);

/* What was read and not obeyed is for somebody else, who has read it, too. */
void forget_heard(void);

/* The session's token goes before every line from now on. It is in nobody's environment or arguments. */
void set_token(const char *token);
const char *session_token(void);

void say_all(const char *const *parts);
#define SAY(...) say_all((const char *const[]){ __VA_ARGS__, NULL })

#endif
