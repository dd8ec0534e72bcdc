#!/usr/bin/env bats
# A start hands to main what the kernel left on the stack, does what the program
# needs and nothing else: no step, symbol or system call more.

load helper
load start/ways

setup_file()
{
	build arguments arguments.c
}

@test "argc, argv, envp, environ and the auxiliary vector are the kernel's" {
	export PREMAIN_TEST=value
	each_way arguments 'one two' '' 3
	[ "$status" -eq 4 ]
	expect "4: <name> <one two> <> <3> NULL
environment: the same, PREMAIN_TEST 1 times: value
page: 4096, type 12345: 0"
}

@test "what main returns is the status, of which the kernel keeps 8 bits" {
	compile status <<<'#include <stdlib.h>
		int main(int argc, char **argv) { return atoi(argv[argc - 1]); }'
	for pair in 0:0 1:1 255:255 256:0 263:7 -1:255; do
		everywhere "$BATS_TEST_TMPDIR/status" "${pair%:*}"
		[ "$status" -eq "${pair#*:}" ]
	done
}

@test "a hello has these functions and no other" {
	compile hello <<<'#include <stdio.h>
		int main(void) { printf("hello\n"); return 0; }'
	output=$(readelf -sW "$BATS_TEST_TMPDIR/hello" |
		awk '$4 == "FUNC" { print $8 }' | sort | xargs)
	expect '_Exit __premain_fail __premain_minus_one __premain_start_main'$(
		)' __premain_write_all __sys_call __sys_write _exit _start exit'$(
		)' main sys_write'
}

@test "a hello makes three system calls, as a static-PIE four" {
	compile hello <<<'#include <stdio.h>
		int main(void) { printf("hello\n"); return 0; }'
	keeps hello "$BATS_TEST_TMPDIR/hello"
	compile hello -static-pie <<<'#include <stdio.h>
		const char *const volatile words[] = { "hello", "bye" };
		int main(int argc, char **argv)
		{ printf("%s %s\n", words[argc - 1], *argv); return 0; }'
	keeps hello-static-pie "$BATS_TEST_TMPDIR/hello"
}

# has FLAGS -- STEPS <SOURCE: a program has these steps, in this order.
has()
{
	local flags=()
	while [ "$1" != -- ]; do
		flags+=("$1")
		shift
	done
	compile program "${flags[@]}"
	everywhere "$BATS_TEST_TMPDIR/program"
	[ "$status" -eq 0 ]
	steps_of "$BATS_TEST_TMPDIR/program"
	expect "$2"
}

@test "each feature adds its steps, and only those" {
	has -- start_main <<<'int main(void) { return 0; }'
	has -- 'start_environ start_main' <<<'#include <stdlib.h>
		int main(void) { return getenv("no such") != NULL; }'
	has -- 'start_auxv start_main' <<<'#include <sys/auxv.h>
		int main(void) { return getauxval(6) != 4096; }'
	has -- 'start_secure start_main' <<<'#include <fcntl.h>
		int main(void) { return open("/", O_RDONLY) < 0; }'
	has -- 'start_tls start_main' <<<'static _Thread_local int zero;
		int main(void) { return zero++; }'
	has -fstack-protector-all -- 'start_tls start_canary start_main' \
		<<<'int main(void) { return 0; }'
	has -- 'start_irelative start_relro start_main' <<<'
		static int zero(void) { return 0; }
		static int (*choose(void))(void) { return zero; }
		int chosen(void) __attribute__((ifunc("choose")));
		int main(void) { return chosen(); }'
	has -- 'start_relro start_constructors start_main' <<<'
		static int one;
		__attribute__((constructor)) static void f(void) { one = 1; }
		int main(void) { return !one; }'
	has -- 'start_relro start_main exit_destructors' <<<'
		static volatile int one;
		__attribute__((destructor)) static void f(void) { one = 1; }
		int main(void) { return one; }'
	has -- 'start_main exit_atexit' <<<'#include <stdlib.h>
		static volatile int one;
		static void f(void) { one = 1; }
		int main(void) { return atexit(f); }'
	has -static-pie -- 'start_relro start_main' \
		<<<'int main(void) { return 0; }'
	has -static-pie -- 'start_relr start_relro start_main' <<<'
		static int zero;
		static int *const volatile pointer = &zero;
		int main(void) { return *pointer; }'
	has -static-pie -Wl,-z,nopack-relative-relocs -- \
		'start_rela start_relro start_main' <<<'
		static int zero;
		static int *const volatile pointer = &zero;
		int main(void) { return *pointer; }'
}

@test "a start that does everything does it in this order" {
	has -static-pie -fstack-protector-all -- 'start_relr start_rela'$(
	)' start_environ start_auxv start_secure start_tls start_canary'$(
	)' start_irelative start_relro start_constructors start_main'$(
	)' exit_atexit exit_destructors' <<<'
		#include <fcntl.h>
		#include <stdlib.h>
		#include <sys/auxv.h>
		static _Thread_local int zero;
		static int f(void) { return zero; }
		static int (*choose(void))(void) { return f; }
		int chosen(void) __attribute__((ifunc("choose")));
		static struct __attribute__((packed)) { char c; int *p; }
			volatile odd = { 1, (int *)&odd };
		static void *volatile even = &even;
		__attribute__((constructor)) static void before(void) { zero--; }
		__attribute__((destructor)) static void after(void) { zero++; }
		int main(void) { return atexit(after) + (open("/", O_RDONLY) < 0)
			+ (getenv("no such") != NULL) + (getauxval(6) != 4096)
			+ chosen() + 1 + !odd.p + !even; }'
}

@test "without its linker script or its archive a start is not linked" {
	local lib=$PREMAIN_BUILD/lib
	cd "$BATS_TEST_TMPDIR" || return
	echo 'int main(void) { return 0; }' >main.c
	premain-gcc -c main.c
	for start in crt1.o rcrt1.o; do
		run -1 ld "$lib/$start" main.o "$lib/libpremain.a" -o program
		[[ "$output" == *'undefined reference to `__premain_linker_script'* ]]
		[ ! -e program ]
		run -1 ld -L"$lib" -T "$lib/linker.ld" "$lib/$start" main.o \
			-o program
		[[ "$output" == *'premain: libpremain.a is missing'* ]]
		[ ! -e program ]
	done
	run -1 ld -L"$lib" -T "$lib/linker.ld" -pie "$lib/rcrt1.o" main.o \
		-o program
	[[ "$output" == *'premain needs __premain_start_relro'* ]]
}
