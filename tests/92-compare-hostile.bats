#!/usr/bin/env bats
# Nothing that premain compare reads is believed: an ELF file that lies is one
# line, and a trace in any shape leaves the counts of what could be read.

load helper
load compare/helper

setup() { compare_setup; }
teardown() { compare_teardown; }

# patch FILE OFFSET HEX: other bytes at a place in a file.
patch()
{
	local at bytes=''
	for ((at = 0; at < ${#3}; at += 2)); do
		bytes+="\\x${3:at:2}"
	done
	printf "$bytes" | dd of="$1" bs=1 seek="$2" conv=notrunc status=none
}

# lie TEXT: premain compare says just this of the file `lie`.
lie()
{
	chmod -x lie	# should it be taken for sound, it is still not run
	run --separate-stderr -1 premain compare ./lie
	one_line "premain: compare: ./lie: $1"
}

header()
{
	readelf -hW "$1" | awk -F: -v name="$2" '
		{ sub(/^ */, "", $1) }
		$1 == name { split($2, word, " "); print word[1] }'
}

# The file offset of the entry of the dynamic table with this tag.
dynamic_entry()
{
	local start number
	start=$(readelf -lW hello | awk '$1 == "DYNAMIC" { print $2 }')
	number=$(readelf -dW hello | awk -v tag="($1)" '
		$1 ~ /^0x/ { if ($2 == tag) print count + 0; count++ }')
	[ "$start" ] && [ "$number" ] && echo $((start + 16 * number))
}

@test "an ELF file that lies is told in one line" {
	program hello <<<'#include <stdio.h>
	int main(void) { return puts("hi") < 0; }'
	phoff=$(header hello "Start of program headers")
	shoff=$(header hello "Start of section headers")

	head -c 63 hello >lie && lie "shorter than an ELF header"
	: >lie && lie "shorter than an ELF header"
	head -c 100000 /dev/zero >lie && lie "not an ELF file"
	cp hello lie && patch lie 4 01 && lie "not an ELF file for x86-64"
	cp hello lie && patch lie 18 b700 && lie "not an ELF file for x86-64"
	head -c $((phoff + 20)) hello >lie
	lie "its program headers lie outside the file"
	head -c $((shoff + 20)) hello >lie
	lie "its section headers lie outside the file"
	cp hello lie && patch lie 32 f0ffffffffffffff
	lie "its program headers lie outside the file"
	cp hello lie && patch lie 40 c0ffffffffffffff
	lie "its section headers lie outside the file"
	cp hello lie && patch lie 54 3900
	lie "a program header of an odd size"
	cp hello lie && patch lie 58 0100 && lie "a section header of an odd size"
	cp hello lie && patch lie 60 0000
	patch lie $((shoff + 32)) ffffffffffffff0f
	lie "its section headers lie outside the file"
	cp hello lie && patch lie $(($(dynamic_entry RELASZ) + 8)) f8ffffffffffffff
	lie "a relocation table lies outside the file"
	cp hello lie && patch lie $(($(dynamic_entry RELA) + 8)) f8ffffffffffff7f
	lie "a relocation table lies outside the file"
	cp hello lie	# in the file, but not in the segment
	patch lie $(($(dynamic_entry RELASZ) + 8)) 0010000000000000
	lie "a relocation table lies outside the file"
	row=$(readelf -lW hello | grep -E '^  [A-Z_]+ +0x' |
		grep -n '^  LOAD' | head -n 1 | cut -d: -f1)
	cp hello lie	# in the segment, but not in the file
	patch lie $(($(dynamic_entry RELASZ) + 8)) 0000001000000000
	patch lie $((phoff + 56 * (row - 1) + 32)) 0000002000000000
	lie "a relocation table lies outside the file"
}

@test "a table that the dynamic segment puts outside the file is told" {
	program hello <<<'int main(void) { return 0; }'
	phoff=$(header hello "Start of program headers")
	for kind in "INTERP:its interpreter's name" "DYNAMIC:its dynamic table"; do
		row=$(readelf -lW hello | grep -E '^  [A-Z_]+ +0x' |
			grep -n "^  ${kind%%:*}" | cut -d: -f1)
		cp hello lie
		patch lie $((phoff + 56 * (row - 1) + 8)) f0ffffffffffff7f
		lie "${kind#*:} lies outside the file"
	done
}

@test "sizes that would wrap a sum stay at the largest number" {
	program hello <<<'int ones[100] = {1}; int main(void) { return ones[1]; }'
	shoff=$(header hello "Start of section headers")
	row=$(readelf -SW hello | sed -n 's/^ *\[ *\([0-9]*\)\] \.data .*/\1/p')
	patch hello $((shoff + 64 * row + 32)) ffffffffffffffff
	chmod -x hello
	run --separate-stderr -1 premain compare --format=csv ./hello
	[ "$(column 11)" = 18446744073709551615 ]
}

@test "a hundred damaged files are each measured or told, never a crash" {
	program hello <<<'#include <stdio.h>
	int main(void) { return puts("hi") < 0; }'
	chmod -x hello
	RANDOM=11
	for ((i = 0; i < 100; i++)); do
		cp hello "m$i"
		for ((j = 0; j < 4; j++)); do
			at=$((RANDOM % 900))
			[ $((RANDOM % 3)) = 0 ] && at=$((12000 + RANDOM % 2000))
			printf -v byte %02x $((RANDOM % 256))
			patch "m$i" $at "${byte}ff"
		done
		set -- "$@" "./m$i"
	done
	only true
	run --separate-stderr -1 compare_only --format=csv "$@"
	# A damaged name may hold a line's end: rows are counted, not lines.
	[ "$(grep -c '^\./m[0-9]*,' <<<"$output")" = 100 ]
	[ "${#stderr_lines[@]}" -ge 100 ]	# none of them may be run
	[ "$(grep -vc '^premain: compare: ./m[0-9]*: ' <<<"$stderr")" = 0 ]
}

# traced FIXTURE: compares a program whose strace says what is in FIXTURE.
traced()
{
	only sh cat
	cp "$PREMAIN_BUILD/bin/premain" program
	LOG=$1 fake_strace
	run --separate-stderr -0 compare_only --format="${2-csv}" ./program
	[ -z "$stderr" ]
}

fake_strace()
{
	fake strace <<-EOF
		#!/bin/sh
		case "\$7" in
		--version) echo '1  execve("x") = 0' >"\$4" ;;
		*) cat '$LOG' >"\$4" ;;
		esac
	EOF
}

@test "calls of several tasks, interrupted and resumed, are counted once" {
	traced "$BATS_TEST_DIRNAME/compare/threads.strace"
	[ "$(column 15)" = 25 ]
	[ "$(column 16)" = 18 ]
	[ "$(column 17)" = 1 ]
	traced "$BATS_TEST_DIRNAME/compare/threads.strace" json
	[[ $output == *'"lines_not_understood": 0'* ]]
	[[ $output == *'"name": "clone", "text": "child_stack=NULL,'*\
'SIGCHLD, child_tidptr=0x7f71bf817a10", "result": "103", "failed": false,'* ]]
	[[ $output == *'"text": "SIG_SETMASK, [], NULL, 8", "result": "0"'* ]]
	[[ $output == *'"name": "write", "text": "1, \"\\\") = -1 EPERM (\\\\\",'*\
' 15", "result": "15", "failed": false,'* ]]
}

@test "qemu's lines, spliced into each other, are counted too" {
	only sh cat
	cp "$PREMAIN_BUILD/bin/premain" program
	fake qemu-x86_64 <<-EOF
		#!/bin/sh
		case "\$5" in
		--version) echo '1 exit_group(0)' >"\$3" ;;
		*) cat '$BATS_TEST_DIRNAME/compare/threads.qemu' >"\$3" ;;
		esac
	EOF
	run --separate-stderr -0 compare_only --format=csv ./program
	[ "$(column 15)" = 32 ]		# with execve, which qemu leaves out
	[ "$(column 16)" = 21 ]
	[ "$(column 17)" = 2 ]
	run --separate-stderr -0 compare_only --format=json ./program
	[[ $output == *'"lines_not_understood": 2'* ]]
	[[ $output == *'"name": "syscall 435"'* ]]
	run --separate-stderr -0 compare_only ./program
	[[ $output == *"./program: its trace has 2 lines that cannot be read"* ]]
}

@test "a trace of one endless line, without end, is read in bounded memory" {
	only sh cat head
	cp "$PREMAIN_BUILD/bin/premain" program
	fake strace <<-'EOF'
		#!/bin/sh
		case $7 in
		--version) echo '1  execve("x") = 0' >"$4" ;;
		*) { echo '1  execve("x") = 0'; head -c 30000000 /dev/zero
		echo; echo '1  exit_group(0) = ?'; } >"$4" ;;
		esac
	EOF
	run --separate-stderr -0 sh -c 'ulimit -v 20000; exec "$@"' sh \
		env PATH="$BATS_TEST_TMPDIR/tools" "$PREMAIN_BUILD/bin/premain" \
		compare --steps=0 --rounds=0 --format=csv ./program
	[ "$(column 15)" = 2 ]
}

@test "300,000 calls are counted, and the first of them shown" {
	only sh cat head
	cp "$PREMAIN_BUILD/bin/premain" program
	{
		echo '1  execve("x") = 0'
		yes '1  getpid()                          = 4242' |
			head -n 300000
	} >long
	LOG=$WORK/long fake_strace
	run --separate-stderr -0 sh -c 'ulimit -v 20000; exec "$@"' sh \
		env PATH="$BATS_TEST_TMPDIR/tools" "$PREMAIN_BUILD/bin/premain" \
		compare --steps=0 --rounds=0 --format=csv ./program
	[ "$(column 15)" = 300001 ]
	[ "$(column 16)" = 2 ]
	run --separate-stderr -0 compare_only ./program
	[[ ${lines[-1]} == "and "*" more lines" ]]
	[ "${#lines[@]}" -lt 230 ]
}

@test "traces of all shapes leave counts, never a crash" {
	only sh cat
	cp "$PREMAIN_BUILD/bin/premain" program
	log=$WORK/log
	LOG=$log fake_strace
	first='1  execve("x") = 0'
	shapes=('1  open("' '1  open("x' '1  open("x\' '1  f((((((' '1  f)))) = '
		'1  <... f resumed>' '1  <... f resumed>) = 0'
		'1  f( <unfinished ...>' '99999999999999999999 f() = 0' '1 ' '1'
		'<unfinished ...>' '(' '1  (' '1  f() =' '1  f() = -1'
		'1  --- ' '1  +++ ' '--- ' ')' '"' '\' '1  f() = -1 '
		$'1  f(\001\377"\200\\' 'Unknown syscall ' 'Unknown syscall 3'
		"1  $(printf '%04000d' 0 | tr 0 a)(\"x\") = 0" ' = 0' '<... ')
	for shape in "${shapes[@]}"; do
		printf '%s\n%s\n' "$first" "$shape" >"$log"
		run --separate-stderr -0 compare_only --format=csv ./program
		[ "$(column 15)" -ge 1 ]
		[ "$(column 15)" -le 2 ]
		printf '%s\n%s' "$first" "$shape" >"$log"
		COLUMNS=40 run --separate-stderr -0 compare_only ./program
		[ -z "$(tr -d '\n -~' <<<"$output")" ]
	done
	printf '%s\n = -1 errno=2 (x)\n' "$first" >"$log"
	run --separate-stderr -0 compare_only --format=csv ./program
	[ "$(column 17)" = 1 ]
	{
		echo "$first"
		for ((i = 0; i < 3000; i++)); do
			echo "$i  name$i(1 <unfinished ...>"
		done
	} >"$log"
	run --separate-stderr -0 compare_only --format=csv ./program
	[ "$(column 15)" = 3001 ]
	[ "$(column 16)" = 512 ]
}

# asked TEXT: what is shipped with a program whose interpreter, a script of
# this TEXT, is asked. The kernel runs no such interpreter.
asked()
{
	printf '#!/bin/sh\n%s\n' "$1" >interpreter
	run --separate-stderr -1 premain compare --timeout=1 --format=csv asks
	[ "$(column 6 asks)" -gt 1000 ]
	output=$(column 20 asks)
}

@test "an interpreter that fails, hangs, floods or lies: nothing is known" {
	touch interpreter
	chmod +x interpreter
	echo 'int main(void) { return 0; }' >asks.c
	gcc asks.c -Wl,--dynamic-linker="$PWD/interpreter" -o asks
	strip -o stripped asks
	strip -o shell /bin/sh
	asked 'echo "\tlinux-vdso.so.1 (0x1)\n\tx => /bin/sh (0x1)"'
	expect $(($(stat -c %s stripped) + $(stat -c %s shell) +
		$(stat -c %s interpreter)))

	# The last: more lines, of 16 bytes each, than are kept.
	for text in 'echo "\tx => /bin/sh (0x1)"; exit 1' 'sleep 60' yes \
		'kill -9 $$' 'exit 0' 'printf "x => /bin/sh (0x1)"' \
		'echo "\tx => /bin/sh"' 'echo "\tx => /nowhere (0x1)"' \
		'echo "\tx => /dev/null (0x1)"' 'echo "\tx => /bin (0x1)"' \
		'yes "$(printf "\t/bin/sh (0x01)")" | head -n 5000'; do
		asked "$text"
		expect ''
	done

	# What the user may not run runs nothing that it names.
	chmod -x asks
	asked 'touch here; echo "\tx => /bin/sh (0x1)"'
	expect ''
	[ ! -e here ]
}
