/* loader/elf/drop.c - an object that will not stay where its file is mapped */
#include <premain/syscalls.h>

#include "loader/elf/headers.h"

void elf_drop(const struct elf_headers *headers)
{
	sys_munmap((void *)headers->place, headers->room);
}
