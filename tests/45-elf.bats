#!/usr/bin/env bats
# loader/elf takes every sound object, and no other: a bad one is one line.

load helper

setup_file()
{
	local program
	load helper
	export ELF=$BATS_FILE_TMPDIR
	cd "$PREMAIN_TOP" || return 1
	for program in inspect mutants; do
		premain-gcc -static-pie -O1 -g -Wall -Wextra -Werror \
			-D_GNU_SOURCE -I. tests/elf/$program.c \
			tests/elf/check.c tests/elf/mutate.c \
			"$PREMAIN_BUILD"/loader/elf/*.o \
			-o "$ELF/$program" || return 1
	done
	premain-gcc -O1 -Wall -Wextra -Werror tests/elf/spoil.c \
		-o "$ELF/spoil" || return 1
	nasm -w+all -f bin tests/elf/good.asm -o "$ELF/good.so" || return 1
	cat >"$ELF/library.c" <<-'C'
	#include <stdio.h>
	__thread int thread = 3;
	int data[3] = { 1, 2, 3 }, *pointer = data, zeros[3000];
	void say(void) { puts("here"); }
	void (*function)(void) = say;
	__attribute__((constructor)) static void begin(void) { thread++; }
	C
	cd "$ELF" || return 1
	library gnu --hash-style=gnu && library sysv --hash-style=sysv &&
		library relr -z,pack-relative-relocs &&
		library huge -z,max-page-size=0x200000 &&
		library data -z,noseparate-code
}

# library NAME FLAG: library.c as lib-NAME.so, by the host's compiler.
library()
{
	gcc -shared -fpic -Wl,"$2" library.c -o "lib-$1.so"
}

setup()
{
	cd "$ELF" || return 1
}

# elf_files FOLDER COUNT: as many 64-bit objects of x86-64 from there, or all.
elf_files()
{
	find -L "$1" -maxdepth 1 -type f -print0 2>/dev/null | sort -z |
		xargs -0 grep -laP '^\x7fELF\x02\x01\x01.{9}[\x02\x03]\x00\x3e' |
		head -n "$2"
}

# make_files LIST: the files of bad.txt or odd.txt, one a line of it, in
# ./LIST/; what is to be said of them is in ./LIST.expected.
make_files()
{
	mkdir -p "$1"
	sed -n 's/.* -> //p' "$PREMAIN_TOP/tests/elf/$1.txt" |
		awk '{ printf "%03d: %s\n", NR, $0 }' >"$1.expected"
	run -0 ./spoil good.so "$1" <"$PREMAIN_TOP/tests/elf/$1.txt"
	expect "$(wc -l <"$1.expected")"
}

# spoilt NAME EDITS: good.so with these edits (spoil.c) as ./NAME.
spoilt()
{
	mkdir -p one
	run -0 ./spoil good.so one <<<"$2 -> "
	mv one/001 "$1"
}

@test "the libraries and programs of this machine are accepted" {
	elf_files /usr/lib/x86_64-linux-gnu 400 >files
	elf_files /usr/lib64 400 >>files
	elf_files /usr/bin 400 >>files
	[ "$(wc -l <files)" -gt 100 ]
	xargs -d '\n' ./inspect --memory <files >said
	grep -v '^0x' said >lines
	output=$(grep -vE ': ET_(DYN|EXEC), [0-9]+ segments in ' lines) || true
	expect ''
	[ "$(wc -l <lines)" -eq "$(wc -l <files)" ]
}

@test "what is read of a library is what readelf reads" {
	local file count=0
	while read -r file; do
		run -0 ./inspect "$file"
		readelf -dW "$file" | awk '
			/ 0x[0-9a-f]+ / { value[$2] = $3; if ($2 == "(NEEDED)") needed++ }
			END { printf "%d needed, %d rela (%d relative), " \
				"%d plt, %d relr, %d+%d functions\n", needed,
				value["(RELASZ)"] / 24, value["(RELACOUNT)"],
				value["(PLTRELSZ)"] / 24, value["(RELRSZ)"] / 8,
				value["(INIT_ARRAYSZ)"] / 8,
				value["(FINI_ARRAYSZ)"] / 8 }' >expected
		output=$(sed -E 's/.*; ([0-9]+ needed, ).* ([0-9]+ rela .*)0\+([0-9]+\+[0-9]+ functions).*/\1\2\3/' \
			<<<"$output")
		expect "$(cat expected)"
		count=$((count + 1))
	done < <(elf_files /usr/lib/x86_64-linux-gnu 40
		elf_files /usr/lib64 40; ls lib-*.so)
	[ "$count" -gt 20 ]
}

@test "each symbol that a library defines is reached through its hash table" {
	local name
	for name in lib-gnu.so lib-sysv.so; do
		run -0 ./inspect $name
		[[ $output =~ ([0-9]+)" symbols by hash" ]]
		# DT_HASH knows of those that it needs, too.
		if [ $name = lib-gnu.so ]; then
			set -- --defined-only
		else
			set --
		fi
		[ "${BASH_REMATCH[1]}" -eq "$(nm -D "$@" $name | wc -l)" ]
	done
}

@test "at least 200 bad files are refused, each with its own line" {
	make_files bad
	[ "$(wc -l <bad.expected)" -ge 200 ]
	run -127 ./inspect bad/*
	diff bad.expected - <<<"$output"
}

@test "what is only unusual is accepted, and read for what it is" {
	make_files odd
	run -0 ./inspect odd/*
	diff odd.expected - <<<"$output"
}

@test "the old and the new processor say the same of a file" {
	make_files bad
	make_files odd
	everywhere ./inspect odd/*
	for machine in "${MACHINES[@]}"; do
		# shellcheck disable=SC2086 # a machine is a command with flags
		run -127 $machine ./inspect bad/0[0-6]* bad/1* bad/2[0-4]*
		expect "$(grep -E '^(0[0-6]|1|2[0-4])' bad.expected)"
	done
}

@test "a segment has its own permissions, its file's bytes and zeros" {
	run -0 ./inspect --memory good.so
	expect "$(printf '%s\n' '0x0-0x1000 r--p' '0x1000-0x2000 r-xp' \
		'0x2000-0x3000 rw-p' '0x3000-0x4000 rw-p' \
		"$(./inspect good.so)")"
	# Zeros in the last page only; a hole; a first segment to write to.
	spoilt tail "p_memsz[4]=0x319 DT_RELRSZ=0"
	spoilt hole "p_type[3]=0 DT_INIT=0 DT_FINI=0"
	spoilt first "p_flags[2]=6"
	run -0 ./inspect --memory tail hole first
	expect "$(printf '%s\n' '0x0-0x1000 r--p' '0x1000-0x2000 r-xp' \
		'0x2000-0x3000 rw-p' "$(./inspect tail)" \
		'0x0-0x1000 r--p' '0x1000-0x2000 ---p' \
		'0x2000-0x3000 rw-p' '0x3000-0x4000 rw-p' \
		"$(./inspect hole)" \
		'0x0-0x1000 rw-p' '0x1000-0x2000 r-xp' \
		'0x2000-0x3000 rw-p' '0x3000-0x4000 rw-p' \
		"$(./inspect first)")"
}

@test "a large alignment is kept, and what it needed is given back" {
	local i
	spoilt two "p_align[4]=0x2000"
	spoilt mega "p_align[3]=0x200000"
	spoilt giga "p_align[2]=0x40000000"
	for i in 1 2 3 4 5 6 7 8; do
		run -0 ./inspect lib-huge.so two mega giga
		[[ $output != *"not aligned"* ]]
	done
}

@test "a program goes to its own addresses, or nowhere" {
	premain-gcc -I"$PREMAIN_TOP" -D_GNU_SOURCE \
		"$PREMAIN_TOP"/tests/elf/{inspect,check}.c \
		"$PREMAIN_BUILD"/loader/elf/*.o -o fixed
	run -0 ./inspect fixed
	[[ $output = "fixed: ET_EXEC, "* ]]
	run -127 ./fixed fixed
	expect "fixed: p_vaddr 0x400000 cannot be had: something is mapped there"
}

@test "the object that the kernel has mapped is read where it is" {
	run -0 ./inspect --vdso
	[[ $output =~ ^"vdso: ET_DYN, 1 segments in ".*" needed, "[1-9][0-9]*" symbols by hash" ||
		$output = "vdso: there is none" ]]
}

@test "an object costs no more system calls than it has mappings" {
	calls_of ./inspect good.so
	# One for the file and what it shows, three that change a part of it.
	expect_calls 'fstat mmap mprotect mmap mmap munmap write'
	# The file's mapping shows the library's constants as well, and has to
	# be made larger for its zeros.
	calls_of ./inspect lib-gnu.so
	expect_calls 'fstat mmap mremap mprotect mmap mmap munmap write'
	run -0 ./inspect --memory lib-gnu.so
	[[ $output =~ ^$'0x0-0x'[0-9a-f]+' r--p'$'\n''0x'[0-9a-f]+'-0x'[0-9a-f]+' r-xp'$'\n''0x'[0-9a-f]+'-0x'[0-9a-f]+' r--p'$'\n''0x'[0-9a-f]+'-0x'[0-9a-f]+' rw-p' ]]
	spoilt hole "p_type[3]=0 DT_INIT=0 DT_FINI=0"
	calls_of ./inspect hole	# a page between two segments: room first
	expect_calls 'fstat mmap munmap mmap mmap mmap mmap munmap write'
	spoilt mega "p_align[3]=0x200000"
	calls_of ./inspect mega	# room for 2 MiB, and what is returned of it
	output=${output/munmap$'\n'mmap$'\n'munmap$'\n'munmap/munmap$'\n'mmap$'\n'munmap}
	expect_calls \
		'fstat mmap munmap mmap munmap mmap mmap mmap mmap munmap write'
}

@test "an object that needs more room than its file gets it, or gives it back" {
	spoilt large "p_memsz[4]=0x4000"
	calls_of ./inspect large
	expect_calls 'fstat mmap mremap mprotect mmap mmap munmap write'
	run -0 ./inspect --memory large
	expect "$(printf '%s\n' '0x0-0x1000 r--p' '0x1000-0x2000 r-xp' \
		'0x2000-0x3000 rw-p' '0x3000-0x6000 rw-p' "$(./inspect large)")"
	# A few pages of the file's end are left, no more.
	cp good.so long
	head -c 15000 /dev/zero >>long
	calls_of ./inspect long
	expect_calls 'fstat mmap mprotect mmap mmap munmap write'
	head -c 15000 /dev/zero >>long
	calls_of ./inspect long
	expect_calls 'fstat mmap mremap mprotect mmap mmap munmap write'
}

@test "where no memory may become executable, code is mapped by itself" {
	cat >refuse.c <<-'C'
	#include <stdio.h>
	#include <sys/prctl.h>
	#include <unistd.h>
	int main(int argc, char **argv)
	{
		if (prctl(65, 1, 0, 0, 0))	/* PR_SET_MDWE, Linux 6.3 */
			return 2;
		execv(argv[argc > 1], argv + 1);
		return 1;
	}
	C
	premain-gcc refuse.c -o refuse
	./refuse /bin/true || skip "this kernel has no PR_SET_MDWE"
	calls_of ./refuse ./inspect good.so
	expect_calls 'fstat mmap mprotect mmap mmap mmap munmap write'
	run -0 ./refuse ./inspect --memory good.so lib-gnu.so
	expect "$(./inspect --memory good.so lib-gnu.so)"
}

# expect_calls NAMES: from the first that is for the object to the last.
expect_calls()
{
	output=$(sed -n '/^fstat$/,/^write$/p' <<<"$output" | xargs)
	expect "$1"
}

@test "what the kernel refuses is said with its reason, and all is unmapped" {
	spoilt large "p_memsz[4]=0x1000000"
	run -127 bash -c 'ulimit -v 8000; ./inspect large lib-gnu.so'
	expect "large: mremap fails with ENOMEM (12)
$(./inspect lib-gnu.so)"
	run -127 ./inspect /
	expect ": the file is not a regular one"
	run -127 ./inspect /dev/null
	expect "null: the file is not a regular one"
}

@test "an object of which one segment cannot be mapped leaves nothing behind" {
	[ "$(cat /proc/sys/vm/overcommit_memory)" != 1 ] ||
		skip "vm.overcommit_memory is 1: a TiB is to be had"
	# Room for it is no memory yet, its zeros are.
	spoilt huge "p_memsz[4]=0xff00000000"
	run -127 ./inspect huge lib-gnu.so
	expect "huge: program header 4: mmap fails with ENOMEM (12)
$(./inspect lib-gnu.so)"
}

@test "a file that cannot be mapped is refused" {
	local file=/sys/kernel/uevent_seqnum
	[ -r $file ] && [ "$(stat -c %s $file)" -gt 64 ] ||
		skip "no file here has a size, but no mapping"
	run -127 ./inspect $file
	expect "uevent_seqnum: mmap fails with ENODEV (19)"
}

@test "a name cannot write on the terminal, nor hide the reason" {
	name=$'a b\n\e[31m\x1f\\\x7f~\xc2\x80\xc2\x9b\xc2\x9f\xc2\xa0\xc3\xa9'
	: >"$name"
	run -127 ./inspect "$name"
	expect 'a b\x0a\x1b[31m\x1f\x5c\x7f~\xc2\x80\xc2\x9b\xc2\x9f'$'\xc2\xa0\xc3\xa9'": the file's size 0 is less than an ELF header's"
	name=$(printf '%0200d' 0)
	: >"$name"
	run -127 ./inspect "$name"
	expect "${name:0:120}...: the file's size 0 is less than an ELF header's"
}

@test "a complaint stays in its buffer, whatever its size" {
	premain-gcc -I"$PREMAIN_TOP" "$PREMAIN_TOP/tests/elf/line.c" \
		"$PREMAIN_BUILD"/loader/elf/*.o -o line
	run -0 ./line
	expect "libx.so: program header 7: p_align 0x3 is not a power of two
libx.so: e_phnum 73 is not from 1 to 72
libx.so: PT_LOAD is missing
libx.so: mmap fails with EACCES (13)
libx.so: mmap fails with 4095
libx.so: fstat fails with EBADF (9)
libx.so: mmap fails with EBADF (9)"
}

@test "20,000 mutants neither kill nor hang" {
	# PREMAIN_MUTANTS=2000000 bats tests/45-elf.bats, for a long night.
	local count=${PREMAIN_MUTANTS:-20000}
	run -0 ./mutants "$count" 1 good.so lib-gnu.so lib-sysv.so lib-relr.so \
		lib-data.so
	[[ $output =~ ^([0-9]+)" accepted, "([0-9]+)" refused"$ ]]
	[ $((BASH_REMATCH[1] + BASH_REMATCH[2])) -eq "$count" ]
	[ "${BASH_REMATCH[1]}" -gt 1000 ]
	[ "${BASH_REMATCH[2]}" -gt 1000 ]
}

@test "some mutants neither kill nor hang on other processors" {
	run -0 qemu-x86_64 -cpu qemu64 ./mutants 300 2 good.so
	[[ $output = *" accepted, "*" refused" ]]
}

@test "loader/elf needs system calls, memory functions and nothing else" {
	local objects
	objects=$(echo "$PREMAIN_BUILD"/loader/elf/*.o)
	# shellcheck disable=SC2086 # object names have no spaces
	nm -g $objects | awk 'NF == 3 { print $3 }' | sort -u >has
	# shellcheck disable=SC2086
	nm -g $objects | awk '$1 == "U" { print $2 }' | sort -u >needs
	output=$(comm -13 has needs)
	expect $'__sys_fstat\n__sys_mmap\n__sys_mprotect\n__sys_mremap\n__sys_munmap\nmemcpy\nmemset'
}

@test "loader/elf has no variable, and nothing that must be relocated first" {
	local objects
	objects=$(echo "$PREMAIN_BUILD"/loader/elf/*.o)
	# shellcheck disable=SC2086 # object names have no spaces
	output=$(readelf -SW $objects | awk '{ sub(/^ *\[ *[0-9]+\]/, "") }
		$1 ~ /^\.(data|bss|tdata|tbss)/ && $5 ~ /[1-9a-f]/')
	expect ''
}

@test "both compilers take loader/elf without a warning" {
	local cc
	mkdir -p out && cd out
	for cc in gcc clang; do
		command -v $cc >/dev/null || skip "$cc is not there"
		$cc -std=c11 -Os -Wall -Wextra -Wmissing-prototypes -Wshadow \
			-Wconversion -Werror -ffreestanding -fpie \
			-I"$PREMAIN_TOP" -nostdinc \
			-isystem "$PREMAIN_BUILD/include" \
			-isystem "$($cc -print-file-name=include)" \
			-c "$PREMAIN_TOP"/loader/elf/*.c
	done
}
