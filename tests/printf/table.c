/*
 * tests/printf/table.c - printf's answers to some 80,000 formats
 *
 *	table snprintf | vdprintf [TYPE FLAGS]
 *
 * Compiled by the host's libc and by premain-gcc: both must print the same.
 * A line is a conversion with its flags, and a hash of the texts and results
 * for every width and precision with lengths and values drawn from lists.
 * `table snprintf d 5` shows what is behind the line of %d with flags 5.
 */
#define _GNU_SOURCE
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * glibc knows wN and wfN since 2.38 only: the oracle is asked by older names.
 */
static const struct {
	const char *name, *oracle;
} lengths[] = {
	{ "", "" }, { "hh", "hh" }, { "h", "h" }, { "l", "l" },
	{ "ll", "ll" }, { "j", "j" }, { "z", "z" }, { "t", "t" },
	{ "w8", "hh" }, { "w16", "h" }, { "w32", "" }, { "w64", "l" },
	{ "wf8", "hh" }, { "wf16", "l" }, { "wf32", "l" }, { "wf64", "l" },
};

#ifdef __GLIBC__
#define NAME(length) lengths[length].oracle
#else
#define NAME(length) lengths[length].name
#endif

static const char *const widths[] = {
	"", "1", "2", "5", "12", "40", "*", "*", "600",
};
static const int stars[] = { 7, -9 };	/* of the two stars above */

static const char *const precisions[] = {
	"", ".", ".0", ".1", ".3", ".9", ".25", ".70", ".*", ".*", ".*",
};
static const int precision_stars[] = { 4, -1, INT_MIN };

static const uint64_t values[] = {
	0, 1, 7, 8, 9, 10, 15, 16, 99, 100, 127, 128, 255, 256, 1000, 4095,
	32767, 32768, 65535, 65536, INT_MAX, (uint64_t)INT_MAX + 1, UINT_MAX,
	(uint64_t)UINT_MAX + 1, INT64_MAX, (uint64_t)INT64_MAX + 1, UINT64_MAX,
	UINT64_MAX - 1, (uint64_t)-128, (uint64_t)-1000, 0x123456789abcdef0,
	10000000000000000000u,
};

static const char *const texts[] = {
	"", "a", "hello world!", "\377\200\001", "50 % of it",
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static uint32_t state = 20261122;

/* A linear congruential generator: the same numbers everywhere. */
static uint32_t any(uint32_t below)
{
	state = state * 1664525 + 1013904223;
	return (state >> 8) % below;
}

/* The two copies of the core: snprintf's, and printf's through a pipe. */
static int by_pipe, ends[2];

__attribute__((__format__(__printf__, 3, 4)))
static int print(char *text, size_t size, const char *format, ...)
{
	va_list args;
	int result;

	va_start(args, format);
	if (by_pipe) {
		long length = 0;

		result = vdprintf(ends[1], format, args);
		if (result > 0)
			length = read(ends[0], text, size - 1);
		text[length] = '\0';
	} else {
		result = vsnprintf(text, size, format, args);
	}
	va_end(args);
	return result;
}

static int showing;
static uint32_t hash;

static void note(const char *format, const char *text, int length)
{
	if (showing)
		printf("%s -> %d <%s>\n", format, length, text);
	for (const char *at = text; at < text + length; at++)
		hash = (hash ^ (unsigned char)*at) * 16777619;
	hash = (hash ^ (unsigned)length) * 16777619;
}

/* Calls snprintf with the stars that the width and the precision name. */
static void ask(const char *before, size_t width, size_t precision,
		const char *length, char type, uint64_t value)
{
	static char text[2048];
	char format[64];
	int count = 0, star = 0, precision_star = 0;
	const char *string = texts[value % COUNT(texts)];

	if (width == 6 || width == 7)
		star = stars[width - 6];
	if (precision >= 8)
		precision_star = precision_stars[precision - 8];
	snprintf(format, sizeof format, "<%%%s%s%s%s%c>", before, widths[width],
		 precisions[precision], length, type);
#define ASK(...) count = print(text, sizeof text, format, __VA_ARGS__)
#define ASK_FOR(argument) \
	do { \
		if (star && precision_star) \
			ASK(star, precision_star, argument); \
		else if (star) \
			ASK(star, argument); \
		else if (precision_star) \
			ASK(precision_star, argument); \
		else \
			ASK(argument); \
	} while (0)
	if (type == 's')
		ASK_FOR(string);
	else if (type == 'p')
		ASK_FOR((void *)value);
	else
		ASK_FOR(value);
	note(format, text, count);
}

/* Each width and precision, with lengths and values drawn from the lists. */
static void ask_all(const char *before, char type)
{
	size_t count = type == 'c' || type == 'p' ? 1 : COUNT(precisions);

	for (size_t width = 0; width < COUNT(widths); width++)
		for (size_t p = 0; p < count; p++)
			for (int n = 0; n < 12; n++) {
				size_t length = any(COUNT(lengths));
				uint64_t value = any(1 << 24);
				const char *name = NAME(length);

				value = n < 9 ? values[value % COUNT(values)]
					: value << any(41);
				if (strchr("csp", type))
					name = "";
				if (type == 'p')	/* NULL is ours */
					value |= 1;
				ask(before, width, p, name, type, value);
			}
}

int main(int argc, char **argv)
{
	static const char flags[] = " #+-0";

	by_pipe = argc > 1 && !strcmp(argv[1], "vdprintf");
	if (pipe(ends) != 0)
		return 1;
	for (const char *type = "diuoxXbBcsp"; *type; type++) {
		for (unsigned set = 0; set < 32; set++) {
			char before[8] = "", *at = before;

			/* what C leaves open is not asked */
			if ((set & 2 && !strchr("oxXbB", *type))
			    || (set & 5 && !strchr("di", *type))
			    || (set & 16 && strchr("csp", *type)))
				continue;
			showing = argc > 3 && *argv[2] == *type
				&& strtol(argv[3], NULL, 10) == (long)set;
			for (unsigned bit = 0; bit < 5; bit++)
				if (set & 1u << bit)
					*at++ = flags[bit];
			*at = '\0';
			hash = 2166136261;
			ask_all(before, *type);
			printf("%%%s%c %08lx\n", before, *type,
			       (unsigned long)hash);
		}
	}
	return 0;
}
