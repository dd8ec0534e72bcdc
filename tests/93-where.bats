#!/usr/bin/env bats
# premain where: an address has an owner, at each line of a trace.

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	cat >log <<-'END'
	execve("./a.out", ["./a.out"], 0x7ffc0 /* 3 vars */) = 0
	brk(NULL) = 0x555500000000
	openat(AT_FDCWD, "/lib/libx.so", O_RDONLY|O_CLOEXEC) = 3
	read(3, "\177ELF", 832) = 832
	mmap(NULL, 16384, PROT_READ, MAP_PRIVATE, 3, 0) = 0x7f0000000000
	mmap(0x7f0000001000, 4096, PROT_READ|PROT_EXEC, MAP_PRIVATE|MAP_FIXED, 3, 0x1000) = 0x7f0000001000
	mmap(0x7f0000003000, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS, -1, 0) = 0x7f0000003000
	brk(0x555500021000) = 0x555500021000
	munmap(0x7f0000000000, 16384) = 0
	END
}

# at ADDRESS LINE SENTENCE
at()
{
	run -0 premain where "$1" "log:$2"
	expect "0x${1#0x} $3"
}

@test "a part of a library is told by the line that has mapped it" {
	at 7f0000000010 8 'is in /lib/libx.so, 16 bytes behind the beginning of what line 5 has mapped (r--)'
	at 0x7f0000001fff 8 'is in /lib/libx.so, 4095 bytes behind the beginning of what line 6 has mapped (r-x)'
	at 7f0000002000 8 'is in /lib/libx.so, 8192 bytes behind the beginning of what line 5 has mapped (r--)'
	at 7f0000003008 8 'is in /lib/libx.so, 8 bytes behind the beginning of what line 7 has mapped (rw-)'
}

@test "before a line has mapped it, and when it is unmapped, nobody owns it" {
	local nobody='is in nothing that a line has mapped: the program, its loader or the stack, which execve brings, or nowhere'
	at 7f0000001000 4 "$nobody"
	at 7f0000001000 9 "$nobody"
	run -0 premain where 7f0000001000 log
	expect "0x7f0000001000 $nobody"
}

@test "the heap grows" {
	at 555500020fff 8 'is on the heap, 135167 bytes behind its beginning'
	run -0 premain where 555500021000 log:8
	[[ $output != *heap* ]]
	run -0 premain where 555500000000 log:7
	[[ $output != *heap* ]]
}

@test "a real program's code lies in its library" {
	strace -o /dev/null true 2>/dev/null ||
		skip "strace is not there, or may not trace here"
	local address
	strace -o real "$PREMAIN_BUILD/examples/10-library" >/dev/null
	address=$(sed -n 's/^mmap(NULL, .*, [0-9]*, 0) *= 0x\([0-9a-f]*\)$/\1/p' real | head -n 1)
	run -0 premain where "$address" real
	[[ $output = "0x$address is in $PREMAIN_BUILD/examples/libarea.so, 0 bytes"* ]]
}

@test "what cannot be answered is one line" {
	run -2 premain where xyz log
	expect 'premain: where: xyz: is no hexadecimal number of 64 bits'
	run -2 premain where 7fffffffffffffffffff log
	expect 'premain: where: 7fffffffffffffffffff: is no hexadecimal number of 64 bits'
	run -2 premain where 1000 /nonexistent:7
	expect 'premain: where: /nonexistent: No such file or directory'
	run -2 premain where 1000 log:10
	expect 'premain: where: log: has fewer lines'
	run -2 premain where
	expect 'premain: where: ADDRESS LOG: are wanted (premain where --help)'
}
