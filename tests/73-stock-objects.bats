#!/usr/bin/env bats
# Objects that a plain gcc or clang has compiled for the host's libc link too

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	command -v gcc >/dev/null || skip 'gcc is not there'
	echo '#include <stdio.h>' | gcc -E -x c - >/dev/null 2>&1 ||
		skip "the host's libc has no headers"
}

# compilers: those that are here.
compilers()
{
	echo gcc
	if command -v clang >/dev/null; then echo clang; fi
}

@test "fortified, protected and traced by CET, an object does what it does with glibc" {
	local compiler kind count=0
	cat >stock.c <<-'END'
		#define _GNU_SOURCE
		#include <ctype.h>
		#include <errno.h>
		#include <fcntl.h>
		#include <poll.h>
		#include <stdio.h>
		#include <stdlib.h>
		#include <string.h>
		#include <unistd.h>

		static int compare(const void *a, const void *b)
		{
			return *(const int *)a - *(const int *)b;
		}

		static void leave(void)
		{
			puts("leaving");
		}

		int main(int argc, char **argv)
		{
			char text[64], more[64], *end;
			int numbers[] = { 3, 1, 2 }, descriptor;
			struct pollfd none[1];
			FILE *stream = argc > 5 ? stderr : stdout;

			atexit(leave);
			snprintf(text, sizeof text, "%d of %s", argc, argv[1]);
			strcpy(more, text);
			strcat(more, "!");
			strncat(more, argv[1], 2);
			memcpy(text, more, strlen(more) + 1);
			memmove(text + argc, text, 4);
			memset(more, argc, (size_t)argc);
			sprintf(more, "%s%c", text, argv[1][0]);
			printf("%s %s %zu\n", text, more, strlen(more));
			fprintf(stream, "%ld\n", strtol(argv[2], &end, 0));
			fflush(stdout);
			dprintf(1, "%s|%d\n", end, poll(none, 0, 0));
			qsort(numbers, 3, sizeof *numbers, compare);
			printf("%d%d%d\n", numbers[0], numbers[1], numbers[2]);
			descriptor = open(argc > 5 ? argv[1] : "/dev/null", O_RDONLY);
			printf("%zd\n", read(descriptor, text, sizeof text));
			errno = ENOENT;
			printf("%s\n", strerror(errno));
			for (char *at = argv[1]; *at; at++)
				printf("%c%d%d ", toupper((unsigned char)*at),
				       !!isdigit((unsigned char)*at),
				       !!ispunct((unsigned char)*at));
			printf("%s\n", getenv("STOCK"));
			fputs("the end\n", stream);
			return 3;
		}
	END
	export STOCK=environment
	for compiler in $(compilers); do
		for kind in -fPIE -fno-pie; do
			$compiler -O2 -D_FORTIFY_SOURCE=2 -fcf-protection \
				-fstack-protector-all $kind -c stock.c
			premain-gcc -dynamic \
				$([ $kind = -fPIE ] || echo -no-pie) stock.o -o ours
			$compiler $([ $kind = -fPIE ] || echo -no-pie) stock.o \
				-o theirs
			run -3 ./theirs 'a9-Z' 0x1fz
			cp <(printf '%s\n' "$output") expected
			run -3 ./ours 'a9-Z' 0x1fz
			expect "$(cat expected)"
			count=$((count + 1))
		done
	done
	[ "$count" -ge 2 ]
	nm -D --undefined-only ours >names
	run -0 grep -c '_chk$' names
	[ "$output" -ge 8 ]
}

@test "each checked name stops a write beyond its object" {
	local case count=0
	cat >beyond.c <<-'END'
		#define _GNU_SOURCE
		#include <fcntl.h>
		#include <limits.h>
		#include <poll.h>
		#include <setjmp.h>
		#include <stdarg.h>
		#include <stdio.h>
		#include <stdlib.h>
		#include <string.h>
		#include <sys/select.h>
		#include <unistd.h>

		static jmp_buf place;
		static char small[8], big[64];

		/* What is there already is not known where more is added. */
		__attribute__((noinline)) void four(void);
		__attribute__((noinline)) void four(void)
		{
			__asm__ volatile("" : : : "memory");
			strcpy(small, "four");
			__asm__ volatile("" : : : "memory");
		}

		__attribute__((noinline)) static void gone(void)
		{
			if (setjmp(place) != 0)
				puts("never");
		}

		__attribute__((noinline)) static int vsn(size_t n, const char *f, ...)
		{
			va_list args;

			va_start(args, f);
			return vsnprintf(small, n, f, args);
		}

		__attribute__((noinline)) static int vs(const char *f, ...)
		{
			va_list args;

			va_start(args, f);
			return vsprintf(small, f, args);
		}

		int main(int argc, char **argv)
		{
			volatile size_t nine = 7 + (size_t)argc;
			volatile int wrong = O_CREAT | O_WRONLY;
			struct pollfd files[1];
			fd_set set;

			strcpy(big, argv[1]);
			memset(big + strlen(big), 'x', 12);
			switch (atoi(argv[1])) {
			case 1: memcpy(small, big, nine); break;
			case 2: memmove(small, big, nine); break;
			case 3: mempcpy(small, big, nine); break;
			case 4: memset(small, 1, nine); break;
			case 5: strcpy(small, big); break;
			case 6: stpcpy(small, big); break;
			case 7: strncpy(small, big, nine); break;
			case 8: stpncpy(small, big, nine); break;
			case 9: four(); strcat(small, big + 8); break;
			case 10: four(); strncat(small, big, nine - 5); break;
			case 11: explicit_bzero(small, nine); break;
			case 12: sprintf(small, "%s", big); break;
			case 13: snprintf(small, nine, "%s", big); break;
			case 14: vs("%s", big); break;
			case 15: vsn(nine, "%s", big); break;
			case 16: (void)!fgets(small, (int)nine, stdin); break;
			case 17: (void)!read(0, small, nine); break;
			case 18: (void)!pread(0, small, nine, 0); break;
			case 19: (void)!readlink("/", small, nine); break;
			case 20: (void)!readlinkat(0, "/", small, nine); break;
			case 21: (void)!getcwd(small, nine); break;
			case 22: gethostname(small, nine); break;
			case 23: (void)!realpath("/", small); break;
			case 24: poll(files, nine, 0); break;
			case 25: ppoll(files, nine, NULL, NULL); break;
			case 26: FD_SET((int)nine * 128, &set); break;
			case 27: gone(); longjmp(place, 1);
			case 28: open("x", wrong); break;
			case 29: openat(0, "x", wrong); break;
			}
			return 0;
		}
	END
	gcc -O2 -D_FORTIFY_SOURCE=2 -w -fPIE -c beyond.c
	premain-gcc -dynamic beyond.o -o beyond
	for case in {1..29}; do
		run -134 ./beyond $case </dev/null
		case $case in
		27) expect '*** longjmp causes uninitialized stack frame ***: terminated' ;;
		28) expect '*** invalid open call: O_CREAT or O_TMPFILE without mode ***: terminated' ;;
		29) expect '*** invalid openat call: O_CREAT or O_TMPFILE without mode ***: terminated' ;;
		*) expect '*** buffer overflow detected ***: terminated' ;;
		esac
		count=$((count + 1))
	done
	[ "$count" -eq 29 ]
	run -0 ./beyond 0
	expect ''
}
