#!/usr/bin/env bats
# The functions on memory and strings do what C11 and POSIX say, at every
# alignment and length, and touch no byte beyond: pages guard both ends.

load helper

# compile SOURCE: $program by premain-gcc, and $oracle by the host's libc,
# from the same source.
compile() {
	program=$BATS_TEST_TMPDIR/$1
	oracle=$BATS_TEST_TMPDIR/$1-oracle
	run -0 premain-gcc -std=c11 -O1 -fno-builtin -Wall -Wextra -Werror \
		"$BATS_TEST_DIRNAME/std/$1.c" -o "$program"
	expect ''
	run -0 gcc -std=c11 -O1 -fno-builtin -Wall -Wextra -Werror \
		"$BATS_TEST_DIRNAME/std/$1.c" -o "$oracle"
	expect ''
}

# The program does everywhere what the host's libc makes of it: the last line
# says that no check failed.
agrees() {
	run -0 "$oracle"
	local expected=$output
	[[ $expected =~ [1-9][0-9]+\ checks,\ 0\ failed$ ]]
	everywhere "$program"
	[ "$status" -eq 0 ]
	[ "$stderr" = '' ]
	expect "$expected"
}

@test "memcpy, memmove, memset, memcmp, memchr and their kin at every length" {
	compile memory
	agrees
}

@test "string functions agree with plain loops, strerror's texts are usual" {
	compile string
	agrees
}

@test "the same memory functions serve clang, which calls them by itself" {
	command -v clang >/dev/null || skip "clang is not installed"
	run -0 premain-clang -std=c11 -O2 "$BATS_TEST_DIRNAME/std/memory.c" \
		-o "$BATS_TEST_TMPDIR/memory"
	expect ''
	run -0 "$BATS_TEST_TMPDIR/memory"
	[[ $output =~ ^[1-9][0-9]+\ checks,\ 0\ failed$ ]]
}
