#!/usr/bin/env bats
# The rooms of the house: who may use whom, and what every file looks like.

load helper

# symbols_of WORD ROOM: the symbols that the objects of a room define, or need,
# one a line; those that are made for shared libraries (pic/, again/) are among
# them.
# A room without objects is a mistake of this test.
symbols_of()
{
	local rooms=("$PREMAIN_BUILD/$2") kind
	for kind in pic again; do
		[ ! -d "$PREMAIN_BUILD/$kind/$2" ] ||
			rooms+=("$PREMAIN_BUILD/$kind/$2")
	done
	find "${rooms[@]}" -name '*.o' -print0 >"$BATS_TEST_TMPDIR/room"
	[ -s "$BATS_TEST_TMPDIR/room" ] || return 1
	xargs -0 nm -g --"$1"-only <"$BATS_TEST_TMPDIR/room" |
		awk '$NF !~ /:$/ && NF > 1 { print $NF }' | sort -u
}

# arrows ROOM: what the objects of a room need of others, in $output.
arrows()
{
	symbols_of undefined "$1" >"$BATS_TEST_TMPDIR/needs"
	symbols_of defined "$1" >"$BATS_TEST_TMPDIR/has"
	[ -s "$BATS_TEST_TMPDIR/needs" ] && [ -s "$BATS_TEST_TMPDIR/has" ]
	output=$(comm -23 "$BATS_TEST_TMPDIR/needs" "$BATS_TEST_TMPDIR/has")
}

# without ROOM: takes from $output what that room defines.
without()
{
	symbols_of defined "$1" >"$BATS_TEST_TMPDIR/other"
	output=$(comm -23 <(printf '%s\n' "$output") "$BATS_TEST_TMPDIR/other")
}

# includes_of FOLDER: the headers that the files of a room name, in $output.
includes_of()
{
	output=$(cd "$PREMAIN_TOP" && git ls-files "$1" | grep '\.[ch]$' |
		xargs sed -n 's/^#include *\([<"][^>"]*[>"]\).*/\1/p' | sort -u)
	[ "$output" ]
}

@test "syscalls needs nobody, but for errno where POSIX's syscall wants it" {
	arrows syscalls
	expect __premain_result
}

@test "crt needs system calls, main, and what the linker knows" {
	arrows crt
	without syscalls
	output=$(grep -vE '^__premain_(.*_(start|end|size)|linker_script)$' \
		<<<"$output")
	# The linker's own name, where a weak function is looked for.
	output=$(grep -vx _GLOBAL_OFFSET_TABLE_ <<<"$output")
	expect $'__ehdr_start\nmain'
}

@test "std needs system calls, and of crt the exit, environ and auxv" {
	arrows std
	without syscalls
	# The linker's own names: its table of addresses, and its script.
	output=$(grep -vxE '_GLOBAL_OFFSET_TABLE_|__premain_linker_script' \
		<<<"$output")
	expect $'_Exit\n__environ\n__premain_auxv\n__premain_auxv_find
__premain_environ\n__premain_start_secure'
}

@test "loader needs system calls, string functions, of crt relocation and what the library in its file keeps, the linker" {
	arrows loader
	without syscalls
	without std/string
	# Places that layout/ld-premain.ld and the linker itself name.
	output=$(grep -vxE '_DYNAMIC|_GLOBAL_OFFSET_TABLE_|__ehdr_start|__premain_(code|dynstr|more|rest|variables)(_end)?|__premain_(dynsym|gnu_hash)' \
		<<<"$output")
	expect $'__premain_initial\n__premain_moved\n__premain_relocate_rela
__premain_relocate_relr'
}

@test "premain needs public functions only" {
	arrows premain
	without std
	expect $'_exit\nenviron'
	arrows premain
	output=$(grep '^__' <<<"$output")
	expect $'__errno_location\n__premain_stderr\n__premain_stdout'
}

@test "no room includes a header of a room that it may not use" {
	includes_of crt
	output=$(grep -vE '^"crt/|^<(premain/syscalls|elf|std(def|int|lib))\.h>|^<(linux|asm)/' \
		<<<"$output") || true
	expect ''
	includes_of loader
	output=$(grep '^"' <<<"$output" | grep -v '^"loader/') || true
	expect $'"crt/linker.h"\n"crt/relocate.h"\n"crt/shared/initial.h"
"crt/stack.h"'
	includes_of premain
	output=$(grep '^"' <<<"$output" | grep -v '^"premain/') || true
	expect ''
	includes_of std
	output=$(grep '^"' <<<"$output" | grep -vE '^"(std|crt)/') || true
	expect ''
	includes_of examples
	output=$(grep '^"' <<<"$output") || true
	expect ''
}

@test "there is one syscall instruction, and those that say why they need one" {
	output=$(find "$PREMAIN_BUILD/crt" "$PREMAIN_BUILD/std" \
		"$PREMAIN_BUILD/syscalls" -name '*.o' -print0 |
		xargs -0 objdump -d |
		awk '/file format/ { sub(/:.*/, ""); sub(/.*\//, ""); file = $0 }
			/\tsyscall *$/ { print file }' | sort)
	expect $'clone.asm.o\nclone3.asm.o\nrt_sigreturn.asm.o\nsys_call.asm.o
vfork.asm.o'
}

@test "C has no inline assembly, but for the examples" {
	output=$(cd "$PREMAIN_TOP" && git grep -lE '\b(__asm__|asm)[[:space:]]*(volatile|\()' \
		-- '*.c' '*.h' ':!examples') || true
	expect ''
}

# missing CONDITION FILES...: in $output, the files of git's that have no
# line that awk's CONDITION holds for, one a line; in $count, how many there are.
missing()
{
	cd "$PREMAIN_TOP"
	git ls-files "${@:2}" >"$BATS_TEST_TMPDIR/files"
	count=$(wc -l <"$BATS_TEST_TMPDIR/files")
	output=$(xargs awk '
		FNR == 1 { if (file && !found) print file
			file = name = FILENAME; sub(/.*\//, "", name); found = 0 }
		'"$1"' { found = 1 }
		END { if (!found) print file }' <"$BATS_TEST_TMPDIR/files")
}

@test "every NASM object says that it needs no executable stack" {
	missing '/^ *section .note.GNU-stack / || /^ *(bits 64|org )/' '*.asm'
	expect ''
	[ "$count" -gt 20 ]
}

@test "each source begins by saying where it is" {
	missing 'FNR <= 3 && index($0, name)' 'crt/*.c' 'crt/*.asm' \
		'syscalls/*.asm' 'std/*.c' 'std/*.asm' 'loader/*.c' \
		'loader/*.asm' 'premain/*.c' '*.ld'
	expect ''
	[ "$count" -gt 200 ]
}

@test "code is 80 columns wide, tabs being 8" {
	output=$(cd "$PREMAIN_TOP" && git ls-files '*.c' '*.h' '*.asm' '*.ld' '*.sh' |
		xargs awk '{ line = $0; width = 0
			for (i = 1; i <= length(line); i++)
				if (substr(line, i, 1) == "\t")
					width += 8 - width % 8
				else
					width++
			if (width > 80) print FILENAME ":" FNR }' ) || true
	expect ''
}
