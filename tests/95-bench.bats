#!/usr/bin/env bats
# make bench measures ours and the peers' in one run, and never makes up a row.

load helper

bench=$PREMAIN_TOP/tests/bench/run
steps=$PREMAIN_BUILD/bench/steps
spawn=$PREMAIN_BUILD/bench/spawn

may_trace()
{
	strace -o /dev/null true 2>/dev/null
}

setup_file()
{
	local tools=$BATS_FILE_TMPDIR/tools
	may_trace || return 0
	"$PREMAIN_TOP/tests/bench/run" size instructions \
		>"$BATS_FILE_TMPDIR/figures"
	# A machine with a compiler, and no peer, no strace, no clang.
	mkdir "$tools"
	cp -s /usr/bin/* "$tools" 2>/dev/null || true
	rm -f "$tools"/{musl-gcc,diet,klcc,strace,clang}
	PATH=$tools "$PREMAIN_TOP/tests/bench/run" size \
		>"$BATS_FILE_TMPDIR/lonely"
}

setup()
{
	may_trace || skip "strace is not there, or may not trace here"
	figures=$BATS_FILE_TMPDIR/figures lonely=$BATS_FILE_TMPDIR/lonely
	number='[0-9]+(,[0-9]{3})*' share='[0-9]+\.[0-9]{3}'
}

# traced: skips the test where no program may be traced.
traced()
{
	"$steps" "$PREMAIN_BUILD/bench/floor" >/dev/null 2>&1 ||
		skip 'ptrace is not allowed here'
}

# assemble: the NASM lines on standard input become ./program.
assemble()
{
	cd "$BATS_TEST_TMPDIR" || return 1
	{
		printf 'default rel\nglobal _start\nsection .text\n_start:\n'
		cat
	} >program.asm
	nasm -f elf64 program.asm -o program.o
	ld program.o -o program
}

# rows FILE TITLE: the rows of the table whose title begins so, in $output.
rows()
{
	output=$(awk -v title="$2" '
		index($0, title) == 1 { inside = 1; next }
		!NF { inside = 0 }
		inside' "$1")
	[ "$output" ]
}

# row WHO PATTERN: one of the rows in $output is of WHO, and looks so.
row()
{
	local line
	line=$(grep -E "^$1 " <<<"$output")
	[[ $line =~ ^$1\ +$2$ ]] && return
	printf '%s: "%s" is not like %s\n' "$1" "$line" "$2" >&2
	return 1
}

@test "steps: mov, mov, syscall are three instructions" {
	traced
	run -0 "$steps" "$PREMAIN_BUILD/examples/02-exit"
	expect '3 exit 42'
}

@test "steps: the floor has eight instructions" {
	traced
	run -0 "$steps" "$PREMAIN_BUILD/bench/floor"
	expect '8 exit 0'
}

@test "steps: a loop of 1,000 rounds counts each of its instructions" {
	traced
	assemble <<-'END'
		mov ecx, 1000
		.next:
		dec ecx
		jnz .next
		mov eax, 60
		mov edi, 7
		syscall
	END
	run -0 "$steps" ./program
	expect '2004 exit 7'
}

@test "steps: rep counts once a round" {
	traced
	assemble <<-'END'
		mov ecx, 5
		lea rdi, [rsp - 64]
		xor eax, eax
		rep stosb
		mov eax, 60
		xor edi, edi
		syscall
	END
	run -0 "$steps" ./program
	expect '11 exit 0'
}

@test "steps: what a signal ends was not executed" {
	traced
	assemble <<-'END'
		xor eax, eax
		mov eax, [rax]
	END
	run -0 "$steps" ./program
	expect '1 signal 11'
}

@test "steps: a program that is not there is named" {
	run -1 "$steps" /nowhere
	expect 'steps: /nowhere: No such file or directory'
}

@test "spawn: quartiles in their order, and as many rounds for each" {
	local lower median upper faults rounds others='' programs=0
	run -0 "$spawn" 1 "$PREMAIN_BUILD"/bench/{floor,floor-ld}
	while IFS=' ' read -r lower median upper faults rounds; do
		((0 < lower && lower <= median && median <= upper))
		((faults >= rounds && rounds > 0))
		[ "${others:-$rounds}" = "$rounds" ]
		others=$rounds programs=$((programs + 1))
	done <<<"$output"
	[ "$programs" -eq 2 ]
}

@test "spawn -p: who sleeps costs no processor time" {
	local whole own
	printf '#!/bin/sh\nexec sleep 0.5\n' >"$BATS_TEST_TMPDIR/sleeper"
	chmod +x "$BATS_TEST_TMPDIR/sleeper"
	run -0 "$spawn" 0 "$BATS_TEST_TMPDIR/sleeper"
	read -r _ whole _ <<<"$output"
	run -0 "$spawn" -p 0 "$BATS_TEST_TMPDIR/sleeper"
	read -r _ own _ <<<"$output"
	[ "$own" -gt 0 ]
	[ "$own" -lt "$whole" ]
}

@test "spawn: a program that fails is named, and not timed" {
	run -1 "$spawn" 1 "$PREMAIN_BUILD/bench/floor" /bin/false
	expect 'spawn: /bin/false ended with wait status 0x100'
}

@test "size: our rows have four sizes, the calls and a judgement" {
	local title calls judged='(met|MISSED( O[012s])+)'
	for title in hello_world.c hello_name.c hello_table.c; do
		calls=3
		[ "$title" != hello_table.c ] || calls=4
		# Where strace is missing or may not trace, a dash stands there.
		strace -o /dev/null true 2>/dev/null || calls=-
		rows "$figures" "size: $title"
		row premain-gcc "($number +){4}$calls +1\.000 +$judged"
	done
}

@test "size: a peer has a size, its calls and a ratio, or a reason" {
	local title who
	for title in hello_world.c hello_name.c hello_table.c; do
		rows "$figures" "size: $title"
		for who in nolibc klibc dietlibc musl glibc; do
			row "$who" "(- +- +$number +- +([0-9]+|-) +$share *|[a-z].*)"
		done
	done
	rows "$figures" 'size: hello_world.c'
	row floor "- +- +$number +- +(3|-) +$share *"
}

@test "size: what it says of ours is what stat says" {
	local program=$BATS_TEST_TMPDIR/hello_world size
	premain-gcc -O1 "$PREMAIN_TOP/examples/hello_world.c" -o "$program"
	strip "$program"
	size=$(stat -c %s "$program")
	rows "$figures" 'size: hello_world.c'
	row premain-gcc "$number +$size +.*"
}

@test "instructions: ours are counted, the floor has 8" {
	traced
	rows "$figures" 'instructions: '
	row premain-gcc \
		"$number +1\.000 +$number +1\.000 +(met|MISSED) (met|MISSED)"
	row floor "8 +$share +- +- *"
}

@test "a peer that is not installed is a row that says how to get it" {
	rows "$lonely" 'size: hello_world.c'
	row musl 'not installed: apt install musl-tools'
	row dietlibc 'not installed: apt install dietlibc-dev'
	row klibc 'not installed: apt install libklibc-dev'
	row premain-clang 'not installed: apt install clang'
	[ -n "${NOLIBC:-}" ] ||
		row nolibc 'not there: NOLIBC=\.\.\./tools/include/nolibc .*'
	row premain-gcc "($number +){4}- +1\.000 +.*"
}

@test "without strace the calls are a dash, and the reason is said" {
	run -0 grep '^calls: ' "$lonely"
	expect "calls: - strace is not installed (apt install strace), or may \
not trace here"
}

@test "a goal that is missed is said, in the row and at the end" {
	local build=$BATS_TEST_TMPDIR/build
	mkdir -p "$build/bin" "$build/bench"
	ln -s "$PREMAIN_BUILD/lib" "$build"
	ln -s "$PREMAIN_BUILD/bench/"{steps,spawn,floor,floor-ld} "$build/bench"
	printf '#!/bin/sh\nexec "%s" --hardened "$@"\n' \
		"$PREMAIN_BUILD/bin/premain-gcc" >"$build/bin/premain-gcc"
	chmod +x "$build/bin/premain-gcc"
	PREMAIN_BUILD=$build PATH=$BATS_FILE_TMPDIR/tools run -0 "$bench" size
	local all=$output
	output=$(grep '^premain-gcc' <<<"$all")
	[ "$(grep -c 'MISSED.* O1 O2 Os$' <<<"$output")" -eq 3 ]
	[[ $all =~ [0-9]+' goals met, '[0-9]+' missed' ]]
	grep -qE '^  missed: bytes of hello_world, premain-gcc -O1: [0-9]+$' \
		<<<"$all"
}

@test "memory: a row a size, from 1 byte to 65,536" {
	BENCH_ROUNDS=1 run -0 "$bench" memory
	local sizes
	sizes=$(grep -E '^[0-9]+( +[0-9]+\.[0-9]{2}){9}$' <<<"$output" |
		cut -d' ' -f1)
	[ "$sizes" = "$(for power in {0..16}; do echo $((1 << power)); done)" ]
}

@test "snprintf: ours and glibc's, four figures each, ours by itself is 1" {
	BENCH_ROUNDS=1 run -0 "$bench" snprintf
	local time='[0-9]+\.[0-9]{2}'
	row premain-gcc "($time +1\.000 *){4}"
	row glibc "($time +$share *){4}"
}

@test "not on x86-64: nothing is timed, and one line says so" {
	local tools=$BATS_TEST_TMPDIR
	printf '#!/bin/sh\necho aarch64\n' >"$tools/uname"
	chmod +x "$tools/uname"
	PATH=$tools:$PATH run -0 "$bench"
	expect 'not timed under qemu: this is not an x86-64 processor'
}

@test "a group that does not exist is named, with those that do" {
	run -1 "$bench" size speed
	expect "bench: there is no group speed: size instructions start \
snprintf memory build dynamic scale search dlopen"
}

@test "make bench ONLY='size start' measures these two" {
	run -0 env -u MAKEFLAGS -u MAKELEVEL make -s -n -C "$PREMAIN_TOP" \
		O="$PREMAIN_O" bench ONLY='size start'
	[[ ${lines[-1]} == *'tests/bench/run size start' ]]
}
