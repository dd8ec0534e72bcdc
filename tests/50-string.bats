#!/usr/bin/env bats
# The functions on memory and strings do what C11 and POSIX say, at every
# alignment and length, and touch no byte beyond: pages guard both ends.

load helper
load std/judge

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
