/*
 * tests/printf/input.c - fgets, fgetc, getc and getchar, to the end and beyond
 *
 * Standard input is a file that this program writes. Compiled by the host's
 * libc as well: both say the same.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "../std/check.h"

static char line[6000];

/* glibc gives half a line where the error is EAGAIN. */
#ifdef __GLIBC__
enum { exception = 1 };
#else
enum { exception = 0 };
#endif

/* Standard input has these bytes next. */
static void input(const char *bytes, size_t size)
{
	int file = memfd_create("input", 0);

	CHECK(write(file, bytes, size) == (long)size);
	lseek(file, 0, SEEK_SET);
	dup2(file, 0);
	close(file);
	clearerr(stdin);
	errno = 0;
}

static int next_is(const char *expected)
{
	memset(line, 'x', sizeof line);
	return fgets(line, sizeof line, stdin) == line
		&& !strcmp(line, expected)
		&& line[strlen(expected) + 1] == 'x';
}

static void lines(void)
{
	static char all[5003];

	input("one\n\nlast", 9);
	CHECK(next_is("one\n") && next_is("\n") && !feof(stdin));
	CHECK(next_is("last") && feof(stdin));
	strcpy(line, "kept");
	CHECK(!fgets(line, sizeof line, stdin) && !strcmp(line, "kept"));
	CHECK(errno == 0 && !ferror(stdin));

	input("abcdef\ngh", 9);
	CHECK(fgets(line, 4, stdin) && !strcmp(line, "abc"));
	CHECK(fgets(line, 5, stdin) && !strcmp(line, "def\n"));
	CHECK(fgets(line, 1, stdin) == line && !strcmp(line, ""));
	CHECK(fgets(line, 2, stdin) && !strcmp(line, "g"));
	CHECK(fgets(line, 2, stdin) && !strcmp(line, "h") && !feof(stdin));
	strcpy(line, "kept");
	CHECK(!fgets(line, 2, stdin) && feof(stdin) && !strcmp(line, "kept"));
	CHECK(!fgets(line, 0, stdin) && !strcmp(line, "kept"));

	/* a NUL is a byte like any other */
	input("a\0b\nc\n", 6);
	CHECK(fgets(line, 100, stdin) && !memcmp(line, "a\0b\n", 5));
	CHECK(next_is("c\n"));
	CHECK(!fgets(line, 100, stdin));

	/* longer than any buffer */
	memset(all, 'y', 5000);
	memcpy(all + 5000, "\nz", 3);
	input(all, 5002);
	all[5001] = '\0';
	CHECK(next_is(all) && next_is("z") && feof(stdin));
}

static void bytes(void)
{
	input("\377a\0", 3);
	CHECK(getchar() == 255 && fgetc(stdin) == 'a' && getc(stdin) == 0);
	CHECK(!feof(stdin) && getchar() == EOF && feof(stdin));
	CHECK(fgetc(stdin) == EOF && getc(stdin) == EOF && errno == 0);
	clearerr(stdin);
	CHECK(!feof(stdin) && !feof(stdout) && !feof(stderr));
}

static void ends_and_errors(void)
{
	int ends[2], file;

	/* the end lasts until clearerr, also where more would come */
	CHECK(pipe(ends) == 0);
	file = memfd_create("input", 0);
	dup2(file, 0);
	CHECK(getchar() == EOF && feof(stdin));
	write(file, "more", 4);
	lseek(file, 0, SEEK_SET);
	CHECK(getchar() == EOF);
	clearerr(stdin);
	CHECK(getchar() == 'm' && getchar() == 'o');
	CHECK(getchar() == 'r' && getchar() == 'e' && getchar() == EOF);

	/* a folder cannot be read: EISDIR */
	clearerr(stdin);
	close(0);
	CHECK(open("/", O_RDONLY) == 0);
	errno = 0;
	CHECK(getchar() == EOF && errno == EISDIR);
	CHECK(ferror(stdin) && !feof(stdin));
	clearerr(stdin);
	CHECK(!ferror(stdin));
	strcpy(line, "kept");
	CHECK(!fgets(line, 9, stdin) && errno == EISDIR && ferror(stdin));

	/* an error in the middle of a line: there is no line */
	clearerr(stdin);
	dup2(ends[0], 0);
	fcntl(0, F_SETFL, O_NONBLOCK);
	write(ends[1], "half", 4);
	errno = 0;
	CHECK((!fgets(line, 9, stdin) || exception)
	      && errno == EAGAIN && ferror(stdin));
	clearerr(stdin);

	close(0);
	errno = 0;
	CHECK(getchar() == EOF && errno == EBADF && ferror(stdin));
	clearerr(stdin);
	close(1);
	CHECK(open("/dev/null", O_WRONLY) == 0 && dup2(0, 1) == 1);
	errno = 0;
	CHECK(fgetc(stdout) == EOF && errno == EBADF && ferror(stdout));
	CHECK(!ferror(stdin) && !ferror(stderr));
	clearerr(stdout);
	CHECK(!ferror(stdout));
}

int main(void)
{
	int real = dup(1);

	lines();
	bytes();
	ends_and_errors();
	dup2(real, 1);
	return finish();
}
