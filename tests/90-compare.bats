#!/usr/bin/env bats
# premain compare builds one program in every variant that this machine knows,
# and its figures are those of the files and the runs.

# shellcheck disable=SC2046 # strace_if_here is a word or nothing
load helper
load compare/helper

setup() { compare_setup; }
teardown() { compare_teardown; }

hello=$PREMAIN_TOP/examples/hello_world.c
names="premain-static premain-static-hardened premain-static-pie
premain-dynamic premain-dynamic-now premain-dynamic-relr asm
glibc-static glibc-static-pie glibc-dynamic musl-static musl-dynamic
diet-static klibc-static klibc-shared"

# shown OPTIONS...: what premain compare prints of the example, without a word on
# standard error, in $output and in the file $shown. All variants are built for
# it, which takes long: each question is asked once for all tests.
shown()
{
	shown="$BATS_FILE_TMPDIR/columns ${COLUMNS-80} $*"
	[ -e "$shown" ] || {
		premain compare "$@" >"$shown.new" 2>"$shown.errors"
		[ ! -s "$shown.errors" ]
		mv "$shown.new" "$shown"
	}
	output=$(<"$shown")
}

# The table of ELF sections: size and flags of those that are loaded.
sections()
{
	readelf -SW "$1" | sed -n 's/^ *\[ *[0-9]*\] //p' | awk -v want="$2" '
		{ flags = $7; size = $5; type = $2 }
		$7 ~ /^[0-9]+$/ { next }
		flags !~ /A/ { next }
		{ kind = type == "NOBITS" ? "bss" : flags ~ /X/ ? "text" : \
			flags ~ /W/ ? "data" : "rodata" }
		kind == want { print size }' |
		while read -r size; do echo $((0x$size)); done |
		awk '{ sum += $1 } END { print sum + 0 }'
}

@test "every variant has its row, in the order of the table" {
	shown --format=csv
	[ "$(column 2 | xargs)" = "$(xargs <<<"$names")" ]
}

@test "the premain variants and the floor are built, run and traced" {
	shown --format=csv
	[ "$(column 4 premain-static)" = ET_EXEC ]
	[ "$(column 4 premain-static-hardened)" = ET_EXEC ]
	[ "$(column 4 premain-static-pie)" = static-PIE ]
	[ "$(column 4 asm)" = ET_EXEC ]
	[ "$(column 6 asm)" = 164 ]
	[ "$(column 8 asm)" = 1.0 ]
	[ "$(column 15 premain-static)" = 3 ]
	[ "$(column 18 premain-static-pie)" = 0 ]
	for name in premain-dynamic{,-now,-relr}; do
		[ "$(column 4 $name)" = dynamic ]
		[ "$(column 5 $name)" = \
			"$PREMAIN_BUILD/lib/ld-premain.so.1" ]
		[ "$(column 18 $name)" = 0 ]
	done
}

@test "the dynamic variants of premain are those that they are called" {
	cat >table.c <<<'#include <stdio.h>
	int a; int *table[100] = {[0 ... 99] = &a};
	int main(void) { return puts(table[0] ? "" : "0") < 0; }'
	COLUMNS=9999 premain compare --verbose table.c >out
	for name in premain-dynamic{,-now,-relr}; do
		command=$(sed -n "s/^$name: \(.* -o \).*/\1/p" out)
		$command "$name" table.c
		readelf -dW "$name" >"$name.dynamic"
	done
	run -0 grep -lE 'NOW' premain-dynamic*.dynamic
	expect premain-dynamic-now.dynamic
	run -0 grep -l '(RELR)' premain-dynamic*.dynamic
	expect premain-dynamic-relr.dynamic
}

# stripped FILES...: the sum of their bytes after strip.
stripped()
{
	local file sum=0
	for file; do
		strip -o stripped "$file"
		sum=$((sum + $(stat -c %s stripped)))
	done
	echo "$sum"
}

@test "what is shipped: the program, its interpreter and its libraries" {
	program hello <<<'int main(void) { return 0; }'
	gcc -O1 -static hello.c -o static
	gcc -O1 -shared -fPIC -Wl,-soname,own.so hello.c -o own.so
	gcc -O1 hello.c -Wl,--no-as-needed,-rpath,"$PWD" own.so -lm -o needs
	run --separate-stderr -0 premain compare --format=csv hello static \
		needs
	[ "$(column 20 static)" = "$(column 6 static)" ]
	[ "$(column 20 hello)" = "$(stripped hello \
		/lib64/ld-linux-x86-64.so.2 \
		"$(gcc -print-file-name=libc.so.6)")" ]
	[ "$(column 20 needs)" = "$(stripped needs own.so \
		/lib64/ld-linux-x86-64.so.2 \
		"$(gcc -print-file-name=libc.so.6)" \
		"$(gcc -print-file-name=libm.so.6)")" ]
	# Nobody starts a library; what it needs is not looked at.
	run --separate-stderr -1 premain compare --format=csv own.so
	[ "$(column 20 own.so)" = '' ]
}

@test "what is shipped of premain's own: one file besides the program" {
	shown --format=csv
	[ "$(column 20 premain-static)" = "$(column 6 premain-static)" ]
	[ "$(column 20 premain-dynamic)" = $(($(column 6 premain-dynamic) +
		$(stripped "$PREMAIN_BUILD/lib/ld-premain.so.1"))) ]
	COLUMNS=9999 shown --verbose
	[[ $output =~ $'\n'"premain-dynamic: ships with "\
"$PREMAIN_BUILD/lib/ld-premain.so.1 ("[0-9,]+")"$'\n' ]]
}

@test "what is shipped is not known where a library is not there" {
	program hello <<<'int main(void) { return 0; }'
	gcc -shared -fPIC -Wl,-soname,gone.so hello.c -o gone.so
	gcc hello.c -Wl,--no-as-needed gone.so -o needs
	premain-gcc -dynamic hello.c -Wl,--no-as-needed gone.so -o wants
	rm gone.so
	run --separate-stderr -0 premain compare --format=csv needs wants
	[ "$(column 6 needs)" -gt 1000 ]
	[ "$(column 6 wants)" -gt 1000 ]
	[ -z "$(column 20)" ]
	run -0 premain compare --format=json needs
	[[ $output == *'"shipped": null'* ]]
	run -0 premain compare needs
	[ "$(grep -cE '^(\./)?needs +- +[0-9]+ ' <<<"$output")" = 1 ]
}

@test "hello_world.c under premain is execve, write, exit_group" {
	needs_strace
	shown --format=json
	events=$(sed -n 's/.*"kind": "call", "name": "\([a-z0-9_]*\)".*/\1/p' \
		<<<"$output")
	[[ "$(xargs <<<"$events")" = "execve write exit_group execve "* ]]
}

# steps_of PROGRAM: what premain steps counts, all and each phase, by commas.
steps_of()
{
	command premain steps -o report --format=json -- "$@" >/dev/null
	head -2 report | grep -o '"steps": [0-9]*' | grep -o '[0-9]*' |
		paste -sd,
}

@test "steps are those that premain steps counts, in each phase" {
	"$PREMAIN_BUILD/bench/steps" /bin/true >/dev/null 2>&1 ||
		skip "nothing may be traced here"
	cp "$PREMAIN_BUILD/examples/explore_plt" one
	cp "$PREMAIN_BUILD/examples/hello_name" two
	run --separate-stderr -0 command premain compare --rounds=0 --format=csv \
		./one ./two -- Ada
	for name in one two; do
		counted=$(steps_of "./$name" Ada)
		[[ $counted =~ ^[0-9]+(,[0-9]+){4}$ ]]
		[ "$(column 21 "./$name"),$(column 22 "./$name"),$(
			column 23 "./$name"),$(column 24 "./$name"),$(
			column 25 "./$name")" = "$counted" ]
	done
}

@test "more steps than --steps are told as more, and no number" {
	"$PREMAIN_BUILD/bench/steps" /bin/true >/dev/null 2>&1 ||
		skip "nothing may be traced here"
	cp "$PREMAIN_BUILD/examples/explore_plt" one
	run --separate-stderr -0 command premain compare --rounds=0 --steps=1000 ./one
	[[ $output = *" >1,000 "* ]]
	run --separate-stderr -0 command premain compare --rounds=0 --steps=1000 \
		--format=csv ./one
	[ "$(column 21 one)$(column 22 one)" = '' ]
	run --separate-stderr -0 command premain compare --rounds=0 --steps=1000 \
		--format=json ./one
	[[ $output = *'"steps": {"all": 1000, "more": true, "loader": 1000,'* ]]
}

@test "starts are timed in rounds, and their quartiles are in order" {
	cp "$PREMAIN_BUILD/examples/hello_name" one
	cp "$PREMAIN_BUILD/examples/02-exit" two
	run --separate-stderr -0 command premain compare --steps=0 --rounds=9 \
		--format=csv ./one ./two -- Ada
	for name in one two; do
		[ "$(column 26 "./$name")" = 9 ]
		[ "$(column 27 "./$name")" -gt 1000 ]
		[ "$(column 28 "./$name")" -ge "$(column 27 "./$name")" ]
		[ "$(column 29 "./$name")" -ge "$(column 28 "./$name")" ]
		[ "$(column 30 "./$name")" -lt 9 ]
	done
	COLUMNS=80 run --separate-stderr -0 command premain compare --steps=0 \
		--rounds=1 ./one ./two
	[ "$(grep -cE '^./(one|two)( +[0-9,]+){4} +0 +-$' <<<"$output")" = 2 ]
	[[ $output = *$'\n'"start to end: 1 rounds, each of which "*"these are"*too*few* ]]
	run --separate-stderr -0 command premain compare --steps=0 \
		--rounds=1 --format=json ./one ./two
	[ "$(grep -c '"ratio": null, "outliers": \[\]}' <<<"$output")" = 2 ]
	run --separate-stderr -0 command premain compare --steps=0 \
		--rounds=5 ./one ./two
	[ "$(grep -cE '^./(one|two)( +[0-9,]+){5} +[0-9]+\.[0-9]x$' \
		<<<"$output")" = 2 ]
}

@test "an outlier is named: whose it is, in which round, how long it took" {
	program odd <<<'#include <fcntl.h>
	#include <sys/stat.h>
	#include <unistd.h>
	int main(void)
	{
		struct stat count;
		int fd = open("count", O_RDWR | O_CREAT | O_APPEND, 0600);
		write(fd, "", 1);
		fstat(fd, &count);
		if (count.st_size == 9)
			usleep(300000);
	}'
	run --separate-stderr -0 command premain compare --steps=0 --rounds=9 \
		./odd
	[[ ${output//$'\n  '/ } =~ "slowest outliers, in microseconds: ./odd "[0-9,]+" in round "[1-9] ]]
	[ "$(stat -c %s count)" = 11 ]
	rm count
	run --separate-stderr -0 command premain compare --steps=0 --rounds=9 \
		--format=json ./odd
	[[ $output =~ '"outliers": ['.*'{"round": '$((18 - $(stat -c %s count)))', "ns": '[0-9]+'}'.*']}' ]]
}

@test "timing ends after --timeout, and says where it cannot be done" {
	program waits <<<'#include <unistd.h>
	#include <sys/stat.h>
	int main(int argc, char **argv)
	{
		struct stat out;
		fstat(1, &out);
		usleep(*argv[1] * 10000);
		return argc == 3 && S_ISCHR(out.st_mode);
	}'
	run --separate-stderr -0 command premain compare --steps=0 \
		--timeout=1 --format=csv ./waits -- 0
	[ "$(column 26)" != 200 ]
	run --separate-stderr -0 command premain compare --steps=0 \
		--timeout=1 ./waits -- A
	[[ $output = *"starts are not timed: two rounds take more than 1 s (--timeout)"* ]]
	run --separate-stderr -0 command premain compare --steps=0 \
		--timeout=1 ./waits -- $'\1' !
	[[ $output = *"./waits: its starts are not timed: without a tracer it ends otherwise"* ]]
}

@test "the first line names the files, however short their names" {
	program a <<<'int main(void) { return 0; }'
	cp a b
	needs_strace
	run --separate-stderr -0 premain compare a b
	[ "${lines[0]}" = 'a, b: traced by strace' ]
}

@test "a binary's figures are those that strip, readelf and strace give" {
	program hello <<<'int zeros[1000], ones[] = {1, 2, 3};
	int main(void) { return ones[zeros[0]] + 6; }'
	gcc -O1 -static hello.c -o static
	gcc -O1 -fPIE -static-pie hello.c -o pie
	run --separate-stderr -0 premain compare --format=csv hello static pie
	table=$output
	for file in hello static pie; do
		calls_of "./$file"
		calls=$(wc -l <<<"$output") output=$table
		[ "$(column 15 "$file")" = "$calls" ]
		strip -o stripped "$file"
		[ "$(column 6 "$file")" = "$(stat -c %s stripped)" ]
		for kind in 9:text 10:rodata 11:data 12:bss; do
			[ "$(column "${kind%:*}" "$file")" = \
				"$(sections "$file" "${kind#*:}")" ]
		done
		[ "$(column 13 "$file")" = \
			"$(readelf -lW "$file" | grep -c '^  LOAD')" ]
		[ "$(column 14 "$file")" = \
			"$(readelf -rW "$file" | grep -c '^0000')" ]
		[ "$(column 18 "$file")" = 7 ]
	done
	[ "$(column 4 hello)" = dynamic ]
	[ "$(column 4 static)" = ET_EXEC ]
	[ "$(column 4 pie)" = static-PIE ]
}

@test "RELR relocations count one by one" {
	cat >table.c <<<'int a; int *table[100] = {[0 ... 99] = &a};
	int *more[70] = {&a}; int main(void) { return table[0] == more[0]; }'
	gcc -O0 -fPIE -pie table.c -o plain
	gcc -O0 -fPIE -pie -Wl,-z,pack-relative-relocs table.c -o packed 2>err ||
		skip "this linker packs no relocations: $(head -1 err)"
	readelf -d packed >dynamic
	grep -q RELR dynamic || skip "this linker packs no relocations"
	run --separate-stderr -0 premain compare --format=csv plain packed
	[ "$(column 14 plain)" = "$(column 14 packed)" ]
	[ "$(column 14 plain)" -ge 101 ]
}

@test "no line of the table is wider than the terminal, at any width" {
	only true $(strace_if_here)
	ln -s /usr/bin/true "a name of some length"
	for ((width = 20; width < 150; width += 3)); do
		COLUMNS=$width run --separate-stderr -0 compare_only \
			"$hello" \
			"$PREMAIN_BUILD/bin/premain" "./a name of some length" \
			--verbose -- --version
		longest=$(awk '{ if (length > most) most = length }
			END { print most }' <<<"$output")
		[ "$longest" -le "$width" ]
		[ "${#lines[@]}" -gt 20 ]
	done
}

@test "at 200 columns it is one table, at 80 two, with all variants in both" {
	for width in 80 200; do
		COLUMNS=$width shown
		for name in $names; do
			[ "$(grep -c "^$name " <<<"$output")" -ge 1 ]
		done
		heads=$(grep -c '^variant ' <<<"$output")
		[ "$heads" = $((width == 80 ? 2 : 1)) ]
	done
}

@test "a terminal that knows UTF-8 gets lines, another one ASCII" {
	only "${COMPILER[@]}"
	LC_ALL=C.UTF-8 run -0 compare_only "$hello"
	[[ $output == *─* && $output == *│* ]]
	shown
	[ -z "$(tr -d '\n -~' <<<"$output")" ]
}

@test "csv is RFC 4180: 30 fields a line, and lines end in CR LF" {
	shown --format=csv
	[ "$(wc -l <"$shown")" = 16 ]
	[ "$(grep -c $'\r$' "$shown")" = 16 ]
	fields=$(sed 's/"[^"]*"/x/g' "$shown" | awk -F, '{ print NF }' | sort -u)
	[ "$fields" = 30 ]
}

@test "csv quotes a file name with a comma, a quote and a line's end" {
	cp "$hello" $'a,"b"\n.c'
	only "${COMPILER[@]}"
	compare_only --format=csv $'a,"b"\n.c' >out
	grep -q '^"a,""b""$' out
	grep -q '^.c",glibc-static,measured,ET_EXEC,' out
}

# Takes a JSON text apart: strings become S, other values V, and what is
# complete becomes V, until one V is left.
is_json()
{
	tr -d '\n' <"$1" | awk '{
		gsub(/"([^"\\]|\\["\\\/bfnrt]|\\u[0-9a-f][0-9a-f][0-9a-f][0-9a-f])*"/,
			"S")
		gsub(/-?(0|[1-9][0-9]*)(\.[0-9]+)?|true|false|null/, "V")
		gsub(/[ \t]/, "")
		gsub(/S:/, "N:")
		gsub(/S/, "V")
		while (gsub(/\[\]|\[V(,V)*\]|[{][}]|[{]N:V(,N:V)*[}]/, "V"))
			;
		result = $0
	} END { if (result != "V") { print substr(result, 1, 200); exit 1 } }'
}

@test "json is JSON, and names the version of its shape" {
	shown --format=json
	cp "$shown" out
	is_json out
	grep -q '^ *"schema": "premain-compare/3",$' out
	[ "$(grep -c '"variant": "[a-z-]*", "state": "' out)" = 15 ]
	sed 's/"state"/state/' out >broken	# the checker can say no
	run -1 is_json broken
}

@test "json has the memory before main, and the GOT at three moments" {
	"$PREMAIN_BUILD/bench/steps" /bin/true >/dev/null 2>&1 ||
		skip "nothing may be traced here"
	cp "$PREMAIN_BUILD/examples/explore_plt" one
	run --separate-stderr -0 premain compare --format=json ./one
	[[ $output =~ '"live": {"stop": "main", "note": null, "memory": ['[[:space:]]*'{"start": "0x'[0-9a-f]+'", "end": "0x'[0-9a-f]+'", "offset": 0, "rights": "r-xp", "path": "'[^\"]*'/one", "owner": "one: code"},' ]]
	[[ $output = *'"rights": "rw-p", "path": "[stack]", "owner": "[stack]"}'* ]]
	[[ $output =~ '"slots": 2, "no_slots": null, "got": [' ]]
	[[ $output =~ '{"symbol": "puts", "type": "JUMP_SLOT", "address": "0x'[0-9a-f]+'", "relro": false, "writable": true, "values": ['(.*) ]]
	[[ ${BASH_REMATCH[1]} =~ ^[[:space:]]*'{"value": "0x'[0-9a-f]+'", "owner": null},'[[:space:]]*'{"value": "0x'[0-9a-f]+'", "owner": "one: .plt"},'[[:space:]]*'{"value": "0x'[0-9a-f]+'", "owner": "ld-premain.so.1: puts"}]}' ]]
	cp "$PREMAIN_BUILD/examples/01-elf" .
	run --separate-stderr -0 premain compare --format=json ./01-elf
	[[ $output =~ '"live": {"stop": "entry", "note": "'[^\"]+'", "memory": ['.*'"slots": 0, "no_slots": null, "got": []}}' ]]
}

@test "json stays JSON with a file name of control signs and wrong UTF-8" {
	name=$'\\x"\t\x01\xff\xc3\xa9\x7f.c'
	cp "$hello" "$name"
	only "${COMPILER[@]}"
	compare_only --format=json "./$name" >out
	is_json out
	grep -qF '"file": "./\\x\"\u0009\u0001\\xffé\u007f.c"' out
}

@test "markdown is one table with 16 cells in each row" {
	premain compare --format=markdown >out
	rows=$(sed -n 's/\\|/x/g; /^| [a-z-]* | /p' out | head -16 |
		awk -F'|' '{ print NF }' | sort -u)
	[ "$rows" = 18 ]
	[[ $(cat out) == *'O\_RDONLY\|O\_CLOEXEC'* ]]
	rows=$(sed -n '/^| premain-static | glibc/,$p' out | sed 's/\\|/x/g' |
		awk -F'|' '{ print NF }' | sort -u)
	[ "$rows" = 5 ]
}

@test "ours stands beside glibc's, or what --pair names" {
	COLUMNS=100 shown
	[[ $output == *"premain-static: 3 calls "*"| glibc-dynamic: "* ]]
	COLUMNS=100 run -0 premain compare --pair=asm,premain-static-pie
	[[ $output == *"asm: 3 calls "*"| premain-static-pie: 4 calls"* ]]
	only nasm "${COMPILER[@]}" $(strace_if_here)
	COLUMNS=100 run -0 compare_only --pair asm,glibc-static "$hello"
	[[ $output == *"asm: 3 calls "*"| glibc-static: "* ]]
}

@test "each variant is held against the floor: which calls it has besides" {
	needs_strace
	COLUMNS=9999 shown --verbose
	[[ $output == *$'\npremain-static, premain-static-hardened: 3 calls as asm\n'* ]]
	[[ $output == *$'\npremain-static-pie: 3 calls as asm, and 1 more: 1 for making relocated memory read-only\n'* ]]
	[[ $output =~ $'\n'glibc-dynamic:\ [1-9]\ calls\ as\ asm,\ and\ [0-9]+\ more:\ .*\ for\ loading\ libc.so.6,.*\ for\ reading\ ld.so.cache ]]
	program two <<<'int main(void) { return 0; }'
	run --separate-stderr -0 premain compare ./two	# no floor, no line
	[[ $output != *" calls as "* ]]
}

@test "calls that only one of two has stand under what they are for" {
	needs_strace
	COLUMNS=100 shown
	[[ $output =~ \|\ '# reading ld.so.cache'$'\n'' '+'| openat(AT_FDCWD, "/etc/ld.so.cache"' ]]
	[[ $output =~ $'\n''write(1, "hello world!\n", 13) = 13 | write(1, "hello world!\n", 13) = 13'$'\n''exit_group(0) = ?'\ +'| exit_group(0) = ?' ]]
	[ -z "$(grep ' $' <<<"$output")" ]
	shown --format=json
	[[ $output == *'{"kind": "same", "left": 0, "right": 0, "part": "starting a program", "reason": null},'* ]]
	[[ $output == *'{"kind": "right", "left": null, "right": '[0-9]*', "part": "reading ld.so.cache", "reason": "premain-static maps no library: it needs no loader"},'* ]]
}

@test "a call that is too long keeps its name and its result" {
	needs_strace
	COLUMNS=80 run -0 premain compare --pair=asm,premain-static
	[[ $output == *'execve("/'*'...) = 0 '* ]]
	[[ $output == *'write(1, "hello world!\n", 13) = 13 |'* ]]
}

@test "ARGS reach the program, and its standard input is empty" {
	program count <<<'#include <unistd.h>
	int main(int argc, char **argv)
	{
		char c;
		return argc * 10 + (argc > 1 ? argv[1][0] == 45 : 0) +
			(read(0, &c, 1) == 0 ? 5 : 0);
	}'
	run --separate-stderr -0 premain compare --format=csv count -- -- x \
		<<<"not for the program"
	[ "$(column 18 count)" = 36 ]
	run --separate-stderr -0 premain compare --format=csv count
	[ "$(column 18 count)" = 15 ]
}

@test "every variant runs under the same name" {
	cat >name.c <<<'#include <stdio.h>
	int main(int argc, char **argv) { return puts(argv[argc - 1]) < 0; }'
	run --separate-stderr -0 premain compare name.c
	[[ $output != *differs* ]]
}

@test "a status that differs is told in one line" {
	cat >three.c <<<'#include <stdio.h>
	#ifdef __GLIBC__
	int main(void) { return 3; }
	#else
	int main(void) { return 0; }
	#endif'
	only "${COMPILER[@]}" "${WRAPPER[@]}"
	run --separate-stderr -0 env PATH="$BATS_TEST_TMPDIR/tools" \
		"$PREMAIN_BUILD/bin/premain" compare --steps=0 --rounds=0 three.c
	[ "$(grep differs <<<"$output")" = \
		"exit status differs: 0 with premain; 3 with glibc" ]
	run --separate-stderr -0 env PATH="$BATS_TEST_TMPDIR/tools" \
		"$PREMAIN_BUILD/bin/premain" compare --steps=0 --rounds=0 "$hello" \
		three.c
	[ "$(grep differs <<<"$output")" = \
	    "three.c: exit status differs: 0 with premain; 3 with glibc" ]
}

@test "output that differs is told, also where its length does not" {
	cat >says.c <<<'#include <stdio.h>
	#include <sys/auxv.h>
	int main(void)
	{
		return puts(getauxval(AT_BASE) ? "here" : "fine") < 0;
	}'
	only "${COMPILER[@]}"
	COLUMNS=120 run --separate-stderr -0 compare_only says.c
	[ "$(grep differs <<<"$output")" = "standard output differs:\
 5 bytes with glibc-static, glibc-static-pie; 5 other bytes with glibc-dynamic" ]
}

@test "several files and binaries are compared in one table" {
	cp "$hello" one.c
	cp one.c two.c
	gcc one.c -o three
	only "${COMPILER[@]}"
	run --separate-stderr -0 compare_only --format=csv one.c two.c three
	[ "$(column 1 | uniq -c | xargs)" = "15 one.c 15 two.c 1 three" ]
	run --separate-stderr -0 compare_only one.c two.c three
	[ "$(grep -E '^(one.c|two.c|files as they are):$' <<<"$output" |
		xargs)" = "one.c: two.c: files as they are:\
 one.c: two.c: files as they are:" ]
}

@test "the floor is only for the example: another program says so" {
	echo 'int main(void) { return 0; }' >zero.c
	only nasm "${COMPILER[@]}"
	run --separate-stderr -0 compare_only zero.c
	[[ $output == *"asm "*" the floor: only for hello_world.c"* ]]
	run --separate-stderr -0 compare_only --format=csv "$hello"
	[ "$(column 3 asm)" = measured ]
}

@test "--verbose says which command built each row, all with -O2" {
	COLUMNS=9999 shown --verbose
	for name in $names; do
		[ "$name" = asm ] ||
			grep -qE "^$name  +not installed" <<<"$output" ||
			grep -qE "^$name: /.* -O2 " <<<"$output"
	done
}

@test "an installed premain finds its wrapper and its example" {
	env -u MAKEFLAGS make -C "$PREMAIN_TOP" O="$PREMAIN_O" PREFIX=/usr \
		DESTDIR="$WORK/root" install >/dev/null
	run --separate-stderr -0 "$WORK/root/usr/bin/premain" compare \
		--steps=0 --rounds=0 --format=csv
	[ "$(column 3 premain-static)" = measured ]
	[ "$(column 3 asm)" = measured ]
	[ "$(column 1 asm)" = \
		"$WORK/root/usr/lib/premain/examples/hello_world.c" ]
}

@test "a premain built elsewhere finds its examples through a link" {
	mkdir -p elsewhere/bin
	cp "$PREMAIN_BUILD/bin/premain" elsewhere/bin
	ln -s "$PREMAIN_TOP/examples" elsewhere/source
	only nasm
	run --separate-stderr -0 env PATH="$BATS_TEST_TMPDIR/tools" \
		elsewhere/bin/premain compare --steps=0 --rounds=0 \
		--format=csv
	[ "$(column 3 asm)" = measured ]
}

@test "a premain far from its examples takes them from the file's folder" {
	cp "$PREMAIN_BUILD/bin/premain" alone
	only nasm
	run --separate-stderr -0 env PATH="$BATS_TEST_TMPDIR/tools" ./alone \
		compare --format=csv "$hello"
	[ "$(column 3 asm)" = measured ]
	run --separate-stderr -1 ./alone compare
	one_line "premain: compare: hello_world.c: the example is not\
 beside this premain: name a FILE.c"
}

@test "premain itself is static, without libc, and small" {
	run --separate-stderr -0 premain compare --format=csv \
		"$PREMAIN_BUILD/bin/premain"
	[ "$(column 4)" = ET_EXEC ]
	[ "$(stat -c %s "$PREMAIN_BUILD/bin/premain")" -lt 200000 ]
	# No data but zeros: at a start there is no page to be copied.
	[ "$(column 11)" = 0 ]
	calls_of premain --version
	expect $'execve\nwrite\nexit_group'
}
