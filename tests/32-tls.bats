#!/usr/bin/env bats
# Thread-local variables have their values, their zeros and their alignment, by
# one system call where they are small.

load helper
load start/ways

setup_file()
{
	local alignment
	build align-64 tls.c -DALIGNMENT=64
	WAYS="gcc-bfd clang-lld"	# each compiler and each linker, once
	for alignment in 1 2048 4096 65536; do
		build "align-$alignment" tls.c -DALIGNMENT=$alignment
	done
	build large tls.c -DSIZE=300000
	build zeros zeros.c
}

@test "values, zeros, a pointer that must be moved, at every alignment" {
	for alignment in 1 64 2048 4096 65536; do
		each_way "align-$alignment"
		[ "$status" -eq 0 ]
		expect $'x 3 1 123 0 0 0\n0000\ny 4 124 -1 1 5 5'
	done
}

@test "more than fits beside the program is asked of the kernel" {
	each_way large
	[ "$status" -eq 0 ]
	expect $'x 3 1 123 0 0 0\n0000\ny 4 124 -1 1 5 5'
	keeps tls-large "$BATS_FILE_TMPDIR/large/gcc-bfd-static"
}

@test "zeros alone need no image" {
	each_way zeros
	[ "$status" -eq 1 ]
	expect 0
}

@test "small ones cost one system call" {
	keeps tls-zeros "$BATS_FILE_TMPDIR/zeros/gcc-bfd-static"
	keeps tls-zeros-static-pie "$BATS_FILE_TMPDIR/zeros/gcc-bfd-static-pie"
}

@test "where there is no memory for them, the program says so and ends" {
	run --separate-stderr -127 sh -c 'ulimit -v 200; exec "$0"' \
		"$BATS_FILE_TMPDIR/large/gcc-bfd-static"
	expect ''
	[ "$stderr" = 'premain: no memory for thread-local storage' ]
}
