#!/usr/bin/env bats
# premain contract: a program keeps to its system calls, under each tracer.

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	hello=$PREMAIN_BUILD/examples/hello_world
	strace -o /dev/null true 2>/dev/null ||
		skip "strace is not there, or may not trace here"
}

# kept FILE PROGRAM...: the contract holds under all three tracers.
kept()
{
	local tracer file=$1
	shift
	for tracer in strace qemu premain; do
		run -0 premain contract --tracer=$tracer "$file" -- "$@"
	done
}

# broken FILE SENTENCE PROGRAM...: under none, and each says the same line.
broken()
{
	local tracer file=$1 sentence=$2
	shift 2
	for tracer in strace qemu premain; do
		run -1 premain contract --tracer=$tracer "$file" -- "$@"
		[[ $output = *"$file: $sentence"$'\n'* ]] || {
			printf '%s: %s\n' "$tracer" "$output" >&2
			return 1
		}
	done
}

@test "hello_world makes these three calls, and no other" {
	cat >contract <<-'END'
	# a static program
	execve(*) = 0
	write(1, "hello world!\n", 13) = 13
	exit_group(0) = ?
	END
	kept contract "$hello"
	[ "$output" = 'hello world!' ]
}

@test "a call less, a call more, another number, another result are breaches" {
	printf '%s\n' 'execve(*) = 0' 'write(1, *, 13) = 13' \
		'close(1) = 0' 'exit_group(0) = ?' >less
	broken less 'line 3 wants close(1) = 0' "$hello"
	printf '%s\n' 'execve(*) = 0' 'exit_group(0) = ?' >more
	broken more 'line 2 wants exit_group(0) = ?' "$hello"
	printf '%s\n' 'execve(*) = 0' 'write(2, *, 13) = 13' \
		'exit_group(0) = ?' >number
	broken number 'line 2 wants write(2, *, 13) = 13' "$hello"
	printf '%s\n' 'execve(*) = 0' 'write(1, *, 13) = 12' \
		'exit_group(0) = ?' >result
	broken result 'line 2 wants write(1, *, 13) = 12' "$hello"
	printf '%s\n' 'execve(*) = 0' 'write(1, *, 13) = 13' >end
	broken end 'no more calls are wanted' "$hello"
}

@test "... is any number of calls, ? one that may be missing" {
	printf '%s\n' 'execve(*) = 0' ... 'write(*) = 13' '? close(9) = 0' \
		'exit_group(0) = ?' >contract
	kept contract "$hello"
	printf '%s\n' ... 'close(9) = 0' ... >contract
	broken contract 'line 2 wants close(9) = 0' "$hello"
}

@test "an error is known by its text, whoever shows it" {
	cat >open.c <<-'C'
	#include <fcntl.h>
	int main(void) { return open("/nonexistent", O_RDONLY) != -1; }
	C
	premain-gcc open.c -o open
	printf '%s\n' 'execve(*) = 0' \
		'open("/nonexistent", O_RDONLY*) = -1 ENOENT (No such file or directory)' \
		'exit_group(0) = ?' >contract
	kept contract ./open
	sed 's/ENOENT.*/EACCES (Permission denied)/' contract >other
	broken other 'line 2 wants open("/nonexistent", O_RDONLY*) = -1 EACCES (Permission denied)' ./open
}

@test "a program has all its words, and no descriptor of ours" {
	cat >count.c <<-'C'
	#include <fcntl.h>
	int main(int argc, char **argv)
	{
		open("/dev/null", O_RDONLY);
		return argc - 1;
	}
	C
	premain-gcc count.c -o count
	printf '%s\n' 'execve(*) = 0' 'open("/dev/null", *) = *' \
		'exit_group(100) = ?' >contract
	kept contract ./count {1..100}
	run -0 premain explain -- ./count {1..100} 3>&- 4>&-
	[[ $output = *'open("/dev/null", O_RDONLY) = 3'* ]]
	[[ $output = *'exited with 100'* ]]
}

@test "a recorded contract is kept by the next run" {
	run -0 premain contract --record recorded -- \
		"$PREMAIN_BUILD/examples/10-library"
	[ "$(wc -l <recorded)" -ge 10 ]
	run -0 premain contract recorded -- "$PREMAIN_BUILD/examples/10-library"
	run -1 premain contract recorded -- "$hello"
}

@test "trouble is one line, and status 2" {
	run -2 premain contract /nonexistent -- "$hello"
	expect 'premain: contract: /nonexistent: No such file or directory'
	: >file
	run -2 premain contract file -- /nonexistent
	expect 'premain: contract: /nonexistent: no such program'
	run -2 premain contract
	expect 'premain: contract: FILE -- PROGRAM: is wanted (premain contract --help)'
	run -2 premain contract --tracer=dtrace file -- "$hello"
	expect 'premain: contract: --tracer=dtrace: takes strace|qemu|premain'
}
