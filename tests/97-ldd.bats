#!/usr/bin/env bats
# premain ldd says which libraries a program would get, and starts nothing.

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR" || return 1
	lib=$PREMAIN_BUILD/lib
	echo 'int main(void) { return 0; }' >main.c
	premain-gcc -dynamic main.c -o ours
}

# listed: $output without the addresses, which are others each time.
listed()
{
	output=$(sed 's/ (0x[0-9a-f]\{16\})$//' <<<"$output")
}

@test "a program of ours: what its own loader gives it" {
	run -0 premain ldd "$PWD/ours"
	[ "$(grep -cE ' \(0x[0-9a-f]{16}\)$' <<<"$output")" -eq 2 ]
	listed
	expect "	linux-vdso.so.1
	libpremain.so.1 => $lib/ld-premain.so.1"
}

@test "nothing of the program runs, nor of its libraries" {
	cat >loud.c <<-'END'
		#include <stdio.h>
		__attribute__((constructor)) static void say(void)
		{
			puts("I ran");
		}
	END
	premain-gcc -shared -fPIC loud.c -o libloud.so
	premain-gcc -dynamic loud.c main.c -Wl,--no-as-needed libloud.so \
		-Wl,-rpath,"$PWD" -o loud
	run -0 ./loud
	expect $'I ran\nI ran'
	run -0 premain ldd ./loud
	listed
	expect "	linux-vdso.so.1
	libloud.so => $PWD/libloud.so
	libpremain.so.1 => $lib/ld-premain.so.1"
}

@test "a program made for another loader is listed by ours" {
	gcc main.c -o theirs
	run -0 premain ldd ./theirs
	listed
	[[ $output =~ $'\t'libc\.so\.6\ =\>\ /[^$'\n']*/libc\.so\.6 ]]
}

@test "a name without a slash, or that begins with a dash, is a file here" {
	cp ours -- --list
	run -0 premain ldd --list
	listed
	[[ $output == *"libpremain.so.1 => $lib/ld-premain.so.1"* ]]
	run -0 premain ldd ours
	listed
	[[ $output == *"libpremain.so.1 => $lib/ld-premain.so.1"* ]]
	mkdir -- -d
	cp ours ./-d
	run -0 premain ldd -d/ours
	listed
	[[ $output == *"libpremain.so.1 => $lib/ld-premain.so.1"* ]]
}

@test "several programs have headings; one that fails is the status" {
	cp ours other
	run -0 premain ldd ours other
	listed
	expect "ours:
	linux-vdso.so.1
	libpremain.so.1 => $lib/ld-premain.so.1
other:
	linux-vdso.so.1
	libpremain.so.1 => $lib/ld-premain.so.1"
	run -1 premain ldd main.c ours
	[[ $output == *$'\nours:\n'* ]]
}

@test "a text is refused in a line of the loader, status 1" {
	run -1 premain ldd main.c
	[[ $output == 'ld-premain: ./main.c: '* && ${#lines[@]} -eq 1 ]]
	mkfifo fifo			# which nobody will ever write to
	run -1 premain ldd fifo
	expect 'ld-premain: ./fifo: the file is not a regular one'
	rm fifo
}

@test "LD_LIBRARY_PATH counts as in a start" {
	mkdir here
	cp "$lib/libpremain_posix.so.1" here
	premain-gcc -dynamic -x c - -o wants <<<'#include <unistd.h>
		int main(void) { return getppid() < 0; }'
	LD_LIBRARY_PATH=$PWD/here run -0 premain ldd wants
	listed
	[[ $output == *"libpremain_posix.so.1 => $PWD/here/libpremain_posix.so.1"* ]]
}

@test "the loader of an installed premain, and a line where there is none" {
	mkdir -p root/bin root/lib/premain/lib
	cp "$PREMAIN_BUILD/bin/premain" root/bin
	run -1 root/bin/premain ldd main.c
	expect 'premain: ldd: ld-premain.so.1: is not beside premain: make'
	cp "$lib"/ld-premain{,-explain}.so.1 root/lib/premain/lib
	gcc main.c -o theirs
	run -0 root/bin/premain ldd theirs
	[[ $output == *libc.so.6* ]]
}

@test "the program's own loader is asked, wherever this premain is" {
	printf '#!/bin/sh\necho "asked for $*"\n' >ld-premain.so.1
	chmod +x ld-premain.so.1
	premain-gcc -dynamic main.c -Wl,--dynamic-linker="$PWD/ld-premain.so.1" \
		-o asks
	run -0 premain ldd asks
	expect 'asked for --list ./asks'
}

@test "a list that cannot be written is an error" {
	run -1 sh -c '"$0" ldd ./ours >/dev/full' "$(type -P premain)"
	expect 'ld-premain.so.1: the list cannot be written'
}

@test "without a program it says so, with --help how it is used" {
	run -2 premain ldd
	expect 'premain: ldd: PROGRAM: is missing (premain ldd --help)'
	run -0 premain ldd --help
	[[ $output == 'usage: premain ldd PROGRAM...'* ]]
}
