#!/usr/bin/env bats
# Stacks that the kernel never makes: no argument, not even a name; no
# environment, no auxiliary vector, rsp at an odd word, garbage in all registers.

load helper
load start/ways
WAYS="gcc-bfd clang-lld"

setup_file()
{
	build arguments arguments.c
	build tls tls.c -DALIGNMENT=64
	build canary canary.c -fstack-protector-all
	build order order.c
	build ifunc ifunc.c
	build table table.c
	nasm -f elf64 -w+all "$PREMAIN_TOP/tests/start/jump.asm" \
		-o "$BATS_FILE_TMPDIR/jump.o"
	premain-gcc -static-pie -I"$PREMAIN_TOP" -D_GNU_SOURCE \
		"$PREMAIN_TOP/tests/start/launcher.c" \
		"$BATS_FILE_TMPDIR/jump.o" -o "$BATS_FILE_TMPDIR/launcher"
}

AT_PHDR=3 AT_PAGESZ=6 AT_ENTRY=9 AT_SECURE=23 AT_RANDOM=25

# launched NAME OPTIONS... -- ARGUMENTS...: as each_way, through the launcher.
launched()
{
	local name=$1
	BY=("$BATS_FILE_TMPDIR/launcher")
	shift
	while [ "$1" != -- ]; do
		BY+=("$1")
		shift
	done
	shift
	each_way "$name" "$@"
}

@test "the launcher's own stack is read as the kernel's: all values arrive" {
	export PREMAIN_TEST=value
	launched arguments -- 'one two' ''
	[ "$status" -eq 3 ]
	expect '3: <name> <one two> <> NULL
environment: the same, PREMAIN_TEST 1 times: value
page: 4096, type 12345: 0'
}

@test "argc is 0" {
	export PREMAIN_TEST=value
	launched arguments --no-arguments --
	[ "$status" -eq 0 ]
	expect '0: NULL
environment: the same, PREMAIN_TEST 1 times: value
page: 4096, type 12345: 0'
}

@test "nothing is there: no argument, no variable, no vector" {
	launched arguments --no-arguments --no-environment --no-auxv --
	[ "$status" -eq 0 ]
	expect '0: NULL
environment: the same, PREMAIN_TEST 0 times: none
page: 0, type 12345: 0'
}

@test "no entry of the vector is needed to find one's own program" {
	local option
	for option in --misaligned --no-environment --no-auxv \
		--without=$AT_PHDR --without=$AT_PAGESZ --without=$AT_ENTRY \
		--without=$AT_SECURE --without=$AT_RANDOM; do
		launched tls $option --
		[ "$status" -eq 0 ]
		expect $'x 3 1 123 0 0 0\n0000\ny 4 124 -1 1 5 5'
	done
	for option in --misaligned --no-auxv; do
		launched ifunc $option --
		expect '2 3 2 3 3 3'
		launched table $option --
		[ "$status" -eq 0 ]
		launched order $option -- argument
		[ "$status" -eq 7 ]
	done
}

@test "every function is called at the alignment that C wants" {
	compile aligned <<<'#include <stdint.h>
		#include <stdlib.h>
		static int wrong;
		__attribute__((noinline)) static void check(void)
		{
			_Alignas(16) volatile char array[16];
			array[0] = 0;
			wrong += (uintptr_t)__builtin_frame_address(0) % 16 != 0;
		}
		static void end(void) { check(); _Exit(wrong); }
		__attribute__((constructor)) static void f(void) { check(); }
		int main(void) { check(); atexit(end); return 99; }' \
		-fno-omit-frame-pointer
	everywhere "$BATS_TEST_TMPDIR/aligned"
	[ "$status" -eq 0 ]
	everywhere "$BATS_FILE_TMPDIR/launcher" --misaligned \
		"$BATS_TEST_TMPDIR/aligned"
	[ "$status" -eq 0 ]
}

@test "without AT_RANDOM the canary is asked of the kernel" {
	local program=$BATS_FILE_TMPDIR/canary/gcc-bfd-static first
	for option in --without=$AT_RANDOM --no-auxv; do
		run --separate-stderr -0 "$BATS_FILE_TMPDIR/launcher" $option \
			"$program"
		expect '1 1 1 0 without AT_RANDOM'
		first=$stderr
		run --separate-stderr -0 "$BATS_FILE_TMPDIR/launcher" $option \
			"$program"
		[ "$stderr" != "$first" ]
		calls_of "$BATS_FILE_TMPDIR/launcher" $option "$program"
		[[ "$output" == *$'getrandom\narch_prctl'* ||
			"$output" == *$'arch_prctl\ngetrandom'* ]]
	done
	for program in "$BATS_FILE_TMPDIR"/canary/*; do
		run --separate-stderr -0 qemu-x86_64 \
			"$BATS_FILE_TMPDIR/launcher" --no-auxv "$program"
		expect '1 1 1 0 without AT_RANDOM'
	done
}
