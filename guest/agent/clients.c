#include "clients.h"

#include "kernel.h"
#include "paths.h"
#include "text.h"

enum { ADDRESS_IN_USE = 16 };

static const char *tell_adapter(const char *adapter, const char *type, const char *address)
{
	char path[1024], line[128];
	struct text file_path = TEXT_OF(path), text = TEXT_OF(line);
	long file, written;

	ADD(&file_path, adapter, "/new_device");
	ADD(&text, type, " ", address);
	file = sys_open(CURRENT_DIRECTORY, path, WRITE_ONLY | NO_TERMINAL);
	if (file < 0)
		return "the adapter takes no devices";
	written = sys_write((int)file, line, text.length);
	sys_close((int)file);
	if (written == -ADDRESS_IN_USE)
		return "the kernel has a device at this address";
	return written < 0 ? "the kernel does not take the device" : NULL;
}

const char *new_client(char *arguments)
{
	const char *type = cut_word(&arguments);
	const char *address = cut_word(&arguments);
	const char *adapter = NULL;

	if (*arguments == 0)
		return "a type, an address and a path are needed";
	while (*arguments != 0 && adapter == NULL)
		adapter = path_there(cut_word(&arguments));
	return adapter == NULL ? "there is no adapter" : tell_adapter(adapter, type, address);
}
