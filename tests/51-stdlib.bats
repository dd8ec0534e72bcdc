#!/usr/bin/env bats
# Numbers, order, the environment and memory: stdlib.h, inttypes.h, ctype.h and
# assert.h do what C11 and POSIX say, and agree with the host's libc.

load helper
load std/judge

@test "numbers, characters, order, the environment, malloc under stress" {
	compile stdlib
	agrees
}

@test "strtol reads 0b as C11 does, which newer hosts do not" {
	cat >"$BATS_TEST_TMPDIR/binary.c" <<-'END'
	#include <stdio.h>
	#include <stdlib.h>
	int main(void)
	{
		char *rest;
		long n = strtol("0b102", &rest, 0), m = strtol("0b1", NULL, 2);
		printf("%ld %s %ld\n", n, rest, m);
		return 0;
	}
	END
	run -0 premain-gcc -O1 "$BATS_TEST_TMPDIR/binary.c" \
		-o "$BATS_TEST_TMPDIR/binary"
	run -0 "$BATS_TEST_TMPDIR/binary"
	expect "0 b102 0"
}

# A mistake ends with one line on standard error and SIGABRT; qemu adds a line
# of its own.
dies() {
	local machine first
	for machine in "${MACHINES[@]}"; do
		# shellcheck disable=SC2086 # a machine is a command with flags
		run -134 --separate-stderr $machine "${@:2}"
		expect ''
		first=$(sed '/^qemu: /d' <<<"$stderr")
		[ "$first" = "$1" ] || {
			printf '%s: %s\n' "${*:2}" "$stderr" >&2
			return 1
		}
	done
}

@test "memory freed twice, or written to beyond its end, is noticed" {
	local wrong=$BATS_TEST_TMPDIR/heap-errors
	run -0 premain-gcc -O0 -w "$BATS_TEST_DIRNAME/std/heap-errors.c" \
		-o "$wrong"
	dies "premain: memory was freed twice" "$wrong" twice
	dies "premain: memory was freed twice" "$wrong" middle
	dies "premain: memory was written to beyond its end" "$wrong" beyond
	dies "premain: memory was written to beyond its end" "$wrong" realloc
	dies "premain: free memory was written to" "$wrong" used
	dies "premain: this memory is not from malloc" "$wrong" inside
}

@test "a heap that is full and empty again gives its memory back" {
	cat >"$BATS_TEST_TMPDIR/back.c" <<-'END'
	#include <fcntl.h>
	#include <stdio.h>
	#include <stdlib.h>
	#include <string.h>
	#include <unistd.h>
	static char *pieces[20000];
	static long pages(void)
	{
		char text[64] = "";
		int file = open("/proc/self/statm", O_RDONLY);
		read(file, text, sizeof(text) - 1);
		close(file);
		return strtol(text, NULL, 10);
	}
	int main(void)
	{
		long before = pages(), most;
		for (int n = 0; n < 20000; n++)
			memset(pieces[n] = malloc(3000), 1, 3000);
		most = pages();
		for (int n = 0; n < 20000; n += 2)
			free(pieces[n]);
		for (int n = 1; n < 20000; n += 2)
			free(pieces[n]);
		/* 60 MB come; at most one spare region of 1 MB stays */
		printf("%d %d\n", most - before > 14000,
			pages() - before < 400);
		return 0;
	}
	END
	run -0 premain-gcc -O1 "$BATS_TEST_TMPDIR/back.c" \
		-o "$BATS_TEST_TMPDIR/back"
	run -0 "$BATS_TEST_TMPDIR/back"
	expect "1 1"
}

@test "assert says what was false, where, and ends by SIGABRT" {
	run -0 premain-gcc "$BATS_TEST_DIRNAME/std/failing-assert.c" \
		-o "$BATS_TEST_TMPDIR/failing"
	dies "place.c:1237: main: Assertion \`1 + 1 == 3' failed." \
		"$BATS_TEST_TMPDIR/failing"
	run -0 premain-gcc -DNDEBUG "$BATS_TEST_DIRNAME/std/failing-assert.c" \
		-o "$BATS_TEST_TMPDIR/silent"
	run -0 "$BATS_TEST_TMPDIR/silent"
	expect ''
}

@test "a program's own functions with POSIX names do not reach into C's" {
	cat >"$BATS_TEST_TMPDIR/own.c" <<-'END'
	#include <stdio.h>
	#include <stdlib.h>
	#include <string.h>
	#include <signal.h>
	#include <time.h>
	#include <assert.h>
	int strnlen, mmap, munmap, kill, write, read, open, close, fork,
		environ, sigaction, getpid, mremap, writev, clock_gettime,
		strtok_r, posix_memalign, execve, stat, poll, pipe, dup;
	int main(void)
	{
		char text[] = "a b", *copy = realloc(malloc(10), 1 << 20);
		copy = realloc(copy, 1 << 22);
		free(copy);
		free(calloc(1, 1 << 20));
		strtok(text, " ");
		signal(SIGABRT, SIG_IGN);
		raise(SIGABRT);
		if (time(NULL) < 5 || clock() < 0 || !getenv("PATH"))
			abort();
		qsort(text, 3, 1, (int (*)(const void *, const void *))strcmp);
		assert(strtol("12", NULL, 10) == 12);
		puts(strerror(2));
		return 0;
	}
	END
	run -0 premain-gcc -std=c11 -O1 "$BATS_TEST_TMPDIR/own.c" \
		-o "$BATS_TEST_TMPDIR/own"
	expect ''
	run -0 "$BATS_TEST_TMPDIR/own"
	expect "No such file or directory"
}
