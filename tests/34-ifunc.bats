#!/usr/bin/env bats
# A function that is chosen at the start (ifunc) is chosen once, by a resolver
# that may use everything but the chosen functions.

load helper
load start/ways

setup_file()
{
	build ifunc ifunc.c
	build protected ifunc.c -fstack-protector-all
}

@test "called, and called through each kind of pointer" {
	each_way ifunc
	[ "$status" -eq 0 ]
	expect '2 3 2 3 3 3'
}

@test "a resolver may be protected" {
	each_way protected
	[ "$status" -eq 0 ]
	expect '2 3 2 3 3 3'
}

@test "the choice is read-only afterwards, by one mprotect" {
	calls_of "$BATS_FILE_TMPDIR/ifunc/gcc-bfd-static"
	expect $'execve\narch_prctl\nmprotect\nwrite\nexit_group'
}
