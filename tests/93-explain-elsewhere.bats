#!/usr/bin/env bats
# premain explain: logs of other machines are told right, or not at all.

load helper
set -o pipefail		# a crash behind the last line counts, too

# told LOG LINE: the phase of a line, and its sentence with its mark.
told()
{
	output=$(premain explain "$PREMAIN_TOP/tests/trace/$1.log" |
		awk -v line="$2" 'found { sub(/^ +/, ""); print phase, $0; exit }
		$1 == line { found = 1; phase = $2 }')
}

# unknown LOG: the sum below it.
unknown()
{
	output=$(premain explain "$PREMAIN_TOP/tests/trace/$1.log" |
		tail -n 1 | sed 's/.*inferred, //')
}

@test "an old glibc: nohwcap, holes, getrlimit, a buffer that is mapped" {
	unknown glibc-2.23
	expect '0 unknown'
	told glibc-2.23 15
	expect 'map inferred: leaves a hole in libc.so.6 (line 14), between its code and its variables'
	told glibc-2.23 19
	expect "map inferred: takes 4096 bytes for the loader's own notes: no malloc is there yet"
	told glibc-2.23 20
	expect "thread inferred: takes 8192 bytes for the main thread's own variables (TLS): line 21 sets the thread pointer into them"
	told glibc-2.23 28
	expect "libc inferred: glibc's threads keep this signal for themselves: it ends a thread that is cancelled"
	told glibc-2.23 34
	expect 'stdio inferred: takes 4096 bytes, for the buffer of the stream that was asked about'
}

@test "a search through folders has its story" {
	unknown glibc-2.36-search
	expect '0 unknown'
	told glibc-2.36-search 7
	expect 'search inferred: asks whether there is a folder /opt/x/glibc-hwcaps/x86-64-v3/ (a loader leaves out those that are not there): ENOENT, there is nothing of that name'
	told musl-library 10
	expect 'search inferred: finds libz.so.1, and opens it as descriptor 3: found, after 2 other places (lines 8 to 9)'
	told musl-library 20
	expect 'relro inferred: makes memory read-only that execve has mapped: RELRO of the program, by its address'
}

@test "Go's runtime starts itself" {
	unknown go
	expect '0 unknown'
	told go 9
	expect 'libc inferred: Go'"'"'s runtime takes addresses for 67108864 bytes of its heap, and no memory yet'
	told go 23
	expect "libc makes a thread, number 1001, with this process's memory and descriptors; its stack is the memory of line 10"
	told go 31
	expect 'libc a signal interrupts the call; the kernel begins it again behind the handler, if that has SA_RESTART'
	told go 39
	expect 'main writes 6 bytes to standard output'
}

@test "whether a call goes on behind a signal depends on the call" {
	cd "$BATS_TEST_TMPDIR"
	printf '%s\n' 'pause() = ? ERESTARTNOHAND (To be restarted if no handler)' \
		'futex(0x1, FUTEX_WAIT, 1) = ? ERESTARTSYS (To be restarted if SA_RESTART is set)' \
		'clone(child_stack=NULL) = ? ERESTARTNOINTR (To be restarted)' \
		'exit_group(0) = ?' >log
	run -0 "$PREMAIN_BUILD/bin/premain" explain log
	[[ ${lines[1]} == *'a signal interrupts the call: EINTR behind a handler, and where none runs it goes on' ]]
	[[ ${lines[3]} == *'the kernel begins it again behind the handler, if that has SA_RESTART' ]]
	[[ ${lines[5]} == *'a signal interrupts the call; the kernel begins it again' ]]
}

@test "kill's 0 and negative numbers are more than one process" {
	cd "$BATS_TEST_TMPDIR"
	printf '7 kill(%s, SIGTERM) = 0\n' 0 -1 -12 12 7 >log
	run -0 "$PREMAIN_BUILD/bin/premain" explain log
	[[ ${lines[1]} == *' sends SIGTERM to 0, its process group' ]]
	[[ ${lines[3]} == *' sends SIGTERM to -1, each process that it may' ]]
	[[ ${lines[5]} == *' sends SIGTERM to -12, a process group' ]]
	[[ ${lines[7]} == *' sends SIGTERM to 12' ]]
	[[ ${lines[9]} == *' sends SIGTERM to 7, itself' ]]
}

@test "32-bit x86 has other names, and a call that is not known" {
	unknown i386
	expect '1 unknown; calls not known: socketcall (line 27)'
	told i386 13
	expect "thread inferred: takes 8192 bytes for the main thread's own variables (TLS): line 19 sets the thread pointer into them"
	told i386 22
	expect 'relro inferred: makes memory read-only that execve has mapped: RELRO of its loader, by its address'
}

@test "aarch64 sets no thread pointer by a call, and has room taken first" {
	unknown aarch64
	expect '1 unknown; calls not known: landlock_create_ruleset (line 31)'
	told aarch64 12
	expect 'map inferred: takes room for 1826912 bytes, in which the parts of the library will lie'
	told aarch64 23
	expect 'relro inferred: makes memory read-only that execve has mapped: RELRO of the program, by its address'
}

@test "threads share what their process has, and are waited for" {
	output=$(premain explain <<-'END' | grep '^ \{12\}' | sed 's/^ *//'
	7 openat(AT_FDCWD, "/etc/one", O_RDONLY) = 3
	7 clone3({flags=CLONE_VM|CLONE_THREAD, child_tid=0x7f00, stack=0x7000, stack_size=0x100} <unfinished ...>
	8 close(3) = 0
	8 exit(0) = ?
	7 <... clone3 resumed>) = 8
	8 +++ exited with 0 +++
	7 futex(0x7f00, FUTEX_WAIT, 8, NULL) = 0
	7 read(3, "", 1) = -1 EBADF (Bad file descriptor)
	END
	)
	[[ $output = *'closes one (line 1)'* ]]
	[[ $output = *'ends the thread with status 0; the others go on'* ]]
	[[ $output = *'waits for the end of thread 8: the kernel clears this word then'* ]]
	[[ $output = *'cannot read from descriptor 3: EBADF, that descriptor is not open' ]]
}

@test "execve closes what was to be closed, dup2 gives a second number" {
	output=$(premain explain <<-'END' | grep '^ \{12\}' | sed 's/^ *//'
	openat(AT_FDCWD, "/etc/one", O_RDONLY|O_CLOEXEC) = 3
	openat(AT_FDCWD, "/etc/two", O_RDONLY) = 4
	dup2(4, 0) = 0
	execve("/bin/x", ["x"], 0x7ffc0 /* 3 vars */) = 0
	read(3, "x", 1) = 1
	read(0, "x", 1) = 1
	END
	)
	[[ $output = *'descriptor 0 is the same now as two (line 2)'* ]]
	[[ $output = *$'reads 1 byte from descriptor 3\n'* ]]
	[[ $output = *$'\nreads 1 byte from two (line 2)' ]]
}

@test "a line waits for calls, not for the lines of a stack, and for its own process" {
	run -0 premain explain - < <(
		echo '7 execve("/bin/x", ["x"], 0x70 /* 3 vars */) = 0'
		echo '7 mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000'
		printf ' > /lib/libc.so.6(open+0x%d) [0x%d]\n' {10..49}
		echo '7 arch_prctl(ARCH_SET_FS, 0x7f0000000740) = 0'
		echo '7 write(1, "x", 1) = 1'
		echo '8 read(3, "x", 1 <unfinished ...>'
		echo '7 rt_sigprocmask(SIG_BLOCK, ~[], [], 8) = 0'
		echo '9 execve("/bin/y", ["y"], 0x70 /* 3 vars */) = 0'
		echo '9 mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000'
		echo '9 openat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY) = 3')
	[[ $output = *"takes 8192 bytes for the main thread's own variables (TLS): line 23 sets the thread pointer into them"* ]]
	[[ $output = *"takes 4096 bytes for the loader's own notes: no malloc is there yet"* ]]
	[[ $output = *'main   8 read(3, "x", 1 <unfinished ...>'* ]]
}

@test "what has failed is not told as done" {
	output=$(premain explain <<-'END' | grep '^ \{12\}' | sed 's/^ *//'
	7 mkdir("/x", 0777) = -1 EPERM (Operation not permitted)
	7 recvmsg(5, {}, 0) = -1 EAGAIN (Resource temporarily unavailable)
	7 chdir("/y") = 0
	END
	)
	expect 'in vain: makes the folder /x: EPERM, it is not allowed
in vain: receives bytes from descriptor 5: EAGAIN, not now
goes to the folder /y'
}

@test "old straces and -y have their own words" {
	output=$(premain explain <<-'END' | grep '^ \{12\}' | sed 's/^ *//'
	7 pipe2([3<pipe:[490256]>, 4<pipe:[490256]>], 0) = 0
	7 wait4(732, NULL, 0, NULL) = 732
	7 --- {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=3043} (Child exited) ---
	7 shmat(1572885, 0, 0) = ?
	7 socket(PF_LOCAL, SOCK_STREAM, 0) = 5
	7 setuid32(1000) = 0
	7 pwrite64(5, "x", 1, 0) = 1
	7 +++ exited with 0 +++
	END
	)
	expect 'makes a pipe: from 3 one reads what is written to 4
waits for a child: process 732 has ended
SIGCHLD: child 3043 has ended
the log shows no result: its process may have ended in this call
makes a socket to a process here, descriptor 5
sets its users
writes 1 bytes at a place of a socket to a process here (line 5)
the end, of a process or a thread, with status 0'
}

@test "a call is told by its own arguments, not by the first guess" {
	local long=/nix/store/$(printf 'a%.0s' {1..130})/lib/libx.so.1
	output=$(premain explain <<-END | grep '^ \{12\}' | sed 's/^ *//'
	7 execve("./a", ["./a"], 0x7ffc /* 3 vars */) = -1 ENOENT (No such file or directory)
	7 execveat(3, "", ["a"], 0x7ffc /* 3 vars */, AT_EMPTY_PATH) = -1 EACCES (Permission denied)
	7 execve("./a", ["./a"], 0x7ffc /* 3 vars */) = -1 E2BIG (Argument list too long)
	7 umask(022) = 077
	7 stat("new", 0x7ffd) = -1 ENOENT (No such file or directory)
	7 creat("new", 0666) = 3
	7 fcntl(3, F_SETFL, O_WRONLY|O_APPEND) = 0
	7 connect(4, {sa_family=AF_INET, sin_port=htons(1), sin_addr=inet_addr("127.0.0.1")}, 16) = -1 EINPROGRESS (Operation now in progress)
	7 mmap(NULL, 16048, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_STACK, -1, 0) = 0x7f4adfc80000
	7 sigaltstack({ss_sp=0x7f4adfc81000, ss_flags=0, ss_size=11952}, NULL) = 0
	7 sigaltstack({ss_sp=NULL, ss_flags=SS_DISABLE, ss_size=11952}, NULL) = 0
	7 mprotect(0x7f4adfc80000, 4096, PROT_WRITE|PROT_EXEC) = 0
	7 readlink("/proc/self/exe", "/root/.rustup/tool"..., 4096) = 66
	7 readlink("/x", "go-up.png"..., 256) = 9
	7 connect(4, {sa_family=AF_UNSPEC, sa_data=""}, 16) = 0
	7 openat(AT_FDCWD, "$long", O_RDONLY) = 5
	END
	)
	expect "cannot become ./a: ENOENT, there is nothing of that name, or not its loader or interpreter
cannot become another program: EACCES, it is not allowed
cannot become ./a: E2BIG, it is too long
says which rights new files shall not have
asks what new is: ENOENT, there is nothing of that name
opens new to write, empty or new, as descriptor 3
says how it is used: new (line 6), with O_WRONLY|O_APPEND
connects descriptor 4 to 127.0.0.1, port 1: EINPROGRESS, it goes on behind the call
inferred: takes 16048 bytes for a stack on which signals are handled: a thread's is larger
gives signals a stack of their own, or takes it back
gives signals a stack of their own, or takes it back
lets code run in 4096 bytes, of memory (line 9)
asks for the program's own path: /root/.rustup/tool...
asks where the link /x leads: go-up.png
undoes the connection of descriptor 4
opens /.../lib/libx.so.1 as descriptor 5"
}

@test "numbers in the place of words are told alike, pointers not at all" {
	output=$(premain explain <<-'END' | grep '^ \{12\}' | sed 's/^ *//'
	7 rt_sigaction(10, {sa_handler=0x1, sa_mask=[], sa_flags=0}, NULL, 8) = 0
	7 rt_sigaction(10, {sa_handler=0, sa_mask=[], sa_flags=0}, NULL, 8) = 0
	7 rt_sigprocmask(0x1, [32 33], NULL, 8) = 0
	7 rt_sigprocmask(0, [17], [], 8) = 0
	7 rt_sigprocmask(0x2, 0x7ffc5f5b6408, 0, 0x8) = 0
	7 clone3({flags=0x3d0f00, child_tid=0x7f6e, stack=0x7000, stack_size=0x7fff80}, 88) = 8
	7 clone(child_stack=NULL, flags=0x1200011, child_tidptr=0x7f6e) = 9
	7 clone3({flags=0x4100, exit_signal=17, stack=0x7000, stack_size=0x9000}, 88) = 10
	7 clone3(0x7ffc5f5b6310, 0x58) = 0xb
	END
	)
	expect "from now on 10 is ignored
from now on 10 does what it does by default
lets through [32 33]
holds back [17]
holds back just signals that the log does not show
makes a thread, number 8, with this process's memory and descriptors
makes a child, process 9, with a copy of its memory (page by page, when written) and the same descriptors
makes a child, process 10, with the parent's own memory: the parent stands still until it calls execve or ends
unknown: makes a child or a thread, number 11"
}

@test "glibc's stdio asks what a stream is before it asks for a terminal" {
	sed -n '1,/munmap/p' "$PREMAIN_TOP/tests/trace/glibc-2.23.log" \
		>"$BATS_TEST_TMPDIR/log"
	echo 'ioctl(1, TCGETS, 0x7ffd) = -1 ENOTTY (Inappropriate ioctl for device)' \
		>>"$BATS_TEST_TMPDIR/log"
	output=$(premain explain "$BATS_TEST_TMPDIR/log" | grep TCGETS)
	[[ $output = *' main '*' ioctl(1, '* ]]
}

# phases: those of the log on the input, one after the other, in $output.
phases()
{
	output=$(premain explain |
		awk '/^ *[0-9]+ [a-z]+ / && $2 != last { print last = $2 }' |
		xargs)
}

@test "a loader that is started by its name, and one that writes, are no main" {
	local glibc=$PREMAIN_TOP/tests/trace/glibc-2.23.log
	{
		echo 'execve("/lib/ld-2.23.so", ["ld-2.23.so", "./a"], 0x1) = 0'
		echo 'openat(AT_FDCWD, "./a", O_RDONLY|O_CLOEXEC) = 3'
		echo 'read(3, "\177ELF\2\1\1\0", 832) = 832'
		echo 'getcwd("/tmp", 128) = 5'
		echo 'mmap(NULL, 16416, PROT_READ, MAP_PRIVATE|MAP_DENYWRITE, 3, 0) = 0x7f2a0dc28000'
		echo 'close(3) = 0'
		echo 'writev(2, [{iov_base="ERROR: ld.so: object", iov_len=20}], 1) = 20'
		sed -n '2,$p' "$glibc"
	} >"$BATS_TEST_TMPDIR/log"
	phases <"$BATS_TEST_TMPDIR/log"
	expect 'exec search map search map thread relro libc thread libc main stdio main exit'
	{
		sed -n 1p "$glibc"
		echo 'getpid() = 7'
		sed -n '2,$p' "$glibc"
	} >"$BATS_TEST_TMPDIR/log"
	phases <"$BATS_TEST_TMPDIR/log"
	expect 'exec main search map thread relro libc thread libc main stdio main exit'
	output=$(premain explain <<-'END' | awk '/ close\(4/ { print $2 }'
	execve("./a", ["./a"], 0x1) = 0
	openat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = 3
	openat(AT_FDCWD, "/lib/libc.so.6", O_RDONLY|O_CLOEXEC) = 3
	openat(AT_FDCWD, "/etc/fstab", O_RDONLY|O_CLOEXEC) = 4
	close(4) = 0
	END
	)
	expect main
}

@test "main begins where a file is read that is no library" {
	output=$(premain explain <<-'END' | awk '/^ *[0-9]/ { print $2, $3 }' | grep '[(]'
	execve("./a", ["./a"], 0x1) = 0
	access("/etc/ld-nix.so.preload", R_OK) = -1 ENOENT (No such file or directory)
	openat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = -1 ENOENT (No such file or directory)
	openat(AT_FDCWD, "/lib/libc.so.6", O_RDONLY|O_CLOEXEC) = 3
	read(3, "\x7f\x45\x4c\x46\x02", 832) = 832
	pread64(3, "\x04\x00\x00\x00\x10\x00\x00\x00\x05\x00\x00\x00\x47\x4e\x55\x00", 32, 848) = 32
	close(3) = 0
	mprotect(0x7f79910f6000, 4096, PROT_READ) = 0
	read(0, "x", 1) = 1
	END
	)
	expect 'exec execve("./a",
search access("/etc/ld-nix.so.preload",
search openat(AT_FDCWD,
search openat(AT_FDCWD,
map read(3,
map pread64(3,
map close(3)
relro mprotect(0x7f79910f6000,
main read(0,'
}

@test "a function that a signal calls is where it lies, or libc's own" {
	output=$(premain explain <<-'END' | grep '^ \{12\}' | sed 's/^ *//' | tail -n 3
	7 brk(NULL) = 0x5000
	7 set_robust_list(0x7f0, 24) = 0
	7 openat(AT_FDCWD, "/lib/libx.so", O_RDONLY) = 3
	7 read(3, "\177ELF", 832) = 832
	7 mmap(NULL, 8192, PROT_READ|PROT_EXEC, MAP_PRIVATE|MAP_DENYWRITE, 3, 0) = 0x7f0000000000
	7 getpid() = 7
	7 rt_sigaction(SIGUSR1, {sa_handler=0x7f0000000010, sa_mask=[], sa_flags=0}, NULL, 8) = 0
	7 rt_sigaction(SIGUSR1, {0x5500000000, [], 0}, NULL, 8) = 0
	7 rt_sigaction(SIGRT_1, {sa_handler=0x7f0000000020, sa_mask=[], sa_flags=SA_SIGINFO}, NULL, 8) = 0
	END
	)
	expect "from now on SIGUSR1 calls a function in libx.so
from now on SIGUSR1 calls a function
inferred: glibc's threads keep this signal for themselves: all get it when the process changes its user"
}

@test "glibc closes a library's room before its parts are mapped over it" {
	output=$(premain explain <<-'END' | grep '^ \{12\}' | sed 's/^ *//'
	brk(NULL) = 0x804d000
	open("/etc/ld.so.cache", O_RDONLY) = -1 ENOENT (No such file or directory)
	open("/lib/libx.so", O_RDONLY) = 3
	read(3, "\177ELF", 512) = 512
	mmap2(NULL, 2312124, PROT_READ, MAP_PRIVATE|MAP_DENYWRITE, 3, 0) = 0xf7c00000
	mprotect(0xf7c20000, 2129920, PROT_NONE) = 0
	getrandom("\xc7\x5e\x99\xd9", 4, GRND_NONBLOCK) = 4
	END
	)
	output=$(tail -n 2 <<<"$output")
	expect 'inferred: closes the room of libx.so (line 5) behind its first part; its other parts are mapped over it
inferred: 4 random bytes, by which malloc notices a block that is freed twice'
}

@test "of musl's threads, which have one word, the one in it is waited for" {
	output=$(premain explain <<-'END' | grep 'the end of thread'
	7 clone(child_stack=0x1, flags=CLONE_VM|CLONE_THREAD, child_tidptr=0x7f00) = 8
	7 clone(child_stack=0x1, flags=CLONE_VM|CLONE_THREAD, child_tidptr=0x7f00) = 9
	7 futex(0x7f00, FUTEX_WAIT, 9, NULL) = 0
	END
	)
	[[ $output = *'inferred: waits for the end of thread 9: '* ]]
}

@test "behind its loader a program asks for its own path as main" {
	sed -n '1,/munmap/p' "$PREMAIN_TOP/tests/trace/glibc-2.23.log" \
		>"$BATS_TEST_TMPDIR/log"
	echo 'readlink("/proc/self/exe", "/bin/x", 4096) = 6' \
		>>"$BATS_TEST_TMPDIR/log"
	output=$(premain explain "$BATS_TEST_TMPDIR/log" | grep -A 1 readlink)
	[[ $output = *' main '*" asks for the program's own path: /bin/x" ]]
}

@test "old static starts of glibc are explained to the last line" {
	local log=$BATS_TEST_TMPDIR/log
	cat >"$log" <<-'END'
	execve("./a", ["./a"], [/* 21 vars */]) = 0
	uname({sys="Linux", node="x", ...})     = 0
	brk(0)                                  = 0x80a0000
	brk(0x80a0cb0)                          = 0x80a0cb0
	arch_prctl(ARCH_SET_FS, 0x80a0880)      = 0
	uname({sys="Linux", node="x", ...})     = 0
	readlink("/proc/self/exe", "/a", 4096)  = 2
	brk(0x80c1cb0)                          = 0x80c1cb0
	brk(0x80c2000)                          = 0x80c2000
	fstat(1, {st_mode=S_IFCHR|0620, st_rdev=makedev(136, 4), ...}) = 0
	mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f1e0e6c1000
	write(1, "hi\n", 3)                     = 3
	END
	run -0 premain explain "$log"
	[ "${lines[-1]}" = '12 lines: 4 observed, 8 inferred, 0 unknown' ]
	phases <"$log"
	expect 'exec start thread libc stdio main'
}

@test "klibc's stdio asks of all three streams before main" {
	phases <<-'END'
	execve("./a", ["./a"], 0x1) = 0
	mmap(NULL, 65536, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, 0, 0) = 0x7f7e35d24000
	ioctl(0, TCGETS, 0x7ffd) = -1 ENOTTY (Inappropriate ioctl for device)
	ioctl(1, TCGETS, 0x7ffd) = -1 ENOTTY (Inappropriate ioctl for device)
	ioctl(2, TCGETS, 0x7ffd) = -1 ENOTTY (Inappropriate ioctl for device)
	getpid() = 7
	ioctl(2, TCGETS, 0x7ffd) = -1 ENOTTY (Inappropriate ioctl for device)
	END
	expect 'exec start stdio main'
}
