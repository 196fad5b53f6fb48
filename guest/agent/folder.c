#include "folder.h"

#include "artifacts.h"
#include "host.h"
#include "kernel.h"
#include "output.h"
#include "receive.h"
#include "script.h"
#include "text.h"

/* Its path from here, which the root of the disk image precedes. */
static char place[64] = "/test";
static const char *root;
static bool is_mounted;
static bool is_tar;

const char *stage_root(void)
{
	return root;
}

const char *folder_path(void)
{
	return "/test";
}

static const char *failure(const char *what, long error)
{
	static char words[128];
	struct text text = TEXT_OF(words);

	ADD(&text, what, ": error ");
	add_number(&text, (uint64_t)-error);
	return words;
}

static const char *stay_in(const char *directory)
{
	struct text text = TEXT_OF(place);

	root = directory;
	ADD(&text, root, folder_path());
	return NULL;
}

/* The host discards writes to the disk. An image that started by itself has a root already: that of its init. */
const char *choose_root(char *arguments)
{
	bool is_started = same(arguments, "image");
	const char *directory = is_started ? "/proc/1/root" : "/image";
	const char *complaint;

	if (!is_started && !same(arguments, "disk"))
		return NULL;
	complaint = run_script(is_started ? "enter-image" : "enter-root", directory, NULL, -1);
	return complaint != NULL ? complaint : stay_in(directory);
}

/* In the chosen root. Programs that run there already go on with what they have read. */
const char *set_machine_id(char *id)
{
	char path[64];
	struct text text = TEXT_OF(path);
	int file;
	long written;

	ADD(&text, root == NULL ? "" : root, "/etc/machine-id");
	file = (int)sys_open(CURRENT_DIRECTORY, path, WRITE_ONLY | CREATE | TRUNCATE | NO_FOLLOW);
	if (file < 0)
		return failure("/etc/machine-id cannot be written", file);
	written = sys_write(file, id, length_of(id));
	if (written >= 0)
		written = sys_write(file, "\n", 1);
	sys_close(file);
	return written < 0 ? failure("/etc/machine-id cannot be written", written) : NULL;
}

static const char *mount_folder(void)
{
	long error = mount_shared(place);

	is_mounted = error >= 0;
	return is_mounted ? NULL : failure("the folder cannot be mounted", error);
}

/* Of every folder. In the built-in root they are there before the machine is saved. */
void make_parts(void)
{
	static const char *const parts[] = { "", "/artifacts", "/logs", "/modules" };

	for (size_t part = 0; part < sizeof(parts) / sizeof(*parts); part++) {
		char path[80];
		struct text text = TEXT_OF(path);

		ADD(&text, place, parts[part]);
		sys_mkdir(CURRENT_DIRECTORY, path);
	}
}

static const char *receive_folder(char *arguments)
{
	const char *complaint = receive_files(place, number_in(cut_word(&arguments)));

	if (complaint != NULL)
		return complaint;
	is_tar = same(arguments, "tar");
	if (!is_tar)
		return offer_artifacts();
	keep_artifacts();
	return NULL;
}

const char *bring_folder(char *arguments)
{
	const char *transport = cut_word(&arguments);

	if (root != NULL)
		make_parts();
	return same(transport, "sent") ? receive_folder(arguments) : mount_folder();
}

/* In memory, with a limit, because every small write over 9p is a round trip. */
const char *keep_logs(char *arguments)
{
	char path[80];
	struct text text = TEXT_OF(path);
	long error = 0;

	(void)arguments;
	ADD(&text, place, "/logs");
	if (is_mounted)
		error = sys_mount("tmpfs", path, "tmpfs", MOUNT_SILENT, "size=8m");
	if (error >= 0)
		error = keep_outputs(path);
	return error < 0 ? failure("logs cannot be kept", error) : NULL;
}

/* Over 9p the artifacts are on the host already. The token after the archive marks its end for the host. */
const char *collect_artifacts(char *arguments)
{
	char mark[256];
	struct text text = TEXT_OF(mark);
	const char *complaint;

	(void)arguments;
	if (!is_tar)
		return NULL;
	complaint = run_script("send-artifacts", place, NULL, files_port());
	if (complaint != NULL)
		return complaint;
	ADD(&text, "\n", session_token(), " end of artifacts\n");
	return sys_write(files_port(), mark, text.length) < 0 ? "the end cannot be marked" : NULL;
}
