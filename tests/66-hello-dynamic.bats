#!/usr/bin/env bats
# A dynamic hello costs little: system calls, instructions, bytes; and starts.

load helper

AT_PHDR=3 AT_ENTRY=9

# As they are shipped: without names and lines for debuggers.
setup_file()
{
	local file
	load helper
	export SHIPPED=$BATS_FILE_TMPDIR
	cd "$SHIPPED" || return 1
	strip -o ld-premain.so.1 "$PREMAIN_BUILD/lib/ld-premain.so.1" || return 1
	for file in -pie -no-pie; do
		premain-gcc -dynamic -O2 $file "-Wl,--dynamic-linker=$SHIPPED/ld-premain.so.1" \
			"$PREMAIN_TOP/examples/hello_world.c" -o hello$file &&
			strip hello$file || return 1
	done
	nasm -f elf64 -w+all "$PREMAIN_TOP/tests/start/jump.asm" -o jump.o &&
		premain-gcc -static-pie -I"$PREMAIN_TOP" -D_GNU_SOURCE \
			"$PREMAIN_TOP/tests/start/launcher.c" jump.o -o launcher
}

setup()
{
	cd "$SHIPPED" || return 1
}

@test "hello makes 5 system calls, and each has a reason" {
	calls_of ./hello-pie
	output=$(xargs <<<"$output")
	# The kernel maps the program and the loader, which is the library too.
	# The thread pointer, for the stack protector. What relocations alone
	# write is made read-only in the program.
	# The program: what it says, and its end.
	expect 'execve arch_prctl mprotect write exit_group'
}

@test "hello takes at most 5,200 user instructions from exec to exit" {
	run -0 "$PREMAIN_BUILD/bench/steps" ./hello-pie
	[[ $output =~ ^([0-9]+)' exit 0'$ ]]
	[ "${BASH_REMATCH[1]}" -le 5200 ]
}

@test "hello and the loader, with its library, are at most 65,536 bytes" {
	local files=(hello-pie ld-premain.so.1) sizes
	sizes=$(stat -c %s "${files[@]}" | xargs)
	[ $((${sizes// /+})) -le 65536 ]
}

@test "the loader's variables are no part of its file" {
	run -0 readelf -lW ld-premain.so.1
	[[ $output =~ LOAD\ +0x[0-9a-f]+\ 0x[0-9a-f]+\ 0x[0-9a-f]+\ 0x0+\ 0x[0-9a-f]+\ RW ]]
	run -0 readelf -rW ld-premain.so.1
	expect $'\nThere are no relocations in this file.'
}

@test "a program without PT_PHDR is found where the kernel has put it" {
	local kind
	for kind in -pie -no-pie; do
		cp hello$kind bare
		# The first program header's p_type: PT_NULL.
		printf '\0' | dd of=bare bs=1 seek=64 conv=notrunc 2>dd.log
		run -0 readelf -lW bare
		[[ $output != *PHDR* ]]
		run -0 ./bare
		expect 'hello world!'
	done
}

@test "the loader runs on stacks that the kernel never makes" {
	local option
	for option in --misaligned --no-environment --without=$AT_PHDR; do
		run -0 ./launcher $option ./ld-premain.so.1 ./hello-pie
		expect 'hello world!'
	done
	run -127 ./launcher --no-arguments ./ld-premain.so.1
	expect 'ld-premain: a PROGRAM is missing (--help)'
	# Nobody says that it is run by itself: it takes itself for a program.
	run -127 ./launcher --no-auxv ./ld-premain.so.1 ./hello-pie
	expect 'ld-premain: ./ld-premain.so.1: AT_PHDR is missing'
	run -127 ./launcher --without=$AT_ENTRY ./ld-premain.so.1 ./hello-pie
	expect "ld-premain: ./ld-premain.so.1: e_entry lies outside every \
executable segment"
}

@test "a static program is refused in one line" {
	run -127 ./ld-premain.so.1 ./launcher
	expect 'ld-premain: ./launcher: is a static program: run it by itself'
}
