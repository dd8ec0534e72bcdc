#!/usr/bin/env bats
# The tight layout of a dynamic program: no byte to fill a page, RELRO kept

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	cat >hello.c <<-'END'
		#include <stdio.h>
		int main(void)
		{
			puts("hello world!");
			return 0;
		}
	END
	# GNU ld alone gets this layout.
	case $(ld --version) in
	'GNU ld'*) ;;
	*) skip 'ld is another linker' ;;
	esac
}

# parts_of PROGRAM TYPE: its program headers of this type, one a line: offset,
# address, bytes in the file and in memory, flags.
parts_of()
{
	local type offset address physical size memory flags
	readelf -lW "$1" >headers
	while read -r type offset address physical size memory flags; do
		[ "$type" != "$2" ] || echo $((offset)) $((address)) \
			$((size)) $((memory)) "${flags% 0x*}"
	done < <(grep ' 0x' headers)
}

# each_kind COMMANDS: runs them with $kind set to the flags of each kind.
each_kind()
{
	local kind count=0
	for kind in '-dynamic' '-dynamic -no-pie' '-dynamic -Wl,-z,now' \
		'-dynamic -no-pie -Wl,-z,now'; do
		echo "# $kind" >&2
		eval "$1"
		count=$((count + 1))
	done
	[ "$count" -eq 4 ]
}

@test "hello, stripped, is at most 2,700 bytes" {
	each_kind '
		premain-gcc -O2 $kind hello.c -o hello
		strip hello
		stat -c %s hello
		[ "$(stat -c %s hello)" -le 2700 ]
		run -0 ./hello
		expect "hello world!"'
}

@test "the parts follow each other in the file; no page of memory has two of them" {
	each_kind '
		premain-gcc -O2 $kind hello.c -o hello
		parts_of hello LOAD >loads
		[ "$(wc -l <loads)" -ge 2 ]
		run -0 awk "NR > 1 && \$1 - end >= 16 { print \"a gap\" }
			NR > 1 && int(\$2 / 4096) <= page { print \"a shared page\" }
			/W/ && /E/ { print \"W and E\" }
			{ end = \$1 + \$3; page = int((\$2 + \$4 - 1) / 4096) }" loads
		expect ""'
}

@test "what is relocated once cannot be written any more, and no variable is" {
	cat >relro.c <<-'END'
		#include <stdio.h>
		#include <stdlib.h>
		#include <string.h>
		static int target;
		static int *const pointers[3] = { &target, &target, &target };
		static int *variables[600] = { &target };
		static int zeros[3000];
		int main(int argc, char **argv)
		{
			int **place = (int **)(long)&pointers[1];

			zeros[2999] = argc;
			variables[599] = *place;
			printf("%d\n", variables[0] == variables[599]);
			if (argc > 1) {
				place[strlen(argv[1])] = zeros;
				puts("written");
			}
			return 0;
		}
	END
	each_kind '
		premain-gcc -O1 $kind relro.c -o relro
		run -0 ./relro
		expect 1
		run -139 ./relro x
		[[ $output != *written* ]]
		parts_of relro GNU_RELRO >parts
		run -0 awk "{ print (\$2 + \$4) % 4096 }" parts
		expect 0'
}

@test "lazily bound slots are variables, those bound at the start are not" {
	cat >slot.c <<-'END'
		#include <elf.h>
		#include <stdio.h>
		extern Elf64_Dyn _DYNAMIC[];
		int main(void)
		{
			volatile long *table = 0;

			for (Elf64_Dyn *entry = _DYNAMIC; entry->d_tag; entry++)
				if (entry->d_tag == DT_PLTGOT)
					table = (long *)entry->d_un.d_ptr;
			puts("found");
			table[3] = table[3];
			puts("written");
			return 0;
		}
	END
	premain-gcc -O1 -dynamic -no-pie slot.c -o lazy
	run -0 ./lazy
	expect $'found\nwritten'
	premain-gcc -O1 -dynamic -no-pie -Wl,-z,now slot.c -o now
	run -139 ./now
	expect found
}

@test "every kind of section is where the program expects it" {
	cat >kinds.c <<-'END'
		#include <stdint.h>
		#include <stdio.h>
		#include <stdlib.h>
		extern char end[], edata[], etext[], __executable_start[];
		extern int first[] __asm__("__start_numbers");
		extern int last[] __asm__("__stop_numbers");
		__attribute__((section("numbers"), used)) static int a = 1, b = 2;
		static int data = 3, zero[5];
		int common;
		static _Alignas(8192) char aligned[3] = "a", aligned_zero[3];
		static _Thread_local int thread = 4, thread_zero;
		static _Thread_local _Alignas(256) char thread_aligned[2] = "t";
		static const char *const names[] = { "x", "y" };
		static int chosen(void) { return 7; }
		static int (*resolve(void))(void) { return chosen; }
		int ifunc(void) __attribute__((ifunc("resolve")));
		extern int nobody(void) __attribute__((weak));
		__attribute__((constructor)) static void begin(void) { puts("begin"); }
		__attribute__((destructor)) static void leave(void) { puts("leave"); }
		__attribute__((constructor(200))) static void early(void) { puts("early"); }
		static void preinit(void) { puts("preinit"); }
		__attribute__((section(".preinit_array"), used))
		static void (*const run_first)(void) = preinit;
		int main(int argc, char **argv)
		{
			int sum = 0;

			(void)argv;
			for (int *at = first; at < last; at++)
				sum += *at;
			zero[4] = common = aligned_zero[2] = (char)argc;
			thread_zero++;
			printf("%d %d %d %d %d\n", sum, data, zero[4] + zero[0],
				common, thread + thread_zero);
			printf("%s%s%s%s %d %d\n", aligned, thread_aligned,
				names[0], names[1], ifunc(), nobody == 0);
			printf("%d%d%d%d%d%d\n", (uintptr_t)aligned % 8192 == 0,
				(uintptr_t)aligned_zero % 8192 == 0,
				(uintptr_t)thread_aligned % 256 == 0,
				__executable_start < etext, etext < edata,
				edata <= (char *)zero && (char *)zero < end);
			return 0;
		}
	END
	each_kind '
		premain-gcc -O1 -fcommon $kind kinds.c -o kinds
		everywhere ./kinds
		expect "preinit
early
begin
3 3 1 1 5
atxy 7 1
111111
leave"
		premain-gcc -O1 -fcommon $kind -Wl,-z,pack-relative-relocs \
			kinds.c -o kinds
		run -0 ./kinds
		expect "preinit
early
begin
3 3 1 1 5
atxy 7 1
111111
leave"'
}

@test "other addresses, pages or scripts than usual get the linker's own layout" {
	local flag count=0
	for flag in -Wl,-z,separate-code --hardened -Wl,-z,norelro \
		-Wl,-Ttext-segment=0x10000 -Wl,-z,max-page-size=65536; do
		premain-gcc -O1 -dynamic -no-pie "$flag" hello.c -o hello
		run -0 ./hello
		expect 'hello world!'
		run -1 grep -c relro_padding hello
		count=$((count + 1))
	done
	[ "$count" -eq 5 ]
}
