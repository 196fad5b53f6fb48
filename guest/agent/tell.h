/* Files of the kernel that answer what is written to them. */
#ifndef TELL_H
#define TELL_H

/* `PATH TEXT`: writes the text and a line feed, then tells the host each line that the same opening answers. */
const char *tell(char *arguments);

#endif
