#include "folder.h"

#include "host.h"
#include "kernel.h"
#include "output.h"
#include "script.h"
#include "text.h"

/* Its path from here, which the root of the disk image precedes. */
static char place[64] = "/test";
static const char *root;
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

/* The host discards writes to the disk. */
const char *choose_root(char *arguments)
{
	const char *complaint;
	struct text text = TEXT_OF(place);

	if (!same(arguments, "disk"))
		return NULL;
	complaint = run_script("enter-root", "/image", NULL, -1);
	if (complaint != NULL)
		return complaint;
	root = "/image";
	ADD(&text, root, folder_path());
	return NULL;
}

/* The host has created artifacts/ and logs/ in it. */
const char *bring_folder(char *arguments)
{
	const char *transport = cut_word(&arguments);
	long error;

	if (root != NULL)
		sys_mkdir(place);
	if (same(transport, "tar")) {
		is_tar = true;
		return run_script("receive-folder", place, arguments, files_port());
	}
	error = sys_mount("qdt", place, "9p", MOUNT_SILENT, "trans=virtio,version=9p2000.L,msize=262144");
	return error < 0 ? failure("the folder cannot be mounted", error) : NULL;
}

/* In memory, with a limit, because every small write over 9p is a round trip. */
const char *keep_logs(char *arguments)
{
	char path[80];
	struct text text = TEXT_OF(path);
	long error;

	(void)arguments;
	ADD(&text, place, "/logs");
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
