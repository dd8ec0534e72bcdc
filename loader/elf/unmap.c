/* loader/elf/unmap.c - an object leaves memory */
#include <premain/syscalls.h>

#include "loader/elf/image.h"

long elf_unmap(const struct elf_image *image)
{
	return sys_munmap((void *)image->start, image->span + image->behind);
}
