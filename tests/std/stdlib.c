/*
 * tests/std/stdlib.c - numbers, order, the environment and memory
 *
 * What it prints must be what the same source prints with the host's libc.
 */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include "check.h"

/* ---- numbers ---------------------------------------------------------- */

static void show(const char *text, int base)
{
	char *end;
	long value;
	unsigned long positive;

	errno = 0;
	value = strtol(text, &end, base);
	printf("%s (%d): %ld %d %d", text, base, value, (int)(end - text),
		errno);
	errno = 0;
	positive = strtoul(text, &end, base);
	printf(", %lu %d %d\n", positive, (int)(end - text), errno);
}

static void numbers(void)
{
	static const char *const texts[] = {
		"", " ", "-", "+", "+-1", "0", "-0", "00", "08", "0x", "0xg",
		"0x1", "-0X1f", "0xx", "x1", "12abc", " \t\n\v\f\r42", "\b1",
		"9223372036854775807", "9223372036854775808",
		"-9223372036854775808", "-9223372036854775809",
		"18446744073709551615", "18446744073709551616",
		"-18446744073709551615", "-18446744073709551616",
		"99999999999999999999999", "-99999999999999999999999x",
		"7fffffffffffffff", "0x8000000000000000", "zz", "Zz!", "1 2",
		"0777777777777777777777", "1777777777777777777777",
		"2147483647", "2147483648", "1.5", "1e5", "- 1",
		"\xb2", "1\xb2"
	};
	static const int bases[] = { 10, 0, 16, 8, 2, 36, 3 };
	static const int wrong[] = { 1, 37, -1, INT_MIN, INT_MAX };
	uint64_t hash = 14695981039346656037u;
	char *end;

	for (unsigned n = 0; n < sizeof(texts) / sizeof(*texts); n++)
		for (unsigned b = 0; b < sizeof(bases) / sizeof(*bases); b++)
			show(texts[n], bases[b]);
	for (unsigned n = 0; n < sizeof(wrong) / sizeof(*wrong); n++) {
		errno = 0;
		CHECK(strtol("12", NULL, wrong[n]) == 0 && errno == EINVAL);
		errno = 0;
		CHECK(strtoumax("12", NULL, wrong[n]) == 0 && errno == EINVAL);
	}
	for (int round = 0; round < 200000; round++) {
		/* no b: newer hosts read C23's 0b1 as a binary number */
		static const char letters[] = "0123456789acdefgxXzZ +-8890777";
		char text[40];
		size_t size = random_number() % 26;
		int base = (int)(random_number() % 37);
		uint64_t results[6];

		if (base == 1 || random_number() % 2)
			base = 10;
		for (size_t n = 0; n < size; n++)
			text[n] = letters[random_number() % (base == 10 ? 10
				: sizeof(letters) - 1)];
		text[size] = '\0';
		errno = 0;
		results[0] = (uint64_t)strtoll(text, &end, base);
		results[1] = (uint64_t)errno << 32 | (uint64_t)(end - text);
		errno = 0;
		results[2] = strtoull(text, &end, base);
		results[3] = (uint64_t)errno << 32 | (uint64_t)(end - text);
		results[4] = (uint64_t)strtoimax(text, NULL, base);
		results[5] = strtoumax(text, NULL, base);
		for (int n = 0; n < 6; n++)
			hash = (hash ^ results[n]) * 1099511628211u;
	}
	printf("%llx\n", (unsigned long long)hash);

	/* every long survives the way there and back */
	for (int bit = 0; bit < 64; bit++)
		for (long off = -2; off <= 2; off++) {
			long value = (long)((1ul << bit) + (unsigned long)off);
			char text[30];

			sprintf(text, "%ld", value);
			errno = 0;
			CHECK(strtol(text, &end, 10) == value && errno == 0);
			CHECK(*end == '\0');
			sprintf(text, "%#lx", (unsigned long)value);
			CHECK(strtoul(text, NULL, 0) == (unsigned long)value);
		}
#ifndef __GLIBC__
	CHECK(strtol("0b11", &end, 0) == 0 && *end == 'b');
	CHECK(strtol("0b11", &end, 2) == 0 && *end == 'b');
	CHECK(strtol("0b11", &end, 16) == 0xb11 && *end == '\0');
#else
	checks += 3;
#endif
	CHECK(atoi(" -42x") == -42 && atol("123456789012") == 123456789012);
	CHECK(atoll("-9223372036854775808") == LLONG_MIN && atoi("") == 0);
	CHECK(abs(-3) == 3 && labs(-3L) == 3 && llabs(3) == 3);
	CHECK(imaxabs(INTMAX_MIN + 1) == INTMAX_MAX);
	CHECK(div(-7, 2).quot == -3 && div(-7, 2).rem == -1);
	CHECK(ldiv(7, -2).quot == -3 && ldiv(7, -2).rem == 1);
	CHECK(lldiv(LLONG_MIN, 2).quot == LLONG_MIN / 2);
	CHECK(imaxdiv(9, 4).quot == 2 && imaxdiv(9, 4).rem == 1);
}

/* ---- characters ------------------------------------------------------- */

static void characters(void)
{
	for (int c = -1; c < 256; c++)
		printf("%d%d%d%d%d%d%d%d%d%d%d%d%d %d %d\n", !!isalnum(c),
			!!isalpha(c), !!isblank(c), !!iscntrl(c), !!isdigit(c),
			!!isgraph(c), !!islower(c), !!isprint(c), !!ispunct(c),
			!!isspace(c), !!isupper(c), !!isxdigit(c),
			!!isascii(c), tolower(c), toupper(c));
}

/* ---- order ------------------------------------------------------------ */

struct element {
	int key;
	int place;
	char rest[13];	/* a size that is no multiple of anything */
};

static unsigned long comparisons;

static int compare_ints(const void *left, const void *right)
{
	int a = *(const int *)left, b = *(const int *)right;

	comparisons++;
	return (a > b) - (a < b);
}

static int compare_elements(const void *left, const void *right)
{
	return compare_ints(&((const struct element *)left)->key,
		&((const struct element *)right)->key);
}

static int with_argument(const void *left, const void *right, void *argument)
{
	if (argument != &comparisons)
		return 0;
	return -compare_ints(left, right);
}

static int pattern(int kind, int n, int count)
{
	switch (kind) {
	case 0: return n;
	case 1: return count - n;
	case 2: return 5;
	case 3: return n % 2;
	case 4: return n < count / 2 ? n : count - n;
	case 5: return n * 7919 % (count + 1);
	case 6: return (int)(random_number() % 10);
	}
	return (int)random_number();
}

static void sorting(void)
{
	static int ints[4000];
	static struct element elements[500];
	static unsigned char seen[500];

	for (int count = 0; count <= 4000; count += count < 40 ? 1 : 1320)
		for (int kind = 0; kind < 8; kind++) {
			unsigned long limit = 1;
			long long sum = 0;
			int ordered = 1;

			for (int n = 0; n < count; n++)
				sum += ints[n] = pattern(kind, n, count);
			for (int n = count; n > 0; n /= 2)
				limit += 2 * (unsigned long)count;
			comparisons = 0;
			qsort(ints, (size_t)count, sizeof(*ints), compare_ints);
			CHECK(comparisons <= limit);
			for (int n = 0; n < count; n++) {
				sum -= ints[n];
				if (n > 0 && ints[n - 1] > ints[n])
					ordered = 0;
			}
			CHECK(ordered && sum == 0);
		}
	for (int kind = 0; kind < 8; kind++) {
		int good = 1;

		memset(seen, 0, sizeof(seen));
		for (int n = 0; n < 500; n++) {
			elements[n].key = pattern(kind, n, 500);
			elements[n].place = n;
			memset(elements[n].rest, n, sizeof(elements[n].rest));
		}
		qsort(elements, 500, sizeof(*elements), compare_elements);
		for (int n = 0; n < 500; n++) {
			int place = elements[n].place;

			if (n > 0 && elements[n - 1].key > elements[n].key)
				good = 0;
			if (seen[place]++)
				good = 0;
			for (size_t m = 0; m < sizeof(elements[n].rest); m++)
				if (elements[n].rest[m] != (char)place)
					good = 0;
		}
		CHECK(good);
	}
	for (int n = 0; n < 100; n++)
		ints[n] = n;
	qsort_r(ints, 100, sizeof(*ints), with_argument, &comparisons);
	CHECK(ints[0] == 99 && ints[50] == 49 && ints[99] == 0);

	for (int count = 0; count < 70; count++) {
		for (int n = 0; n < count; n++)
			ints[n] = 2 * n;
		for (int key = -1; key <= 2 * count; key++) {
			int *found = bsearch(&key, ints, (size_t)count,
				sizeof(*ints), compare_ints);
			int there = key >= 0 && key % 2 == 0 && key / 2 < count;

			CHECK(found == (there ? ints + key / 2 : NULL));
		}
	}
}

/* ---- the environment -------------------------------------------------- */

extern char **environ;

static void environment(void)
{
	static char own[] = "OWN=first", other[] = "OWN=second";
	static char *none[] = { NULL };
	static char two[] = "D=1", again[] = "D=2", three[] = "E=3";
	static char *twice[] = { two, again, three, again, NULL };
	char name[20];

	CHECK(setenv("PREMAIN_A", "one", 0) == 0);
	CHECK(strcmp(getenv("PREMAIN_A"), "one") == 0);
	CHECK(setenv("PREMAIN_A", "two", 0) == 0);
	CHECK(strcmp(getenv("PREMAIN_A"), "one") == 0);
	CHECK(setenv("PREMAIN_A", "", 1) == 0);
	CHECK(strcmp(getenv("PREMAIN_A"), "") == 0);
	CHECK(getenv("PREMAIN_") == NULL && getenv("PREMAIN_AB") == NULL);
	CHECK(getenv("") == NULL && getenv("PREMAIN_A=") == NULL);
	CHECK(putenv(own) == 0 && getenv("OWN") == own + 4);
	own[4] = 'F';
	CHECK(strcmp(getenv("OWN"), "First") == 0);
	CHECK(putenv(other) == 0 && getenv("OWN") == other + 4);
	CHECK(secure_getenv("OWN") == other + 4);
	errno = 0;
	CHECK(setenv("", "x", 1) == -1 && errno == EINVAL);
	errno = 0;
	CHECK(setenv("a=b", "x", 1) == -1 && errno == EINVAL);
	errno = 0;
	CHECK(unsetenv("a=b") == -1 && errno == EINVAL);
	CHECK(unsetenv("PREMAIN_A") == 0 && getenv("PREMAIN_A") == NULL);
	CHECK(unsetenv("PREMAIN_A") == 0);
	for (int n = 0; n < 300; n++) {
		sprintf(name, "N%d", n);
		CHECK(setenv(name, name + 1, 1) == 0);
	}
	for (int n = 0; n < 300; n += 2) {
		sprintf(name, "N%d", n);
		CHECK(unsetenv(name) == 0);
	}
	for (int n = 0; n < 300; n++) {
		sprintf(name, "N%d", n);
		CHECK(n % 2 ? strcmp(getenv(name), name + 1) == 0
			: getenv(name) == NULL);
	}
	environ = twice;
	CHECK(unsetenv("D") == 0 && getenv("D") == NULL && *getenv("E") == '3');
	environ = none;
	CHECK(getenv("OWN") == NULL);
	CHECK(setenv("AGAIN", "1", 1) == 0 && *getenv("AGAIN") == '1');
	CHECK(none[0] == NULL);
	CHECK(clearenv() == 0 && getenv("AGAIN") == NULL);
	CHECK(setenv("AGAIN", "2", 1) == 0 && *getenv("AGAIN") == '2');
}

/* ---- memory ----------------------------------------------------------- */

#define SLOTS 700

static struct {
	unsigned char *memory;
	size_t size;
	unsigned char mark;
} slots[SLOTS];

static int holds_mark(int n)
{
	for (size_t at = 0; at < slots[n].size; at++)
		if (slots[n].memory[at] != slots[n].mark)
			return 0;
	return 1;
}

static size_t some_size(void)
{
	uint32_t kind = random_number() % 100;

	if (kind < 70)
		return random_number() % 200;
	if (kind < 99)
		return random_number() % 6000;
	return random_number() % 600000;
}

static void mark(int n, size_t from)
{
	memset(slots[n].memory + from, slots[n].mark, slots[n].size - from);
}

static void stress(void)
{
	for (int round = 0; round < 60000; round++) {
		int n = (int)(random_number() % SLOTS);
		size_t size = some_size(), old = slots[n].size;
		unsigned char *next;

		switch (slots[n].memory == NULL ? random_number() % 3
			: 3 + random_number() % 2) {
		case 0:
			next = malloc(size);
			CHECK(next != NULL && (uintptr_t)next % 16 == 0);
			old = 0;
			break;
		case 1:
			next = calloc(size, 1);
			CHECK(next != NULL && (uintptr_t)next % 16 == 0);
			slots[n].memory = next;
			slots[n].size = size;
			slots[n].mark = 0;
			CHECK(holds_mark(n));
			old = 0;
			break;
		case 2:
			old = (size_t)1 << random_number() % 14;
			next = aligned_alloc(old, size);
			CHECK(next != NULL && (uintptr_t)next % old == 0);
			old = 0;
			break;
		case 3:
			CHECK(holds_mark(n));
			free(slots[n].memory);
			next = NULL;
			break;
		default:
			CHECK(holds_mark(n));
			if (size == 0)
				size = 1;	/* 0 may be free */
			next = realloc(slots[n].memory, size);
			CHECK(next != NULL && (uintptr_t)next % 16 == 0);
			slots[n].memory = next;
			slots[n].size = old < size ? old : size;
			CHECK(holds_mark(n));
			break;
		}
		slots[n].memory = next;
		slots[n].size = next != NULL ? size : 0;
		if (next != NULL && old == 0)
			slots[n].mark = (unsigned char)random_number();
		if (next != NULL)
			mark(n, old < size ? old : size);
	}
	for (int n = 0; n < SLOTS; n++) {
		CHECK(holds_mark(n));
		free(slots[n].memory);
	}
}

/* The compiler must not see that these sizes cannot be had. */
static volatile size_t too_much = (size_t)PTRDIFF_MAX;

static void limits(void)
{
	void *memory = NULL, *other = &memory;

	free(NULL);
	CHECK((memory = malloc(0)) != NULL);
	CHECK((other = malloc(0)) != memory);
	free(other);
	memory = realloc(memory, 100);
	memset(memory, 'x', 100);
	errno = 0;
	CHECK(malloc(too_much + 1) == NULL && errno == ENOMEM);
	errno = 0;
	CHECK(malloc(too_much * 2 + 1) == NULL && errno == ENOMEM);
	errno = 0;
	CHECK(malloc(too_much - 4000) == NULL && errno == ENOMEM);
	errno = 0;
	CHECK(calloc(too_much / 2, 5) == NULL && errno == ENOMEM);
	errno = 0;
	CHECK(calloc(too_much, too_much) == NULL && errno == ENOMEM);
	errno = 0;
	CHECK(realloc(memory, too_much) == NULL && errno == ENOMEM);
	errno = 0;
	CHECK(reallocarray(memory, too_much, 3) == NULL && errno == ENOMEM);
	CHECK(((char *)memory)[99] == 'x');
	errno = 0;
	CHECK(aligned_alloc(64, too_much - 10) == NULL && errno == ENOMEM);
	free(memory);
	CHECK(posix_memalign(&other, 3, 10) == EINVAL && other != NULL);
	CHECK(posix_memalign(&other, 4, 10) == EINVAL);
	CHECK(posix_memalign(&other, 4096, 10) == 0);
	CHECK((uintptr_t)other % 4096 == 0);
	errno = 77;
	free(other);
	CHECK(errno == 77);
	/* an alignment greater than any region of the heap */
	for (int n = 0; n < 20; n++) {
		slots[n].size = 100;
		slots[n].mark = (unsigned char)n;
		slots[n].memory = aligned_alloc(1 << 21, 100);
		CHECK((uintptr_t)slots[n].memory % (1 << 21) == 0);
		mark(n, 0);
		slots[n + 20].memory = malloc(slots[n + 20].size = 5000);
		slots[n + 20].mark = (unsigned char)~n;
		mark(n + 20, 0);
	}
	for (int n = 0; n < 40; n++) {
		CHECK(holds_mark(n));
		free(slots[n].memory);
	}
	/* greater than a page: the mapping's start will not do by chance */
	CHECK(posix_memalign(&other, 1 << 21, 1 << 20) == 0);
	CHECK((uintptr_t)other % (1 << 21) == 0);
	memset(other, 1, 1 << 20);
	other = realloc(other, 3 << 20);
	CHECK(other != NULL && ((char *)other)[(1 << 20) - 1] == 1);
	free(other);
}

int main(void)
{
	numbers();
	characters();
	sorting();
	environment();
	stress();
	limits();
	for (int n = 0; n < 1000; n++) {
		unsigned seed = (unsigned)n;
		int value = rand();

		CHECK(value >= 0 && value <= RAND_MAX);
		value = rand_r(&seed);
		CHECK(value >= 0 && value <= RAND_MAX);
	}
	srand(5);
	int first = rand();
	srand(5);
	CHECK(rand() == first);
	return finish();
}
