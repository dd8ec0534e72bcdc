/*
 * tests/std/string.c - the string functions against the plainest loops
 *
 * All short strings of two letters, each at the end of a page that nothing
 * may be read behind.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include "check.h"

#define SLOTS 4

static char *ends[SLOTS];

/* Slot n's copy of a string: its NUL is the last byte that can be read. */
static char *place(int n, const char *text, size_t size)
{
	char *copy = ends[n] - size;

	for (size_t i = 0; i < size; i++)
		copy[i] = text[i];
	return copy;
}

static size_t length(const char *text)
{
	size_t n = 0;

	while (text[n])
		n++;
	return n;
}

static char *put(int n, const char *text)
{
	return place(n, text, length(text) + 1);
}

static int sign(int value)
{
	return (value > 0) - (value < 0);
}

static int lower(int c)
{
	c &= 0xff;
	return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static int order(const char *a, const char *b, size_t size, int fold)
{
	for (size_t n = 0; n < size; n++) {
		int x = a[n] & 0xff, y = b[n] & 0xff;

		if (fold) {
			x = lower(x);
			y = lower(y);
		}
		if (x != y)
			return x < y ? -1 : 1;
		if (x == 0)
			break;
	}
	return 0;
}

static int contains(const char *set, char c)
{
	for (; *set; set++)
		if (*set == c)
			return 1;
	return 0;
}

static const char *search(const char *text, size_t size, const char *part,
	size_t part_size)
{
	for (size_t n = 0; n + part_size <= size; n++) {
		size_t m = 0;

		while (m < part_size && text[n + m] == part[m])
			m++;
		if (m == part_size)
			return text + n;
	}
	return NULL;
}

static size_t spell(char *text, unsigned number, const char *letters)
{
	size_t size = 0;

	/* 1, 10, 11, 100 ...: what is behind the first 1 is the string */
	for (int bit = 30 - __builtin_clz(number | 1); bit >= 0; bit--)
		text[size++] = letters[number >> bit & 1];
	text[size] = '\0';
	return size;
}

static void pairs(const char *letters, unsigned many)
{
	char one[32], two[32];

	for (unsigned i = 1; i < many; i++) {
		size_t size = spell(one, i, letters);
		char *a = place(0, one, size + 1);

		CHECK(strlen(a) == size);
		for (size_t n = 0; n <= size + 2; n++)
			CHECK(strnlen(a, n) == (n < size ? n : size));
		CHECK(strnlen(place(1, one, size), size) == size);
		for (unsigned j = 1; j < many; j++) {
			size_t other = spell(two, j, letters), n = 0, m = 0;
			char *b = place(1, two, other + 1);
			int expect = order(one, two, 99, 0);

			CHECK(sign(strcmp(a, b)) == expect);
			CHECK(sign(strcoll(a, b)) == expect);
			CHECK(sign(strcasecmp(a, b)) == order(one, two, 99, 1));
			for (size_t k = 0; k < 5; k++) {
				CHECK(sign(strncmp(a, b, k))
					== order(one, two, k, 0));
				CHECK(sign(strncasecmp(a, b, k))
					== order(one, two, k, 1));
			}
			while (one[n] && contains(two, one[n]))
				n++;
			while (one[m] && !contains(two, one[m]))
				m++;
			CHECK(strspn(a, b) == n);
			CHECK(strcspn(a, b) == m);
			CHECK(strpbrk(a, b) == (one[m] ? a + m : NULL));
			CHECK(strstr(a, b) == search(a, size, two, other));
		}
	}
}

static void parts(void)
{
	char text[4096], part[64];

	/* all texts of 10 and parts of up to 5 letters */
	for (unsigned i = 1024; i < 2048; i++) {
		size_t size = spell(text, i, "ab");
		char *a = place(0, text, size);

		for (unsigned j = 1; j < 64; j++) {
			size_t part_size = spell(part, j, "ab");
			char *b = place(1, part, part_size);

			CHECK(memmem(a, size, b, part_size)
				== search(a, size, part, part_size));
		}
	}
	/* periods, near misses and what makes the plain way slow */
	for (int round = 0; round < 3000; round++) {
		size_t size = random_number() % 300;
		size_t part_size = random_number() % 40;
		unsigned period = 1 + random_number() % 7;
		char *a, *b;

		for (size_t n = 0; n < size; n++)
			text[n] = (char)(n % period == 0 ? 'b' : 'a');
		for (size_t n = 0; n < part_size; n++)
			part[n] = (char)(n % period == 0 ? 'b' : 'a');
		for (int change = random_number() % 3; change > 0; change--) {
			if (size > 0)
				text[random_number() % size] = 'c';
			if (part_size > 0 && random_number() % 2)
				part[random_number() % part_size] = 'c';
		}
		a = place(0, text, size);
		b = place(1, part, part_size);
		CHECK(memmem(a, size, b, part_size)
			== search(a, size, part, part_size));
	}
}

/*
 * What takes the plain way hours: at most twice as many steps as letters.
 * (glibc 2.36 needs minutes for one of them.)
 */
static void great_parts(void)
{
#ifdef __GLIBC__
	checks += 6;
#else
	enum { TEXT = 2000000, PART = 1000000 };
	char *text = malloc(TEXT + 1), *part = malloc(PART + 1);

	CHECK(text != NULL && part != NULL);
	memset(text, 'a', TEXT);
	memset(part, 'a', PART);
	text[TEXT] = part[PART] = '\0';
	part[PART - 1] = 'b';
	CHECK(strstr(text, part) == NULL);
	part[PART - 1] = 'a';
	part[0] = 'b';
	CHECK(strstr(text, part) == NULL);
	part[0] = 'a';
	for (int n = PART - 2; n < TEXT; n += PART - 1)
		text[n] = 'b';
	CHECK(strstr(text, part) == NULL);
	/* "abab...", which all but occurs again and again */
	for (int n = 0; n < PART; n++)
		part[n] = (char)(n % 2 ? 'b' : 'a');
	for (int n = 0; n < TEXT; n++)
		text[n] = (char)(n % (PART - 1) % 2 ? 'b' : 'a');
	CHECK(strstr(text, part) == NULL);
	CHECK(strstr(text, part + 2) == text);
	free(text);
	free(part);
#endif
}

static void places(void)
{
	char *a = put(0, "hello, world");

	CHECK(strchr(a, 'l') == a + 2);
	CHECK(strchr(a, 'l' + 256) == a + 2);
	CHECK(strchr(a, 'z') == NULL);
	CHECK(strchr(a, '\0') == a + 12);
	CHECK(strrchr(a, 'l') == a + 10);
	CHECK(strrchr(a, 'z') == NULL);
	CHECK(strrchr(a, '\0') == a + 12);
	CHECK(strchrnul(a, 'w') == a + 7);
	CHECK(strchrnul(a, 'z') == a + 12);
	CHECK(strchr(put(1, "\xe9"), (char)0xe9) != NULL);
	CHECK(strcmp(put(0, "\x80"), put(1, "\x7f")) > 0);
	CHECK(strcasecmp(put(0, "\xc4"), put(1, "\xe4")) < 0);
	CHECK(strcasecmp(put(0, "[A"), put(1, "{a")) < 0);
}

static void copies(void)
{
	char buffer[32];
	char *a = put(0, "abcde"), *room;

	room = place(1, "......", 6);
	CHECK(strcpy(room, a) == room && order(room, "abcde", 9, 0) == 0);
	room = place(1, "......", 6);
	CHECK(stpcpy(room, a) == room + 5 && order(room, "abcde", 9, 0) == 0);
	for (size_t size = 0; size <= 9; size++) {
		size_t fits = size < 5 ? size : 5;

		room = place(1, ".........", size);
		CHECK(strncpy(room, a, size) == room);
		for (size_t n = 0; n < size; n++)
			CHECK(room[n] == (n < 5 ? "abcde"[n] : '\0'));
		room = place(1, ".........", size);
		CHECK(stpncpy(room, a, size) == room + fits);
		for (size_t n = 0; n < size; n++)
			CHECK(room[n] == (n < 5 ? "abcde"[n] : '\0'));
	}
	/* from may have no NUL within size */
	room = place(1, "...", 3);
	CHECK(strncpy(room, place(0, "xyz", 3), 3) == room);
	CHECK(room[0] == 'x' && room[2] == 'z');

	a = put(0, "de");
	room = place(1, "abc\0...", 6);
	CHECK(strcat(room, a) == room && order(room, "abcde", 9, 0) == 0);
	for (size_t size = 0; size <= 3; size++) {
		room = place(1, "abc\0..", size < 2 ? 4 + size : 6);
		CHECK(strncat(room, a, size) == room);
		CHECK(order(room, "abcde", 3 + size, 0) == 0);
		CHECK(length(room) == 3 + (size < 2 ? size : 2));
	}
	room = place(1, "a\0..", 4);
	CHECK(strncat(room, place(0, "xy", 2), 2) == room);
	CHECK(order(room, "axy", 9, 0) == 0);

	CHECK(strxfrm(buffer, "abc", 4) == 3);
	CHECK(order(buffer, "abc", 9, 0) == 0);
	CHECK(strxfrm(NULL, "abc", 0) == 3);
}

#ifdef __PREMAIN_DEFAULT	/* glibc has them since 2.38 */
static void cut_copies(void)
{
	for (size_t size = 0; size <= 8; size++) {
		size_t fits = size == 0 ? 0 : size < 6 ? size - 1 : 5;
		char *room = place(1, "........", size);

		CHECK(strlcpy(room, put(0, "abcde"), size) == 5);
		if (size > 0)
			CHECK(length(room) == fits
				&& order(room, "abcde", fits, 0) == 0);
		/* behind "xy", in a room of `size` */
		room = place(1, "xy\0.....", size);
		CHECK(strlcat(room, put(0, "abc"), size)
			== (size < 2 ? size : 2) + 3);
		if (size >= 3)
			CHECK(length(room) == (size < 6 ? size - 1 : 5)
				&& order(room, "xyabc", size - 1, 0) == 0);
	}
}
#else
static void cut_copies(void)
{
	checks += 32;	/* as many as above */
}
#endif

static void tokens(void)
{
	char text[] = ",,a,b;;c,", other[] = "x y", *rest, *field;
	char fields[] = "a::b:", *walk = fields;

	CHECK(order(strtok(text, ",;"), "a", 9, 0) == 0);
	CHECK(order(strtok_r(other, " ", &rest), "x", 9, 0) == 0);
	CHECK(order(strtok(NULL, ","), "b;;c", 9, 0) == 0);
	CHECK(strtok(NULL, ",") == NULL);
	CHECK(strtok(NULL, ",") == NULL);
	CHECK(order(strtok_r(NULL, " ", &rest), "y", 9, 0) == 0);
	CHECK(strtok_r(NULL, " ", &rest) == NULL);
	CHECK(strtok_r(NULL, " ", &rest) == NULL);

	CHECK((field = strsep(&walk, ":")) == fields && *field == 'a');
	CHECK((field = strsep(&walk, ":")) == fields + 2 && *field == '\0');
	CHECK((field = strsep(&walk, ":")) == fields + 3 && *field == 'b');
	CHECK((field = strsep(&walk, ":")) == fields + 5 && *field == '\0');
	CHECK(walk == NULL && strsep(&walk, ":") == NULL);
}

static void texts(void)
{
	char *copy;

	for (int error = -1; error < 140; error++)
		printf("%d %s\n", error, strerror(error));
	for (int signal = 0; signal < 32; signal++)
		printf("%d %s\n", signal, strsignal(signal));
	CHECK(order(strerror(ENOENT), "No such file or directory", 99, 0) == 0);
	copy = strdup(put(0, "copy"));
	CHECK(copy != NULL && order(copy, "copy", 9, 0) == 0);
	free(copy);
	copy = strndup(place(0, "cop", 3), 3);
	CHECK(copy != NULL && order(copy, "cop", 9, 0) == 0);
	free(copy);
	copy = strndup(put(0, "copy"), 99);
	CHECK(copy != NULL && order(copy, "copy", 9, 0) == 0);
	free(copy);
	CHECK(ffs(0) == 0 && ffs(1) == 1 && ffs(0x50) == 5);
	CHECK(ffs((int)0x80000000u) == 32);
}

int main(void)
{
	for (int n = 0; n < SLOTS; n++) {
		char *page = mmap(NULL, 12288, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

		if (page == MAP_FAILED || mprotect(page + 8192, 4096,
				PROT_NONE) != 0)
			return 2;
		ends[n] = page + 8192;
	}
	pairs("ab", 64);
	pairs("aA", 64);
	pairs("a\xff", 32);
	parts();
	great_parts();
	places();
	copies();
	cut_copies();
	tokens();
	texts();
	return finish();
}
