/*
 * tests/printf/corners.c - what printf does where C leaves a choice, or fails
 *
 * Every expectation is held against snprintf's copy of the core and against
 * printf's, which writes into a pipe.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../std/check.h"

static int pipe_ends[2];

/* The bytes that lie in the pipe, with a NUL behind them. */
static long take(char *text, size_t size)
{
	long length = read(pipe_ends[0], text, size - 1);

	text[length > 0 ? length : 0] = '\0';
	return length;
}

/* Expects the text, of `length` bytes, from both cores. */
static void gives(int line, const char *expected, int length,
		  const char *format, ...)
{
	static char text[8192];
	va_list args;
	int result;

	errno = 0;
	va_start(args, format);
	memset(text, 'x', sizeof text);
	result = vsnprintf(text, sizeof text, format, args);
	va_end(args);
	check(result == length && memcmp(text, expected, (size_t)length) == 0
	      && text[length] == '\0' && text[length + 1] == 'x', format, line);
	va_start(args, format);
	result = vdprintf(pipe_ends[1], format, args);
	va_end(args);
	check(result == length && (length == 0
		|| (take(text, sizeof text) == length
		    && memcmp(text, expected, (size_t)length) == 0)),
	      format, line);
	check(errno == 0, format, line);
}

/* Expects -1 and the error, "" in the array, and that nothing is written. */
static void fails(int line, int error, const char *format, ...)
{
	static char text[4096];
	va_list args;
	int result;

	errno = 0;
	va_start(args, format);
	memset(text, 'x', sizeof text);
	result = vsnprintf(text, sizeof text, format, args);
	va_end(args);
	check(result == -1 && errno == error && *text == '\0', format, line);
	errno = 0;
	va_start(args, format);
	result = vdprintf(pipe_ends[1], format, args);
	va_end(args);
	check(result == -1 && errno == error, format, line);
	errno = 0;
	check(take(text, sizeof text) == -1 && errno == EAGAIN, format, line);
}

#define GIVES(expected, ...) \
	gives(__LINE__, expected, sizeof expected - 1, __VA_ARGS__)
#define FAILS(error, ...) fails(__LINE__, error, __VA_ARGS__)

#define FIFTY "12345678901234567890123456789012345678901234567890"
#define FIVE_HUNDRED FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY FIFTY

static void conversions(void)
{
	GIVES("[]", "[%.0s]", (char *)1);	/* no byte of it is read */
	GIVES("(null)", "%s", (char *)NULL);
	GIVES("(nu|  (null)", "%.3s|%8s", (char *)NULL, (char *)NULL);
	GIVES("0|  0|0  ", "%p|%3p|%-3p", NULL, NULL, NULL);
	GIVES("0x1f  0x1f", "%p%6p", (void *)31, (void *)31);
	GIVES("a\0b", "a%cb", 0);
	GIVES("%%5%", "%%%%%d%%", 5);
	GIVES("-2147483648 -9223372036854775808", "%d %ld", INT_MIN, LONG_MIN);
	GIVES("||  |0|0000|0", "|%.0d|%2.0x|%#.0o|%#04b|%#x", 0, 0, 0, 0, 0);
	GIVES("0b101 0B101 0x2a 0X2A 052", "%#b %#B %#x %#X %#o",
	      5, 5, 42, 42, 42);
	GIVES("+5 5 +5 -5", "%+d %d %+ d % d", 5, 5, 5, -5);
	GIVES("5   |   5|00005|  005", "%-4d|%4d|%05d|%05.3d", 5, 5, 5, 5);
	GIVES("5   |5   ", "%*d|%-*d", -4, 5, -4, 5);
	GIVES("abc|ab|abc", "%.*s|%.*s|%.*s", -2, "abc", 2, "abc", INT_MIN,
	      "abc");
	GIVES("-1 255 -1 65535", "%hhd %hhu %hd %hu", -1, -1, -1, -1);
	GIVES("-1 255 65535 4294967295 18446744073709551615",
	      "%w8d %w8u %w16u %w32u %w64u", -1, -1, -1, -1, -1L);
	GIVES("-1 255 18446744073709551615 18446744073709551615",
	      "%wf8d %wf8u %wf16u %wf32u", -1, -1, -1L, -1L);
	/* what C leaves open stays harmless: # and 0 have no meaning here */
	GIVES("5 7", "%#d %#u", 5, 7);
}

static void errors(void)
{
	static const char *const unknown[] = {
		"%f", "%e", "%g", "%a", "%F", "%Lf", "%lf", "%y", "%", "%5",
		"%-", "%.", "%l", "%hhhd", "%w7d", "%w24d", "%w128d",
		"%wf24d", "%wf128d", "%wd", "%w0d", "%w264d", "%wfd", "%k",
		"%\1", "%\377", "%h", "%w8", "%w4294967304d", "%n", "%hhn",
		"%lc", "%ls", "%lln",
	};
	char format[1200];

	for (unsigned n = 0; n < sizeof unknown / sizeof *unknown; n++) {
		FAILS(EINVAL, unknown[n], 1, 2, 3);
		snprintf(format, sizeof format, "%s%s", "text ", unknown[n]);
		FAILS(EINVAL, format, 1, 2, 3);
		/* also where a buffer is full before it is met */
		memset(format, '.', 1100);
		strcpy(format + 1100, unknown[n]);
		FAILS(EINVAL, format, 1, 2, 3);
	}
	/* none of these may take long */
	FAILS(EOVERFLOW, "%2147483648d", 1);
	FAILS(EOVERFLOW, "%99999999999999999999999d", 1);
	FAILS(EOVERFLOW, "%-4294967296d", 1);
	FAILS(EOVERFLOW, "%.2147483648d", 1);
	FAILS(EOVERFLOW, "%.99999999999999999999999x", 1);
	FAILS(EOVERFLOW, "%*d", INT_MIN, 1);
	FAILS(EOVERFLOW, "%2147483647d.", 1);
	FAILS(EOVERFLOW, "%*d%*d", INT_MAX, 1, INT_MAX, 1);
	FAILS(EOVERFLOW, ".%2147483647s", "");
	FAILS(EINVAL, "%2147483647d%f", 1, 2);
	/* a precision only cuts: more than the text is no overflow */
	GIVES("abc", "%.2147483648s", "abc");
}

static void arrays(void)
{
	char text[16] = "untouched";

	CHECK(snprintf(NULL, 0, "%d %s", 12, "abc") == 6);
	CHECK(snprintf(text, 0, "abc") == 3 && text[0] == 'u');
	CHECK(snprintf(text, 1, "abc") == 3 && !text[0] && text[1] == 'n');
	CHECK(snprintf(text, 3, "a%c%s", 'b', "cd") == 4
	      && !strcmp(text, "ab") && text[3] == 'o');
	CHECK(snprintf(text, 4, "%s", "abc") == 3
	      && !strcmp(text, "abc") && text[4] == 'u');
	CHECK(snprintf(text, 5, "%-9d", 1) == 9 && !strcmp(text, "1   "));
	CHECK(snprintf(text, 4, "%2147483647d", 1) == INT_MAX
	      && !strcmp(text, "   "));
	CHECK(snprintf(text, sizeof text, "%s", "") == 0 && !*text);
	strcpy(text, "old");
	CHECK(snprintf(text, sizeof text, "ab%y") == -1 && !*text);
	strcpy(text, "old");
	CHECK(snprintf(text, 0, "ab%y") == -1 && !strcmp(text, "old"));
	CHECK(sprintf(text, "%s-%d", "ab", 7) == 4 && !strcmp(text, "ab-7"));
	CHECK(sprintf(text, "%3000000000d", 1) == -1 && !*text);
}

/*
 * Formats and strings at every offset, up to a page that cannot be read, with
 * bytes before them and in them that a search by words could take for an end.
 */
static void edges(void)
{
	static const char bytes[] = "\0\1\200\177\0\377%\1";
	char *page = mmap(NULL, 8192, PROT_READ | PROT_WRITE,
			  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	char *end = page + 4096, text[80], expected[80];

	mprotect(end, 4096, PROT_NONE);
	for (int length = 0; length < 40; length++)
		for (int before = 0; before < 8; before++) {
			char *string = end - length;

			memset(page, bytes[before], 4096);
			for (int n = 0; n < length; n++)
				string[n] = "\1\200\377\176a"[n % 5];
			memcpy(expected, string, (size_t)length);
			expected[length] = '\0';
			/* without an end: the precision is one */
			CHECK(snprintf(text, sizeof text, "%.*s", length,
				       string) == length
			      && !strcmp(text, expected));
			CHECK(snprintf(text, sizeof text, "%.*s", length / 2,
				       string) == length / 2);
			if (length == 0)
				continue;
			end[-1] = '\0';
			expected[length - 1] = '\0';
			CHECK(snprintf(text, sizeof text, "%s", string)
			      == length - 1 && !strcmp(text, expected));
			CHECK(snprintf(text, sizeof text, string)
			      == length - 1 && !strcmp(text, expected));
			if (length < 3)
				continue;
			end[-3] = '%';
			end[-2] = 'c';
			expected[length - 3] = '!';
			expected[length - 2] = '\0';
			CHECK(snprintf(text, sizeof text, string, '!')
			      == length - 2 && !strcmp(text, expected));
		}
	munmap(page, 8192);
}

int main(void)
{
	if (pipe2(pipe_ends, O_NONBLOCK) != 0)
		return 2;
	conversions();
	errors();
	arrays();
	edges();
	GIVES("", "");
	GIVES("", "%s", "");
	GIVES(FIVE_HUNDRED "123456789012", FIVE_HUNDRED "%s", "123456789012");
	GIVES(FIVE_HUNDRED "1234567890123", FIVE_HUNDRED "%s", "1234567890123");
	GIVES(FIVE_HUNDRED FIVE_HUNDRED FIVE_HUNDRED,
	      "%s%.500s" FIVE_HUNDRED, FIVE_HUNDRED, FIVE_HUNDRED "more");
	return finish();
}
