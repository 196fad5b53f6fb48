/* The agent's side of the control port: one command per line, and one answer per command. See PROTOCOL.md. */
#ifndef COMMANDS_H
#define COMMANDS_H

void obey(char *line);

#endif
