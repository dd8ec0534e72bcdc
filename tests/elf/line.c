/* tests/elf/line.c - complaints of each form, in buffers of each size */
#define _GNU_SOURCE		/* O_PATH */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "loader/elf/headers.h"

/* A buffer of `size` bytes ends with a NUL, and nothing lies behind it. */
static int fits(const struct complaint *complaint, size_t size)
{
	char buffer[202];
	size_t length;

	memset(buffer, '#', sizeof buffer);
	length = complaint_write(complaint, buffer, size);
	return length < size && strlen(buffer) == length &&
	       buffer[size] == '#';
}

static int show(struct complaint *complaint)
{
	char line[201];

	for (size_t size = 1; size <= 201; size++)
		if (!fits(complaint, size)) {
			printf("%zu bytes are left\n", size);
			return 1;
		}
	complaint_write(complaint, line, sizeof line);
	return puts(line) < 0;
}

/* What the kernel says of a descriptor that cannot be mapped. */
static int read_from(int fd, struct complaint *complaint)
{
	static Elf64_Phdr table[ELF_HEADERS_MAX];
	static struct elf_headers headers = { .copy = table };

	return (elf_examine(fd, &headers, complaint) &&
		elf_read_headers(&headers, complaint)) || show(complaint);
}

int main(void)
{
	struct complaint complaint = {
		.object = "libx.so", .table = "program header", .number = 7
	};
	int failed;

	complain(&complaint, "p_align", AS_HEX, 3, "is not a power of two");
	failed = show(&complaint);
	complaint.table = NULL;
	complain(&complaint, "e_phnum", AS_COUNT, 73, "is not from 1 to 72");
	failed |= show(&complaint);
	complain(&complaint, "PT_LOAD", AS_NOTHING, 0, "is missing");
	failed |= show(&complaint);
	complain_call(&complaint, "mmap", -13);
	failed |= show(&complaint);
	complain_call(&complaint, "mmap", -4095);
	failed |= show(&complaint);
	failed |= read_from(-1, &complaint);
	return failed | read_from(open("/proc/self/exe", O_PATH), &complaint);
}
