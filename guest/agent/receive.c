#include "receive.h"

#include "host.h"
#include "kernel.h"
#include "text.h"

enum { HELD_BYTES = 65536 };

/* What has come and is not a file yet, and how much is still to come. */
static char held[HELD_BYTES];
static size_t first;
static size_t end;
static int64_t coming;

static bool receive(void)
{
	size_t room;
	long length;

	if (first > 0) {
		memmove(held, held + first, end - first);
		end -= first;
		first = 0;
	}
	room = sizeof(held) - end;
	if ((int64_t)room > coming)
		room = (size_t)coming;
	/* Also for a header that is longer than all that can be held. */
	if (room == 0)
		return false;
	length = sys_read(files_port(), held + end, room);
	if (length <= 0)
		return false;
	end += (size_t)length;
	coming -= length;
	return true;
}

/* A line that ends with a zero, because a path may have anything else in it. NULL: nothing more comes. */
static char *next_header(void)
{
	size_t length = 0;

	for (;;) {
		for (; first + length < end; length++) {
			char *header = held + first;

			if (header[length] != 0)
				continue;
			first += length + 1;
			return header;
		}
		if (!receive())
			return NULL;
	}
}

static long fill_file(int file, int64_t size)
{
	while (size > 0) {
		size_t piece;
		long written;

		if (first == end && !receive())
			return -NO_DATA;
		piece = end - first;
		if ((int64_t)piece > size)
			piece = (size_t)size;
		written = sys_write(file, held + first, piece);
		if (written < 0)
			return written;
		first += (size_t)written;
		size -= written;
	}
	return 0;
}

static long receive_file(int directory, const char *path, int64_t mode, int64_t size)
{
	int file = (int)sys_create(directory, path, mode);
	long error;

	if (file < 0)
		return file;
	error = fill_file(file, size);
	sys_close(file);
	return error;
}

/* `directory PATH` or `MODE SIZE PATH`; the file's bytes follow. */
static const char *receive_entry(int directory, char *header)
{
	static char complaint[256];
	struct text text = TEXT_OF(complaint);
	const char *mode = cut_word(&header);
	bool is_directory = same(mode, "directory");
	int64_t size = is_directory ? 0 : number_in(cut_word(&header));
	long error;

	/* While a file comes, its header makes room for it. */
	ADD(&text, header, " cannot be received: error ");

	error = is_directory ? sys_mkdir(directory, header) : receive_file(directory, header, number_in(mode), size);
	if (error >= 0 || (is_directory && error == -EXISTS))
		return NULL;
	add_number(&text, (uint64_t)-error);
	return complaint;
}

const char *receive_files(const char *path, int64_t size)
{
	int directory = (int)sys_open(CURRENT_DIRECTORY, path, READ_ONLY | DIRECTORY);
	const char *complaint = directory < 0 ? "there is no directory for it" : NULL;
	/* Files have the modes that they have on the host. */
	long mask = CALL(CALL_UMASK, 0, 0, 0, 0, 0);
	char *header;

	first = end = 0;
	coming = size;
	while (complaint == NULL && coming + (int64_t)(end - first) > 0) {
		header = next_header();
		complaint = header == NULL ? "it has no end" : receive_entry(directory, header);
	}
	CALL(CALL_UMASK, mask, 0, 0, 0, 0);
	sys_close(directory);
	return complaint;
}
