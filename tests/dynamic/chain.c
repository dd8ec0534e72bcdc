/*
 * tests/dynamic/chain.c - chain COUNT: libraries that need one another
 *
 * Copies lib0000.so, which needs lib0001.so: each copy's name and what it needs
 * are one higher. The last one needs the first, which loaders have by then.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char file[1 << 16];

static void fail(const char *what)
{
	perror(what);
	exit(1);
}

/* Writes a number over all "0000" (or "0001") behind "lib". */
static void rename_all(char *copy, size_t size, const char *old, int number)
{
	char digits[5];

	snprintf(digits, sizeof digits, "%04d", number);
	for (size_t i = 0; i + 7 <= size; i++)
		if (!memcmp(file + i, "lib", 3) &&
		    !memcmp(file + i + 3, old, 4))
			memcpy(copy + i + 3, digits, 4);
}

int main(int argc, char **argv)
{
	static char copy[sizeof file];
	int count = argc > 1 ? atoi(argv[1]) : 0;
	FILE *stream = fopen("lib0000.so", "rb");
	size_t size;

	if (!stream)
		fail("lib0000.so");
	size = fread(file, 1, sizeof file, stream);
	fclose(stream);
	for (int i = 1; i < count; i++) {
		char name[16];

		memcpy(copy, file, size);
		rename_all(copy, size, "0000", i);
		rename_all(copy, size, "0001", (i + 1) % count);
		snprintf(name, sizeof name, "lib%04d.so", i);
		stream = fopen(name, "wb");
		if (!stream || fwrite(copy, 1, size, stream) != size ||
		    fclose(stream))
			fail(name);
	}
	return 0;
}
