#!/usr/bin/env bats
# premain-gcc and premain-clang take what their compilers take

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	cat >hello.c <<-'END'
		#include <stdio.h>
		int main(void)
		{
			printf("hello, world\n");
			return 0;
		}
	END
	cat >two.c <<-'END'
		int two(void)
		{
			return 2;
		}
	END
	cat >sum.c <<-'END'
		#include <stdio.h>
		int two(void);
		int main(int argc, char **argv)
		{
			(void)argv;
			printf("%d\n", two() + argc);
			return 0;
		}
	END
}

type_of()
{
	LC_ALL=C readelf -h "$1" >header || return
	output=$(sed -n 's/^ *Type: *\([A-Z]*\).*/\1/p' header)
}

@test "a program is static by default, and the last of -static and -static-pie counts" {
	each_compiler '
		$cc hello.c -o default
		type_of default; expect EXEC
		$cc -static-pie hello.c -o pie
		type_of pie; expect DYN
		$cc hello.c -o late -static-pie
		type_of late; expect DYN
		$cc -static -static-pie hello.c -o second
		type_of second; expect DYN
		$cc -static-pie -static hello.c -o first
		type_of first; expect EXEC
		$cc -static-pie -no-pie hello.c -o no-pie
		type_of no-pie; expect EXEC
		for program in default pie late second first no-pie; do
			run -0 ./$program
			expect "hello, world"
		done'
}

@test "-c, -S, -E and -M end before the link, as ever" {
	each_compiler '
		rm -f hello.s hello.o
		$cc -c hello.c
		type_of hello.o; expect REL
		$cc -S hello.c
		run -0 grep -c "^main:" hello.s
		expect 1
		$cc -E hello.c -o hello.i
		run -0 grep -c "hello, world" hello.i
		expect 1
		$cc hello.o -o from-object
		$cc hello.s -o from-assembly
		$cc hello.i -o from-preprocessed
		for program in from-object from-assembly from-preprocessed; do
			run -0 ./$program
			expect "hello, world"
		done
		run -0 $cc -MM hello.c
		expect "hello.o: hello.c"
		$cc -MMD -MP -MF deps -c hello.c -o deps.o
		run -0 grep -c "^deps.o: hello.c" deps
		expect 1'
}

@test "several sources, objects, assembly and archives make one program" {
	each_compiler '
		$cc sum.c two.c -o sources
		$cc -c two.c
		$cc -S two.c
		$cc sum.c two.o -o object
		$cc sum.c two.s -o assembly
		rm -f libtwo.a
		ar qc libtwo.a two.o
		$cc sum.c libtwo.a -o archive
		$cc sum.c -L. -ltwo -o library
		for program in sources object assembly archive library; do
			run -0 ./$program
			expect 3
		done'
}

@test "a source on standard input, with -x c -" {
	each_compiler '
		$cc -x c - -o piped <hello.c
		run -0 ./piped
		expect "hello, world"'
}

@test "an output may have any name" {
	local name
	mkdir 'a folder'
	for name in 'two words' "it's" 'a "quoted" name' '-o' '-static-pie' \
			'$HOME' 'a*' 'a folder/x'; do
		each_compiler '
			[ -e $cc.o ] || $cc -c hello.c -o $cc.o
			$cc $cc.o -o "$name"
			type_of "./$name"; expect EXEC
			run -0 "./$name"
			expect "hello, world"
			rm -- "$name"'
	done
	premain-gcc hello.c
	run -0 ./a.out
	premain-gcc hello.c -ojoined
	run -0 ./joined
}

@test "sources and folders may have any name" {
	mkdir "it's a folder"
	cp hello.c "it's a folder/two words.c"
	echo '#define WORD "quoted \" word"' >"it's a folder/word.h"
	echo '#include <stdio.h>
		#include <word.h>
		int main(void) { return puts(WORD) < 0; }' >word.c
	each_compiler '
		$cc "it'\''s a folder/two words.c" -o spaces
		run -0 ./spaces
		expect "hello, world"
		$cc -I"it'\''s a folder" word.c -o word
		run -0 ./word
		expect "quoted \" word"
		$cc "-DTEXT=\"a  b\"" -include stdio.h -x c - -o define <<-END
			int main(void) { return puts(TEXT) < 0; }
		END
		run -0 ./define
		expect "a  b"'
}

@test "every optimisation, -g, -flto, -fPIE, -fstack-protector" {
	local flags count=0
	for flags in -O0 -O1 -O2 -O3 -Os -Ofast -g '-g -O2' -ggdb3 -fPIE -fPIC \
			-fstack-protector-all '-static-pie -fPIC -O2' \
			'-static-pie -fstack-protector-all' '-ffunction-sections' \
			-fno-builtin -fasynchronous-unwind-tables -std=c11 \
			'-march=x86-64-v2' -fcommon -s -pipe -mcmodel=medium \
			-Wl,--no-gc-sections -Wl,--build-id -fuse-ld=bfd; do
		each_compiler '
			$cc $flags hello.c -o flags
			run -0 ./flags
			expect "hello, world"
			count=$((count + 1))'
	done
	[ "$count" -ge 26 ]
	premain-gcc -Oz hello.c -o oz
	run -0 ./oz
}

@test "-flto: by gcc, and by clang with lld" {
	premain-gcc -flto -O2 sum.c two.c -o lto
	run -0 ./lto
	expect 3
	premain-gcc -flto -O2 -static-pie sum.c two.c -o lto
	run -0 ./lto
	expect 3
	command -v clang >/dev/null || skip 'clang is not there'
	command -v ld.lld >/dev/null || skip 'ld.lld is not there'
	premain-clang -flto -O2 -fuse-ld=lld sum.c two.c -o lto
	run -0 ./lto
	expect 3
}

@test "GNU ld and lld, in both layouts and both kinds" {
	local linker kind count=0
	for linker in bfd lld; do
		command -v ld.$linker >/dev/null || continue
		for kind in -static -static-pie '-static --hardened' \
				'-static-pie --hardened'; do
			each_compiler '
				$cc -fuse-ld=$linker $kind sum.c two.c -o linked
				everywhere ./linked
				expect 3
				count=$((count + 1))'
		done
	done
	[ "$count" -ge 4 ]
}

@test "a section of one's own has a start and an end, by ld and by lld" {
	local linker count=0
	cat >own.c <<-'END'
		#include <stdio.h>
		__attribute__((__section__("own"), __used__)) int one = 1;
		__attribute__((__section__("own"), __used__)) int two = 2;
		extern int __start_own[], __stop_own[];
		int main(void)
		{
			int sum = 0;

			for (int *at = __start_own; at < __stop_own; at++)
				sum += *at;
			printf("%d\n", sum);
			return 0;
		}
	END
	for linker in bfd lld; do
		command -v ld.$linker >/dev/null || continue
		each_compiler '
			$cc -O1 -fuse-ld=$linker own.c -o own
			run -0 ./own
			expect 3
			count=$((count + 1))'
	done
	[ "$count" -ge 1 ]
}

@test "gold, mold and unknown linkers are refused in a sentence" {
	each_compiler '
		for linker in gold mold wild; do
			run -1 $cc -fuse-ld=$linker hello.c -o refused
			expect "$cc: -fuse-ld=$linker: GNU ld (bfd) and lld understand linker.ld"
			[ ! -e refused ]
		done'
}

@test "what makes a 32-bit program is refused in a sentence" {
	each_compiler '
		for flag in -m32 -mx32; do
			run -1 $cc $flag hello.c -o refused
			expect "$cc: $flag: only 64-bit programs are made here"
		done
		[ ! -e refused ]'
}

@test "a file of arguments is refused, not misread" {
	echo '-static-pie' >arguments
	each_compiler '
		run -1 $cc @arguments hello.c -o refused
		expect "$cc: @arguments: a file of arguments is not read here"
		[ ! -e refused ]'
}

@test "--version and --help say who we are, then who the compiler is" {
	each_compiler '
		run -0 $cc --version
		[ "${lines[0]}" = "$cc: ${cc#premain-} for programs of Premain, without libc" ]
		[[ "${lines[1]}" == *"${cc#premain-}"* ]]
		run -0 $cc --help
		[ "${lines[0]}" = "$cc: ${cc#premain-} for programs of Premain, without libc" ]
		[ "${#lines[@]}" -gt 20 ]'
}

@test "no arguments, -v, -### and -print-*: the compiler's own answers" {
	local own
	each_compiler '
		own=$("${cc#premain-}" 2>&1) || true
		run -1 $cc
		expect "$own"
		own=$("${cc#premain-}" -dumpmachine)
		run -0 $cc -dumpmachine
		expect "$own"
		own=$("${cc#premain-}" -print-file-name=include)
		run -0 $cc -print-file-name=include
		expect "$own"
		run -0 $cc "-###" hello.c -o dry
		[ ! -e dry ]
		run -0 $cc -v
		[[ $output == *version* ]]
		run -0 $cc -v hello.c -o verbose
		run -0 ./verbose
		expect "hello, world"'
}

@test "-nostdlib and -nostartfiles leave out what they say" {
	cat >start.c <<-'END'
		void _start(void)
		{
			__asm__("mov $60, %eax; mov $7, %edi; syscall");
		}
	END
	cat >exits.c <<-'END'
		#include <stdlib.h>
		void _start(void)
		{
			_Exit(atoi("9"));
		}
	END
	each_compiler '
		$cc -nostdlib start.c -o bare
		run -7 ./bare
		$cc -nostdlib -static-pie -Wl,-u,_start start.c -o bare-pie 2>errors || true
		$cc -nostartfiles start.c -o no-start
		run -7 ./no-start
		run -1 $cc -nostdlib exits.c -o refused
		[[ $output == *"undefined reference to "?"atoi"* ]]
		[ ! -e refused ]'
}

@test "an own linker script takes the place of ours, and must lay out the start" {
	cat >test.ld <<-'END'
		ENTRY(_start)
		SECTIONS {
			. = 0x10000 + SIZEOF_HEADERS;
			.text : {
				INCLUDE premain-start.ld
				*(.text .text.*) *(.rodata .rodata.*)
			}
			/DISCARD/ : { *(.premain.needs) *(.comment) }
		}
	END
	cat >apart.ld <<-'END'
		ENTRY(_start)
		SECTIONS {
			. = 0x10000 + SIZEOF_HEADERS;
			.text : { *(.text .text.*) *(.rodata .rodata.*) }
			/DISCARD/ : { *(.premain.needs) *(.comment) }
		}
	END
	local flag
	for flag in '-T test.ld' -Wl,-T,test.ld -Wl,--script=test.ld; do
		premain-gcc $flag hello.c -o own
		run -0 readelf -hW own
		[[ $output == *'Entry point address:'*' 0x10'* ]]
		run -0 ./own
		expect 'hello, world'
	done
	premain-gcc -Wl,-Ttext-segment=0x800000 hello.c -o moved
	run -0 ./moved
	expect 'hello, world'
	run -1 premain-gcc -T apart.ld hello.c -o refused
	[[ $output == *"undefined reference to "?"__premain_"* ]]
	[ ! -e refused ]
}

@test "-r joins objects, and adds nothing" {
	each_compiler '
		$cc -c sum.c two.c
		$cc -r sum.o two.o -o joined.o
		type_of joined.o; expect REL
		run -0 nm -u joined.o
		[[ $output != *_start* ]]
		$cc joined.o -o joined
		run -0 ./joined
		expect 3'
}

@test "libc's headers are out of reach" {
	local header
	for header in gnu/libc-version.h bits/types.h sys/cdefs.h; do
		each_compiler '
			echo "#include <$header>" >stray.c
			run -1 $cc -c stray.c
			[[ $output == *"$header"*"o such file"* ||
				$output == *"$header"*"not found"* ]]'
	done
	echo '#include <stddef.h>
		#include <stdarg.h>
		#include <limits.h>
		#include <stdint.h>
		#include <emmintrin.h>
		#include <linux/fcntl.h>
		#include <stdio.h>' >ours.c
	each_compiler '
		$cc -c ours.c
		run -0 $cc -M ours.c
		[[ $output == *"/include/stdio.h"* ]]
		for header in $output; do
			case $header in
			/usr/include/*linux/* | /usr/include/*asm*/*) ;;
			/usr/include/*) echo "$header"; false ;;
			esac
		done'
}

@test "the host's libc is out of reach: -lc -lm -lpthread add nothing" {
	cat >root.c <<-'END'
		double sqrt(double);
		int main(int argc, char **argv)
		{
			(void)argv;
			return (int)sqrt(argc * 4.0);
		}
	END
	each_compiler '
		$cc hello.c -lc -lm -lpthread -ldl -lrt -lutil -lgcc -o names
		run -0 ./names
		expect "hello, world"
		run -1 $cc -O0 root.c -lm -o refused
		[[ $output == *"undefined reference to "?"sqrt"* ]]
		[ ! -e refused ]'
}

@test "what the compiler's own library has is there: libgcc" {
	cat >wide.c <<-'END'
		#include <stdio.h>
		int main(int argc, char **argv)
		{
			unsigned __int128 wide = (unsigned __int128)7 << 100;

			(void)argv;
			printf("%d\n", (int)(wide / ((wide >> 2) + argc - 1)));
			return 0;
		}
	END
	each_compiler '
		$cc wide.c -o wide
		run -0 ./wide
		expect 4'
}

@test "what libgcc wants of a C library is there too: -ftrapv calls abort" {
	cat >trap.c <<-'END'
		#include <limits.h>
		int main(int argc, char **argv)
		{
			int sum = INT_MAX - 1 + argc;

			(void)argv;
			return sum == 0;
		}
	END
	premain-gcc -O0 -ftrapv trap.c -o trap
	run -0 ./trap
	run -134 ./trap one
}

@test "a missing library, source or folder: the compiler's own words, and no output" {
	each_compiler '
		run -1 $cc hello.c -lnowhere -o refused
		[[ $output == *"cannot find -lnowhere"* ]]
		run -1 $cc nothing.c -o refused
		[[ $output == *"nothing.c"* ]]
		[ ! -e refused ]
		run -1 $cc hello.c -o nowhere/hello
		[[ $output == *"nowhere/hello"* ]]
		echo "int main(void) { return 0 }" >wrong.c
		run -1 $cc wrong.c -o refused
		[[ $output == *"wrong.c:1:"* ]]
		[ ! -e refused ]'
	premain-gcc hello.c -o /dev/null
	[ -c /dev/null ]
}

@test "a linker's warning is shown once, even when it links twice" {
	cat >warned.c <<-'END'
		#include <stdio.h>
		extern int old __attribute__((weak));
		static const char message[] __attribute__((used,
			section(".gnu.warning.strange"))) =
			"strange is strange";
		void strange(void) { puts("strange"); }
	END
	cat >warning.c <<-'END'
		void strange(void);
		__attribute__((constructor)) static void first(void) { strange(); }
		int main(void) { return 0; }
	END
	premain-gcc -c warned.c
	premain-gcc warning.c warned.o -o warned 2>errors
	run -0 grep -c 'strange is strange' errors
	expect 1
	run -0 ./warned
	expect strange
}

@test "PREMAIN_CC names another compiler, and a missing one is said to be so" {
	mkdir 'my tools'
	printf '#!/bin/sh\necho used >used\nexec gcc "$@"\n' >'my tools/my gcc'
	chmod +x 'my tools/my gcc'
	PREMAIN_CC="$PWD/my tools/my gcc" premain-gcc hello.c -o hello
	run -0 cat used
	expect used
	run -0 ./hello
	expect 'hello, world'
	PREMAIN_CC=no-such-gcc run -1 premain-gcc hello.c -o refused
	expect 'premain-gcc: no-such-gcc is not there: install it, or set PREMAIN_CC'
	[ ! -e refused ]
}

@test "a missing linker is said to be so" {
	mkdir tools
	for tool in gcc sh readlink sed awk readelf as; do
		ln -s "$(command -v $tool)" tools
	done
	PATH=$PWD/tools run -1 "$PREMAIN_BUILD/bin/premain-gcc" hello.c -o refused
	[ "${lines[0]}" = 'premain-ld: ld is not there: the package binutils or lld has it' ]
	[ ! -e refused ]
}

@test "by a symbolic link, below a folder with spaces, in dash and busybox sh" {
	mkdir -p "a place's/build"
	cp -R "$PREMAIN_BUILD/bin" "$PREMAIN_BUILD/lib" "a place's/build"
	cp -R "$PREMAIN_BUILD/include" "a place's/build"
	ln -s "$PWD/a place's/build/bin/premain-gcc" my-cc
	local shell count=0
	for shell in '' dash 'busybox sh' bash; do
		[ -z "$shell" ] || command -v ${shell%% *} >/dev/null || continue
		if [ "$shell" ]; then
			sed -i "1s|.*|#!/usr/bin/env -S $shell|" \
				"a place's/build/bin/premain-gcc" \
				"a place's/build/lib/link/ld"
		fi
		./my-cc -static-pie sum.c two.c -o linked
		type_of linked; expect DYN
		run -0 ./linked
		expect 3
		count=$((count + 1))
	done
	[ "$count" -ge 2 ]
}

@test "a colon in the folder's name, where compilers see two, is refused" {
	mkdir 'a:b'
	cp -R "$PREMAIN_BUILD/bin" "$PREMAIN_BUILD/lib" 'a:b'
	run --separate-stderr -1 'a:b/bin/premain-gcc' -c one.c
	[[ $stderr == *"a:b: compilers search no folder with a colon"* ]]
}

@test "--percent-n: %n stores in a program that asks for it" {
	cat >count.c <<-'END'
		#include <stdio.h>
		int main(void)
		{
			int count = 0, result = printf("abc%n\n", &count);
			printf("%d %d\n", result, count);
			return 0;
		}
	END
	each_compiler '
		$cc -w count.c -o without
		run -0 ./without
		expect "-1 0"
		$cc -w --percent-n count.c -o with
		run -0 ./with
		expect "abc
4 3"'
}

@test "gdb finds main and steps through it" {
	command -v gdb >/dev/null || skip 'gdb is not there'
	each_compiler '
		for kind in -static -static-pie; do
			$cc -g $kind sum.c two.c -o debugged
			run gdb -nx -batch -ex "break main" -ex run -ex next \
				-ex next debugged
			if [[ $output == *[Pp]trace* ]]; then
				skip "nothing may be traced here"
			fi
			[ "$status" -eq 0 ]
			[[ $output == *"Breakpoint 1, main (argc=1"* ]]
			[[ $output == *"return 0;"* ]]
		done'
}

@test "the scripts are clean" {
	command -v shellcheck >/dev/null || skip 'shellcheck is not there'
	cd "$PREMAIN_TOP"
	run -0 shellcheck -x wrapper/cc.sh wrapper/ld.sh
	expect ''
}
