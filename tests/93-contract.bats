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
	printf '%s\n' ... 'write(*, 13) = *' 'exit*(0) = ?' >contract
	kept contract "$hello"
	printf '%s\n' ... 'close(9) = 0' ... >contract
	broken contract 'line 2 wants close(9) = 0' "$hello"
}

@test "+ is one or more, ?+ any number" {
	cat >writes.c <<-'C'
	#include <unistd.h>
	int main(int argc, char **argv)
	{
		for (int i = 0; i < argc; i++)
			write(1, argv[i], i);
		return 0;
	}
	C
	premain-gcc writes.c -o writes
	printf '%s\n' 'execve(*) = 0' '+ write(1, *, *) = *' '?+ close(*) = 0' \
		'exit_group(0) = ?' >contract
	kept contract ./writes
	kept contract ./writes a bc def
	printf '%s\n' 'execve(*) = 0' '?+ close(*) = 0' '?+ write(1, *, 0) = 0' \
		'write(1, *, 1) = 1' 'exit_group(0) = ?' >contract
	kept contract ./writes a
	broken contract 'line 4 wants write(1, *, 1) = 1' ./writes
	broken contract 'line 5 wants exit_group(0) = ?' ./writes a ab
	printf '%s\n' 'execve(*) = 0' '+ close(*) = 0' ... >contract
	broken contract 'line 2 wants close(*) = 0' ./writes
}

@test "between { and } the order does not matter, and each is there once" {
	cat >order.c <<-'C'
	#include <unistd.h>
	int main(int argc, char **argv)
	{
		for (char *at = argv[argc - 1]; *at; at++)
			if (*at == 'c')
				close(77);
			else if (*at == 'd')
				dup(77);
			else if (*at == 'w')
				write(1, "", 0);
		return 0;
	}
	C
	premain-gcc order.c -o order
	cat >contract <<-'END'
	execve(*) = 0
	{
		close(77) = -1 EBADF (*)
		dup(77) = -1 EBADF (*)
		? write(1, "", 0) = 0
	}
	exit_group(0) = ?
	END
	kept contract ./order cd
	kept contract ./order dc
	kept contract ./order dwc
	broken contract 'line 4 wants dup(77) = -1 EBADF (*)' ./order c
	broken contract 'line 7 wants exit_group(0) = ?' ./order cdd
	broken contract 'line 7 wants exit_group(0) = ?' ./order wdcw
}

@test "signals and the end are asked for where a line names them" {
	cat >signals.c <<-'C'
	#include <signal.h>
	int main(void)
	{
		signal(SIGUSR1, SIG_IGN);
		raise(SIGUSR1);
		return raise(SIGTERM);
	}
	C
	premain-gcc signals.c -o signals
	printf '%s\n' ... '--- SIGUSR1 ---' ... '--- SIG* ---' \
		'+++ killed by SIGTERM +++' >contract
	for tracer in strace premain; do
		run -0 premain contract --tracer=$tracer contract -- ./signals
		run -1 premain contract --tracer=$tracer contract -- "$hello"
		[[ $output = *'contract: line 2 wants --- SIGUSR1 ---'* ]]
	done
	printf '%s\n' ... '+++ exited with 1 +++' >contract
	run -1 premain contract contract -- "$hello"
	[[ $output = *'contract: line 2 wants +++ exited with 1 +++'* ]]
}

@test "each process can have its own lines" {
	cat >fork.c <<-'C'
	#include <sys/wait.h>
	#include <unistd.h>
	int main(int argc, char **argv)
	{
		for (int i = 1; i < argc; i++)
			if (fork() == 0)
				return access(argv[i], F_OK) + 1 + i;
		for (int i = 1; i < argc; i++)
			wait(0);
		return 0;
	}
	C
	premain-gcc fork.c -o fork
	cat >contract <<-'END'
	process 1
	execve(*) = 0
	?+ fork() = *
	?+ wait4(-1, NULL, 0, NULL) = *
	exit_group(0) = ?
	process 2
	access("first", 0*) = *
	exit_group(1) = ?
	process *
	access(*) = *
	exit_group(*) = ?
	END
	sed -i 's/"first", 0\*/"first", F_OK/' contract
	for tracer in strace premain; do
		run -0 premain contract --tracer=$tracer contract -- ./fork first
		run -0 premain contract --tracer=$tracer contract -- \
			./fork first second third
		run -1 premain contract --tracer=$tracer contract -- ./fork / first
		[[ $output = *'contract: process 2: line '[78]' wants '* ]]
		run -1 premain contract --tracer=$tracer contract -- ./fork
		[[ $output = *'contract: process 2: line 7 wants access("first", F_OK) = *'$'\n'*': process 2: there are no more events' ]]
	done
	sed -i '/^process \*/,$d' contract
	run -1 premain contract contract -- ./fork first second
	[[ $output = *'contract: no process 3 is wanted' ]]
	run -2 premain contract --tracer=qemu contract -- ./fork first
	expect 'premain: contract: ./fork: starts others, and qemu writes their lines into each other'
}

@test "a process's children have their numbers before those of its children" {
	printf '%s\n' 'process 1' ... 'process 2' ... 'exit_group(5) = ?' \
		'process 3' ... 'exit_group(6) = ?' \
		'process 4' ... 'exit_group(7) = ?' >contract
	for tracer in strace premain; do
		run -0 premain contract --tracer=$tracer contract -- \
			sh -c '(sh -c "exit 7"; exit 5); (exit 6); exit 0'
	done
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
	run -0 env ONE_MORE=1 premain contract recorded -- \
		"$PREMAIN_BUILD/examples/10-library"
	run -1 premain contract recorded -- "$hello"
	for tracer in strace premain; do
		run -0 premain contract --tracer=$tracer --record recorded -- \
			sh -c '/bin/true; exit 0'
		grep -qx 'process 2' recorded
		run -0 premain contract --tracer=$tracer recorded -- \
			sh -c '/bin/true; exit 0'
	done
}

@test "qemu keeps what it has recorded: a signal, and a call it does not know" {
	printf '%s\n' '#include <signal.h>' \
		'int main(void) { signal(SIGUSR1, SIG_IGN); raise(SIGUSR1); signal(SIGUSR1, SIG_DFL); return raise(SIGCHLD); }' \
		>ignored.c
	gcc ignored.c -o ignored
	run -0 premain contract --tracer=qemu --record recorded -- ./ignored
	grep -q SIGCHLD recorded
	run -0 premain contract --tracer=qemu recorded -- ./ignored
	# qemu 10 writes addresses as numbers, and what lies in other registers.
	mkdir later
	cat >later/qemu-x86_64 <<-'END'
		#!/bin/sh
		printf '18289 arch_prctl(4098,1401%011d,-1401%011d,34) = 0\n' $$ $$ >"$3"
		echo '18289 exit_group(0)' >>"$3"
	END
	chmod +x later/qemu-x86_64
	PATH=$PWD/later:$PATH
	run -0 premain contract --tracer=qemu --record recorded -- ./ignored
	[ "$(head -n 1 recorded)" = 'arch_prctl(4098,*,*,34) = 0' ]
	run -0 premain contract --tracer=qemu recorded -- ./ignored
}

@test "when a signal's handler returns is no part of it, unless it is named" {
	cat >handler.c <<-'C'
	#include <signal.h>
	#include <unistd.h>
	static void handle(int number) { close(number + 80); }
	int main(void)
	{
		signal(SIGUSR1, handle);
		raise(SIGUSR1);
		return close(79);
	}
	C
	premain-gcc handler.c -o handler
	for tracer in strace premain; do
		run -0 premain contract --tracer=$tracer --record recorded -- \
			./handler
		run -1 grep rt_sigreturn recorded
		run -0 premain contract --tracer=$tracer recorded -- ./handler
		sed '/^exit_group/i rt_sigreturn(*) = *' recorded >late
		run -1 premain contract --tracer=$tracer late -- ./handler
		sed -E '/^close\((79|0x4f)\)/i rt_sigreturn(*) = *' \
			recorded >named
		run -0 premain contract --tracer=$tracer named -- ./handler
	done
}

@test "trouble is one line, and status 2" {
	run -2 premain contract /nonexistent -- "$hello"
	expect 'premain: contract: /nonexistent: No such file or directory'
	: >file
	run -2 premain contract file -- /nonexistent
	expect 'premain: contract: /nonexistent: no such program'
	run -2 premain contract file -- ./file
	expect 'premain: contract: ./file: may not be executed'
	while IFS=: read -r lines sentence; do
		printf '%b' "$lines" >file
		run -2 premain contract file -- "$hello"
		expect "premain: contract: file: line $sentence"
	done <<-'END'
	{\n{\n}\n:2: { and } are not in pairs
	a()\n}:2: { and } are not in pairs
	{\na()\n\n:3: { and } are not in pairs
	{\n...\n}:2: ... between { and }
	{\na\na\na\na\na\na\na\na\na\n}:11: more than 8 calls between { and }
	process one:1: process, and no number or *
	a\nprocess 2:2: process, and not before any call
	END
	run -2 premain contract . -- "$hello"
	expect 'premain: contract: .: Is a directory'
	run -2 premain contract
	expect 'premain: contract: FILE -- PROGRAM: is wanted (premain contract --help)'
	run -2 premain contract --tracer=dtrace file -- "$hello"
	expect 'premain: contract: --tracer=dtrace: takes strace|qemu|premain'
}
