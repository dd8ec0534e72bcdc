#!/usr/bin/env bats
# premain trace sees the calls that strace sees, with nothing but the kernel.

load helper

setup()
{
	strace -o /dev/null true 2>/dev/null ||
		skip "strace is not there, or may not trace here"
}

# names LOG: the calls' names, without what may differ from run to run.
names()
{
	sed -nE 's/^[0-9]+ +([a-z_0-9]+)\(.*/\1/p' "$1"
}

# same PROGRAM ARGUMENTS...: both see the same calls, and the same end.
same()
{
	local status_strace=0 status_own=0
	strace -f -o "$BATS_TEST_TMPDIR/strace" "$@" \
		>"$BATS_TEST_TMPDIR/out1" 2>&1 || status_strace=$?
	premain trace -o "$BATS_TEST_TMPDIR/own" -- "$@" \
		>"$BATS_TEST_TMPDIR/out2" 2>&1 || status_own=$?
	[ "$status_strace" -eq "$status_own" ]
	cmp "$BATS_TEST_TMPDIR/out1" "$BATS_TEST_TMPDIR/out2"
	output=$(diff <(names "$BATS_TEST_TMPDIR/strace") \
		<(names "$BATS_TEST_TMPDIR/own")) || true
	expect ''
}

@test "one process: the same calls, in the same order, and the same status" {
	same "$PREMAIN_BUILD/examples/hello_name" Ada
	same "$PREMAIN_BUILD/examples/11-plt"
	same /bin/ls -d /
	same /bin/cat /nonexistent
	same sh -c 'echo "$0"'
}

@test "children are followed, each under its own number" {
	run -1 premain trace -o "$BATS_TEST_TMPDIR/own" -- \
		sh -c "/bin/true; /bin/false"
	[ "$(awk '{ print $1 }' "$BATS_TEST_TMPDIR/own" | sort -u | wc -l)" -ge 2 ]
	[ "$(grep -c ' exit_group(.*) = ?$' "$BATS_TEST_TMPDIR/own")" -ge 2 ]
	[ "$(grep -c ' +++ exited with 1 +++$' "$BATS_TEST_TMPDIR/own")" -ge 1 ]
}

@test "a small number is filled up as strace does: it is not a line's own" {
	local small=(unshare -rpf)
	"${small[@]}" true 2>/dev/null || small=()
	run -137 "${small[@]}" "$PREMAIN_BUILD/bin/premain" trace \
		-o "$BATS_TEST_TMPDIR/own" -- sh -c '/bin/true; kill -9 $$'
	grep -q killed "$BATS_TEST_TMPDIR/own"
	run -1 grep -vE '^([0-9]{5,}|[0-9 ]{5}) [^ ]' "$BATS_TEST_TMPDIR/own"
}

@test "signals are told and delivered; the end by one is the status" {
	run -139 premain trace -o "$BATS_TEST_TMPDIR/own" -- \
		sh -c 'trap "echo caught" USR1; kill -USR1 $$; kill -SEGV $$'
	expect caught
	grep -q -- ' --- SIGUSR1 ---$' "$BATS_TEST_TMPDIR/own"
	[[ $(tail -n 1 "$BATS_TEST_TMPDIR/own") = *' +++ killed by SIGSEGV +++' ]]
}

@test "a trap of the program's own is delivered" {
	run -133 premain trace -o "$BATS_TEST_TMPDIR/own" -- \
		sh -c 'kill -TRAP $$; echo alive'
	expect ''
}

# assemble NAME: tests/trace/NAME.asm, as a program of the test's folder
assemble()
{
	nasm -f elf64 "$BATS_TEST_DIRNAME/trace/$1.asm" \
		-o "$BATS_TEST_TMPDIR/$1.o"
	ld "$BATS_TEST_TMPDIR/$1.o" -o "$BATS_TEST_TMPDIR/$1"
}

@test "a thread that calls execve goes on under its process's number" {
	assemble heir
	run -0 premain trace -o "$BATS_TEST_TMPDIR/own" -- \
		"$BATS_TEST_TMPDIR/heir"
	[ "$(grep -c ' pause() = [^?]' "$BATS_TEST_TMPDIR/own")" -eq 0 ]
	output=$(sed -nE '/(clone|superseded)/ {
		s/^[0-9]+ +//; s/\(.*\) = 0x[0-9a-f]+/() = N/
		s/pid [0-9]+/pid N/; p
	}' "$BATS_TEST_TMPDIR/own")
	expect 'clone() = N
+++ superseded by execve in pid N +++'
	[ "$(grep -c ' execve(0x.*) = 0$' "$BATS_TEST_TMPDIR/own")" -eq 1 ]
}

@test "a 32-bit call has no 64-bit call's name" {
	assemble i386
	run "$BATS_TEST_TMPDIR/i386"
	[ "$status" -eq 9 ] || skip "this kernel has no 32-bit calls"
	run -9 premain trace -o "$BATS_TEST_TMPDIR/own" -- \
		"$BATS_TEST_TMPDIR/i386"
	output=$(sed -E 's/^[0-9]+ +//; s/\(.*\) =/() =/; s/0x[0-9a-f]+/N/' \
		"$BATS_TEST_TMPDIR/own")
	expect 'execve() = 0
i386_syscall_20() = N
i386_syscall_1() = ?
+++ exited with 9 +++'
}

@test "a failure is named by its number, and its text" {
	run -0 premain trace -- "$PREMAIN_BUILD/examples/hello_world"
	[[ ${lines[0]} = *' execve("'*'/hello_world") = 0' ]]
	run -1 premain trace -- cat /nonexistent
	[[ $output = *'= -1 errno=2 (No such file or directory)'* ]]
}

@test "what cannot be run is one line" {
	run -127 premain trace -- /nonexistent
	expect 'premain: trace: /nonexistent: no such program'
	printf 'no program' >"$BATS_TEST_TMPDIR/text"
	run -126 premain trace -- "$BATS_TEST_TMPDIR/text"
	expect "premain: trace: $BATS_TEST_TMPDIR/text: may not be executed"
	chmod +x "$BATS_TEST_TMPDIR/text"
	run -1 premain trace -o "$BATS_TEST_TMPDIR/own" -- "$BATS_TEST_TMPDIR/text"
	[[ $output = "premain: trace: $BATS_TEST_TMPDIR/text: Exec format error" ]]
	[[ $(cat "$BATS_TEST_TMPDIR/own") = *'") = -1 errno=8 (Exec format error)' ]]
	run -2 premain trace
	expect 'premain: trace: PROGRAM: is missing (premain trace --help)'
	run -1 premain trace -o /nonexistent/file -- /bin/true
	expect 'premain: trace: /nonexistent/file: No such file or directory'
}
