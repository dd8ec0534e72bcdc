#!/usr/bin/env bats
# What goes wrong in premain compare is said in one line that names the file
# and the cause; the other variants are still compared, and nothing stays.

# shellcheck disable=SC2046 # strace_if_here is a word or nothing
load helper
load compare/helper

setup() { compare_setup; }
teardown() { compare_teardown; }

hello=$PREMAIN_TOP/examples/hello_world.c

@test "a missing tool is a row that says how to get it, and no error" {
	only "${COMPILER[@]}"
	run --separate-stderr -0 compare_only "$hello"
	[ -z "$stderr" ]
	[[ $output == *"premain-static "*" premain-gcc is not beside"* ]]
	[[ $output == *"musl-static "*" not installed: musl-gcc (Debian: musl-"* ]]
	[[ $output == *"diet-static "*" not installed: diet (Debian: diet"* ]]
	[[ $output == *"klibc-shared "*" not installed: klcc (Debian: libk"* ]]
	[[ $output == *"asm "*" not installed: nasm (Debian: nasm)"* ]]
	[[ $output == *"glibc-dynamic "*" dynamic "* ]]
}

@test "the way to get a tool is that of this machine's package manager" {
	only "${COMPILER[@]}" true
	mv "$BATS_TEST_TMPDIR/tools/true" "$BATS_TEST_TMPDIR/tools/apt"
	run --separate-stderr -0 compare_only "$hello"
	[[ $output == *"musl-static "*" not installed: apt install musl-tools"* ]]
	mv "$BATS_TEST_TMPDIR/tools/apt" "$BATS_TEST_TMPDIR/tools/dnf"
	run --separate-stderr -0 compare_only "$hello"
	[[ $output == *"musl-static "*" not installed: dnf install musl-gcc"* ]]
}

@test "no compiler at all leaves rows, and no error" {
	only true
	run --separate-stderr -0 compare_only --format=csv "$hello"
	[ "$(column 3 | sort | uniq -c | xargs)" = "15 missing" ]
	[ -z "$stderr" ]
}

@test "premain-gcc without its compiler: rows that say so, and no error" {
	only "${WRAPPER[@]}"
	COLUMNS=150 run -0 env PATH="$BATS_TEST_TMPDIR/tools" \
		"$PREMAIN_BUILD/bin/premain" compare --steps=0 --rounds=0 \
		"$PREMAIN_TOP/examples/hello_world.c"
	[[ $output == *"premain-static "*" premain-gcc: gcc is not there: "* ]]
	[[ $output == *"glibc-static "*" not installed: gcc"* ]]
	run -0 env PATH= "$PREMAIN_BUILD/bin/premain" compare --steps=0 \
		--rounds=0 --format=csv "$hello"
	[[ $output == *,premain-static,missing,*"premain-gcc: gcc is not there: "* ]]
	[ "$(column 3 | sort | uniq -c | xargs)" = "15 missing" ]
}

@test "\$CC may be another compiler, and have flags" {
	only "${COMPILER[@]}"
	mv "$BATS_TEST_TMPDIR/tools/gcc" "$BATS_TEST_TMPDIR/tools/mycc"
	export CC=" mycc  -DSTATUS=5 -g0 "
	echo 'int main(void) { return STATUS; }' >five.c
	run --separate-stderr -0 compare_only --format=csv five.c
	[ "$(column 18 glibc-dynamic)" = 5 ]
	CC=nowhere run --separate-stderr -0 compare_only --format=csv five.c
	[ "$(column 3 glibc-dynamic)" = missing ]
}

@test "a glibc without its static half is a missing package" {
	only "${COMPILER[@]}" sh
	mv "$BATS_TEST_TMPDIR/tools/gcc" "$BATS_TEST_TMPDIR/tools/real"
	fake gcc <<-'EOF'
		#!/bin/sh
		case " $* " in
		*" -static "*) echo "/usr/bin/ld: cannot find -lc" >&2; exit 1 ;;
		esac
		exec real "$@"
	EOF
	run --separate-stderr -0 compare_only --format=csv "$hello"
	[ "$(column 3 glibc-static)" = missing ]
	[ "$(column 3 glibc-dynamic)" = measured ]
	[ -z "$stderr" ]
}

@test "a compiler without a C library's headers is a missing package" {
	only "${COMPILER[@]}" sh
	fake gcc <<-'EOF'
		#!/bin/sh
		echo "x.c:1:10: fatal error: stdio.h: No such file" >&2
		exit 1
	EOF
	run --separate-stderr -0 compare_only --format=csv "$hello"
	[ "$(column 3 | sort | uniq -c | xargs)" = "15 missing" ]
	[ -z "$stderr" ]
}

@test "a program that does not compile: its first error, once" {
	printf '#warning later\nint main(void)\n{\n\treturn none;\n}\n' >bad.c
	only "${COMPILER[@]}"
	run --separate-stderr -1 compare_only bad.c
	one_line "premain: compare: bad.c: does not compile: bad.c:4:16: error:\
 'none' undeclared (first use in this function) (in all 3 variants)"
	[[ $output == *"glibc-static "*" does not compile: bad.c:4:16: error"* ]]
}

@test "an undefined function is the linker's first error" {
	echo 'int none(void); int main(void) { return none(); }' >undef.c
	only "${COMPILER[@]}"
	run --separate-stderr -1 compare_only undef.c
	[[ $stderr == *"undef.c: does not compile: "*"undefined reference to"* ]]
}

@test "a variant that does not compile leaves the others their rows" {
	printf '#ifndef __GLIBC__\n#error glibc only\n#endif\nint x;\n' >half.h
	printf '#include <stdio.h>\n#include "half.h"\n' >half.c
	echo 'int main(void) { return puts("hi") < 0; }' >>half.c
	run --separate-stderr -1 premain compare --format=csv half.c
	[ "$(column 3 glibc-static)" = measured ]
	[ "$(column 15 glibc-static)" -gt 3 ]
	[ "$(column 3 premain-static)" = failed ]
	[[ $stderr == "premain: compare: half.c: does not compile: "*"#error glibc\
 only (premain-static, premain-static-hardened, premain-static-pie"* ]]
}

@test "a crash shows its signal" {
	needs_strace
	echo 'int main(void) { return *(volatile int *)0; }' >crash.c
	only "${COMPILER[@]}" strace
	run --separate-stderr -1 compare_only --format=csv crash.c
	one_line "premain: compare: crash.c: killed by SIGSEGV\
 (in all 3 variants)"
	[ "$(column 18 glibc-static)" = SIGSEGV ]
	[ "$(column 15 glibc-static)" -ge 3 ]
}

# A program that hangs with a child in a session of its own, whose child in
# turn writes its number to a file.
hang()
{
	program hang <<<'#include <stdio.h>
	#include <unistd.h>
	int main(int argc, char **argv)
	{
		if (fork() == 0) {
			setsid();
			if (fork() == 0) {
				FILE *file = fopen(argv[1], "w");
				fprintf(file, "%d\n", (int)getpid());
				fclose(file);
			}
		}
		for (;;)
			pause();
	}'
}

gone()
{
	[ -s pid ]
	! kill -0 "$(cat pid)" 2>/dev/null || [[ $(ps -o stat= -p "$(cat pid)") == Z* ]]
}

@test "a hang is ended, with its children, traced or not" {
	hang
	only true $(strace_if_here)
	run --separate-stderr -1 compare_only --timeout=1 ./hang -- pid
	one_line "premain: compare: ./hang: still running after 1 s, ended with\
 its children"
	[[ $output == *"./hang "*" hangs"* ]]
	gone
	only true
	rm pid
	run --separate-stderr -1 compare_only --timeout=1 ./hang -- pid
	[[ $output == *"./hang "*" hangs"* ]]
	gone
}

@test "binary data is not shown" {
	program binary <<<'#include <unistd.h>
	int main(void) { return write(1, "a\0\377\033[2Jb", 8) != 8; }'
	run --separate-stderr -1 premain compare ./binary
	one_line "premain: compare: ./binary: prints binary data, not shown\
 (8 bytes)"
	[ -z "$(tr -d '\n -~' <<<"$output")" ]
	[[ $output == *"./binary "*" 0"* ]]
}

@test "one byte is enough to be binary data, or to be text" {
	program byte <<<'#include <stdlib.h>
	#include <unistd.h>
	int main(int argc, char **argv)
	{
		char byte = atoi(argv[1]);
		return write(2, &byte, 1) != 1;
	}'
	only true
	for byte in 0 1 6 14 31 127 128 195 255; do
		run --separate-stderr -1 compare_only ./byte -- $byte
		one_line "premain: compare: ./byte: prints binary data on\
 standard error, not shown (1 bytes)"
	done
	for byte in 7 8 9 10 12 13 27 32 65 126; do
		run --separate-stderr -0 compare_only ./byte -- $byte
		[ -z "$stderr" ]
	done
}

@test "text in UTF-8, with colours, is not binary data" {
	program text <<<'#include <stdio.h>
	int main(void) { return puts("\033[1mgr\303\274n \342\202\254\t\a") < 0; }'
	run --separate-stderr -0 premain compare ./text
	[ -z "$stderr" ]
}

# A program that writes without end to the descriptor it is told.
flood()
{
	program flood <<<'#include <unistd.h>
	static char page[4096];
	int main(int argc, char **argv)
	{
		for (int i = 0; i < 4096; i++)
			page[i] = 10;
		while (write(argv[1][0] - 48, page, sizeof page) > 0)
			;
	}'
}

@test "output without end is cut, and the program ended" {
	flood
	only true
	for descriptor in 1 2; do
		run --separate-stderr -1 compare_only ./flood -- $descriptor
		one_line "premain: compare: ./flood: prints more than 16 MiB,\
 ended"
		[[ $output == *"./flood "*" floods"* ]]
	done
}

@test "a TMPDIR that cannot be used is one line" {
	echo >file
	TMPDIR=/nowhere run --separate-stderr -1 premain compare "$hello"
	one_line "premain: compare: /nowhere: No such file\
 or directory"
	[ -z "$output" ]
	TMPDIR=$WORK/file run --separate-stderr -1 premain compare "$hello"
	one_line "premain: compare: $WORK/file: Not a\
 directory"
	[ -z "$output" ]
}

@test "an odd TMPDIR, even a relative one with a dash, works" {
	mkdir './-o x'$'\n'"'%s\$y"
	TMPDIR='-o x'$'\n'"'%s\$y" run --separate-stderr -0 premain compare \
		--format=csv "$hello"
	[ "$(column 3 premain-static)" = measured ]
	[ "$(column 3 musl-static)" = measured ] || [ ! -e /usr/bin/musl-gcc ]
	[ -z "$(ls -A './-o x'$'\n'"'%s\$y")" ]
}

@test "file names of every kind are taken as they are" {
	echo "--options-for-gcc" >file.c	# what @file.c means to gcc
	for name in '-O0.c' '@file.c' $'a b\nline.c' $'.$(x)`y`\'".c' \
		$'%s%n#;&|<>=.c' $'*?[\xff\xc3.c'; do
		cp "$hello" "./$name"
		[[ $name == -* ]] && name=./$name
		set -- "$@" "$name"
	done
	only "${COMPILER[@]}" "${WRAPPER[@]}" $(strace_if_here)
	run --separate-stderr -0 env PATH="$BATS_TEST_TMPDIR/tools" \
		"$PREMAIN_BUILD/bin/premain" compare --steps=0 --rounds=0 --format=json "$@"
	[ -z "$stderr" ]
	[ "$(grep -c '"state": "measured"' <<<"$output")" = 54 ]
	[ "$(grep -c '"exit_status": 0' <<<"$output")" = 54 ]
	only true
	run --separate-stderr -0 compare_only "$@"
	[ -z "$(tr -d '\n -~' <<<"$output")" ]
	[ "$(grep -c '\.c:$' <<<"$output")" = 7 ]	# and in the first line
}

@test "nothing beside the source is touched" {
	cp "$hello" here.c
	echo mine >here.o
	echo mine >here
	chmod -w here here.o
	before=$(ls -lR --time-style=full-iso; cat here here.o)
	run --separate-stderr -0 premain compare here.c
	[ "$(ls -lR --time-style=full-iso; cat here here.o)" = "$before" ]
}

@test "a file that is not there, a folder, a text: each a line, none a stop" {
	mkdir folder.c
	echo text >text
	gcc -w -x c - -o fine <<<'int main(void) { return 0; }'
	run --separate-stderr -1 premain compare --format=csv none.c folder.c \
		text ./fine
	[ "${stderr_lines[0]}" = \
		"premain: compare: none.c: No such file or directory" ]
	[ "${stderr_lines[1]}" = "premain: compare: folder.c: is a folder" ]
	[[ ${stderr_lines[2]} == "premain: compare: text: shorter than an ELF"* ]]
	[ "${#stderr_lines[@]}" = 3 ]
	[ "$(column 3 | xargs)" = "failed failed failed measured" ]
}

@test "a program that may not be run is one line" {
	needs_strace
	gcc -w -x c - -o shut <<<'int main(void) { return 0; }'
	chmod -x shut
	run --separate-stderr -1 premain compare ./shut
	[[ $stderr == "premain: compare: ./shut: cannot be run: "*"ermission"* ]]
	[[ $output == *"./shut "*" dynamic "* ]]
}

@test "without strace qemu shows the calls" {
	only qemu-x86_64 nasm
	run --separate-stderr -0 compare_only
	[ -z "$stderr" ]
	[[ $output == *"traced by qemu-x86_64 -strace"* ]]
	[[ $output == *"qemu-x86_64 shows the calls, because strace: not inst"* ]]
	run --separate-stderr -0 compare_only --format=csv
	[ "$(column 15 asm)" = 3 ]
	[ "$(column 16 asm)" = 3 ]
	[ "$(column 18 asm)" = 0 ]
}

@test "under qemu a crash is its signal, and a failed call has failed" {
	only qemu-x86_64
	program crash <<<'#include <unistd.h>
	int main(void)
	{
		close(99);
		return *(volatile int *)0;
	}'
	gcc -w -static crash.c -o crash
	ulimit -c unlimited
	run --separate-stderr -1 compare_only --format=csv ./crash
	[ "$(column 18)" = SIGSEGV ]
	[ "$(column 17)" -ge 1 ]
	[ "$(echo *)" = "crash crash.c" ]	# no core
}

@test "where there is only our own tracer a crash is its signal, and no status" {
	command premain trace -o /dev/null -- true || skip 'nothing may trace here'
	only sh
	program crash <<<'int main(void) { return *(volatile int *)0; }'
	gcc -w -static crash.c -o crash
	ulimit -c unlimited
	run --separate-stderr -1 compare_only --format=json --steps=0 ./crash
	one_line 'premain: compare: ./crash: killed by SIGSEGV'
	run -0 grep -oE '"(tracer|exit_status|signal)": [^,]*' <<<"$output"
	expect $'"tracer": "premain"\n"exit_status": null\n"signal": "SIGSEGV"'
	rm -f crash crash.c
	[ "$(echo *)" = '*' ]		# no core
}

@test "where ptrace is forbidden qemu shows the calls, and says why" {
	only qemu-x86_64 nasm sh
	fake strace <<-'EOF'
		#!/bin/sh
		echo "strace: ptrace(PTRACE_TRACEME, ...): Operation not permitted" >&2
		exit 1
	EOF
	COLUMNS=120 run --separate-stderr -0 compare_only
	[[ $output == *"qemu-x86_64 shows the calls, because strace: strace:\
 ptrace(PTRACE_TRACEME, ...): Operation not permitted"* ]]
}

@test "a strace that only sees an emulator is not believed" {
	only nasm sh
	fake strace <<-'EOF'
		#!/bin/sh
		i=0
		while [ $i -lt 300 ]; do
			echo '9  brk(NULL) = 0x1'
			i=$((i + 1))
		done >"$4"
	EOF
	COLUMNS=120 run --separate-stderr -0 compare_only
	[[ $output == *"because strace: sees an emulator, not the program; "* ]]
}

@test "with neither, premain trace shows the calls, by the kernel alone" {
	only nasm
	run --separate-stderr -0 compare_only
	[ -z "$stderr" ]
	[[ $output == *"hello_world.c: compiled with -O2, traced by premain trace"* ]]
	[[ $output == *"premain trace shows the calls, because strace: not inst"* ]]
	grep -qE '^asm +164 +1 +0 +3 +3 +0 +- +0$' <<<"$output"
	run --separate-stderr -0 compare_only --format=json
	[[ $output == *'"tracer": "premain"'* ]]
}

@test "where nobody may trace, sizes and statuses are there, calls are a dash" {
	needs_strace
	only nasm
	# Who is traced already cannot be traced by another.
	strace -f -o /dev/null "$PREMAIN_BUILD/bin/premain" trace /bin/true \
		>/dev/null 2>&1 && skip "nothing here forbids tracing"
	run --separate-stderr -0 "$(type -P strace)" -f -o /dev/null \
		"$(type -P env)" PATH="$BATS_TEST_TMPDIR/tools" \
		"$PREMAIN_BUILD/bin/premain" compare --premain-gcc=/none \
		--rounds=0
	[ -z "$stderr" ]
	[[ $output == *"hello_world.c: compiled with -O2, not traced"* ]]
	[[ $output == *"system calls are not counted: strace: not installed;"* ]]
	[[ $output == *$'\n'"steps are not counted: nothing may be traced here (ptrace(2))" ]]
	grep -qE '^asm +164 +1 +0 +- +- +- +- +0$' <<<"$output"
}

@test "without strip the size is marked" {
	program hello <<<'int main(void) { return 0; }'
	only true
	run --separate-stderr -0 compare_only ./hello
	size=$(stat -c %s hello)
	[[ $output == *" ${size::-3},${size: -3}* "* ]]
	[[ $output == *"* is the size before strip: not installed: strip"* ]]
	run --separate-stderr -0 premain compare ./hello
	[[ $output != *"before strip"* ]]
}

@test "a compiler that hands out another kind of file is caught" {
	only "${COMPILER[@]}" sh
	mv "$BATS_TEST_TMPDIR/tools/gcc" "$BATS_TEST_TMPDIR/tools/real"
	fake gcc <<-'EOF'
		#!/bin/sh
		for word; do
			shift
			[ "$word" = -static-pie ] || set -- "$@" "$word"
		done
		exec real "$@"
	EOF
	run --separate-stderr -0 compare_only "$hello"
	[[ $output == *"glibc-static-pie: asked for static-PIE, the file is\
 dynamic"* ]]
	[ "$(grep -c 'asked for' <<<"$output")" = 1 ]
}

@test "an output that cannot be written is one line, status 1" {
	only nasm
	for format in table markdown csv json; do
		status=0
		compare_only --format=$format >/dev/full 2>err || status=$?
		[ "$status" = 1 ]
		[ "$(cat err)" = "premain: compare: standard output: No space\
 left on device" ]
	done
	status=0
	compare_only >&- 2>err || status=$?
	[ "$status" = 1 ]
	[ "$(cat err)" = "premain: compare: standard output: Bad file\
 descriptor" ]
	for word in --help --version; do
		status=0
		premain $word >/dev/full 2>err || status=$?
		[ "$status" = 1 ]
		[ "$(cat err)" = "premain: standard output: No space left on\
 device" ]
	done
}

@test "closed standard descriptors do not mix with the program's" {
	only nasm $(strace_if_here)
	status=0
	compare_only --format=csv >out <&- 2>&- || status=$?
	[ "$status" = 0 ]
	output=$(cat out)
	[ "$(column 18 asm)" = 0 ]
	flood
	only true
	status=0
	compare_only ./flood -- 1 2>err <&- >&- || status=$?
	[ "$status" = 1 ]
	[[ $(cat err) == *"./flood: prints more than 16 MiB, ended" ]]
}

@test "a signal ends it, its children and its folder" {
	hang
	only true $(strace_if_here)
	for signal in INT TERM HUP; do
		rm -f pid
		env --default-signal PATH="$BATS_TEST_TMPDIR/tools" \
			"$PREMAIN_BUILD/bin/premain" compare --steps=0 --rounds=0 --timeout=30 \
			./hang -- pid >out 2>err &
		premain=$!
		for _ in $(seq 100); do
			[ -s pid ] && break
			sleep 0.05
		done
		[ -n "$(ls -A "$TMPDIR")" ]
		kill -s "$signal" "$premain"
		status=0
		wait "$premain" || status=$?
		[ "$status" = $((128 + $(kill -l "$signal"))) ]
		[ ! -s out ]
		[ ! -s err ]
		gone
		compare_teardown
	done
}

@test "a reader that leaves early ends it without a word" {
	needs_strace
	program busy <<<'#include <unistd.h>
	int main(void)
	{
		for (int i = 0; i < 3000; i++)
			getppid();
	}'
	gcc -w -static busy.c -o busy
	only strace
	mkfifo pipe
	compare_only --format=json ./busy >pipe 2>err &
	premain=$!
	head -c 1 pipe >first
	status=0
	wait "$premain" || status=$?
	[ "$status" = 141 ]
	[ ! -s err ]
}

@test "a wrong use is status 2 and one line" {
	for words in --nonsense --timeout=0 --timeout=x --timeout= --format=xml \
		--pair=a,b --pair=asm "--timeout" "-x"; do
		run --separate-stderr -2 premain compare "$words"
		[ "${#stderr_lines[@]}" = 1 ]
		[[ $stderr == "premain: compare: "* ]]
		[ -z "$output" ]
	done
	run --separate-stderr -2 premain nonsense
	[[ $stderr == "premain: no such subcommand: nonsense: "* ]]
	run --separate-stderr -2 premain
	[[ $stderr == "usage: premain "* ]]
}

@test "--help and --version answer on standard output" {
	run --separate-stderr -0 premain --version
	[[ $output == "premain "[0-9]* ]]
	run --separate-stderr -0 premain --help
	[[ $output == "usage: premain compare "* ]]
	run --separate-stderr -0 premain compare --help
	[[ $output == "usage: premain compare "*"--timeout"* ]]
}
