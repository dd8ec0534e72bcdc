/*
 * tests/printf/percent-n.c - what %n stores, by premain-gcc --percent-n
 *
 * Each store is surrounded by bytes that must stay. Without the flag the
 * first printf already fails, and stores nothing.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static unsigned char place[24];

/* The count stands in `bytes` bytes of the place, and nothing else. */
static int stored(int64_t count, int bytes)
{
	unsigned char expected[24];

	memset(expected, 0xa5, sizeof expected);
	memcpy(expected + 8, &count, (size_t)bytes);
	return !memcmp(place, expected, sizeof place);
}

#define STORES(format, count, bytes) \
	do { \
		memset(place, 0xa5, sizeof place); \
		errno = 0; \
		result = printf(format, 12345, (void *)(place + 8)); \
		printf("%d %d %d\n", result, errno, stored(count, bytes)); \
	} while (0)

int main(void)
{
	int result;

	STORES("%d%n|\n", 5, 4);
	STORES("%d%hhn|\n", 5, 1);
	STORES("%400d%hhn|\n", 400, 1);
	STORES("%d%hn|\n", 5, 2);
	STORES("%d%ln|\n", 5, 8);
	STORES("%d%lln|\n", 5, 8);
	STORES("%d%jn|\n", 5, 8);
	STORES("%d%zn|\n", 5, 8);
	STORES("%d%tn|\n", 5, 8);
	STORES("%d%w16n|\n", 5, 2);
	STORES("%d%wf16n|\n", 5, 8);
	STORES("%600d%n|\n", 600, 4);
	return 0;
}
