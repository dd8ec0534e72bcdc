/*
 * premain/elf/elf_read_name.c
 *
 * Source: gABI chapter 4, "String Table".
 */
#include "premain/elf/facts.h"

void elf_read_name(const struct elf_image *image, const Elf64_Shdr *strings,
		   unsigned long long offset, char name[ELF_NAME])
{
	unsigned long long length = ELF_NAME - 1;

	if (offset >= strings->sh_size || strings->sh_type == SHT_NOBITS)
		length = 0;
	else if (strings->sh_size - offset < length)
		length = strings->sh_size - offset;
	while (length && !elf_read_at(image, name, strings->sh_offset + offset,
				      (size_t)length))
		length--;
	name[length] = '\0';
}
