#!/usr/bin/env bats
# premain diff: runs of one program are alike, and each change has its reason.

load helper

traced()
{
	strace -o /dev/null true 2>/dev/null ||
		skip "strace is not there, or may not trace here"
}

# twice PROGRAM ARGUMENTS...: its logs, as one and two.
twice()
{
	strace -f -o "$BATS_TEST_TMPDIR/one" "$@" >/dev/null 2>&1 || true
	strace -f -o "$BATS_TEST_TMPDIR/two" "$@" >/dev/null 2>&1 || true
	cd "$BATS_TEST_TMPDIR"
}

@test "the same program twice gives no difference at all" {
	traced
	twice /bin/ls -l /usr
	run -0 premain diff one two
	[[ $output =~ ^[1-9][0-9]*" lines alike, 0 changed, 0 in A only, 0 in B only"$ ]]
	cd "$BATS_TEST_DIRNAME"
	twice "$PREMAIN_BUILD/examples/11-plt"
	run -0 premain diff one two
	cd "$BATS_TEST_DIRNAME"
	twice sh -c 'ls /; cat /nonexistent; /bin/true'
	run -0 premain diff one two
	[[ $output = *" lines alike, 0 changed, 0 in A only, 0 in B only" ]]
}

@test "a musl program against a glibc one: each line has its reason" {
	traced
	command -v musl-gcc || skip "musl-gcc is not installed"
	gcc -O1 "$PREMAIN_TOP/examples/hello_world.c" -o "$BATS_TEST_TMPDIR/g"
	musl-gcc -O1 "$PREMAIN_TOP/examples/hello_world.c" \
		-o "$BATS_TEST_TMPDIR/m"
	cd "$BATS_TEST_TMPDIR"
	strace -o one ./g >/dev/null
	strace -o two ./m >/dev/null
	run -1 premain diff one two
	[[ $output = *"opens glibc's list of the libraries in the standard folders"* ]]
	[[ $output != *"is not known here"* ]]
}

# planted SED REASON SUMS: log with this edit, against itself, says that, and
# nothing else.
planted()
{
	sed "$1" log >other
	! cmp -s log other || { echo "no change by $1" >&2; return 1; }
	run -1 premain diff log other
	[[ $output = *"$2"*"lines alike, $3"* ]] || {
		printf '%s: %s\n' "$1" "$output" >&2
		return 1
	}
}

@test "a hundred planted changes are found, each with its cause" {
	local i at count=0 changed='1 changed, 0 in A only, 0 in B only'
	cd "$BATS_TEST_TMPDIR"
	for ((i = 1; i <= 20; i++)); do
		printf 'openat(AT_FDCWD, "/etc/file%d", O_RDONLY) = 3\n' $i
		printf 'read(3, "text%d", 4096) = %d\n' $i $((i + 4))
		printf 'close(3) = 0\n'
		printf 'mmap(NULL, %d, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f%02d00000000\n' \
			$((i * 4096)) $i
	done >log
	for ((at = 1; at <= 77; at += 4)); do
		planted "${at}d" 'B has none for /etc/file' \
			'0 changed, 1 in A only, 0 in B only'
		planted "${at}p" 'A has only ' \
			'0 changed, 0 in A only, 1 in B only'
		planted "${at}s/= 3/= -1 EACCES (Permission denied)/" \
			'it fails in B only' "$changed"
		planted "${at}s/O_RDONLY/O_WRONLY/" \
			'argument 3: other flags, or another number' "$changed"
		planted "${at}s:/etc/:/usr/:" \
			'argument 2: another path or other bytes' "$changed"
		count=$((count + 5))
	done
	[ "$count" -eq 100 ]
	planted '4{h;d};8G' 'another order' '1 changed, 0 in A only, 0 in B only'
}

@test "one change among calls that are alike is one line" {
	cd "$BATS_TEST_TMPDIR"
	local at changed='1 changed, 0 in A only, 0 in B only'
	cat >log <<-'LOG'
	access("/etc/ld.so.preload", R_OK) = -1 ENOENT (No such file or directory)
	openat(AT_FDCWD, "/lib/libc.so.6", O_RDONLY|O_CLOEXEC) = 3
	read(3, "ELF", 832) = 832
	mmap(NULL, 36864, PROT_READ, MAP_PRIVATE|MAP_DENYWRITE, 3, 0) = 0x7f0000001000
	mmap(0x7f0000003000, 8192, PROT_READ|PROT_EXEC, MAP_PRIVATE|MAP_FIXED|MAP_DENYWRITE, 3, 0x2000) = 0x7f0000003000
	mmap(0x7f0000005000, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_FIXED|MAP_DENYWRITE, 3, 0x4000) = 0x7f0000005000
	close(3) = 0
	mprotect(0x7f0000005000, 4096, PROT_READ) = 0
	mprotect(0x7f0001000000, 4096, PROT_READ) = 0
	mprotect(0x7f0002000000, 4096, PROT_READ) = 0
	prlimit64(0, RLIMIT_STACK, NULL, {rlim_cur=8192*1024, rlim_max=RLIM64_INFINITY}) = 0
	LOG
	planted 1s:preload:preset: 'argument 1: another path' "$changed"
	planted '4d' 'B has only 5 for loading libc.so.6' \
		'0 changed, 1 in A only, 0 in B only'
	for at in 8 9 10; do
		planted "${at}s/4096/8192/" 'argument 2: other flags' "$changed"
		planted "${at}s/READ/NONE/" 'argument 3: other flags' "$changed"
		planted "${at}p" 'difference 1: A has only ' \
			'0 changed, 0 in A only, 1 in B only'
	done
	planted 11s/STACK/NOFILE/ 'argument 2: other flags' "$changed"
	echo 'munmap(0x7f0000001000, 36864) = 0' >>log
	planted 12s/36864/40960/ 'argument 2: other flags' "$changed"
	planted 12s/36864/8192/ 'argument 2: other flags' "$changed"
}

@test "calls that do the same in another way are one that changed" {
	cd "$BATS_TEST_TMPDIR"
	cat >a <<-'LOG'
	access("/etc/x", R_OK) = 0
	openat(AT_FDCWD, "/lib/libm.so.6", O_RDONLY|O_CLOEXEC) = 3
	close(3) = 0
	write(1, "one\ntwo\n", 8) = 8
	exit_group(0) = ?
	LOG
	cat >b <<-'LOG'
	faccessat(AT_FDCWD, "/etc/x", R_OK) = 0
	open("/lib/libz.so.1", O_RDONLY|O_CLOEXEC) = 3
	close(3) = 0
	writev(1, [{iov_base="one\n", iov_len=4}, {iov_base="two\n", iov_len=4}], 2) = 8
	exit(0) = ?
	LOG
	run -1 premain diff a b
	[ "$(grep -c '^difference [1-5]: another call that does the same$' <<<"$output")" = 3 ]
	[[ $output = *$'\ndifference 2: B has none for loading libm.so.6\n-    2 '* ]]
	[[ $output = *$'\ndifference 3: A has none for loading libz.so.1\n+    2 '* ]]
	[ "${lines[-1]}" = '0 lines alike, 3 changed, 2 in A only, 2 in B only' ]
}

@test "a changed call is paired with that for the same file" {
	cd "$BATS_TEST_TMPDIR"
	echo 'openat(AT_FDCWD, "/etc/b", O_RDONLY) = 3' >a
	printf 'openat(AT_FDCWD, "/etc/%s", O_WRONLY) = 3\n' a b >b
	run -1 premain diff a b
	[[ $output = *'argument 3: other flags, or another number'* ]]
	[[ $output = *': A has none for /etc/a'* ]]
}

@test "a line of one log says what the other one does in its place" {
	cd "$BATS_TEST_TMPDIR"
	cat >a <<-'LOG'
	openat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = 3
	fstat(1, {st_mode=S_IFCHR|0620}) = 0
	ioctl(1, TCGETS, {B38400 opost isig icanon echo}) = 0
	rseq(0x7f0000000060, 0x20, 0, 0x53053053) = 0
	LOG
	echo 'ioctl(1, TIOCGWINSZ, {ws_row=24}) = 0' >b
	run -1 premain diff a b
	[[ $output = *"difference 1: B maps no library: it is static, or its libc is its loader"$'\n-    1 '* ]]
	[[ $output = *$'\ndifference 2: B has only 1 for what standard streams are\n'* ]]
	[[ $output = *$'\ndifference 4: B has none for making the thread known\n'* ]]
	echo 'getcpu([0], [0], NULL) = 0' >>a
	run -1 premain diff a b
	[[ $output = *$'\ndifference 5: B has none for getcpu: no cause found\n'* ]]
}

@test "what has one cause is one difference" {
	cd "$BATS_TEST_TMPDIR"
	cat >a <<-'LOG'
	openat(AT_FDCWD, "/etc/ld.so.cache", O_RDONLY|O_CLOEXEC) = 3
	newfstatat(3, "", {st_mode=S_IFREG|0644, st_size=43183, ...}, AT_EMPTY_PATH) = 0
	mmap(NULL, 43183, PROT_READ, MAP_PRIVATE, 3, 0) = 0x7f0000000000
	close(3) = 0
	openat(AT_FDCWD, "/lib/libm.so.6", O_RDONLY|O_CLOEXEC) = 3
	read(3, "ELF", 832) = 832
	mmap(NULL, 36864, PROT_READ, MAP_PRIVATE, 3, 0) = 0x7f0000100000
	close(3) = 0
	openat(AT_FDCWD, "/lib/libc.so.6", O_RDONLY|O_CLOEXEC) = 3
	mmap(NULL, 1974096, PROT_READ, MAP_PRIVATE, 3, 0) = 0x7f0000200000
	close(3) = 0
	mprotect(0x7f0000104000, 4096, PROT_READ) = 0
	munmap(0x7f0000000000, 43183) = 0
	LOG
	sed 's/43183/50201/' a >b
	run -1 premain diff a b
	[ "${lines[0]}" = 'difference 1: the file has another size there' ]
	[ "${lines[-1]}" = '12 lines alike, 1 changed, 0 in A only, 0 in B only' ]
	sed '5,8d; 12d' a >b
	run -1 premain diff a b
	[ "${lines[0]}" = 'difference 1: B has none for loading libm.so.6' ]
	[[ $output != *'difference 3'* ]]
	[ "${lines[-1]}" = '8 lines alike, 0 changed, 5 in A only, 0 in B only' ]
	sed '1,4d; 13d' a >b
	run -1 premain diff a b
	[ "${lines[0]}" = "difference 1: B has none for reading ld.so.cache: its loader reads no such list (musl's has none)" ]
	[[ $output != *'difference 2'* ]]
}

@test "what the kernel or a dice decides is no difference" {
	cd "$BATS_TEST_TMPDIR"
	cat >a <<-'LOG'
	900 rt_sigaction(SIGCHLD, {sa_handler=0x4010, sa_mask=[], sa_flags=0}, NULL, 8) = 0
	900 getrandom("abcdefgh", 8, GRND_NONBLOCK) = 8
	900 openat(AT_FDCWD, "/tmp/ccAAAAAA.s", O_RDWR|O_CREAT|O_EXCL, 0600) = 3
	900 sysinfo({uptime=1, procs=2, mem_unit=1}) = 0
	900 openat(AT_FDCWD, "/dev/urandom", O_RDONLY) = 4
	900 read(4, "\1\2\3\4", 4) = 4
	900 clone(child_stack=NULL, flags=SIGCHLD) = 901
	901 execve("/bin/as", ["as", "/tmp/ccAAAAAA.s"], 0x7ffc11112222 /* 20 vars */) = 0
	901 +++ exited with 0 +++
	900 --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=901} ---
	900 wait4(-1, [{WIFEXITED(s) && WEXITSTATUS(s) == 0}], WNOHANG, NULL) = 901
	900 wait4(-1, 0x7ffc0000, WNOHANG, NULL) = -1 ECHILD (No child processes)
	900 rt_sigreturn({mask=[]}) = 0
	900 unlink("/tmp/ccAAAAAA.s") = 0
	900 clone3({flags=CLONE_VM, parent_tid=0x7f0101}=> {parent_tid=[0]}, 88) = 905
	900 exit_group(0) = ?
	LOG
	cat >b <<-'LOG'
	970 rt_sigaction(SIGCHLD, {sa_handler=0x4010, sa_mask=[], sa_flags=0}, NULL, 8) = 0
	970 openat(AT_FDCWD, "/tmp/ccBBBBBB.s", O_RDWR|O_CREAT|O_EXCL, 0600) = 3
	970 sysinfo({uptime=9, procs=7, mem_unit=1}) = 0
	970 openat(AT_FDCWD, "/dev/urandom", O_RDONLY) = 4
	970 read(4, "\377\377", 4) = 4
	970 clone(child_stack=NULL, flags=SIGCHLD) = 971
	970 rt_sigprocmask(SIG_SETMASK, ~[RTMIN RT_1], [], 8) = 0
	970 futex(0x7f0010, FUTEX_WAIT_PRIVATE, 2, NULL) = 0
	970 wait4(-1, 0x7ffc0000, 0, NULL) = ? ERESTARTSYS (To be restarted if SA_RESTART is set)
	971 execve("/bin/as", ["as", "/tmp/ccBBBBBB.s"], 0x7ffc33334444 /* 20 vars */) = 0
	971 +++ exited with 0 +++
	970 wait4(-1, [{WIFEXITED(s) && WEXITSTATUS(s) == 0}], 0, NULL) = 971
	970 --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=971} ---
	970 sched_yield() = 0
	970 rt_sigreturn({mask=[]}) = 0
	970 unlink("/tmp/ccBBBBBB.s") = 0
	970 clone3({flags=CLONE_VM, parent_tid=0x7f0202} => {parent_tid=[975]}, 88) = 975
	970 exit_group(0) = ?
	LOG
	run -0 premain diff a b
	expect '12 lines alike, 0 changed, 0 in A only, 0 in B only'
	sed 's/"as", /"ld", /; s/WEXITSTATUS(s) == 0/WEXITSTATUS(s) == 1/
		s/unlink("[^"]*/unlink("\/tmp\/other/' b >c
	run -1 premain diff a c
	[[ $output = *$'\n9 lines alike, 3 changed, 0 in A only, 0 in B only' ]]
	cat >a <<-'LOG'
	900 rt_sigaction(SIGCHLD, {sa_handler=0x4010, sa_mask=[], sa_flags=0}, NULL, 8) = 0
	900 clone(child_stack=NULL, flags=SIGCHLD <unfinished ...>
	905 rt_sigprocmask(SIG_SETMASK, [], NULL, 8) = 0
	900 <... clone resumed>) = 905
	905 exit_group(0) = ?
	LOG
	sed 3d a >b
	run -0 premain diff a b
	expect '3 lines alike, 0 changed, 0 in A only, 0 in B only'
}

@test "numbers, times and remarks of one run only are no difference" {
	cd "$BATS_TEST_TMPDIR"
	cat >a <<-'LOG'
	set_tid_address(0x401720) = 7591
	gettid() = 7592
	socket(AF_UNIX, SOCK_STREAM, 0) = 3<socket:[111]>
	connect(3<UNIX-STREAM:[111]>, {sa_family=AF_UNIX, sun_path="/run/x"}, 110) = 0
	pipe2([4<pipe:[112]>, 5<pipe:[112]>], 0) = 0
	write(9<pipe:[113]>, "<pipe:[1]> /* a */", 18) = 18
	dup2(5<pipe:[112]>, 1</dev/null>) = 1<pipe:[112]>
	sched_getaffinity(7591, 32, [0 1]) = 32
	tgkill(7591<one>, 7592<two>, SIGABRT) = 0
	capget({version=3, pid=7591}, NULL) = 0
	fstat(3, {st_dev=makedev(0, 0xe), st_ino=17, st_size=5, st_mtime=1795374728 /* 2026-11-22T19:12:08.1+0000 */, st_mtime_nsec=6}) = 0
	wait4(7592, [{WIFEXITED(s) && WEXITSTATUS(s) == 0}], 0, {ru_utime={tv_sec=0, tv_usec=12}, ...}) = 7592
	pselect6(4, [3], NULL, NULL, {tv_sec=1, tv_nsec=0}, NULL) = 1 (in [3], left {tv_sec=0, tv_nsec=99})
	clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, {tv_sec=170, tv_nsec=1}, NULL) = 0
	write(1, "7591 00007f0000001000 /tmp/.pid7591", 40) = 40
	getrandom("abcdefgh", 8, GRND_NONBLOCK) = 8
	newfstatat(AT_FDCWD, "/tmp/tmp.A1b2", 0x7ffc1111, 0) = -1 ENOENT (No such file or directory)
	mkdir("/tmp/rustcA1b2", 0700) = 0
	openat(AT_FDCWD, "/tmp/rustcA1b2/x", O_WRONLY) = 3
	connect(3, {sa_family=AF_INET, sin_port=htons(37590)}, 16) = 0
	mmap(NULL, 4198400, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000201000
	munmap(0x7f0000201000, 2093056) = 0
	munmap(0x7f0000600000, 8192) = 0
	epoll_ctl(4, EPOLL_CTL_ADD, 5, {events=EPOLLIN, data={u32=5, u64=140759144}}) = 0
	mmap(NULL, 1048576, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000201000
	LOG
	sed 's/:\[11/:[22/g; s/759/839/g; s/ st_ino=17/ st_ino=20/
		s/1795374728/1795374999/; s/19:12:08.1/19:16:39.4/; s/nsec=6}/nsec=7}/
		s/tv_usec=12/tv_usec=34/; s/tv_nsec=99/tv_nsec=98/; s/170/180/
		s/0x401720/0x7f0011112222/; s/A1b2/zzxy/; s/37590/41728/
		s/00007f0000001000/00007fff11112222/; /2093056/d; /1048576/d; s/8192/4096/
		s/0x7f0000600000/0x7f0000601000/' a >b
	run -0 premain diff a b
	expect '22 lines alike, 0 changed, 0 in A only, 0 in B only'
	sed 's/<pipe:.1.> /<pipe:[2]> /; s/st_size=5/st_size=6/; s/, 32, /, 64, /
		s/tv_sec=1, /tv_sec=2, /' b >c
	run -1 premain diff a c
	[ "${lines[-1]}" = '18 lines alike, 4 changed, 0 in A only, 0 in B only' ]
}

@test "what threads do is alike, whichever of them is first" {
	local clone='clone3({flags=CLONE_VM|CLONE_THREAD, stack=0x7f0000000000}, 88)'
	cd "$BATS_TEST_TMPDIR"
	cat >a <<-LOG
	900 $clone = 905
	900 $clone = 908
	905 openat(AT_FDCWD, "/etc/one", O_RDONLY) = 3
	905 mmap(NULL, 8392704, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_STACK, -1, 0) = 0x7f1000000000
	908 openat(AT_FDCWD, "/etc/two", O_RDONLY) = 4
	908 mmap(0x7f2000000000, 67108864, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_NORESERVE, -1, 0) = 0x7f2000000000
	908 clock_nanosleep(CLOCK_REALTIME, 0, {tv_sec=0, tv_nsec=1000}, NULL) = 0
	908 epoll_wait(3,  <unfinished ...>
	900 exit_group(0) = ?
	908 <... epoll_wait resumed>) = ?
	908 +++ exited with 0 +++
	905 +++ exited with 0 +++
	900 +++ exited with 0 +++
	LOG
	cat >b <<-LOG
	910 $clone = 915
	910 $clone = 919
	915 openat(AT_FDCWD, "/etc/two", O_RDONLY) = 3
	915 mmap(NULL, 134217728, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_NORESERVE, -1, 0) = 0x7f2000000000
	919 openat(AT_FDCWD, "/etc/one", O_RDONLY) = 4
	915 sched_yield() = 0
	915 openat(AT_FDCWD, "/etc/three", O_RDONLY) = 5
	910 exit_group(0) = ?
	915 +++ exited with 0 +++
	919 +++ exited with 0 +++
	910 +++ exited with 0 +++
	LOG
	run -0 premain diff a b
	expect '9 lines alike, 0 changed, 0 in A only, 0 in B only'
	sed 's:/etc/one:/etc/any:; s/= 915/= -1 EAGAIN (No more)/' b >c
	run -1 premain diff a c
	[[ $output = *'/etc/any'* ]]
}

@test "what one thread does, or a start before it has threads, is no chance" {
	local sums='1 changed, 0 in A only, 0 in B only'
	cd "$BATS_TEST_TMPDIR"
	cat >log <<-'LOG'
	900 brk(NULL) = 0x1000000
	900 access("/etc/ld.so.preload", R_OK) = -1 ENOENT (No such file or directory)
	900 mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
	900 clone3({flags=CLONE_VM|CLONE_THREAD, stack=0x7f0000000000}, 88) = 905
	905 openat(AT_FDCWD, "/etc/one", O_RDONLY) = 3
	905 lseek(3, 0, SEEK_END) = 100
	905 getcwd("/", 9) = 2
	905 exit(0) = ?
	905 +++ exited with 0 +++
	900 exit_group(0) = ?
	LOG
	planted '1{h;d};2G' 'another order' "$sums"
	planted 3d 'B has only 1 for memory' \
		'0 changed, 1 in A only, 0 in B only'
	planted 6d 'B has only 1 for /etc/one' \
		'0 changed, 1 in A only, 0 in B only'
	planted '6{h;d};7G' 'another order' "$sums"
}

@test "a sentence that a later line gives says what it is by" {
	cd "$BATS_TEST_TMPDIR"
	cat >a <<-'LOG'
	brk(NULL) = 0x5600e9d1c000
	mmap(NULL, 12288, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0ea308a000
	arch_prctl(ARCH_SET_FS, 0x7f0ea308a740) = 0
	LOG
	sed 2d a >b
	run -1 premain diff a b
	[[ ${lines[2]} = *"inferred: takes 12288 bytes for the main thread's own variables"* ]]
}

@test "of two tracers, what both of them tell is compared" {
	cd "$BATS_TEST_TMPDIR"
	cat >a <<-'LOG'
	openat(AT_FDCWD, "/etc/x", O_RDONLY) = 3
	read(3, "text", 4096) = 4
	close(3) = 0
	exit_group(0) = ?
	LOG
	cat >b <<-'LOG'
	openat(-100,"/etc/x",O_RDONLY) = 4
	read(4,0x2800000,4096) = 4
	close(4) = -1 errno=9 (Bad file descriptor)
	exit_group(0)
	LOG
	cat >c <<-'LOG'
	openat(0xffffff9c, 0x7f0000000000, 0, 0) = 0x3
	read(0x3, 0x7f0000001000, 0x1000) = 0x4
	close(0x3) = 0
	exit_group(0)
	LOG
	run -1 premain diff a b
	expect "premain: diff: b: another tracer's: only names and failures are compared
difference 1: it fails in B only
~    3 main   close(3) = 0
     3        close(4) = -1 errno=9 (Bad file descriptor)
3 lines alike, 1 changed, 0 in A only, 0 in B only"
	run -0 premain diff a c
	[ "${lines[-1]}" = '4 lines alike, 0 changed, 0 in A only, 0 in B only' ]
	run -0 premain diff c c
	expect '4 lines alike, 0 changed, 0 in A only, 0 in B only'
	sed s/read/writev/ a >d		# what musl writes with
	sed s/read/writev/ c >e
	run -0 premain diff d e
}

@test "JSON has an object for each difference" {
	cd "$BATS_TEST_TMPDIR"
	printf 'close(3) = 0\n' >a
	printf 'close(3) = -1 EBADF (Bad file descriptor)\n' >b
	run -1 premain diff --format=json a b
	expect '{"schema": 1, "kind": "changed", "difference": 1, "a": {"line": 1, "event": "close(3) = 0"}, "b": {"line": 1, "event": "close(3) = -1 EBADF (Bad file descriptor)"}, "part": "close", "sentence": "closes descriptor 3", "basis": "observed", "reason": "it fails in B only"}'
}

@test "two logs that have nothing in common, or are none, end in one line" {
	cd "$BATS_TEST_TMPDIR"
	for ((i = 0; i < 3000; i++)); do
		echo "one$i() = 0"
	done >a
	sed 's/one/two/' a >b
	run -2 premain diff a b
	expect 'premain: diff: b: more than 2000 lines are other: these are not two runs of one kind'
	run -2 premain diff a
	expect 'premain: diff: A B: two logs are wanted (premain diff --help)'
	run -2 premain diff a /nonexistent
	expect 'premain: diff: /nonexistent: No such file or directory'
	{
		printf '%d close(3) = 0\n' {10001..10512}
		for ((i = 0; i < 600; i++)); do
			echo '20000 fork() = 10005'
		done
	} >many			# more processes than a list has places
	run -0 premain diff many many
	expect '1112 lines alike, 0 changed, 0 in A only, 0 in B only'
	head -c 300000 "$PREMAIN_BUILD/bin/premain" >noise
	run premain diff noise noise
	[ "$status" -eq 0 ]
}
