/* loader/elf/examine.c - what an open file is, before it is looked at */
#include <premain/syscalls.h>
#include <sys/stat.h>

#include "loader/elf/headers.h"

bool elf_examine(int fd, struct elf_headers *headers,
		 struct complaint *complaint)
{
	struct stat status;
	long result = sys_fstat(fd, &status);

	headers->fd = fd;
	complaint->table = NULL;
	if (result < 0)
		return complain_call(complaint, "fstat", result);
	if (!S_ISREG(status.st_mode))
		return complain(complaint, "the file", AS_NOTHING, 0,
				"is not a regular one");
	headers->size = (uint64_t)status.st_size;
	headers->device = status.st_dev;
	headers->inode = status.st_ino;
	if (headers->size < sizeof headers->header)
		return complain(complaint, "the file's size", AS_COUNT,
				headers->size, "is less than an ELF header's");
	return true;
}
