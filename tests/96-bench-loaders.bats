#!/usr/bin/env bats
# One set of libraries, several loaders: who binds wrongly is not timed.

load helper

bench=$PREMAIN_TOP/tests/bench/run
libraries=$PREMAIN_TOP/tests/bench/libraries
glibc=/lib64/ld-linux-x86-64.so.2

# The libraries are built below a build of their own, whose loader is a link.
setup_file()
{
	local build=$BATS_FILE_TMPDIR/build
	export BENCH_SECONDS=0 BENCH_SHRINK=100 BENCH_ROUNDS=1
	mkdir -p "$build/bench" "$build/lib"
	ln -s "$PREMAIN_BUILD/bin" "$build"
	ln -s "$PREMAIN_BUILD/bench/"{steps,spawn,floor} "$build/bench"
	ln -s "$PREMAIN_BUILD/lib/ld-premain.so.1" "$build/lib"
	PREMAIN_BUILD=$build "$PREMAIN_TOP/tests/bench/run" \
		scale search dlopen >"$BATS_FILE_TMPDIR/figures" || true
	strace -o /dev/null true 2>/dev/null ||
		touch "$BATS_FILE_TMPDIR/untraced"
}

setup()
{
	figures=$BATS_FILE_TMPDIR/figures
	set=$BATS_TEST_TMPDIR/set
	number='[0-9]+(,[0-9]{3})*' share='[0-9]+\.[0-9]{3}'
	time='[0-9]+\.[0-9]{2}'
}

# row FILE TITLE PATTERN: the file has this row, and the rest of it looks so.
row()
{
	local line
	line=$(grep -F "$2 " "$1")
	[[ ${line#"$2"} =~ ^\ +$3\ *$ ]] && return
	printf '%s: "%s" is not like %s\n' "$2" "$line" "$3" >&2
	return 1
}

# relocations TYPE FILE: how many it has.
relocations()
{
	readelf -rW "$2" | grep -c " $1 " || true
}

# needs_glibc: skips where a peer's loader is not installed.
needs_glibc()
{
	[ -x "$glibc" ] || skip "$glibc is not there"
}

@test "libraries: all of them are needed, and half of them by half-" {
	"$libraries" "$set" 5 4 6
	run -0 readelf -dW "$set/whole-glibc"
	[ "$(grep -c '(NEEDED)' <<<"$output")" -eq 5 ]
	run -0 readelf -dW "$set/half-glibc"
	[ "$(grep -c '(NEEDED)' <<<"$output")" -eq 3 ]
	run -0 readelf -dW "$set/l0000.so"
	[ "$(grep -c '(NEEDED)' <<<"$output")" -eq 0 ]
}

@test "libraries: as many symbols and references as were asked for" {
	"$libraries" "$set" 5 4 6
	[ "$(relocations R_X86_64_JUMP_SLOT "$set/l0004.so")" -eq 6 ]
	nm -D --defined-only "$set/l0004.so" >"$set/names"
	run -0 sed 's/.* T //' "$set/names"
	expect "$(printf 'l0004_s00000%d\n' 0 1 2 3)
l0004_sum"
}

@test "libraries: what stands in the programs differs by the loader's name" {
	local loader
	"$libraries" "$set" 2 1 1
	for loader in premain musl glibc; do
		run -0 readelf -lW "$set/whole-$loader"
		sed -n 's/.*interpreter: \(.*\)\]$/\1/p' <<<"$output"
	done >"$set/interpreters"
	run -0 cat "$set/interpreters"
	expect "$PREMAIN_BUILD/lib/ld-premain.so.1
/lib/ld-musl-x86_64.so.1
$glibc"
}

@test "libraries: a program that checks, and that a wrong answer fails" {
	needs_glibc
	"$libraries" "$set" 4 3 5
	run -0 "$set/check-glibc"
	cat >"$set/wrong.c" <<-'END'
		int l0001_s000001(void)
		{
			return 7;
		}
	END
	gcc -shared -nostdlib -o "$set/wrong.so" "$set/wrong.c"
	LD_PRELOAD=$set/wrong.so run -1 "$set/check-glibc"
}

@test "libraries: the same for pointers, relative ones, and a chain" {
	needs_glibc
	"$libraries" "$set" 4 3 5 data
	run -0 "$set/check-glibc"
	[ "$(relocations R_X86_64_64 "$set/l0003.so")" -eq 5 ]
	"$libraries" "$set" 1 1 0 relative=1000
	run -0 "$set/check-glibc"
	[ "$(relocations R_X86_64_RELATIVE "$set/l0000.so")" -eq 1000 ]
	"$libraries" "$set" 4 3 2 chain
	run -0 "$set/check-glibc"
	run -0 readelf -dW "$set/l0002.so"
	[[ $output = *'[l0003.so]'* ]]
	run -0 readelf -dW "$set/whole-glibc"
	[ "$(grep -c '(NEEDED)' <<<"$output")" -eq 1 ]
}

@test "libraries: now, bss and long names are what they say" {
	"$libraries" "$set" 1 1 0 now bss long
	run -0 readelf -dW "$set/l0000.so"
	[[ $output = *'(FLAGS_1)'*NOW* ]]
	run -0 readelf -SW "$set/l0000.so"
	[[ $output =~ ' .bss '+'NOBITS '+[0-9a-f]+' '[0-9a-f]+' 002000' ]]
	run -0 nm -D --defined-only "$set/l0000.so"
	[[ $output =~ _ZN[^$'\n']{100,}l0000_s000000 ]]
	"$libraries" "$set" 1 1 0
	run -0 readelf -dW "$set/l0000.so"
	[[ $output != *NOW* ]]
}

@test "libraries: relr packs relocations, which are not packed without it" {
	"$libraries" "$set" 1 1 0 relative=1000
	run -0 readelf -dW "$set/l0000.so"
	[[ $output != *'(RELR)'* ]]
	"$libraries" "$set" 1 1 0 relr relative=1000
	run -0 readelf -dW "$set/l0000.so"
	[[ $output = *'(RELR)'* ]] || skip 'this linker packs no relocations'
	[ "$(relocations R_X86_64_RELATIVE "$set/l0000.so")" -eq 0 ]
}

@test "libraries: folders of other files stand before the libraries'" {
	"$libraries" "$set" 1 1 0 behind=2
	run -0 readelf -dW "$set/whole-glibc"
	[[ $output = *"runpath: [$set/other1:$set/other2:$set]"* ]]
	run -0 find "$set/other1" "$set/other2" -type f
	[ "${#lines[@]}" -eq 200 ]
}

@test "libraries: what is there is not built again, until it differs" {
	local before
	"$libraries" "$set" 1 1 0
	before=$(stat -c %y "$set/l0000.so")
	"$libraries" "$set" 1 1 0
	run -0 stat -c %y "$set/l0000.so"
	expect "$before"
	"$libraries" "$set" 1 2 0
	run -0 stat -c %y "$set/l0000.so"
	[ "$output" != "$before" ]
}

@test "touch: the floor maps each file and ends with 0; no file, and it fails" {
	"$libraries" "$set" 3 2 3
	run -0 "$set/whole-floor"
	rm "$set/l0002.so"
	run -1 "$set/whole-floor"
	run -0 "$set/half-floor"
}

@test "scale: a loader that binds wrongly is not timed, and that is an error" {
	local build=$BATS_FILE_TMPDIR/build
	ln -sf "$PREMAIN_BUILD/examples/02-exit" "$build/lib/ld-premain.so.1"
	PREMAIN_BUILD=$build run -1 "$bench" scale
	ln -sf "$PREMAIN_BUILD/lib/ld-premain.so.1" "$build/lib"
	[ "$(grep -c 'not measured$' <<<"$output")" -eq 15 ]
	printf '%s\n' "$output" >"$BATS_TEST_TMPDIR/output"
	row "$BATS_TEST_TMPDIR/output" '300 libraries, now' \
		"$time +- .* - +- +not measured"
}

@test "dlopen: a library that is not there is named" {
	gcc -O1 "$PREMAIN_TOP/tests/bench/dlopen.c" \
		-o "$BATS_TEST_TMPDIR/dlopen"
	run -1 "$BATS_TEST_TMPDIR/dlopen" /nowhere.so f 1
	[[ $output = 'dlopen: /nowhere.so: cannot open shared object file'* ]]
}

@test "scale: a row a set, ours and the peers', judged" {
	local title judged='(met|MISSED)'
	for title in '300 libraries, now' '1,000 libraries, now' \
		'100,000 symbols' 'a chain of 200, now' 'long C++ names, now' \
		'100 x 1,000, data' '100 x 1,000, lazy' '100 x 1,000, now' \
		'1 library, no symbol' RELATIVE; do
		row "$figures" "$title" \
			"($time +){2}(($time|-) +){2}(($share|-) +){2}$judged"
	done
	# musl 1.2.3 knows no RELR: it is not timed, and that is no error.
	row "$figures" RELR "($time +){2}(($time|-) +){2}(($share|-) +){2}$judged"
	run -0 grep -cE "^  twice as many +($share +){2}.* - +- +$judged\$" \
		"$figures"
	expect 4
}

@test "search: the calls of each loader, folders listed or not" {
	[ ! -e "$BATS_FILE_TMPDIR/untraced" ] || skip 'strace may not trace here'
	local judged='(met|MISSED)'
	row "$figures" '100 libraries behind 50 folders' \
		"$number +($number|-) +$number +$judged"
	row "$figures" 'the same, folders not to be listed' \
		"($number +($number|-) +$number +$judged|not here: .*)"
	PREMAIN_BUILD=$BATS_FILE_TMPDIR/build BENCH_SHRINK=25 \
		run -0 "$bench" search
	printf '%s\n' "$output" >"$BATS_TEST_TMPDIR/output"
	row "$BATS_TEST_TMPDIR/output" 'a library more (4 segments, RELRO)' \
		"[0-9]\.[0-9] +([0-9]+\.[0-9]|-) +[0-9]+\.[0-9] +$judged"
}

@test "dlopen: time, memory and mappings, ours and the peers'" {
	row "$figures" premain-dynamic \
		"$number +1\.000 +-?[0-9]+ +-?[0-9]+ +(met|MISSED)"
	row "$figures" glibc-dynamic \
		"$number +$share +-?[0-9]+ +-?[0-9]+ +(met|MISSED)"
}

@test "dynamic: hello's instructions, calls and what must be shipped" {
	local who program=$BATS_TEST_TMPDIR/hello file sum=0
	"$PREMAIN_BUILD/bench/steps" "$PREMAIN_BUILD/bench/floor" \
		>/dev/null 2>&1 || skip 'ptrace is not allowed here'
	run -0 "$bench" dynamic
	printf '%s\n' "$output" >"$BATS_TEST_TMPDIR/output"
	premain-gcc -dynamic -O2 "$PREMAIN_TOP/examples/hello_world.c" \
		-o "$program"
	for file in "$program" "$PREMAIN_BUILD/lib/ld-premain.so.1"; do
		strip "$file" -o "$BATS_TEST_TMPDIR/stripped"
		sum=$((sum + $(stat -c %s "$BATS_TEST_TMPDIR/stripped")))
	done
	[ "$sum" -gt 10000 ]
	sum=${sum%???},${sum: -3}
	output=$(sed '/^start-up/,$d' "$BATS_TEST_TMPDIR/output")
	printf '%s\n' "$output" >"$BATS_TEST_TMPDIR/first"
	row "$BATS_TEST_TMPDIR/first" premain-dynamic \
		"$number +1\.000 +($number|-) +$sum +1\.000( +(met|MISSED)){3}"
	row "$BATS_TEST_TMPDIR/first" glibc-dynamic \
		"$number +$share +($number|-) +$number +$share"
}
