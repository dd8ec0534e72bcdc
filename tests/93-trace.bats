#!/usr/bin/env bats
# One grammar reads what strace and qemu write, in every dialect they have.

load helper

setup_file()
{
	load helper
	cd "$PREMAIN_TOP" || return 1
	premain-gcc -O1 -Wall -Wextra -Werror -D_GNU_SOURCE -I. \
		tests/trace/show.c premain/trace/*.c \
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
	local flags log=$BATS_TEST_TMPDIR/log
	traced
	for flags in -q -f '-f -tt' '-f -r -T'; do
		# shellcheck disable=SC2086
		strace $flags sh -c 'echo one; /bin/echo two; printf three' \
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
		'> ' '> > ' '17: ' '17  - ' '17) ' $'\t'; do
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
	expect '0 openat(AT_FDCWD, “/etc/a)b”, O_RDONLY) = -1 ENOENT (Datei oder Verzeichnis nicht gefunden)'
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
0 write(1, "a\nb\n", 4ab) = 4
0 exit_group(0) = ?
6 lines, 3 calls, 0 failed, 0 notes, 0 unknown'
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
?0 read() = 0
5 lines, 1 calls, 0 failed, 1 notes, 3 unknown'
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
	yes 'a(' | head -n 200000 >"$BATS_TEST_TMPDIR/open"
	run -0 show <"$BATS_TEST_TMPDIR/open"
	[[ ${lines[-1]} = "200000 lines, 0 calls, "*" 200000 unknown" ]]
	head -c 1000000 "$PREMAIN_BUILD/bin/premain" >"$BATS_TEST_TMPDIR/noise"
	run -0 show <"$BATS_TEST_TMPDIR/noise"
	[[ ${lines[-1]} = *" lines, "*" unknown" ]]
}
