#!/usr/bin/env bats
# One grammar reads what strace and qemu write, in every dialect they have.

load helper

setup_file()
{
	load helper
	cd "$PREMAIN_TOP" || return 1
	premain-gcc -O1 -Wall -Wextra -Werror -D_GNU_SOURCE -I. \
		tests/trace/show.c premain/trace/*.c premain/text/*.c \
		-o "$BATS_FILE_TMPDIR/show"
}

show()
{
	"$BATS_FILE_TMPDIR/show" "$@"
}

# shows LINE: what is read of one line; the counts are left out.
shows()
{
	output=$(show <<<"$1" | sed '$d')
}

traced()
{
	strace -o /dev/null true 2>/dev/null ||
		skip "strace is not there, or may not trace here"
}

# sound LOG: nothing in it is unknown, and there are calls.
sound()
{
	output=$(show <"$1" | tail -n 1)
	[[ $output =~ ^[0-9]+" lines, "[1-9][0-9]*" calls, ".*" 0 unknown"$ ]]
}

@test "every line of a log is read, whatever flags strace had" {
	local flags log=$BATS_TEST_TMPDIR/log
	traced
	for flags in -q -f -t -tt -ttt -r -T -n -i -k -y -yy -v -x -xx '-X raw' \
		'-X verbose' '-f -Y' '-r -tt' '-f -n -i -ttt -T -yy -v' \
		'-f -r -T -y -Y' -C; do
		# -n, -Y and -k are not in every strace.
		# shellcheck disable=SC2086 # flags are words
		strace $flags -o /dev/null true 2>/dev/null || continue
		# shellcheck disable=SC2086
		strace $flags -o "$log" sh -c 'ls /; cat /none; /bin/true & wait' \
			>/dev/null 2>&1 || true
		sound "$log" || {
			echo "strace $flags: $output" >&2
			show <"$log" | grep '^?' | head -n 5 >&2
			return 1
		}
	done
}

@test "a terminal's log is read, with what the programs write in between" {
	local flags echo log=$BATS_TEST_TMPDIR/log
	traced
	for flags in -q -f '-f -tt' '-f -r -T'; do
		# A child that is not followed would write into any call.
		[ "$flags" = -q ] && echo=echo || echo=/bin/echo
		# shellcheck disable=SC2086
		strace $flags sh -c "echo one; $echo two; printf three" \
			>"$log" 2>&1
		show <"$log" >"$BATS_TEST_TMPDIR/read"
		[ "$(wc -l <"$BATS_TEST_TMPDIR/read")" -gt 20 ]
		# A text that has a line for itself is no call; nothing else is.
		output=$(grep '^?' "$BATS_TEST_TMPDIR/read" |
			grep -vxE '[?]0 \((one|two|three)\) = ') || true
		expect ''
	done
}

@test "what qemu writes is read" {
	qemu-x86_64 -strace "$PREMAIN_BUILD/examples/hello_world" \
		2>"$BATS_TEST_TMPDIR/log" >/dev/null
	output=$(show <"$BATS_TEST_TMPDIR/log")
	[[ $output = *" write(1,0x"*",13) = 13"* ]]
	[[ $output = *" 0 unknown" ]]
}

@test "each prefix and suffix is told from the call" {
	local call='close(3) = 0' prefix
	for prefix in '' '12 ' '12<ls> ' '[pid 12] ' '[pid    12<ls>] ' \
		'10:20:30 ' '12 10:20:30.123456 ' '1700000000.123456 ' \
		'     0.000123 ' '10:20:30.1 (+     0.000100) ' '[   3] ' \
		'[00007f0012345678] ' '[????????????????] ' \
		'12 10:20:30.123456 [   3] [00007f0012345678] ' \
		'> ' '> > ' '# ' '17: ' '17  - ' '17) ' $'\t'; do
		output=$(show <<<"$prefix$call <0.000012>")
		[[ $output =~ ^(0|12)" close(3) = 0"$'\n'"1 lines, 1 calls, 0 failed, 0 notes, 0 unknown"$ ]] || {
			printf '%s: %s\n' "$prefix" "$output" >&2
			return 1
		}
	done
}

@test "brackets in strings, comments and descriptions do not end a call" {
	shows 'read(3</tmp/a(b)>, "x)\")", 9) = 4'
	expect '0 read(3</tmp/a(b)>, "x)\")", 9) = 4'
	shows 'execve("/a", ["a"], [/* 21 vars) */]) = 0'
	expect '0 execve("/a", ["a"], [/* 21 vars) */]) = 0'
	shows 'connect(3<TCP:[10.0.0.1:1->10.0.0.2:2]>, {sin_port=htons(80)}, 16) = -1 EINPROGRESS (Operation now in progress)'
	expect '0 connect(3<TCP:[10.0.0.1:1->10.0.0.2:2]>, {sin_port=htons(80)}, 16) = -1 EINPROGRESS (Operation now in progress)'
}

@test "a log that was pasted is read: other quotes, comments, other languages" {
	shows 'openat(AT_FDCWD, “/etc/a)b”, O_RDONLY) = -1 ENOENT (Datei oder Verzeichnis nicht gefunden)'
	expect '0 openat(AT_FDCWD, "/etc/a)b", O_RDONLY) = -1 ENOENT (Datei oder Verzeichnis nicht gefunden)'
	shows '4  - access("/etc/ld.so.preload", R_OK)      = -1 ENOENT (No such file or directory)'
	expect '0 access("/etc/ld.so.preload", R_OK) = -1 ENOENT (No such file or directory)'
	shows 'brk(0)      = 0x1dde000   # where the heap begins'
	expect '0 brk(0) = 0x1dde000'
	shows $'brk(NULL) = 0x1dde000\r'
	expect '0 brk(NULL) = 0x1dde000'
}

@test "a call that is broken over lines is put together" {
	output=$(show <<-'END'
	mmap(NULL, 8192, PROT_READ|PROT_WRITE,
	 MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
	write(1, "a\nb\n", 4a
	b
	) = 4
	exit_group(0) = ?
	END
	)
	expect '0 mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
0 write(1, "a\nb\n", 4) = 4
0 exit_group(0) = ?
6 lines, 3 calls, 0 failed, 2 notes, 0 unknown'
}

@test "a call that goes on later is one call, in the old form and the new" {
	output=$(show <<-'END'
	wait4(-1,  <unfinished ...>
	[pid 8] read(3,  <unfinished ...>
	[pid 7] <... wait4 resumed> [{WIFEXITED(s)}], 0, NULL) = 8
	[pid 8] <... read resumed>"x", 1) = 1 <0.1>
	END
	)
	expect '0 wait4(-1, [{WIFEXITED(s)}], 0, NULL) = 8
8 read(3, "x", 1) = 1
4 lines, 2 calls, 0 failed, 0 notes, 0 unknown'
}

@test "what strace -z has held back goes on without a name" {
	output=$(show <<-'END'
	71 wait4(123,  <unfinished ...>
	[{WIFEXITED(s) && WEXITSTATUS(s) == 0}], 0, NULL) = 123
	80 close(0 <unfinished ...>
	)                                       = 0
	71 read(0,  <unfinished ...>
	80 close(3) = 0
	"a", 4096) = 1
	71 <... read resumed>"b", 4096) = 1
	END
	)
	expect '71 wait4(123, [{WIFEXITED(s) && WEXITSTATUS(s) == 0}], 0, NULL) = 123
80 close(0) = 0
71 read(0, "b", 4096) = 1
80 close(3) = 0
?0 ("a", 4096) = 1) = 
8 lines, 4 calls, 0 failed, 0 notes, 1 unknown'
}

@test "what is no call is kept and counted, and no call is made of it" {
	output=$(show <<-'END'
	hello world
	openat(AT_FDCWD, "cut off
	close(3) = 0
	<... read resumed>) = 0
	strace: Process 12 attached
	END
	)
	expect '?0 (hello world) = 
?0 (openat(AT_FDCWD, "cut off) = 
0 close(3) = 0
0 read() = 0
5 lines, 2 calls, 0 failed, 1 notes, 2 unknown'
}

@test "what the program writes on strace's terminal is told from the call" {
	output=$(show <<-'END'
	write(1, "five\n", 5five
	)                   = 5
	write(1, "42\n", 342
	)                     = 3
	write(1, "a :) (\n", 7a :) (
	)                = 7
	write(1, "one\ntwo\nname? ", 14one
	two
	name? )        = 14
	writev(1, [{iov_base="Hello", iov_len=5}, {iov_base="\n", iov_len=1}], 2Hello
	) = 6
	[pid     8] write(1, "long line of more than thirty-two"..., 40long line of more than thirty-two bytes
	 <unfinished ...>
	[pid     9] close(3)                    = 0
	[pid     8] <... write resumed>)        = 40
	prompt[pid     9] close(4)                    = 0
	write(2, "x", 1x)                        = 1
	write(2, ")", 1))                        = 1
	write(1, "a) = 5\n", 7a) = 5
	)                 = 7
	END
	)
	expect '0 write(1, "five\n", 5) = 5
0 write(1, "42\n", 3) = 3
0 write(1, "a :) (\n", 7) = 7
0 write(1, "one\ntwo\nname? ", 14) = 14
0 writev(1, [{iov_base="Hello", iov_len=5}, {iov_base="\n", iov_len=1}], 2) = 6
8 write(1, "long line of more than thirty-two"..., 40) = 40
9 close(3) = 0
9 close(4) = 0
0 write(2, "x", 1) = 1
0 write(2, ")", 1) = 1
0 write(1, "a) = 5\n", 7) = 7
20 lines, 11 calls, 0 failed, 12 notes, 0 unknown'
}

@test "messages of strace in the middle of a call are told from it" {
	output=$(show <<-'END'
	clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLDstrace: Process 12 attached
	, child_tidptr=0x7f0000000a10) = 12
	clone(child_stack=NULL, flags=SIGCHLD./strace: Process 13 attached
	 <unfinished ...>
	[pid    13] getpid()                    = 13
	[pid    11] <... clone resumed>, child_tidptr=0x7f0000000a10) = 13
	clone(Process 14 attached (waiting for parent)
	Process 14 resumed (parent 11 ready)
	child_stack=0, flags=SIGCHLD) = 14
	[ Process PID=14 runs in 32 bit mode. ]
	END
	)
	expect '0 clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f0000000a10) = 12
0 clone(child_stack=NULL, flags=SIGCHLD, child_tidptr=0x7f0000000a10) = 13
13 getpid() = 13
0 clone(child_stack=0, flags=SIGCHLD) = 14
10 lines, 4 calls, 0 failed, 5 notes, 0 unknown'
}

@test "a log that was folded at 80 columns is as it was" {
	local log=$BATS_TEST_TMPDIR/log
	{
		printf '%s\n' 'mmap(0x7f0000001000, 1409024, PROT_READ|PROT_EXEC, MAP_PRIVATE|MAP_FIXED|MAP_DENYWRITE, 3, 0x26000) = 0x7f0000001000' \
			'openat(AT_FDCWD, "/lib/x86_64-linux-gnu/lib.so", O_RDONLY) = -1 ENOENT (No such file or directory)' \
			'rt_sigaction(SIGINT, {sa_handler=SIG_DFL, sa_mask=[]}, NULL, 8) = 1234567890123456' \
			'--- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=7, si_uid=0, si_status=0} ---' \
			'close(3) = 0'
	} >"$log"
	show <"$log" | sed '$d' >"$BATS_TEST_TMPDIR/plain"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/plain")" -eq 5 ]
	output=$(fold -w 80 "$log" | show | sed '$d')
	expect "$(<"$BATS_TEST_TMPDIR/plain")"
	output=$(fold -w 72 "$log" | sed 's/^/> /' | show | sed '$d')
	expect "$(<"$BATS_TEST_TMPDIR/plain")"
}

@test "a log from a web page, a word processor or a coloured terminal is read" {
	shows '&lt;... read resumed&gt;&quot;a&lt;b&quot;, 3) = 3'
	expect '0 read("a<b", 3) = 3'
	shows 'write(1, "&lt;b&gt;", 9) = 9'
	expect '0 write(1, "&lt;b&gt;", 9) = 9'
	shows '—- SIGCHLD {si_signo=SIGCHLD} —-'
	expect '0 (--- SIGCHLD {si_signo=SIGCHLD} ---) = '
	shows 'mmap(NULL, 4096, PROT_READ) = 0×7f00'
	expect '0 mmap(NULL, 4096, PROT_READ) = 0x7f00'
	shows 'read(3,  <unfinished …>'
	expect '0 read(3, ) = '
	shows $'\e[1;31mclose\e[0m(3) = \e[32m0\e[0m'
	expect '0 close(3) = 0'
	shows $'\e[0mtext[pid 12] write(1, "\xc3\xa9", 2) = 2'
	expect $'12 write(1, "\xc3\xa9", 2) = 2'
}

@test "a line's number in a document is no pid" {
	output=$(show <<-'END'
	1 brk(NULL) = 0x1000
	2 close(3) = 0
	3 close(4) = 0
	END
	)
	expect '0 brk(NULL) = 0x1000
0 close(3) = 0
0 close(4) = 0
3 lines, 3 calls, 0 failed, 0 notes, 0 unknown'
	output=$(show <<<$'    41\tclose(3) = 0\n42:close(4) = 0\n7     close(5) = 0')
	expect '0 close(3) = 0
0 close(4) = 0
7 close(5) = 0
3 lines, 3 calls, 0 failed, 0 notes, 0 unknown'
}

@test "older and rarer forms are read" {
	local line
	while IFS= read -r line; do
		output=$(show <<<"$line" | tail -n 1)
		[[ $output = "1 lines, "[01]" calls, "*" 0 unknown" ]] || {
			printf '%s: %s\n' "$line" "$output" >&2
			return 1
		}
	done <<-'END'
	????( <unfinished ...>
	<... ???? resumed>) = ?
	read(0,  <unfinished ...>) = ?
	<... read resumed> <unfinished ...>) = ?
	exit_group(0 <ptrace(SYSCALL):No such process>
	restart_syscall(<... resuming interrupted read ...>) = 1
	capset({version=3, pid=0}, {effective=1<<CAP_CHOWN, permitted=0}) = 0 <0.000012>
	ioctl(3, VIDIOC_S_FMT, {pixelformat=v4l2_fourcc('M', '(', '"', 'G')}) = 0
	fstat(1</dev/pts/0<char 136:0>>, {st_mode=S_IFCHR|0620}) = 0
	kexec_file_load(3, 4) = -1 (errno 524)
	sigreturn() (mask [])             = 22191
	[user_u:user_r:user_t:s0-s0:c0.c1023] close(3) = 0
	1700000000 close(3) = 0
	2026-11-22T10:20:30.123456+0000 close(3) = 0
	--- {si_signo=SIGCHLD, si_code=CLD_EXITED} (Child exited) ---
	--- SIGCHLD (Child exited) @ 0 (0) ---
	+++ superseded by execve in pid 12 +++
	 > /usr/lib/libc.so.6(write+0x14) [0x10e1b4]
	 > [vdso](+0x5e0) [0x5e0]
	 | 00000  68 65 6c 6c 6f 0a                                 hello.           |
	 * 5 bytes in buffer 0
	ioprio_set(1, 0, 7 /* IOPRIO_PRIO_VALUE(0x7 /* IOPRIO_CLASS_??? */, 0) */) = 0
	execve("/a", ["a"], NULL <pid changed to 12 ...>
	 = 2 buffers in vector 0
	strace: Process 12 attached
	END
}

@test "prose and programs are no events, whatever brackets they have" {
	output=$(show <<-'END'
	main() calls printf("x")
	f(x) = x + 1
	    return puts(argv[0]);
	--- a/premain/trace.c
	+++ b/premain/trace.c
	Process exited normally
	END
	)
	[ "${output##*$'\n'}" = \
		'6 lines, 0 calls, 0 failed, 0 notes, 6 unknown' ]
	shows '26      26     157'
	expect '?0 (26      26     157) = '
	shows 'ioprio_get(1, 9) = 0 (VALUE(0 /* NONE */, 0))   # reader'
	expect '0 ioprio_get(1, 9) = 0 (VALUE(0 /* NONE */, 0))'
}

@test "what is behind a result, a signal or an end is its reader's" {
	output=$(show <<-'END'
	close(3) = 0   <- the file
	close(4) = 0; (again)
	openat(5</a>(deleted), "b", 0) = 6</a/b> // by -y
	read(6, "c", 1) = -1 EIO (Input/output error) <0.000012>   ← (here)
	--- SIGCHLD {si_signo=SIGCHLD} --- (a child)
	select(1, [0], NULL, NULL, NULL^C <unfinished ...>
	read(0,  <unfinished ...>  # waits
	8 openat(5, "c <unfinished ...> 9 close(3 resumed>) = 3
	not a word of it
	+++ exited with 0 +++ # all is well
	(nor this)
	END
	)
	expect '0 close(3) = 0
0 close(4) = 0
0 openat(5</a>(deleted), "b", 0) = 6</a/b>
0 read(6, "c", 1) = -1 EIO (Input/output error)
0 (--- SIGCHLD {si_signo=SIGCHLD} ---) = 
0 select(1, [0], NULL, NULL, NULL) = 
0 read(0, ) = 
8 openat(5, "c) = 
?0 (not a word of it) = 
0 (+++ exited with 0 +++) = 
?0 ((nor this)) = 
11 lines, 7 calls, 1 failed, 0 notes, 2 unknown'
}

@test "what goes on in the next line is put together, or is not parsed" {
	output=$(show <<-'END'
	mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 3, 0) = 0x7f00
	00001000
	open("x") = -1 E
	NOENT (No such file or directory)
	close(3) = 0
	42
	dup(3) = 4
	2
	mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_FIXED, 3, 0xb000) = 0x
	a reader says (so)
	read(0, typed
	"typed\n", 99) = 6
	openat(AT_FDCWD, "/usr/lib/x86_64-linux-gnu/a", O_RDONLY) = 3
	END
	)
	expect '0 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 3, 0) = 0x7f0000001000
0 open("x") = -1 ENOENT (No such file or directory)
0 close(3) = 0
?0 (42) = 
?0 (dup(3) = 4) = 
?0 (2) = 
0 mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_FIXED, 3, 0xb000) = 0x
?0 (a reader says (so)) = 
0 read(0, "typed\n", 99) = 6
0 openat(AT_FDCWD, "/usr/lib/x86_64-linux-gnu/a", O_RDONLY) = 3
13 lines, 6 calls, 1 failed, 1 notes, 4 unknown'
}

@test "a table of counts ends with its rows, and what follows is read" {
	output=$(show <<-'END'
	% time     seconds  usecs/call     calls    errors syscall
	------ ----------- ----------- --------- --------- ----------------
	 60.00    0.000030          10         3           mmap
	close(3) = 0
	% time     seconds  usecs/call     calls    errors syscall
	------ ----------- ----------- --------- --------- ----------------
	 60.00    0.000030          10         3         1 access
	100.00    0.000030                     3         1 total
	not a row
	END
	)
	expect '0 close(3) = 0
?0 (not a row) = 
9 lines, 1 calls, 0 failed, 7 notes, 1 unknown'
}

@test "what qemu splices is put together where it can be told" {
	output=$(show <<-'END'
	12 write(1,0x40000,6)hello
	 = 6
	12 write(1,0x402000,12)hello world! = 12
	12 write(1,0x402000,9)a
	b = 1) = 9
	write(1,0x402000,6)hello
	 = 6
	12 read(3,0x40000,9)13 close(3) = 0
	 = -1 errno=4 (Interrupted system call)
	12 read(3,0x40000,9)13 read(4,0x40000,9)12 close(3) = 0
	 = 9
	12 exit_group(0)
	END
	)
	expect '12 write(1,0x40000,6) = 6
12 write(1,0x402000,12) = 12
12 write(1,0x402000,9) = 9
0 write(1,0x402000,6) = 6
12 read(3,0x40000,9) = -1 errno=4 (Interrupted system call)
13 close(3) = 0
12 read(3,0x40000,9) = 
13 read(4,0x40000,9) = 
12 close(3) = 0
?0 (= 9) = 
12 exit_group(0) = 
12 lines, 10 calls, 1 failed, 5 notes, 1 unknown'
}

@test "a line of 300,000 bytes is a call, and many calls may wait" {
	{
		printf 'write(1, "'
		head -c 300000 /dev/zero | tr '\0' x
		printf '", 300000) = 300000\n'
		for i in {1000..1999}; do
			printf '%-5s futex(0x7f00,  <unfinished ...>\n' "$i"
		done
		for i in {1000..1999}; do
			printf '%-5s <... futex resumed>FUTEX_WAIT) = 0\n' "$i"
		done
	} >"$BATS_TEST_TMPDIR/log"
	output=$(show <"$BATS_TEST_TMPDIR/log" | tail -n 2)
	expect '1999 futex(0x7f00, FUTEX_WAIT) = 0
2001 lines, 1001 calls, 0 failed, 0 notes, 0 unknown'
}

@test "where a log is cut into pieces does not matter" {
	local piece
	{
		printf '%s\n' 'read(3, "x", 1) = 1' 'write(1, "a\n", 2a' ') = 2' \
			'12 close(3) = 0 <0.1>' noise
	} >"$BATS_TEST_TMPDIR/log"
	local whole
	whole=$(show <"$BATS_TEST_TMPDIR/log")
	for piece in 1 2 3 7 19; do
		output=$(show $piece <"$BATS_TEST_TMPDIR/log")
		expect "$whole"
	done
}

@test "a hostile log is read to its end: no line feed, zeros, no closing" {
	head -c 3000000 /dev/zero >"$BATS_TEST_TMPDIR/zeros"
	run -0 show <"$BATS_TEST_TMPDIR/zeros"
	[[ ${lines[-1]} = "1 lines, 0 calls, "*" 1 unknown" ]]
	tr '\0' x <"$BATS_TEST_TMPDIR/zeros" >"$BATS_TEST_TMPDIR/long"
	run -0 show <"$BATS_TEST_TMPDIR/long"
	[[ ${lines[-1]} = "1 lines, 0 calls, "*" 1 unknown" ]]
	[[ ${lines[-2]} = *"xx [over 1 MiB: cut]) = " ]]
	yes 'a(' | head -n 200000 >"$BATS_TEST_TMPDIR/open"
	run -0 show <"$BATS_TEST_TMPDIR/open"
	[[ ${lines[-1]} = "200000 lines, 0 calls, "*" 200000 unknown" ]]
	{
		echo 'write(1, "a", 1) = 1'
		yes '(a)' | head -n 600
	} >"$BATS_TEST_TMPDIR/results"
	run -0 show <"$BATS_TEST_TMPDIR/results"
	[[ ${lines[-1]} = "601 lines, 1 calls, "*" 345 unknown" ]]
	head -c 1000000 "$PREMAIN_BUILD/bin/premain" >"$BATS_TEST_TMPDIR/noise"
	run -0 show <"$BATS_TEST_TMPDIR/noise"
	[[ ${lines[-1]} = *" lines, "*" unknown" ]]
}
