#!/usr/bin/env bats
# The layouts: tight costs no byte to fill a page, hardened shares no page; W^X in both

load helper

setup_file()
{
	cd "$BATS_FILE_TMPDIR"
	cat >hello.c <<-'END'
		#include <stdio.h>
		int main(void)
		{
			printf("hello, world\n");
			return 0;
		}
	END
	cat >name.c <<-'END'
		#include <stdio.h>
		int main(int argc, char **argv)
		{
			printf("hello, %s!\n", argv[0]);
			printf("%d\n", argc);
			return 0;
		}
	END
	cat >table.c <<-'END'
		#include <stdio.h>
		static const char *const words[8] = {
			"a", "b", "c", "d", "e", "f", "g", "h" };
		int main(int argc, char **argv)
		{
			printf("hello, %s!\n", argv[0]);
			printf("%d %s\n", argc, words[argc & 7]);
			return 0;
		}
	END
	# All kinds of sections at once.
	cat >full.c <<-'END'
		#include <stdio.h>
		#include <stdlib.h>
		static const char *const days[4] = { "a", "b", "c", "d" };
		int data = 5, zeros[3000];
		static _Thread_local int own = 7, own_zero;
		static int one(void) { return 1; }
		static int (*choose(void))(void) { return one; }
		int chosen(void) __attribute__((ifunc("choose")));
		__attribute__((constructor)) static void first(void)
		{
			puts("constructor");
		}
		__attribute__((destructor)) static void last(void)
		{
			puts("destructor");
		}
		static void leave(void) { puts("atexit"); }
		const char kept[] __attribute__((section("kept_words"))) = "kept";
		int pair[2] __attribute__((section("numbers"))) = { 3, 4 };
		extern int __start_numbers[], __stop_numbers[];
		extern const char __ehdr_start[];
		__attribute__((section("warm_code"), noinline)) int warm(int n)
		{
			return n + 1;
		}
		int main(int argc, char **argv)
		{
			(void)argv;
			atexit(leave);
			zeros[argc] += chosen();
			own += data++;
			own_zero += zeros[argc];
			printf("%s %d %d %d\n", days[argc], data, own,
			       own_zero);
			__start_numbers[0]++;
			printf("%s %d %d %d\n", kept, pair[0],
			       (int)(__stop_numbers - __start_numbers), warm(1));
			printf("%.3s\n", __ehdr_start + 1);
			return 0;
		}
	END
	local program mode layout linker
	for program in hello name table full; do
		for mode in static static-pie; do
			for layout in '' --hardened; do
				for linker in $(linkers); do
					premain-gcc -O1 -$mode $layout \
						-fuse-ld="$linker" $program.c \
						-o "$program-$mode$layout-$linker"
				done
			done
		done
	done
	mkdir stripped
	for program in *-bfd; do
		strip "$program" -o "stripped/$program"
	done
}

linkers()
{
	echo bfd
	if command -v ld.lld >/dev/null; then echo lld; fi
}

setup()
{
	cd "$BATS_FILE_TMPDIR"
}

# segments FILE: the type and the rights of each program header, in $output.
segments()
{
	readelf -lW "$1" >"$BATS_TEST_TMPDIR/headers" || return
	output=$(awk '$1 ~ /^[A-Z_]+$/ && $2 ~ /^0x/ {
		printf "%s%s", line++ ? ", " : "", $1
		for (i = 7; i < NF; i++) printf " %s", $i }' \
		"$BATS_TEST_TMPDIR/headers")
}

# loads FILE: offset, address, file size, memory size of each PT_LOAD.
loads()
{
	readelf -lW "$1" >"$BATS_TEST_TMPDIR/headers" || return
	local number words=''
	while read -r type offset address _ file memory _; do
		[ "$type" = LOAD ] || continue
		for number in "$offset" "$address" "$file" "$memory"; do
			words="$words$((number)) "
		done
		words="$words"$'\n'
	done <"$BATS_TEST_TMPDIR/headers"
	[ "$words" ] && output=${words%$'\n'}
}

# named FILE: runs it under one name, so that what it prints can be compared.
named()
(
	exec -a program "$1"
)

at_most()
{
	local size
	size=$(stat -c %s "$2") || return
	echo "$2: $size bytes, at most $1"
	[ "$size" -le "$1" ]
}

@test "hello is at most 512 bytes from -O1 on, and 600 at -O0" {
	for flag in -O1 -O2 -O3 -Os -Oz; do
		premain-gcc $flag hello.c -o "$BATS_TEST_TMPDIR/hello$flag"
		strip "$BATS_TEST_TMPDIR/hello$flag"
		at_most 512 "$BATS_TEST_TMPDIR/hello$flag"
	done
	premain-gcc -O0 hello.c -o "$BATS_TEST_TMPDIR/hello-O0"
	strip "$BATS_TEST_TMPDIR/hello-O0"
	at_most 600 "$BATS_TEST_TMPDIR/hello-O0"
}

@test "a program that prints a name and a number is at most 2,048 bytes" {
	at_most 2048 stripped/name-static-bfd
}

@test "with a table of eight pointers, as static-PIE, it is at most 3,072 bytes" {
	at_most 3072 stripped/table-static-pie-bfd
}

@test "what the hardened layout costs: up to a page for each part behind the first" {
	at_most $((512 + 4096)) stripped/hello-static--hardened-bfd
	at_most $((2048 + 4096 + 80)) stripped/name-static--hardened-bfd
	# Code, relocated-once; and the names of the tables.
	at_most $((3072 + 2 * 4096 + 400)) \
		stripped/table-static-pie--hardened-bfd
}

@test "a segment for each part that a program has, and none for others" {
	segments hello-static-bfd
	expect 'LOAD R E, GNU_STACK RW'
	segments hello-static--hardened-bfd
	expect 'LOAD R, LOAD R E, GNU_STACK RW'
	segments table-static-pie-bfd
	expect 'LOAD R E, LOAD RW, DYNAMIC RW, GNU_STACK RW, GNU_RELRO R'
	segments table-static-pie--hardened-bfd
	expect 'LOAD R, LOAD R E, LOAD RW, DYNAMIC RW, GNU_STACK RW, GNU_RELRO R'
	segments full-static-bfd
	expect 'LOAD R E, LOAD RW, LOAD RW, TLS R, GNU_STACK RW, GNU_RELRO R'
	segments full-static-pie--hardened-bfd
	expect 'LOAD R, LOAD R E, LOAD RW, DYNAMIC RW, TLS R, GNU_STACK RW, GNU_RELRO R'
}

@test "nothing is writable and executable, no segment is empty, the stack is not executable" {
	local count=0 type address rights program
	for program in *-bfd *-lld; do
		[ -e "$program" ] || continue
		segments "$program"
		echo "$program: $output"
		[[ $output != *RWE* ]]
		[[ $output == *"GNU_STACK RW"* ]]
		loads "$program"
		while read -r _ _ _ memory; do
			[ "$memory" -gt 0 ]
			count=$((count + 1))
		done <<<"$output"
	done
	[ "$count" -ge 32 ]
}

@test "in memory no page belongs to two segments" {
	local count=0 end program
	for program in *-bfd *-lld; do
		[ -e "$program" ] || continue
		loads "$program"
		end=0
		while read -r _ address _ memory; do
			echo "$program: $address $memory, behind $end"
			[ $((address / 4096 * 4096)) -ge "$end" ]
			end=$(((address + memory + 4095) / 4096 * 4096))
			count=$((count + 1))
		done <<<"$output"
	done
	[ "$count" -ge 32 ]
}

@test "hardened: no page of the file is mapped twice" {
	local count=0 end program
	for program in *--hardened-*; do
		loads "$program"
		end=0
		while read -r offset _ file _; do
			echo "$program: $offset $file, behind $end"
			[ $((offset / 4096 * 4096)) -ge "$end" ]
			end=$(((offset + file + 4095) / 4096 * 4096))
			count=$((count + 1))
		done <<<"$output"
	done
	[ "$count" -ge 20 ]
}

@test "tight: the segments follow each other in the file without a gap" {
	local count=0 end program
	for program in *-static-bfd *-static-pie-bfd; do
		loads "$program"
		end=0
		while read -r offset _ file _; do
			echo "$program: $offset $file, behind $end"
			[ "$offset" -ge "$end" ]
			[ "$offset" -lt $((end + 32)) ]	# an alignment
			end=$((offset + file))
			count=$((count + 1))
		done <<<"$output"
	done
	[ "$count" -ge 12 ]
}

@test "hardened: only code is executable, in sections as in segments" {
	local program count=0
	for program in table-static--hardened-* table-static-pie--hardened-*; do
		readelf -SW "$program" >sections
		output=$(sed -n 's/^ *\[ *[0-9]*\] \([^ ]*\) .* A\?X .*/\1/p
			s/^ *\[ *[0-9]*\] \([^ ]*\) .* AX .*/\1/p' sections |
			sort -u)
		expect .text
		readelf -lW "$program" >headers
		# The segments' numbers and rights, then what lies in each.
		output=$(awk '/ R E / { code = n } $2 ~ /^0x/ { n++ }
			$1 ~ /^[0-9]+$/ && $1 + 0 == code {
				$1 = ""; print }' headers)
		expect ' .text'
		count=$((count + 1))
	done
	[ "$count" -ge 2 ]
}

@test "PT_GNU_RELRO covers what is relocated once, and no variable" {
	local program count=0
	for program in full-static-pie-* table-static-pie-*; do
		readelf -lW "$program" >headers
		output=$(awk '/GNU_RELRO/ { relro = n } $2 ~ /^0x/ { n++ }
			$1 ~ /^[0-9]+$/ && $1 + 0 == relro {
				$1 = ""; print }' headers)
		output=${output% .relro_padding}	# a new lld's, of no size
		case $program in
		full*) expect ' .tdata .init_array .fini_array .data.rel.ro .dynamic .got' ;;
		*) expect ' .data.rel.ro .dynamic' ;;
		esac
		count=$((count + 1))
	done
	[ "$count" -ge 4 ]
}

@test "what is relocated once cannot be written any more" {
	cat >"$BATS_TEST_TMPDIR/write.c" <<-'END'
		#include <stdio.h>
		static const char *const table[] = { "a", "b" };
		int main(int argc, char **argv)
		{
			const char **place = (const char **)&table[argc & 1];

			(void)argv;
			__asm__("" : "+r"(place));
			puts(*place);
			*place = "c";
			puts(*place);
			return 0;
		}
	END
	local layout linker
	for layout in '' --hardened; do
		for linker in $(linkers); do
			premain-gcc -O1 -static-pie $layout -fuse-ld="$linker" \
				"$BATS_TEST_TMPDIR/write.c" \
				-o "$BATS_TEST_TMPDIR/write"
			run -139 "$BATS_TEST_TMPDIR/write"
			expect b
		done
	done
}

@test "a static program lies at 0x400000: only root may map address 0" {
	local program count=0
	for program in full-static-[!p]*; do
		run -0 readelf -lW "$program"
		[ "$(awk '$1 == "LOAD" { print $3; exit }' <<<"$output")" = \
			0x0000000000400000 ]
		count=$((count + 1))
	done
	[ "$count" -ge 2 ]
}

@test "etext, edata and end lie where the code, the data and all of it ends" {
	local flags count=0
	cat >ends.c <<-'END'
		#include <stdio.h>
		extern char etext, edata, end;
		int variable = 1, zero[5];
		int main(void)
		{
			char *code = (char *)main, *data = (char *)&variable;

			printf("%d%d%d%d%d\n", code < &etext, &etext < data,
			       data < &edata, &edata <= (char *)zero,
			       (char *)(zero + 5) <= &end);
			return zero[0];
		}
	END
	for flags in -static -static-pie '-static --hardened' \
		'-static-pie --hardened'; do
		# shellcheck disable=SC2086 # a word, or two
		premain-gcc -O1 $flags ends.c -o ends
		run -0 ./ends
		expect 11111
		count=$((count + 1))
	done
	[ "$count" -eq 4 ]
}

@test "every kind of section works in each layout, linked by ld and lld" {
	local program count=0
	for program in full-*; do
		everywhere "./$program"
		expect $'constructor\nb 6 12 1\nkept 4 2 2\nELF\natexit\ndestructor'
		count=$((count + 1))
	done
	[ "$count" -ge 4 ]
}

@test "an address that DT_RELR cannot hold is relocated by DT_RELA" {
	cat >"$BATS_TEST_TMPDIR/packed.c" <<-'END'
		#include <stdio.h>
		struct __attribute__((packed)) row {
			char letter;
			const char *word;
		};
		struct row rows[2] = { { 'a', "one" }, { 'b', "two" } };
		struct row apart __attribute__((section("elsewhere"))) =
			{ 'c', "three" };
		struct row point __attribute__((section(".pointers"))) =
			{ 'd', "four" };
		int main(void)
		{
			printf("%c %s\n", apart.letter, apart.word);
			printf("%c %s\n", point.letter, point.word);
			printf("%c %s\n", rows[0].letter, rows[0].word);
			printf("%c %s\n", rows[1].letter, rows[1].word);
			return 0;
		}
	END
	local layout linker
	for layout in '' --hardened; do
		for linker in $(linkers); do
			premain-gcc -static-pie $layout -fuse-ld="$linker" \
				"$BATS_TEST_TMPDIR/packed.c" \
				-o "$BATS_TEST_TMPDIR/packed"
			run -0 readelf -rW "$BATS_TEST_TMPDIR/packed"
			[[ $output == *R_X86_64_RELATIVE* ]]
			everywhere "$BATS_TEST_TMPDIR/packed"
			expect $'c three\nd four\na one\nb two'
		done
	done
}

@test "strip and objcopy leave a program that does the same" {
	local program count=0
	for program in *-*; do
		[ -f "$program" ] || continue
		named "./$program" >"$BATS_TEST_TMPDIR/before"
		segments "$program"
		before=$output
		strip "$program" -o "$BATS_TEST_TMPDIR/stripped"
		segments "$BATS_TEST_TMPDIR/stripped"
		expect "$before"
		named "$BATS_TEST_TMPDIR/stripped" >"$BATS_TEST_TMPDIR/after"
		cmp "$BATS_TEST_TMPDIR/before" "$BATS_TEST_TMPDIR/after"
		objcopy "$BATS_TEST_TMPDIR/stripped" "$BATS_TEST_TMPDIR/copy"
		segments "$BATS_TEST_TMPDIR/copy"
		expect "$before"
		named "$BATS_TEST_TMPDIR/copy" >"$BATS_TEST_TMPDIR/after"
		cmp "$BATS_TEST_TMPDIR/before" "$BATS_TEST_TMPDIR/after"
		count=$((count + 1))
	done
	[ "$count" -ge 16 ]
}

@test "a static-PIE's .dynamic tells the truth about its tables" {
	local program count=0
	for program in table-static-pie*; do
		strip "$program" -o "$BATS_TEST_TMPDIR/$program"
		program=$BATS_TEST_TMPDIR/$program
		run -0 --separate-stderr readelf -dW "$program"
		[[ $output == *'(RELR) '*'(RELRSZ) '*'(RELRENT) '* ]]
		[[ $output == *'Flags: PIE'* ]]
		[[ $output != *NEEDED* && $output != *TEXTREL* ]]
		[ -z "$stderr" ]
		run -0 --separate-stderr readelf -SW "$program"
		[ -z "$stderr" ]
		count=$((count + 1))
	done
	[ "$count" -ge 2 ]
}
