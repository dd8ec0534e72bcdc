#!/usr/bin/env bats
# The system's services do what POSIX.1-2024 says: files, folders, processes,
# exec along PATH, signals, clocks, options. The host's libc is a second judge.

load helper
load std/judge

@test "files, folders, paths, processes, exec, signals, clocks and the system" {
	compile unistd
	mkdir "$BATS_TEST_TMPDIR/folder"
	cd "$BATS_TEST_TMPDIR/folder"
	run -0 "$oracle"
	local expected=$output
	[[ $expected =~ [1-9][0-9]+\ checks,\ 0\ failed$ ]]
	local machine
	for machine in "${MACHINES[@]}"; do
		# shellcheck disable=SC2086 # a machine is a command with flags
		run -0 --separate-stderr $machine "$program"
		expect "$expected"
		# qemu tells of each child that a signal ends
		[ "$(sed '/^qemu: /d' <<<"$stderr")" = '' ]
		# and everything that the program made is gone again
		run -0 ls -A
		expect ''
	done
}

# options NAME LETTERS ARGUMENTS...: everywhere what the host's libc prints
options() {
	local name=$1
	shift
	run --separate-stderr "$BATS_TEST_TMPDIR/oracle/$name" "$@"
	local expected="$output $stderr"
	[[ $expected == *"rest:"* ]]
	everywhere "$BATS_TEST_TMPDIR/$name" "$@"
	[ "$status" -eq 0 ]
	[ "$output $stderr" = "$expected" ] || {
		printf '%s\n' "$*" "$output" "$stderr" "not: $expected" >&2
		return 1
	}
}

compile_options() {
	mkdir "$BATS_TEST_TMPDIR/oracle"
	run -0 premain-gcc -O1 -Wall -Wextra -Werror \
		"$BATS_TEST_DIRNAME/std/getopt.c" -o "$BATS_TEST_TMPDIR/$1"
	expect ''
	run -0 gcc -O1 "$BATS_TEST_DIRNAME/std/getopt.c" \
		-o "$BATS_TEST_TMPDIR/oracle/$1"
	MACHINES=("" "qemu-x86_64 -cpu qemu64")
}

@test "getopt reads letters and clusters, and says what is wrong" {
	compile_options getopt
	options getopt "ab:c" -a -b 1 -c rest
	options getopt "ab:c" -acb1 -- -a
	options getopt "ab:c" -ab
	options getopt ":ab:c" -ab
	options getopt ":ab:c" -x -c -
	options getopt "ab:c" -xa -: rest
	options getopt "ab::c" -b1 -b 1
	options getopt "+ab:c" -a rest -c
	options getopt "a"
}

@test "getopt_long reads names, and moves the rest behind them" {
	compile_options getopt-long
	options getopt-long "ab:" one --alpha two -b 1 three -- -a four
	options getopt-long "ab:" --beta=5 --beta 6 --gamma --gamma=7 --gamma 8
	options getopt-long "ab:" --be 1 --g=2 --alphab --fl x
	options getopt-long "ab:" --flag --alpha=no
	options getopt-long "ab:" --nothing x --beta
	options getopt-long ":ab:" --nothing x -y --beta
	options getopt-long "ab:" one two -ab1 -aab three
	options getopt-long "+ab:" -a one --alpha
	options getopt-long "-ab:" one -a two --beta 5 -- three -a
	options getopt-long "ab:" a b c
	options getopt-long "ab:"
}

# starts_secure EXPRESSION: whether a program with it checks descriptors 0 to 2
# before main, in $output
starts_secure() {
	cat >"$BATS_TEST_TMPDIR/secure.c" <<-END
	#define _GNU_SOURCE
	#include <dirent.h>
	#include <fcntl.h>
	#include <stdlib.h>
	#include <sys/mman.h>
	#include <unistd.h>
	int ends[2];
	char name[] = "XXXXXX";
	int main(void) { return ($1) == 0; }
	END
	run -0 premain-gcc "$BATS_TEST_TMPDIR/secure.c" \
		-o "$BATS_TEST_TMPDIR/secure"
	expect ''
	run -0 nm "$BATS_TEST_TMPDIR/secure"
	[[ $output == *" T main"* ]]
	case $output in
	*" __premain_secure"$'\n'*) output=yes ;;
	*) output=no ;;
	esac
}

@test "what makes descriptors, and nothing else, brings AT_SECURE's step" {
	local call
	for call in 'open("/", 0)' 'openat(3, "/", 0)' 'creat("", 0)' 'dup(1)' \
		'pipe(ends)' 'pipe2(ends, 0)' 'fcntl(1, F_DUPFD, 0)' \
		'opendir("/") != 0' 'mkstemp(name)' 'mkostemp(name, 0)' \
		'memfd_create("", 0)'; do
		starts_secure "$call"
		expect yes
	done
	for call in 'read(0, name, 1)' 'write(1, name, 1)' 'close(1)' \
		'dup2(1, 2)' 'unlink(name)' 'access(name, 0)' \
		'mkdtemp(name) != 0' 'fork()' 'getpid()'; do
		starts_secure "$call"
		expect no
	done
}
