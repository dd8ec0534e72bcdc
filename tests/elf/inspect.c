/*
 * tests/elf/inspect.c - inspect [--memory] [--vdso] FILE...: a line about each
 *
 * Nothing of a file runs. The status is 127 if one of them was refused, and 1
 * if something stayed mapped. --memory compares each object's memory with its
 * file, and shows how it is mapped.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#include "tests/elf/check.h"

/* One line of /proc/self/maps, by addresses of the object. */
static void show(char *line, unsigned long start, unsigned long span)
{
	unsigned long from = strtoul(line, &line, 16);
	unsigned long to = strtoul(line + 1, &line, 16);

	if (from < start + span && to > start)
		printf("0x%lx-0x%lx %.4s\n", from - start, to - start,
		       line + 1);
}

unsigned int read_maps(unsigned long start, unsigned long span)
{
	static char text[1 << 16];
	size_t length = 0;
	ssize_t got;
	unsigned int lines = 0;
	int fd = open("/proc/self/maps", O_RDONLY);
	char *line = text, *end;

	while ((got = read(fd, text + length, sizeof text - 1 - length)) > 0)
		length += (size_t)got;
	close(fd);
	text[length] = '\0';
	for (; (end = strchr(line, '\n')); line = end + 1) {
		show(line, start, span);
		lines++;
	}
	return lines;
}

static int inspect(const char *path)
{
	const char *slash = strrchr(path, '/');
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char line[240];
	bool accepted;

	if (fd < 0) {
		perror(path);
		exit(1);
	}
	accepted = check_file(fd, slash ? slash + 1 : path, line, sizeof line);
	puts(line);
	close(fd);
	return accepted ? 0 : 127;
}

/* The one object that the kernel maps out of no file. */
static int inspect_vdso(void)
{
	const void *header = (const void *)getauxval(AT_SYSINFO_EHDR);
	char line[240] = "vdso: there is none";
	bool accepted = !header ||
			check_mapped(header, "vdso", line, sizeof line);

	puts(line);
	return accepted ? 0 : 127;
}

int main(int argc, char **argv)
{
	unsigned int before;
	int status = 0;

	alarm(60);		/* no file may hold us up */
	before = read_maps(0, 0);
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], "--memory") == 0)
			check_memory = true;
		else if (strcmp(argv[i], "--vdso") == 0)
			status |= inspect_vdso();
		else
			status |= inspect(argv[i]);
	if (read_maps(0, 0) != before) {
		puts("something stayed mapped");
		status = 1;
	}
	return fflush(stdout) ? 1 : status;
}
