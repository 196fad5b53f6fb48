/* The test's folder, and the root in which its stages run. */
#ifndef FOLDER_H
#define FOLDER_H

/* The root of the stages; NULL: the built-in one. */
const char *stage_root(void);

/* The folder's path inside that root. */
const char *folder_path(void);

/* The directories of every folder, where they are not there yet. */
void make_parts(void);

/* Each returns NULL, or why it could not be done. */
const char *choose_root(char *arguments);
const char *set_machine_id(char *id);
const char *bring_folder(char *arguments);
const char *keep_logs(char *arguments);
const char *collect_artifacts(char *arguments);

#endif
