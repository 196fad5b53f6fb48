#include "directory.h"

#include "kernel.h"
#include "text.h"

bool open_directory(struct directory *directory, const char *path)
{
	directory->descriptor = (int)sys_open(CURRENT_DIRECTORY, path, READ_ONLY | DIRECTORY);
	directory->filled = 0;
	directory->next = 0;
	return directory->descriptor >= 0;
}

static const struct directory_entry *any_entry(struct directory *directory)
{
	const struct directory_entry *entry;

	if (directory->next >= directory->filled) {
		directory->next = 0;
		directory->filled =
			CALL(CALL_GETDENTS64, directory->descriptor, directory->bytes, sizeof(directory->bytes), 0, 0);
		if (directory->filled <= 0)
			return NULL;
	}
	entry = (const struct directory_entry *)(directory->bytes + directory->next);
	directory->next += entry->length;
	return entry;
}

const char *next_entry(struct directory *directory)
{
	const struct directory_entry *entry;

	do
		entry = any_entry(directory);
	while (entry != NULL && (same(entry->name, ".") || same(entry->name, "..")));
	return entry == NULL ? NULL : entry->name;
}

void close_directory(struct directory *directory)
{
	sys_close(directory->descriptor);
}

long read_file(const char *path, char *bytes, size_t most)
{
	int file = (int)sys_open(CURRENT_DIRECTORY, path, READ_ONLY);
	long length;

	if (file < 0)
		return 0;
	length = sys_read(file, bytes, most);
	sys_close(file);
	return length < 0 ? 0 : length;
}
