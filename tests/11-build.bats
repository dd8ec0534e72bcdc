#!/usr/bin/env bats
# make builds what has changed and nothing else, anywhere, and installs what works alone

load helper

# The tests touch sources, so they have a tree of their own, whose name has a
# space. It is built in a folder outside of it, with more jobs than processors.
setup_file()
{
	cd "$BATS_FILE_TMPDIR"
	mkdir "my tree"
	local entry
	for entry in "$PREMAIN_TOP"/*; do
		case ${entry##*/} in
		build | tests) ;;
		*) cp -R "$entry" "my tree" ;;
		esac
	done
	chmod -R u+w "my tree"	# the checkout may be read-only
	unset MAKEFLAGS MAKELEVEL
	make -C "my tree" -s -j8 O="$BATS_FILE_TMPDIR/out" >build.log 2>&1 || {
		cat build.log >&2
		return 1
	}
}

setup()
{
	unset MAKEFLAGS MAKELEVEL
	cd "$BATS_FILE_TMPDIR/my tree"
	out=$BATS_FILE_TMPDIR/out
}

# build ARGUMENTS...: brings the folder up to date.
build()
{
	make -s -j2 O="$out" "$@"
}

# rebuilt NAME...: the objects of these names that the last build has made
# again, one a line, in $output. The mark is older than what the build made.
rebuilt()
{
	local name
	output=''
	for name; do
		[ -e "$out/$name" ]
		if [ "$out/$name" -nt "$BATS_TEST_TMPDIR/mark" ]; then
			output="$output$name "
		fi
	done
}

mark()
{
	touch "$BATS_TEST_TMPDIR/mark"
	sleep 0.02
}

@test "a clean build says nothing, not even a warning" {
	run -0 cat "$BATS_FILE_TMPDIR/build.log"
	expect ''
	[ -x "$out/bin/premain" ]
	[ -x "$out/bin/premain-gcc" ]
	[ -s "$out/lib/libpremain.a" ]
}

@test "a second make has nothing to do" {
	run -0 make O="$out"
	expect "make: Nothing to be done for 'all'."
}

@test "a public header makes its users again, and no others" {
	mark
	touch include/poll.h
	build
	rebuilt include/poll.h include/stdio.h std/poll/poll.c.o \
		std/stdio/printf.c.o lib/libpremain.a bin/premain
	expect 'include/poll.h std/poll/poll.c.o lib/libpremain.a bin/premain '
}

@test "a header of a room makes its users again, and no others" {
	mark
	touch std/stdlib/sort.h
	build
	rebuilt std/stdlib/qsort.c.o std/stdlib/sort.c.o std/stdlib/rand.c.o \
		lib/libpremain.a
	expect 'std/stdlib/qsort.c.o std/stdlib/sort.c.o lib/libpremain.a '
}

@test "a source makes its object, the archive and the command again" {
	mark
	touch crt/start.asm
	build
	rebuilt crt/start.asm.o crt/exit.asm.o lib/crt1.o lib/rcrt1.o \
		lib/percent-n.o bin/premain premain/main.c.o
	expect 'crt/start.asm.o lib/crt1.o lib/rcrt1.o bin/premain '
}

@test "a source that is new is in the library, and out again when it is gone" {
	echo 'int one_more(void); int one_more(void) { return 1; }' \
		>std/stdlib/one_more.c
	build "$out/lib/libpremain.a"
	ar t "$out/lib/libpremain.a" >"$BATS_TEST_TMPDIR/members"
	run -0 grep one_more "$BATS_TEST_TMPDIR/members"
	expect one_more.c.o
	rm std/stdlib/one_more.c
	build "$out/lib/libpremain.a"
	ar t "$out/lib/libpremain.a" >"$BATS_TEST_TMPDIR/members"
	run -1 grep one_more "$BATS_TEST_TMPDIR/members"
}

@test "a linker script is brought along, and the command linked again" {
	mark
	echo '/* a change */' >>layout/premain-arrays.ld
	build
	rebuilt bin/premain premain/main.c.o crt/tls.c.o
	expect 'bin/premain '
	cmp layout/premain-arrays.ld "$out/lib/premain-arrays.ld"
}

@test "other flags make other objects, the same ones none" {
	local object=$BATS_TEST_TMPDIR/out/std/stdio/puts.c.o
	out=$BATS_TEST_TMPDIR/out
	build "$object"
	mark
	build "$object"
	rebuilt std/stdio/puts.c.o
	expect ''
	build "$object" WERROR=-Werror
	rebuilt std/stdio/puts.c.o
	expect 'std/stdio/puts.c.o '
}

@test "V=1 shows the commands, and without it none is shown" {
	local object=$BATS_TEST_TMPDIR/out/crt/start.asm.o
	run -0 make V=1 O="$BATS_TEST_TMPDIR/out" "$object"
	[[ $output == *"nasm -f elf64"*"crt/start.asm -o $object"* ]]
	rm "$object"
	run -0 make O="$BATS_TEST_TMPDIR/out" "$object"
	expect ''
}

@test "a missing tool is one line, before anything is built" {
	local tool
	for tool in CC NASM AR LD STRIP AWK; do
		run -2 make "$tool=no-such-tool" O="$BATS_TEST_TMPDIR/none"
		[[ $output == 'Makefile:'*': *** no no-such-tool: run ./setup.  Stop.' ]]
		[ "${#lines[@]}" -eq 1 ]
		[ ! -e "$BATS_TEST_TMPDIR/none" ]
	done
}

@test "missing kernel headers are said to be so" {
	run -2 make UAPI="$BATS_TEST_TMPDIR" O="$BATS_TEST_TMPDIR/out" \
		"$BATS_TEST_TMPDIR/out/crt/tls.c.o"
	[ "${lines[0]}" = 'make: no kernel headers (linux): run ./setup' ]
}

@test "what fails leaves no half-made file" {
	mkdir "$BATS_TEST_TMPDIR/bin"
	printf '#!/bin/sh\nfor last; do :; done\necho half >"$last"\nexit 1\n' \
		>"$BATS_TEST_TMPDIR/bin/half"
	chmod +x "$BATS_TEST_TMPDIR/bin/half"
	local object=$BATS_TEST_TMPDIR/out/crt/start.asm.o
	run -2 make NASM="$BATS_TEST_TMPDIR/bin/half" \
		O="$BATS_TEST_TMPDIR/out" "$object"
	[ -d "$BATS_TEST_TMPDIR/out/crt" ]
	[ ! -e "$object" ]
}

@test "what is installed works when the source and the build are gone, in any folder" {
	local place="$BATS_TEST_TMPDIR/its root/opt/premain" kind
	make -s O="$out" install DESTDIR="$BATS_TEST_TMPDIR/its root" \
		PREFIX=/opt/premain
	mv "$BATS_FILE_TMPDIR/my tree" "$BATS_FILE_TMPDIR/away-tree"
	mv "$out" "$BATS_FILE_TMPDIR/away-out"
	cd "$BATS_TEST_TMPDIR"
	echo '#include <stdio.h>
		#include <linux/fcntl.h>
		#include <premain/syscalls.h>
		int main(void) { return puts("installed") < 0; }' >hello.c
	for kind in -static -static-pie --hardened -dynamic; do
		for compiler in gcc g++ clang clang++; do
			command -v $compiler >/dev/null || continue
			"$place/bin/premain-$compiler" $kind -x c hello.c \
				-o hello
			run -0 ./hello
			expect installed
		done
	done
	run -0 readelf -lW hello
	[[ $output == *"interpreter: $place/lib/premain/lib/ld-premain.so.1]"* ]]
	run -0 --separate-stderr "$place/bin/premain" compare --format=csv ./hello
	[[ $output == *hello* ]]
	# A header is a file; the kernel's three folders are links to the host.
	run -0 find "$place" -type l -name '*.h'
	expect ''
	run -0 find "$place/lib/premain/include" -maxdepth 1 -type l -printf '%f\n'
	[ "${#lines[@]}" -eq 3 ]
	run -0 find "$place" -xtype l
	expect ''
	[ -s "$place/lib/premain/examples/hello_world.c" ]
	[ -s "$place/share/man/man1/premain.1" ]
	[ -s "$place/share/man/man1/premain-gcc.1" ]
	[ -s "$place/share/man/man1/premain-clang.1" ]
	[ -s "$place/share/man/man1/premain-g++.1" ]
	mv "$BATS_FILE_TMPDIR/away-tree" "$BATS_FILE_TMPDIR/my tree"
	mv "$BATS_FILE_TMPDIR/away-out" "$out"
	cd "$BATS_FILE_TMPDIR/my tree"
	# Over an older one; and away again.
	make -s O="$out" install DESTDIR="$BATS_TEST_TMPDIR/its root" \
		PREFIX=/opt/premain
	make -s O="$out" uninstall DESTDIR="$BATS_TEST_TMPDIR/its root" \
		PREFIX=/opt/premain
	run -0 find "$BATS_TEST_TMPDIR/its root" -not -type d
	expect ''
}

@test "the listings: the reading order in one file, and machine code beside the source" {
	build listings
	run -0 grep -c '^.---- ' "$out/listings/premain.txt"
	[ "$output" -ge 25 ]
	run -0 grep -a -E -o -- '---- (crt/start.asm|std/stdio/printf.c|linker.ld|crt/relocate.c)$' \
		"$out/listings/premain.txt"
	expect '---- crt/start.asm
---- std/stdio/printf.c
---- linker.ld
---- crt/relocate.c'
	run -0 grep -c '31ED .* xor     ebp, ebp' "$out/listings/crt/start.asm.lst"
	expect 1
	run -0 grep -c '^const Elf64_Rela \*__premain_relocate_rela(' \
		"$out/listings/crt/relocate.c.lst"
	expect 1
}

# The last one that builds in the tree: what it leaves old takes long to make.
@test "the table of system calls makes the stubs and the headers again" {
	mark
	sed -i 's/^1\([	 ]\+\)write/1\1write/' syscalls/syscalls.tbl
	build "$out"/{syscalls/.made,include/sys/syscall.h} \
		"$out"/{crt/tls,std/string/strlen}.c.o
	rebuilt syscalls/write.stub.o include/premain/syscalls.h \
		include/sys/syscall.h crt/tls.c.o std/string/strlen.c.o
	expect 'syscalls/write.stub.o include/premain/syscalls.h include/sys/syscall.h crt/tls.c.o '
	run -1 make -q O="$out" "$out/lib/libpremain.a"
}

@test "make clean takes the folder away, and nothing else" {
	mkdir "$BATS_TEST_TMPDIR/side"
	make -s O="$BATS_TEST_TMPDIR/side/out" \
		"$BATS_TEST_TMPDIR/side/out/crt/start.asm.o"
	make -s O="$BATS_TEST_TMPDIR/side/out" clean
	[ ! -e "$BATS_TEST_TMPDIR/side/out" ]
	[ -d "$BATS_TEST_TMPDIR/side" ]
}
