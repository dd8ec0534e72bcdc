#!/usr/bin/env bats
# premain steps: exactly the instructions that a program executes, and whose.

load helper

examples=$PREMAIN_BUILD/examples

# A program of glibc takes 100,000 steps: these two are counted once.
setup_file()
{
	cd "$BATS_FILE_TMPDIR"
	gcc -O1 "$PREMAIN_TOP/examples/hello_world.c" -o hello
	strip -o stripped hello
	premain steps -o hello.json --format=json -- ./hello || true
	premain steps -o stripped.text -- ./stripped || true
}

# steps FILE of the JSON: a figure by its path, such as .phases.main.steps.
figure()
{
	sed -n "s/.*\"$1\": {\"steps\": \([0-9]*\).*/\1/p" <<<"$output"
}

# objects FIGURE: the sum of all objects' steps or calls.
objects()
{
	grep '^  {"path": ' <<<"$output" |
		awk -F "\"$1\": " '{ sum += $2 } END { print sum }'
}

traced()
{
	"$PREMAIN_BUILD/bench/steps" "$examples/hello_world" >/dev/null 2>&1 ||
		skip "nothing may be traced here"
}

# counted PROGRAM ARGUMENTS...: premain steps and the bench's own counter agree
# (which gives an empty environment), and the phases are all.
counted()
{
	local total sum
	total=$("$PREMAIN_BUILD/bench/steps" "$@")
	run env -i "$PREMAIN_BUILD/bin/premain" steps --format=json -- "$@"
	[[ $output =~ '"steps": '([0-9]+)', "limited": false' ]]
	[ "${total%% *}" = "${BASH_REMATCH[1]}" ]
	sum=$(($(figure loader) + $(figure start) + $(figure main) + $(figure exit)))
	[ "$sum" -eq "${BASH_REMATCH[1]}" ]
}

@test "the steps of a static program are counted, and its status handed on" {
	traced
	counted "$examples/hello_name" Ada
	[ "$status" -eq 12 ]
	[ "$(figure loader)" -eq 0 ]
	counted "$examples/02-exit"
	[ "$status" -eq 42 ]
	counted "$examples/09-tls"
	[ "$status" -eq 0 ]
}

@test "a dynamic program's loader, start, main and exit are told apart" {
	traced
	counted "$examples/explore_plt"
	[ "$(figure loader)" -gt 1000 ]
	[ "$(figure main)" -gt 20 ]
	[ "$(figure exit)" -gt 1 ]
	output=$(<"$BATS_FILE_TMPDIR/hello.json")
	[ "$(figure loader)" -gt 50000 ]
	[ "$(figure main)" -gt 100 ]
	[[ $output = *'"object": "'*'libc.so.6"'* ]]
	[[ $output =~ '"steps": '([0-9]+) ]]
	[ "$(objects steps)" -eq "${BASH_REMATCH[1]}" ]
	[ "$(objects calls)" -eq "$(grep -c '^  {"phase"' <<<"$output")" ]
}

@test "main is found without a symbol too, and that is said" {
	local main
	traced
	output=$(<"$BATS_FILE_TMPDIR/hello.json")
	main=$(figure main)
	[ "$main" -gt 100 ]
	output=$(<"$BATS_FILE_TMPDIR/stripped.text")
	[[ $output =~ $'\nmain '+([0-9,]+) ]]
	[ "${BASH_REMATCH[1]/,}" = "$main" ]
	[[ $output = *"Where main is, the start's code said: there is no symbol." ]]
	strip -o "$BATS_TEST_TMPDIR/ours" "$examples/hello_name"
	run -12 premain steps --format=json -- "$examples/hello_name" Ada
	main=$(figure main)
	run -12 premain steps --format=json -- "$BATS_TEST_TMPDIR/ours" Ada
	[ "$(figure main)" = "$main" ]
	[ "$main" -gt 0 ]
}

# The calls that each phase has made, of the JSON.
calls_by_phase()
{
	grep -o '^ "phases".*' <<<"$output" | grep -o '"calls": [0-9]*' | xargs
}

@test "--borders finds the same calls in the same phases, without one step" {
	local program counted
	traced
	run -0 premain steps --format=json --borders -- \
		"$BATS_FILE_TMPDIR/stripped"
	[ "$(calls_by_phase)" = "$(awk '/^\(all\)/ { exit }
		/^(loader|start|main|exit) / { print "\"calls\": " $NF }' \
		"$BATS_FILE_TMPDIR/stripped.text" | xargs)" ]
	strip -o "$BATS_TEST_TMPDIR/ours" "$examples/hello_name"
	for program in "$BATS_TEST_TMPDIR/ours" \
		"$examples"/{03-write,explore_plt}; do
		run premain steps --format=json -- "$program" Ada
		counted="$status $(calls_by_phase)"
		run premain steps --format=json --borders -- "$program" Ada
		[ "$status $(calls_by_phase)" = "$counted" ]
		[[ $output = *'"steps": null, "limited": false,'* ]]
	done
	run -0 premain steps --borders --calls -- "$BATS_FILE_TMPDIR/hello"
	[[ $output =~ $'\n'(main|exit)' '+'write(0x1, 0x'[0-9a-f]*', 0xd) = 0xd  # '.*' of libc.so.6' ]]
	[[ $output = *$'\nexit   exit_group(0) = ?'* ]]
}

@test "--borders: children, threads and another program are let go unharmed" {
	traced
	cat >"$BATS_TEST_TMPDIR/family.c" <<-'C'
	#include <pthread.h>
	#include <sys/wait.h>
	#include <unistd.h>
	static void *work(void *status) { return status; }
	int main(int argc, char **argv)
	{
		pthread_t thread;
		void *got;
		int status;
		if (pthread_create(&thread, 0, work, (void *)3) ||
		    pthread_join(thread, &got))
			return 99;
		if (fork() == 0)
			return 4;	/* through main's end */
		wait(&status);
		if (vfork() == 0)
			_exit(5);
		if ((long)got != 3 || status >> 8 != 4)
			return 98;
		return execv(argv[1], argv + 1);
	}
	C
	gcc -w "$BATS_TEST_TMPDIR/family.c" -o "$BATS_TEST_TMPDIR/family" \
		-pthread
	run -42 premain steps --borders --calls -- "$BATS_TEST_TMPDIR/family" \
		"$examples/02-exit"
	[[ $output = *$'\nmain   execve(0x'*') = 0  # '* ]]
	[[ $output =~ $'\n'exit\ +1\ +[0-9,]+$'\n' ]]
}

@test "symbols that are not in memory own no steps" {
	traced
	run -0 premain steps --top=10000 -- "$examples/explore_plt"
	[[ $output != *frame* ]]
}

@test "what lies behind a name without a size is nobody's, where strip has been" {
	traced
	cd "$BATS_TEST_TMPDIR"
	cat >behind.asm <<-'ASM'
	global _start:function, quiet:function
	_start: mov eax, 60             ; exit
	        xor edi, edi
	        jmp hidden
	quiet:  nop
	hidden: syscall
	section .note.GNU-stack noalloc noexec nowrite progbits
	ASM
	nasm -f elf64 behind.asm
	ld -pie --no-dynamic-linker -E behind.o -o behind
	run -0 premain steps --calls -- ./behind
	grep -qx 'exit   exit(0) = ?  # hidden of behind' <<<"$output"
	strip behind
	run -0 premain steps --calls -- ./behind
	grep -qx 'exit   exit(0) = ?  # behind' <<<"$output"
}

@test "each system call is told with its phase, its arguments and who made it" {
	traced
	run -0 premain steps --calls --top=0 -- "$examples/hello_world"
	[[ ${lines[-2]} =~ ^"main   write(0x1, 0x4"[0-9a-f]+", 0xd) = 0xd  # __sys_call of hello_world"$ ]]
	[ "${lines[-1]}" = "exit   exit_group(0) = ?  # __sys_call of hello_world" ]
}

@test "a 32-bit call has no 64-bit call's name, with --borders or without" {
	local way
	traced
	nasm -f elf64 "$BATS_TEST_DIRNAME/trace/i386.asm" \
		-o "$BATS_TEST_TMPDIR/i386.o"
	ld "$BATS_TEST_TMPDIR/i386.o" -o "$BATS_TEST_TMPDIR/i386"
	run "$BATS_TEST_TMPDIR/i386"
	[ "$status" -eq 9 ] || skip "this kernel has no 32-bit calls"
	for way in --top=0 --borders; do
		run -9 premain steps --calls $way -- "$BATS_TEST_TMPDIR/i386"
		[[ $output =~ $'\n'start\ +i386_syscall_20\(.*\)\ =\ 0x[0-9a-f]+\ \ "# _start of i386"$'\n'exit\ +i386_syscall_1\(0x9,\ .*\)\ =\ '?'\ \ "# _start of i386" ]]
		run -9 premain steps --format=json $way -- \
			"$BATS_TEST_TMPDIR/i386"
		[[ $output = *'"number": 20, "i386": true, "name": null, '* ]]
	done
}

@test "where a program becomes another one, its phases begin anew" {
	traced
	cat >"$BATS_TEST_TMPDIR/become.c" <<-'C'
	#include <unistd.h>
	int main(int argc, char **argv)
	{ close(1); return execv(argv[1], argv + 1); }
	C
	premain-gcc -w "$BATS_TEST_TMPDIR/become.c" -o "$BATS_TEST_TMPDIR/become"
	run -9 premain steps --calls -- "$BATS_TEST_TMPDIR/become" \
		"$examples/03-write"
	[[ $output = *$'\nmain   execve(0x'*') = 0  # '* ]]
	[[ $output = *$'\nstart  write(0x1, 0x'*') = -1 errno=9 (Bad file descriptor)  # _start of 03-write'* ]]
}

@test "an endless program ends at the limit, one that crashes says so" {
	traced
	printf 'int main(void) { for (;;); }\n' >"$BATS_TEST_TMPDIR/loop.c"
	premain-gcc "$BATS_TEST_TMPDIR/loop.c" -o "$BATS_TEST_TMPDIR/loop"
	run -124 premain steps --limit=1000 -- "$BATS_TEST_TMPDIR/loop"
	[[ $output = *"(all)   1,000  100.0 %"* ]]
	[[ $output = *"It was ended at the limit (--limit)." ]]
	printf 'int main(void) { return *(volatile int *)8; }\n' \
		>"$BATS_TEST_TMPDIR/crash.c"
	premain-gcc "$BATS_TEST_TMPDIR/crash.c" -o "$BATS_TEST_TMPDIR/crash"
	run -139 premain steps -- "$BATS_TEST_TMPDIR/crash"
}

@test "a signal that the program handles is delivered" {
	traced
	cat >"$BATS_TEST_TMPDIR/signal.c" <<-'C'
	#include <signal.h>
	static volatile int got;
	static void note(int number) { got = number; }
	int main(void) { signal(SIGUSR1, note); raise(SIGUSR1); return got; }
	C
	premain-gcc "$BATS_TEST_TMPDIR/signal.c" -o "$BATS_TEST_TMPDIR/signal"
	run -10 premain steps --calls -- "$BATS_TEST_TMPDIR/signal"
	[[ $output = *$'\nmain   rt_sigreturn() = 0  # '* ]]
}

@test "a signal is no step" {
	traced
	cd "$BATS_TEST_TMPDIR"
	cat >child.asm <<-'ASM'
	global _start
	_start: mov eax, 39             ; getpid
	        syscall
	        mov edi, eax
	        mov esi, 17             ; SIGCHLD, which nobody wants
	        mov eax, 62             ; kill
	        syscall
	        mov eax, 60             ; exit
	        xor edi, edi
	        syscall
	section .note.GNU-stack noalloc noexec nowrite progbits
	ASM
	nasm -f elf64 child.asm
	ld child.o -o child
	run -0 premain steps -- ./child
	[[ $output =~ $'\n'"(all) "+"9  100.0 %      3"$'\n' ]]
}

@test "a SIGTRAP of the program's own is its own, with --borders or without" {
	local way
	traced
	cat >"$BATS_TEST_TMPDIR/trap.c" <<-'C'
	#include <signal.h>
	static volatile int got;
	static void note(int number) { got += number; }
	int main(int argc, char **argv)
	{
		if (argc > 1)
			signal(SIGTRAP, note);
		if (argc > 2)
			__asm__("int3");
		else
			raise(SIGTRAP);
		return got + argc;
	}
	C
	premain-gcc -w "$BATS_TEST_TMPDIR/trap.c" -o "$BATS_TEST_TMPDIR/trap"
	for way in --top=0 --borders; do
		run -133 premain steps $way -- "$BATS_TEST_TMPDIR/trap"
		run -7 premain steps $way -- "$BATS_TEST_TMPDIR/trap" handled
		run -8 premain steps $way -- "$BATS_TEST_TMPDIR/trap" by int3
	done
}

@test "what cannot be started is one line" {
	run -127 premain steps -- /nonexistent
	expect 'premain: steps: /nonexistent: no such program'
	: >"$BATS_TEST_TMPDIR/text"
	run -126 premain steps -- "$BATS_TEST_TMPDIR/text"
	expect "premain: steps: $BATS_TEST_TMPDIR/text: may not be executed"
	run -126 env PATH="/nonexistent:$BATS_TEST_TMPDIR" \
		"$PREMAIN_BUILD/bin/premain" steps text
	expect 'premain: steps: text: may not be executed'
	run -126 premain steps -- /
	expect 'premain: steps: /: may not be executed'
	run -127 premain steps -- ''
	expect 'premain: steps: : no such program'
	run -2 premain steps
	expect 'premain: steps: PROGRAM: is missing (premain steps --help)'
	run -2 premain steps --limit=many -- /bin/true
	expect 'premain: steps: --limit=many: takes a number, 0..'
}
