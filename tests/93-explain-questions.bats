#!/usr/bin/env bats
# premain explain --question: an answer has its lines, or says who knows it.

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	cat >log <<-'END'
	7 execve("./hello", ["./hello", "x"], 0x7ffc0 /* 3 vars */) = 0
	7 brk(NULL) = 0x555500000000
	7 openat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = 3
	7 close(3) = 0
	7 openat(AT_FDCWD, "/lib/libc.so.6", O_RDONLY|O_CLOEXEC) = 3
	7 read(3, "\177ELF", 832) = 832
	7 mmap(NULL, 8192, PROT_READ|PROT_EXEC, MAP_PRIVATE|MAP_DENYWRITE, 3, 0) = 0x7f0000000000
	7 close(3) = 0
	7 arch_prctl(ARCH_SET_FS, 0x7f0000100000) = 0
	7 vfork() = 8
	8 exit_group(3) = ?
	8 +++ exited with 3 +++
	7 wait4(8, [{WIFEXITED(s) && WEXITSTATUS(s) == 3}], 0, NULL) = 8
	7 write(1, "hello, world\n", 13) = 13
	7 exit_group(13) = ?
	7 +++ exited with 13 +++
	END
}

@test "there are fifteen questions" {
	run -0 premain explain --questions
	[ "${#lines[@]}" = 15 ]
	[ "${lines[0]}" = ' 1  Why prlimit64?' ]
	run -0 premain explain --question=all log
	output=$(grep -c '^Q[0-9]* ' <<<"$output")
	expect 15
}

@test "an answer shows the lines that it rests on" {
	run -0 premain explain --question=4 log
	expect 'Q4 Why arch_prctl?
  line 9: arch_prctl(ARCH_SET_FS, 0x7f0000100000) = 0
      sets fs, the register by which a thread finds its own variables'
	run -0 premain explain --question=Q6 log
	[[ $output = *'Line 3 opens ld.so.cache, '*'No file is looked for in vain'* ]]
	run -0 premain explain --question=10 log
	[[ $output = *'line 1: execve('*', called with 2 words: '* ]]
}

@test "who makes which calls is listed by phase" {
	run -0 premain explain --question=13 log
	[[ $output = *"      1  start   the loader, or a static program's own start, from line 2 to 2: brk "* ]]
	[[ $output = *'      3  map     the loader, or a static program'"'"'s own start, from line 6 to 8: read mmap close '* ]]
}

@test "a log without such a call is said to have none" {
	run -0 premain explain --question=3 log
	expect 'Q3 Why rt_sigaction?
This log has no such call.'
	run -0 premain explain --question=2 log
	[[ $output = *$'\nThis log opens none: '* ]]
}

@test "an exit status that is what printf returned is told from another" {
	run -0 premain explain --question=9 log
	[[ $output = *'line 14 has written'* ]]
	sed -i 's/exit_group(13)/exit_group(12)/' log
	run -0 premain explain --question=9 log
	[[ $output != *'has written'* ]]
	[[ $output = *'nothing in the log looks like it'* ]]
}

@test "two versions of one library are seen" {
	run -0 premain explain --question=7 log
	[[ $output = *'Of 1 opened, none is there in two versions'* ]]
	echo '7 open("/lib/libc.so.5", O_RDONLY) = 4' >>log
	run -0 premain explain --question=7 log
	[[ $output = *'libc.so.6 (line 5) and libc.so.5 (line 17) are two versions of one.'* ]]
}

@test "the steps of all processes are drawn" {
	run -0 premain explain --question=15 log
	expect 'Q15 Which steps are there, from the shell to the end?
  | shell    (no line) has made this process, by fork
  | execve  7  line 1: the process becomes ./hello, called with 2 words
  | kernel   (no line) maps the file and its loader, lays words,
  |          variables and auxv on the stack, goes to the entry
  | loader  7  lines 2 to 9: libc.so.6
  | fork    7  line 10: makes a child, process 8, with the parent'"'"'s own memory
  |  | begins  8  line 10
  |  | exit    8  line 11: ends the process with status 3
  |  | end     8  line 12
  | wait    7  line 13: waits for a child: process 8 has ended with status 3
  | print   7  line 14: writes 13 bytes to standard output
  | exit    7  line 15: ends the process with status 13
  | end     7  line 16'
}

@test "answers are JSON and Markdown too" {
	run -0 premain explain --format=json --question=3 log
	expect '{"schema": 1, "question": 3, "answer": "Q3 Why rt_sigaction?\u000aThis log has no such call.\u000a"}'
	run -0 premain explain --format=markdown --question=3 log
	expect '## Q3 Why rt_sigaction?

```
This log has no such call.
```'
}

@test "a question that does not exist is refused" {
	run -2 premain explain --question=16 log
	expect 'premain: explain: 16: is no question: 1 to 15, or all'
	run -2 premain explain --question= log
}

@test "an answer has no lines of another question" {
	cat >log <<-'END'
	7 execve("./hello", ["./hello"], 0x7ffc0 /* 3 vars */) = 0
	7 open("/opt/libx.so.1", O_RDONLY) = -1 ENOENT (No such file or directory)
	7 open("/lib/libx.so.1", O_RDONLY) = 3
	7 mmap2(NULL, 8192, PROT_READ|PROT_EXEC, MAP_PRIVATE, 3, 0) = 0xf7000000
	7 set_tid_address(0xf7100000) = 7
	7 mprotect(0x55550000, 4096, PROT_READ) = 0
	7 ioctl(1, TIOCGWINSZ, 0x7ffd) = -1 ENOTTY (Inappropriate ioctl for device)
	7 write(1, "x", 1) = 1
	7 --- SIGUSR1 {si_signo=SIGUSR1, si_code=SI_TKILL, si_pid=7} ---
	7 +++ killed by SIGUSR1 +++
	END
	run -0 premain explain --question=7 log
	[[ $output = *'line 3: open('*'Of 1 opened'* && $output != *'line 2: '* ]]
	run -0 premain explain --question=8 log
	[[ $output = *'line 4: mmap2('* ]]
	run -0 premain explain --question=9 log
	[[ $output = *'line 10: +++ killed by SIGUSR1'*'to a shell 128'* ]]
	run -0 premain explain --question=12 log
	[[ $output = *'line 10: '* && $output != *'line 9: '* ]]
	run -0 premain explain --question=15 log
	[[ $output = *'| print   7  lines 7 to 8: writes 1 byte'* ]]
}
