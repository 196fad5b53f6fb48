/* A test that is done once for nothing, so that everything that runs for one has run before. */
#ifndef REHEARSAL_H
#define REHEARSAL_H

/* From here to `rehearsed`, a copy of the agent does what the host asks for. Returns NULL in it, or why not. */
const char *rehearse(char *arguments);

/* The copy ends, and with it all that it has changed. */
const char *end_rehearsal(char *arguments);

#endif
