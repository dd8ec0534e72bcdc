/*
 * tests/syscalls/judge.c
 * One line a call: `ok NAME`, `skip NAME: why` where this place cannot show
 * it, `FAIL NAME: ...`. Nothing but sys_write is needed to print it.
 */
#include "safe.h"

int under_qemu;
int failures;
char *program;
struct timespec at_once;
struct kernel_version kernel;

static char line[512];
static size_t line_length;

static void say(const char *s)
{
	while (*s && line_length < sizeof(line) - 1)
		line[line_length++] = *s++;
}

static void say_number(long n)
{
	char digits[24];
	size_t i = sizeof(digits);
	unsigned long u = n < 0 ? -(unsigned long)n : (unsigned long)n;

	digits[--i] = '\0';
	do {
		digits[--i] = (char)('0' + u % 10);
		u /= 10;
	} while (u);
	if (n < 0)
		digits[--i] = '-';
	say(digits + i);
}

static void end_line(void)
{
	line[line_length++] = '\n';
	sys_write(1, line, line_length);
	line_length = 0;
}

void report(const char *word, const char *name, const char *why)
{
	say(word);
	say(" ");
	say(name);
	if (why) {
		say(": ");
		say(why);
	}
	end_line();
}

int is_error(long r)
{
	return (unsigned long)r >= -4095UL;
}

/* A wrong result, or one that says that this place cannot show the call. */
static void judge_other(const char *name, long got, long want)
{
	if (got == -EPERM) {
		report("skip", name, "EPERM: this user or sandbox may not");
		return;
	}
	if (got == -ENOSYS && under_qemu) {
		report("skip", name, "ENOSYS: qemu does not know it");
		return;
	}
	failures++;
	say("FAIL ");
	say(name);
	say(": returned ");
	say_number(got);
	say(", expected ");
	say_number(want);
	end_line();
}

void expect(const char *name, long got, long want)
{
	if (got == want)
		report("ok", name, NULL);
	else
		judge_other(name, got, want);
}

void either(const char *name, long got, long want, long or_this)
{
	expect(name, got, got == or_this ? or_this : want);
}

long result;

void expect_true(const char *name, int right)
{
	if (is_error(result))
		judge_other(name, result, 0);
	else if (right)
		report("ok", name, NULL);
	else {
		failures++;
		report("FAIL", name, "no error, but not what it should do");
	}
}

/* Not before Linux major.minor: an older kernel says ENOSYS. */
int too_new(const char *name, long got, unsigned int major,
	unsigned int minor)
{
	if (got != -ENOSYS || under_qemu)
		return 0;
	if (kernel.major > major ||
	    (kernel.major == major && kernel.minor >= minor))
		return 0;
	report("skip", name, "ENOSYS: newer than this kernel");
	return 1;
}

/* The kernel can be built without it: ENOSYS tells nothing. */
int built_without(const char *name, long got, const char *option)
{
	if (got != -ENOSYS || under_qemu)
		return 0;
	say("skip ");
	say(name);
	say(": ENOSYS: a kernel without CONFIG_");
	say(option);
	end_line();
	return 1;
}

void expect_since(const char *name, long got, long want,
	unsigned int major, unsigned int minor)
{
	if (!too_new(name, got, major, minor))
		expect(name, got, want);
}

void expect_option(const char *name, long got, long want,
	const char *option)
{
	if (!built_without(name, got, option))
		expect(name, got, want);
}

/* Retired, or never there. An older kernel may still refuse the arguments. */
void gone(const char *name, long got)
{
	if (got == -EFAULT || got == -EPERM || got == -EINVAL)
		report("skip", name, "this kernel still has it");
	else
		expect(name, got, -ENOSYS);
}

int same(const void *a, const void *b, size_t n)
{
	const char *x = a, *y = b;

	while (n && *x == *y) {
		x++;
		y++;
		n--;
	}
	return n == 0;
}

void clear(void *p, size_t n)
{
	char *bytes = p;

	while (n--)
		*bytes++ = 0;
}
