/*
 * tests/std/memory.c - the memory functions at every length and alignment
 *
 * Each buffer ends at a page that may not be touched, or begins behind one, so
 * that a byte read or written too many is SIGSEGV.
 */
#define _GNU_SOURCE
#include <string.h>
#include <sys/mman.h>
#include "check.h"

#define AREA 16384

/* AREA bytes with a forbidden page on each side */
static unsigned char *guarded(void)
{
	unsigned char *pages = mmap(NULL, AREA + 8192, PROT_NONE,
		MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (pages == MAP_FAILED || mprotect(pages + 4096, AREA,
			PROT_READ | PROT_WRITE) != 0) {
		puts("no memory");
		exit(2);
	}
	return pages + 4096;
}

static unsigned char *to, *from, expected[AREA];

static void fill(unsigned char *bytes, size_t size)
{
	for (size_t n = 0; n < size; n++)
		bytes[n] = (unsigned char)(n * 7 + n / 256 + 1);
}

static int same(const unsigned char *a, const unsigned char *b, size_t size)
{
	for (size_t n = 0; n < size; n++)
		if (a[n] != b[n])
			return 0;
	return 1;
}

/* The bytes of a window around [place, place + size), with limits. */
static int window(size_t place, size_t size)
{
	size_t start = place < 80 ? 0 : place - 80;
	size_t end = place + size + 80 > AREA ? AREA : place + size + 80;

	return same(to + start, expected + start, end - start);
}

static void one_copy(size_t d, size_t s, size_t size)
{
	for (size_t n = d < 80 ? 0 : d - 80; n < d + size + 80 && n < AREA; n++)
		expected[n] = to[n] = 0xee;
	for (size_t n = 0; n < size; n++)
		expected[d + n] = from[s + n];
	CHECK(memcpy(to + d, from + s, size) == to + d);
	CHECK(window(d, size));
}

static void copies(void)
{
	static const size_t great[] = {
		511, 512, 1000, 2047, 2048, 2049, 2111, 2112, 4095, 4096, 5000
	};

	fill(from, AREA);
	for (size_t size = 0; size <= 300; size++) {
		for (size_t d = 0; d < 17; d++)
			one_copy(d, AREA - size, size);
		for (size_t s = 0; s < 17; s++)
			one_copy(AREA - size, s, size);
	}
	for (size_t n = 0; n < sizeof(great) / sizeof(*great); n++)
		for (size_t d = 0; d < 70; d += 3)
			for (size_t s = 0; s < 20; s += 3)
				one_copy(d, AREA - great[n] - s, great[n]);
}

static void one_move(size_t d, size_t s, size_t size)
{
	size_t start = d < s ? d : s, end = (d < s ? s : d) + size;

	fill(to + start, end - start);
	for (size_t n = start; n < end; n++)
		expected[n] = to[n];
	for (size_t n = 0; n < size; n++)
		expected[d + n] = to[s + n];
	CHECK(memmove(to + d, to + s, size) == to + d);
	CHECK(same(to + start, expected + start, end - start));
}

static void moves(void)
{
	static const size_t great[] = { 2047, 2048, 2200, 4096, 5001 };

	for (size_t size = 0; size <= 280; size++) {
		for (size_t by = 0; by <= 70; by += by < 20 ? 1 : 7) {
			one_move(0, by, size);
			one_move(by, 0, size);
			one_move(AREA - size, AREA - size - by, size);
			one_move(AREA - size - by, AREA - size, size);
		}
		one_move(3, size / 2 + 3, size);
		one_move(size / 2 + 3, 3, size);
	}
	for (size_t n = 0; n < sizeof(great) / sizeof(*great); n++)
		for (size_t by = 0; by <= 140; by++) {
			one_move(by % 19, by % 19 + by, great[n]);
			one_move(AREA - great[n], AREA - great[n] - by,
				great[n]);
		}
}

static void one_set(size_t d, int byte, size_t size)
{
	for (size_t n = d < 80 ? 0 : d - 80; n < d + size + 80 && n < AREA; n++)
		expected[n] = to[n] = 0x55;
	for (size_t n = 0; n < size; n++)
		expected[d + n] = (unsigned char)byte;
	CHECK(memset(to + d, byte, size) == to + d);
	CHECK(window(d, size));
}

static void sets(void)
{
	for (size_t size = 0; size <= 300; size++)
		for (size_t d = 0; d < 17; d++) {
			one_set(d, 0x1a5, size);
			one_set(AREA - size, (int)d - 3, size);
		}
	for (size_t size = 2040; size < 2120; size++) {
		one_set(size % 67, 0x80, size);
		one_set(AREA - size, -1, size);
	}
	one_set(0, 7, AREA);
	one_set(5, 9, AREA - 5);
}

static void compares(void)
{
	for (size_t size = 0; size <= 70; size++) {
		unsigned char *a = to + AREA - size, *b = from + AREA - size;

		memset(a, 'x', size);
		memset(b, 'x', size);
		CHECK(memcmp(a, b, size) == 0);
		for (size_t n = 0; n < size; n++) {
			a[n] = 0x80;
			b[n] = 0x7f;
			CHECK(memcmp(a, b, size) > 0);
			CHECK(memcmp(b, a, size) < 0);
			CHECK(memcmp(a, b, n) == 0);
			a[n] = b[n] = 'x';
		}
	}
}

static void searches(void)
{
	for (size_t size = 0; size <= 70; size++) {
		unsigned char *a = to + AREA - size;

		memset(a, 'x', size);
		CHECK(memchr(a, 'y', size) == NULL);
		CHECK(memrchr(to, 'y', 0) == NULL);
		for (size_t n = 0; n < size; n++) {
			a[n] = 0xff;
			CHECK(memchr(a, -1, size) == a + n);
			CHECK(memchr(a, 0xff, n) == NULL);
			/* C11 7.24.5.1: as if read one by one */
			CHECK(memchr(a, 0xff, AREA) == a + n);
			CHECK(memrchr(a, 0x1ff, size) == a + n);
			CHECK(memrchr(a, 'x', size) == (size == 1 ? NULL
				: a + (n == size - 1 ? n - 1 : size - 1)));
			CHECK(memrchr(a, 0xff, n) == NULL);
			a[n] = 'x';
		}
	}
	memset(to, 0, 64);
	CHECK(memccpy(to, "abcdef", 'd', 6) == to + 4);
	CHECK(same(to, (const unsigned char *)"abcd\0\0", 6));
	CHECK(memccpy(to, "xyz", 'd', 3) == NULL);
	CHECK(same(to, (const unsigned char *)"xyzd", 4));
	CHECK(mempcpy(to, "hello", 5) == to + 5);
	CHECK(same(to, (const unsigned char *)"hello", 5));
	explicit_bzero(to, 5);
	CHECK(same(to, (const unsigned char *)"\0\0\0\0\0", 5));
}

int main(void)
{
	to = guarded();
	from = guarded();
	copies();
	moves();
	sets();
	compares();
	searches();
	return finish();
}
