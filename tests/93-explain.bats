#!/usr/bin/env bats
# premain explain: each line has its phase and a sentence that is true of it.

load helper

traced()
{
	strace -o /dev/null true 2>/dev/null ||
		skip "strace is not there, or may not trace here"
}

# sentences: what is said, without the lines themselves, in $output.
sentences()
{
	output=$(grep -E '^ {12}' <<<"$output" | sed 's/^ *//')
}

# share: of the lines, as many in a hundred have a reason.
share()
{
	[[ ${lines[-1]} =~ ^([0-9]+)" lines: "([0-9]+)" observed, "([0-9]+)" inferred, "[0-9]+" unknown" ]]
	[ $(((BASH_REMATCH[2] + BASH_REMATCH[3]) * 100)) -ge \
		$((BASH_REMATCH[1] * $1)) ]
}

@test "our own dynamic start, line by line" {
	traced
	run -0 premain explain -- "$PREMAIN_BUILD/examples/10-library"
	share 100
	sentences
	[[ $output = *'finds libarea.so, and opens it as descriptor '* ]]
	[[ $output =~ 'inferred: maps the first part of libarea.so, opened on line '[0-9]+': its headers' ]]
	[[ $output =~ 'closes libarea.so (line '[0-9]+'): the library is mapped, in '[0-9]+' parts, and stays' ]]
	[[ $output = *'RELRO of the program, by its address'* ]]
	[[ $output = *$'writes 7 bytes to standard output\nwrites 8 bytes to standard output\nends the process with status 0'* ]]
}

@test "glibc's start: cache, library, thread, RELRO, stream, exit" {
	local line=0 phase phases
	traced
	gcc -O1 "$PREMAIN_TOP/examples/hello_world.c" \
		-o "$BATS_TEST_TMPDIR/hello"
	run -0 premain explain -- "$BATS_TEST_TMPDIR/hello"
	share 100
	phases=$(awk '/^ *[0-9]+ [a-z]+ / && $2 != last { print last = $2 }' \
		<<<"$output" | xargs)
	[ "$phases" = 'exec start search map thread relro libc stdio exit' ]
	sentences
	[[ $output = *"inferred: opens glibc's list of the libraries in the standard folders: they need no search"* ]]
	[[ $output = *'inferred: reads the program headers of libc.so.6, once more, '* ]]
	[[ $output = *'puts zeros over the room of libc.so.6 (line '*'.bss'* ]]
	[[ $output = *'RELRO of the program, by its address'* ]]
	[[ $output = *'RELRO of its loader, by its address'* ]]
	[[ $output = *'no library is looked for any more, the loader is done'* ]]
}

# stream WHAT BYTES [LINE...]: glibc's stdio asks about 1, and writes.
stream()
{
	printf '%s\n' "7 fstat(1, {st_mode=$1, ...}) = 0" \
		'7 brk(NULL) = 0x5000' "7 write(1, \"$2\", 6) = 6" "${@:3}" \
		'7 exit_group(0) = ?'
}

# told LINE: its phase, and its sentence with its mark.
told()
{
	awk -v line="$1" 'found { sub(/^ +/, ""); print phase, $0; exit }
		$1 == line { found = 1; phase = $2 }' <<<"$output"
}

@test "what a stream writes right before the end is exit's, if it may be" {
	local rest='exit inferred: writes 6 bytes to standard output: what stdio holds at exit, if nobody has called fflush before'
	local line='main writes 6 bytes to standard output'
	output=$(stream S_IFIFO '12345\n' | premain explain)
	[ "$(told 3)" = "$rest" ]
	output=$(stream S_IFIFO 123456 '7 write(3, "x", 1) = 1' \
		'7 close(1) = 0' | premain explain)
	[ "$(told 3)" = "$rest" ]
	[ "$(told 5)" = 'exit inferred: closes standard output, right before the end: an error that comes late would show' ]
	output=$(stream S_IFIFO '12345\n' '7 getpid() = 7' | premain explain)
	[ "$(told 3)" = "$line" ]
	output=$(printf '7 %s\n' 'pipe2([3, 4], 0) = 0' 'dup2(4, 1) = 1' \
		'execve("/bin/x", ["x"], 0x70 /* 3 vars */) = 0' \
		'fstat(1, {st_mode=S_IFIFO}) = 0' 'getpid() = 7' \
		'write(1, "123456", 6) = 6' 'exit_group(0) = ?' |
		premain explain)
	[ "$(told 4)" = "main asks what a pipe's writing end (line 1) is: a pipe" ]
	[ "$(told 6)" = "${rest/standard output/"a pipe's writing end (line 1)"}" ]
	output=$(stream 'S_IFCHR|0600, st_rdev=makedev(0x88, 0)' '12345\n' |
		premain explain)
	[ "$(told 3)" = "$line" ]
	output=$(stream 'S_IFCHR|0600, st_rdev=makedev(0x88, 0)' 123456 |
		premain explain)
	[ "$(told 3)" = "$rest" ]
	output=$(printf '7 %s\n' 'write(1, "123456", 6) = 6' \
		'exit_group(0) = ?' | premain explain)
	[ "$(told 1)" = "$line" ]
	output=$(printf '7 %s\n' 'ioctl(1, TIOCGWINSZ, 0x70) = -1 ENOTTY (x)' \
		'writev(1, [{iov_base="a", iov_len=1}, {iov_base="\n", iov_len=1}], 2) = 2' \
		'writev(1, [{iov_base="1234", iov_len=6}, {iov_base=NULL, iov_len=0}], 2) = 6' \
		'exit_group(0) = ?' | premain explain)
	[ "$(told 1)" = 'stdio asks whether standard output is a terminal, and its size: no' ]
	[ "$(told 2)" = 'main writes 2 bytes to standard output, gathered from 2 places in memory' ]
	[ "$(told 3)" = "$rest" ]
	output=$(printf '7 %s\n' 'execve("/bin/x", ["x"], 0x70 /* 3 vars */) = 0' \
		'mmap(NULL, 65536, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, 0, 0) = 0x7f0000000000' \
		'ioctl(1, TCGETS, 0x70) = -1 ENOTTY (x)' \
		'write(1, "1234\n", 6) = 6' 'exit(0) = ?' | premain explain)
	[ "$(told 4)" = "$rest" ]
}

@test "only what asks before a stream's first byte is told as stdio" {
	output=$(printf '7 %s\n' 'fstat(0, {st_mode=S_IFIFO, ...}) = 0' \
		'fstat(1, {st_mode=S_IFIFO, ...}) = 0' 'getpid() = 7' \
		'fstat(1, {st_mode=S_IFIFO, ...}) = 0' \
		'ioctl(1, TCGETS, 0x70) = -1 ENOTTY (x)' \
		'lseek(1, 0, SEEK_CUR) = -1 ESPIPE (x)' | premain explain)
	[ "$(told 1)" = 'main inferred: asks what standard input is: a pipe; of 0, 1 and 2 one after the other: whether they are open' ]
	[ "$(told 2)" = 'main inferred: asks what standard output is: a pipe; of 0, 1 and 2 one after the other: whether they are open' ]
	[ "$(told 4)" = 'main asks what standard output is: a pipe' ]
	[ "$(told 5)" = 'main asks whether standard output is a terminal: no' ]
}

@test "a stack is a thread's or a child's, as the next clone shows" {
	local map='mmap(NULL, 36864, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_STACK, -1, 0) = 0x7f0000000000'
	output=$(printf '%s\n' "7 $map" '7 clone(child_stack=0x7f0000009000, flags=CLONE_VM|CLONE_VFORK|SIGCHLD <unfinished ...>' \
		'8 execve("/bin/x", ["x"], 0x7ffc0 /* 3 vars */) = 0' \
		'7 <... clone resumed>) = 8' '7 munmap(0x7f0000000000, 36864) = 0' \
		"7 $map" '7 clone(child_stack=0x7f0000009000, flags=CLONE_VM|CLONE_THREAD) = 9' |
		premain explain)
	[ "$(told 1)" = 'main inferred: takes 36864 bytes for the stack of a child, until that calls execve: posix_spawn does so' ]
	[ "$(told 5)" = 'main gives back a stack (line 1)' ]
	[ "$(told 6)" = "main takes 36864 bytes for a thread's stack" ]
}

@test "static starts of glibc and musl are explained to the last line" {
	traced
	gcc -O1 -static "$PREMAIN_TOP/examples/hello_world.c" \
		-o "$BATS_TEST_TMPDIR/static"
	run -0 premain explain -- "$BATS_TEST_TMPDIR/static"
	share 100
	run -0 premain explain -- "$PREMAIN_BUILD/examples/hello_world"
	share 100
	command -v musl-gcc || skip "musl-gcc is not installed"
	musl-gcc "$PREMAIN_TOP/examples/hello_world.c" \
		-o "$BATS_TEST_TMPDIR/musl"
	run -0 premain explain -- "$BATS_TEST_TMPDIR/musl"
	share 95
}

@test "a descriptor is the file that was opened last under its number" {
	output=$(premain explain <<-'END'
	openat(AT_FDCWD, "/etc/one", O_RDONLY) = 3
	close(3) = 0
	openat(AT_FDCWD, "/etc/two", O_RDONLY) = 3
	read(3, "x", 1) = 1
	read(3, "", 1) = 0
	read(9, "x", 1) = 1
	END
	)
	sentences
	expect 'opens /etc/one as descriptor 3
closes one (line 1)
opens /etc/two as descriptor 3
reads 1 byte from two (line 3)
reads nothing, for there is no more, from two (line 3)
reads 1 byte from descriptor 9'
}

@test "sentences are packed, what stands in a log is not" {
	output=$(premain explain <<-'END'
	openat(AT_FDCWD, "/tmp/\200\303\251%d\377", O_RDONLY) = 3
	close_range(3, ~0U, 0) = 0
	close(3) = 0
	END
	)
	sentences
	expect 'opens /tmp/\x80\xc3\xa9%d\xff as descriptor 3
closes all descriptors from 3 on
closes descriptor 3'
	output=$(strings "$PREMAIN_BUILD/bin/premain")
	[[ $output != *'descriptor %r is the same now'* ]]
}

@test "a child begins with what its parent has, and goes its own way" {
	output=$(premain explain <<-'END'
	7 openat(AT_FDCWD, "/etc/one", O_RDONLY) = 3
	7 fork() = 8
	8 close(3) = 0
	8 openat(AT_FDCWD, "/etc/two", O_RDONLY) = 3
	7 read(3, "x", 1) = 1
	8 read(3, "x", 1) = 1
	END
	)
	[[ $output = *$'\n            reads 1 byte from one (line 1)\n'* ]]
	[[ $output = *$'\n            reads 1 byte from two (line 4)\n'* ]]
}

@test "what is not known is said to be so" {
	output=$(premain explain <<-'END'
	hello world
	some_new_call(1, 2) = 0
	mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
	END
	)
	sentences
	expect '? this line is not known here
? this line is not known here
unknown: asks for 8192 bytes of zeros; what for, the log does not say'
}

@test "a line that is not parsed is counted apart" {
	output=$(printf '%s\n' 'hello world' 'some_new_call(1) = 0' \
		'close(3) = 0' | premain explain)
	output=${output##*$'\n'}
	expect '3 lines: 1 observed, 0 inferred, 1 unknown, 1 not parsed; calls not known: some_new_call (line 2)'
}

@test "what is given back, or mapped to be written, is told as far as it goes" {
	output=$(premain explain <<-'END'
	open("/tmp", O_RDWR|O_TMPFILE, 0600) = 4
	write(4, "x", 1) = 1
	mmap(NULL, 16384, PROT_READ|PROT_WRITE, MAP_SHARED, 4, 0) = 0x7f0000000000
	munmap(0x7f0000001000, 4096) = 0
	munmap(0x7f0000000000, 4096) = 0
	munmap(0x7f0000002000, 8192) = 0
	munmap(0x7f0000000000, 16384) = 0
	mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE, 4, 0) = 0x7f0000000000
	munmap(0x7f0000000000, 4096) = 0
	END
	)
	sentences
	expect 'makes a file without a name, in /tmp, as descriptor 4
writes 1 byte to a file without a name (line 1)
maps a file without a name (opened on line 1) at 0x7f0000000000; what is written there goes to the file
gives back a part of the memory of a file without a name (line 3)
gives back a part of the memory of a file without a name (line 3)
gives back the memory of a file without a name (line 3)
gives back 16384 bytes; whose, is not known here
maps a file without a name (opened on line 1) at 0x7f0000000000; what is written there stays in the process
gives back the memory of a file without a name (line 8)'
}

@test "timers, places in files, keys and numbers have their own sentence" {
	output=$(premain explain <<-'END'
	setitimer(ITIMER_REAL, {it_interval={tv_sec=0, tv_usec=0}, it_value={tv_sec=5, tv_usec=0}}, NULL) = 0
	setitimer(ITIMER_PROF, {it_interval={tv_sec=1, tv_usec=0}, it_value={tv_sec=0, tv_usec=0}}, NULL) = 0
	alarm(0) = 0
	alarm(10) = 0
	membarrier(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, 0) = 0
	lseek(3, 0, SEEK_CUR) = 5
	lseek(3, 10, SEEK_SET) = 10
	lseek(3, -10, SEEK_END) = 90
	_llseek(3, 0, [7], SEEK_CUR) = 0
	set_tls(0xb6f01000) = 0
	syscall_0x1b3(0x1) = -1 ENOSYS (Function not implemented)
	Unknown syscall 435
	Unknown syscall 300
	END
	)
	sentences
	expect 'has a timer send a signal later: ITIMER_REAL
stops its timer, ITIMER_PROF
stops its timer, 0
has a timer send a signal later: 10
will want one view of memory in all its threads
asks at which byte of descriptor 3 it is: 5
moves to byte 10 of descriptor 3
moves to a place by the end of descriptor 3: 90
moves to a byte of descriptor 3, or asks for it: 0
sets the thread pointer, by which a thread finds its own variables
inferred: in vain: clone3, by its number: ENOSYS, there is no such call here
inferred: clone3, by its number
? this line is not known here'
}

@test "musl's malloc and Python's take their memory in their own way" {
	output=$(premain explain <<-'END'
	1 execve("/bin/x", ["x"], 0x7ffc0 /* 3 vars */) = 0
	1 arch_prctl(ARCH_SET_FS, 0x405658) = 0
	1 brk(NULL) = 0x5000
	1 brk(0x7000) = 0x7000
	1 mmap(0x5000, 4096, PROT_NONE, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS, -1, 0) = 0x5000
	1 mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
	2 execve("/bin/python3.11", ["x"], 0x7ffc0 /* 3 vars */) = 0
	2 getpid() = 2
	2 mmap(NULL, 1048576, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
	END
	)
	[ "$(told 6)" = "main inferred: takes 4096 bytes, as musl's malloc does for blocks of one size, or one large block" ]
	[ "$(told 9)" = "main inferred: takes 1048576 bytes, as Python's malloc does for small objects (an arena)" ]
}

@test "JSON has an object a line, with the same words" {
	output=$(premain explain --format=json <<<'close(3) = 0')
	expect '{"schema": 1, "line": 1, "pid": 0, "phase": "main", "basis": "observed", "event": "close(3) = 0", "sentence": "closes descriptor 3"}'
}

@test "the events that a trace has kept are explained to other commands" {
	(cd "$PREMAIN_TOP" && premain-gcc -D_GNU_SOURCE -I. \
		-I"$PREMAIN_BUILD" -o "$BATS_TEST_TMPDIR/explain" \
		tests/trace/explain.c premain/explain/*.c premain/trace/*.c \
		premain/text/*.c premain/steps/call_name.c)
	output=$("$BATS_TEST_TMPDIR/explain" <<-'END'
	7 openat(AT_FDCWD, "/etc/one", O_RDONLY <unfinished ...>
	8 getpid() = 8
	7 <... openat resumed>) = 3
	7 close(3) = 0
	7 open("/etc/two", O_RDONLY) = -1 ENOENT (No such file or directory)
	END
	)
	[[ $output = *$'\nclose '*$' observed closes one (line 1)\n'* ]]
	[[ $output = 'openat '*' observed opens /etc/one as descriptor 3'* ]]
	[[ $output = *'open '*' observed cannot open /etc/two: ENOENT, there is nothing of that name' ]]
}

@test "hostile logs are read to their end, in bounded memory" {
	head -c 2000000 "$PREMAIN_BUILD/bin/premain" >"$BATS_TEST_TMPDIR/noise"
	run -0 premain explain "$BATS_TEST_TMPDIR/noise"
	[[ $output = *" lines: "*" observed, "*" inferred, "*" unknown"* ]]
	yes 'mmap(0x7f0000000000, 99999999999999999999, PROT_READ, MAP_FIXED|MAP_ANONYMOUS, -1, 0) = 0xffffffffffffffff' |
		head -n 100000 >"$BATS_TEST_TMPDIR/maps"
	run -0 bash -o pipefail -c 'ulimit -v 60000; premain explain "$1" | tail -n 1' \
		bash "$BATS_TEST_TMPDIR/maps"
	expect '100000 lines: 0 observed, 0 inferred, 100000 unknown'
}

@test "a wrong word, or a file that is not there, is one line" {
	run -1 premain explain /nonexistent
	expect 'premain: explain: /nonexistent: No such file or directory'
	run -127 premain explain -- /nonexistent
	expect 'premain: explain: /nonexistent: no such program'
	run -2 premain explain --what
	expect 'premain: explain: --what: no such option (premain explain --help lists them)'
}
