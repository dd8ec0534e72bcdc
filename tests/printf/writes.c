/*
 * tests/printf/writes.c - what reaches the descriptor, in how many writes
 *
 * Standard output becomes a pipe whose reads give one write each (O_DIRECT),
 * a full device, a limited file, a pipe that nobody reads. What is checked is
 * printed by the real standard output in the end.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

static char text[200000];
static int ends[2];
static int checks, failures;
static int real;			/* where checks are reported */

#define CHECK(condition) \
	do { \
		checks++; \
		if (!(condition)) { \
			failures++; \
			dprintf(real, "line %d: %s\n", __LINE__, #condition); \
		} \
	} while (0)

/* Standard output goes to `descriptor` from now on. */
static void output_to(int descriptor)
{
	dup2(descriptor, 1);
	close(descriptor);
	errno = 0;
}

/* The sizes of the writes that lie in the pipe are these, up to a 0. */
static int sizes(int first, ...)
{
	static char packet[8192];
	va_list args;
	int holds = 1;

	va_start(args, first);
	for (int size = first; size; size = va_arg(args, int))
		if (read(ends[0], packet, sizeof packet) != size)
			holds = 0;
	va_end(args);
	errno = 0;
	if (read(ends[0], packet, sizeof packet) != -1 || errno != EAGAIN)
		holds = 0;
	errno = 0;
	return holds;
}

static int by_vprintf(const char *format, ...)
{
	va_list args;
	int result;

	va_start(args, format);
	result = vprintf(format, args);
	va_end(args);
	return result;
}

static int by_vfprintf(FILE *stream, const char *format, ...)
{
	va_list args;
	int result;

	va_start(args, format);
	result = vfprintf(stream, format, args);
	va_end(args);
	return result;
}

static void one_write(void)
{
	const char *volatile literal = "a literal\n";

	pipe2(ends, O_NONBLOCK | O_DIRECT);
	dup2(ends[1], 1);
	CHECK(printf("hello world!\n") == 13 && sizes(13, 0));
	CHECK(printf(literal) == 10 && sizes(10, 0));
	CHECK(printf("%s: %d of %d\n", "name", 1, 2) == 13 && sizes(13, 0));
	CHECK(printf("%.*s", 1, text) == 1 && sizes(1, 0));
	CHECK(printf("%.*s", 511, text) == 511 && sizes(511, 0));
	CHECK(printf("%.*s", 512, text) == 512 && sizes(512, 0));
	CHECK(printf("%.*s", 513, text) == 513 && sizes(512, 1, 0));
	CHECK(printf("%.*s%s", 512, text, "ab") == 514 && sizes(512, 2, 0));
	CHECK(printf("%1024d", 1) == 1024 && sizes(512, 512, 0));
	CHECK(printf("%1025d", 1) == 1025 && sizes(512, 512, 1, 0));
	CHECK(printf("") == 0 && sizes(0));
	CHECK(printf("%s", "") == 0 && sizes(0));
	CHECK(printf("text %y") == -1 && errno == EINVAL && sizes(0));
	CHECK(by_vprintf("%d", 123) == 3 && sizes(3, 0));
	CHECK(by_vfprintf(stdout, "%d", 123) == 3 && sizes(3, 0));
	CHECK(fprintf(stdout, "%d", 1) == 1 && sizes(1, 0));
	CHECK(dprintf(1, "%d", 12) == 2 && sizes(2, 0));
	text[511] = '\0';
	CHECK(puts(text) == 512 && sizes(512, 0));
	text[511] = 'x';
	text[512] = '\0';
	CHECK(puts(text) == 513 && sizes(512, 1, 0));
	text[512] = 'x';
	text[1023] = '\0';
	CHECK(puts(text) == 1024 && sizes(512, 512, 0));
	CHECK(puts("") == 1 && sizes(1, 0));
	CHECK(fputs(text, stdout) >= 0 && sizes(1023, 0));
	CHECK(fputs("", stdout) >= 0 && sizes(0));
	text[1023] = 'x';
	CHECK(putchar('a') == 'a' && sizes(1, 0));
	CHECK(putchar(-1) == 255 && sizes(1, 0));
	CHECK(fputc('a', stdout) == 'a' && sizes(1, 0));
	CHECK(putc(0x141, stdout) == 'A' && sizes(1, 0));
	CHECK(fwrite(text, 3, 5, stdout) == 5 && sizes(15, 0));
	CHECK(fwrite(text, 0, 5, stdout) == 0 && sizes(0));
	CHECK(fwrite(text, 5, 0, stdout) == 0 && sizes(0));
	CHECK(fwrite(text, (size_t)-1, 2, stdout) == 0 && errno == EOVERFLOW
	      && sizes(0));
	CHECK(!ferror(stdout) && !feof(stdout) && fflush(stdout) == 0);
	CHECK(fileno(stdin) == 0 && fileno(stdout) == 1 && fileno(stderr) == 2);
}

/* Everything that prints fails with this error, and the stream notes it. */
static void all_fail(int error)
{
#define FAILS(call, result) \
	do { \
		clearerr(stdout); \
		CHECK(!ferror(stdout)); \
		errno = 0; \
		CHECK((call) == (result) && errno == error); \
		CHECK(ferror(stdout)); \
	} while (0)
	const char *volatile literal = "a literal\n";

	FAILS(printf("hello world!\n"), -1);
	FAILS(printf(literal), -1);
	FAILS(printf("%d\n", 1), -1);
	FAILS(printf("%2000d\n", 1), -1);
	FAILS(by_vprintf("%d\n", 1), -1);
	FAILS(by_vfprintf(stdout, "%d\n", 1), -1);
	FAILS(fprintf(stdout, "%d\n", 1), -1);
	FAILS(dprintf(1, "%d\n", 1), -1);
	FAILS(puts("text"), EOF);
	FAILS(puts(text), EOF);
	FAILS(fputs("text", stdout), EOF);
	FAILS(putchar('a'), EOF);
	FAILS(putc('a', stdout), EOF);
	FAILS(fputc('a', stdout), EOF);
	FAILS(fwrite("text", 1, 4, stdout), 0);
	clearerr(stdout);
	CHECK(!ferror(stdout) && !ferror(stderr) && !ferror(stdin));
}

static volatile int refusals;

static void count_refusal(int signal)
{
	(void)signal;
	refusals++;
}

/* A file that may have 300 bytes: the first write is short, the next fails. */
static void limited(void)
{
	static char back[1000];
	struct rlimit limit = { 300, RLIM_INFINITY };
	int file = memfd_create("limited", 0), again = dup(file);

	signal(SIGXFSZ, count_refusal);		/* one for each EFBIG */
	setrlimit(RLIMIT_FSIZE, &limit);
	output_to(file);
	CHECK(printf("%.*s", 400, text) == -1 && errno == EFBIG);
	CHECK(pread(again, back, sizeof back, 0) == 300
	      && !memcmp(back, text, 300));
	CHECK(refusals == 1);
	/* no piece follows one that failed */
	ftruncate(again, 0);
	lseek(again, 0, SEEK_SET);
	CHECK(printf("%.*s%s", 3000, text, "last piece") == -1);
	CHECK(refusals == 2);
	limit.rlim_cur = RLIM_INFINITY;
	setrlimit(RLIMIT_FSIZE, &limit);
	CHECK(pread(again, back, sizeof back, 0) == 300
	      && !memcmp(back, text, 300));
	close(again);
}

static volatile int alarms;
static size_t drained;

/* Makes room in the pipe. */
static void drain(int signal)
{
	static char bytes[70000];
	int saved = errno;
	long count;

	(void)signal;
	alarms++;
	while ((count = read(ends[0], bytes, sizeof bytes)) > 0)
		drained += (size_t)count;
	errno = saved;
}

/*
 * A full pipe, which only a signal's function empties: the write that waits
 * is interrupted before its first byte (EINTR), or behind it (a short write).
 */
static void interrupted(void)
{
	struct sigaction action = { .sa_handler = drain };
	struct itimerval timer = { { 0, 3000 }, { 0, 3000 } }, none = { 0 };
	size_t filled = 0;
	long count;

	pipe2(ends, O_NONBLOCK);
	dup2(ends[1], 1);
	while ((count = write(1, text, 4096)) > 0)
		filled += (size_t)count;
	fcntl(1, F_SETFL, 0);
	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &timer, NULL);
	errno = 0;
	CHECK(printf("%d\n", 12345) == 6 && errno == 0 && alarms > 0);
	filled += 6;
	text[sizeof text - 1] = '\0';
	CHECK(fputs(text, stdout) >= 0 && errno == 0);
	filled += sizeof text - 1;
	CHECK(fwrite(text, 1000, 100, stdout) == 100);
	filled += 100000;
	setitimer(ITIMER_REAL, &none, NULL);
	drain(0);
	CHECK(alarms > 3 && drained == filled);
}

int main(void)
{
	real = dup(1);
	memset(text, 'x', sizeof text - 1);
	one_write();
	output_to(open("/dev/full", O_WRONLY));
	all_fail(ENOSPC);
	close(1);
	all_fail(EBADF);
	CHECK(dprintf(-1, "%d", 1) == -1 && errno == EBADF);
	CHECK(dprintf(-1, "%600d", 1) == -1 && errno == EBADF);
	dup2(real, 1);
	close(ends[0]);
	close(ends[1]);
	signal(SIGPIPE, SIG_IGN);
	pipe(ends);
	close(ends[0]);
	output_to(ends[1]);
	all_fail(EPIPE);
	output_to(open("/dev/null", O_RDONLY));
	all_fail(EBADF);
	limited();
	interrupted();
	dprintf(real, "%d checks, %d failed\n", checks, failures);
	return failures > 0;
}
