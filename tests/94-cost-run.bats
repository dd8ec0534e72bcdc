#!/usr/bin/env bats
# premain cost -- PROGRAM: what it has of the memory when it ends, and whose.

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	premain trace -o /dev/null -- "$PREMAIN_BUILD/examples/hello_world" \
		>/dev/null || skip "nothing may be traced here"
}

# cost OPTIONS... -- PROGRAM...: its CSV is in ./csv, its status in $status.
cost()
{
	run premain cost --format=csv -o csv "$@"
	sed -i 's/\r$//' csv
}

# figures OWNER: size, resident, PSS, shared clean and dirty, private clean
# and dirty, in kB.
figures()
{
	output=$(awk -F, -v name="$1" '$1 == name { print $2, $3, $4, $5, $6, $7, $8 }' csv)
	[ "$output" ]
}

@test "what a static program has: itself, its stack, what the kernel gives all" {
	cost -- "$PREMAIN_BUILD/examples/hello_world"
	[ "$status" -eq 0 ]
	[ "$output" = 'hello world!' ]
	figures program
	# Dirty is also what has not been written to the disk yet.
	[[ $output =~ ^'4 4 '[0-4](' '([04])){4}$ ]]
	[ "$(tr ' ' '\n' <<<"$output" | grep -c 4)" -ge 3 ]
	figures '[stack]'
	output=$(cut -d, -f1 csv | grep -vx '\[v.*\]' | sort)
	expect $'[stack]\nowner\nprogram'
}

@test "what is resident is shared or private, clean or dirty, in each row" {
	cost -- /bin/ls /
	[ "$status" -eq 0 ]
	run -0 awk -F, 'NR > 1 && $3 != $5 + $6 + $7 + $8 { print }
		NR > 1 && ($3 > $2 || $4 > $3) { print }
		NR > 1 { rows++ } END { if (rows < 6) print rows }' csv
	expect ''
	grep -q '^/.*/libc\.so\.6,' csv
	grep -q '^/.*/ld-linux-x86-64\.so\.2,' csv
}

@test "zeros behind a program's data are its own, and so are the pages it writes" {
	cat >zeros.c <<-'C'
	static char zeros[1000 * 4096];
	int main(int argc, char **argv)
	{
		for (int i = 0; argc > 1 && i < 500; i++)
			zeros[i * 4096] = 1;
		return 5;
	}
	C
	premain-gcc zeros.c -o static
	gcc -O0 zeros.c -o dynamic
	for program in static dynamic; do
		cost "--against=./$program" -- "./$program" more
		[ "$status" -eq 5 ]
		cost -- "./$program"
		figures program
		before=${output##* }
		[ "${output%% *}" -ge 4000 ]
		cost -- "./$program" more
		figures program
		[ $((${output##* } - before)) -ge 1990 ]
		[ $((${output##* } - before)) -le 2010 ]
	done
}

@test "--pages: a page that is read is the file's, one that is written its own" {
	cat >pages.c <<-'C'
	#include <fcntl.h>
	#include <sys/mman.h>
	#include <unistd.h>
	int main(int argc, char **argv)
	{
		int fd = open("file", O_RDONLY), ends[2];
		char *map = mmap(0, 40 * 4096, PROT_READ | PROT_WRITE,
				 MAP_PRIVATE, fd, 0), byte;
		volatile char seen = map[0];

		map[4096] = seen;
		if (argc < 2 || pipe(ends) != 0 || fork() != 0)
			return 0;
		close(ends[1]);		/* until its parent has ended */
		return (int)read(ends[0], &byte, map[0] + 1);
	}
	C
	premain-gcc -O0 pages.c -o pages
	head -c $((40 * 4096)) /dev/zero >file
	run -0 premain cost --pages -- ./pages
	[[ ${output#*Pages:} =~ "$PWD/file"$'\n  cd'[c.]+'........'$'\n' ]]
	# A child has the same pages, and has not written to any yet.
	run -0 premain cost --pages -- ./pages child
	[[ ${output#*Pages:} =~ "$PWD/file"$'\n  sz' ]]
	run -0 premain cost --pages --format=json -- ./pages
	[[ $output =~ "\"owner\": \"$PWD/file\", \"pages\": \"cd"[c.]{38}'"' ]]
}

@test "the status is the program's, and a signal is named" {
	cost -- sh -c '/bin/echo one; exit 3'
	[ "$status" -eq 3 ]
	[ "$output" = one ]
	run -143 premain cost -- sh -c 'kill -TERM $$'
	[ "${lines[0]}" = 'sh was killed by SIGTERM' ]
	run -137 premain cost --format=json -- sh -c 'kill -KILL $$'
	[[ $output = *'"peak_kb": '[1-9]*', "ending": "was killed by SIGKILL",'* ]]
}

@test "what is measured is the program that it becomes, and all its threads" {
	cost -- sh -c "exec $PREMAIN_BUILD/examples/hello_world"
	figures program
	[ "${output%% *}" -eq 4 ]
	run -0 premain cost -- sh -c "exec $PREMAIN_BUILD/examples/hello_world"
	[[ $output =~ 'page faults: minor '[0-9]', major '[0-9]+ ]]
	cat >thread.c <<-'C'
	#include <pthread.h>
	#include <stdlib.h>
	#include <string.h>
	#include <unistd.h>
	static void *late(void *unused)
	{
		usleep(50000);
		memset(malloc(8 << 20), 1, 8 << 20);
		return unused;
	}
	int main(void)
	{
		pthread_t thread;

		pthread_create(&thread, NULL, late, NULL);
		pthread_exit(NULL);	/* the first thread ends first */
	}
	C
	gcc thread.c -o thread -pthread
	cost -- ./thread
	[ "$status" -eq 0 ]
	figures '(anonymous)'
	[ "${output##* }" -ge 8192 ]
	figures program			# which only the memory itself tells
	run -0 premain cost --pages -- ./thread
	[[ $output =~ r-xp\ program$'\n  '[sc] ]]
}

@test "--timeout ends it, with what it has started, and shows it" {
	run -124 premain cost --timeout=1 -- sh -c \
		'sleep 100 >/dev/null 2>&1 & echo $! >pid; wait'
	[ "${lines[0]}" = 'sh was ended when its time was over' ]
	[[ $output = *$'\nprogram '* ]]
	[ ! -e "/proc/$(cat pid)" ]
}

@test "--against runs both, and JSON has a version" {
	run -0 premain cost --format=json -o json --against=/bin/echo -- \
		"$PREMAIN_BUILD/examples/hello_world" word
	expect $'hello world!\nword'
	run -0 cat json
	[[ $output = '{"schema": 1, "program": "'*'/hello_world", "against": "/bin/echo",'$'\n'* ]]
	[[ $output =~ '"minor_faults": '[0-9]+', "major_faults": '[0-9]+ ]]
	[[ $output =~ '"against_peak_kb": '[1-9][0-9]+ ]]
	[[ $output =~ '"name": "program", "size_kb": 4,'.*'"against_size_kb": '[1-9] ]]
	run -0 premain cost --against=/bin/echo -- "$PREMAIN_BUILD/examples/hello_world" word
	[[ $output =~ 'kB resident at most: '[0-9]+' (-'[0-9,]+'); page faults: minor ' ]]
}

@test "where nothing may be traced, that is one line" {
	# What is traced already cannot be traced again.
	run -1 premain trace -o /dev/null -- "$(type -P premain)" cost -- /bin/true
	expect 'premain: cost: /bin/true: nothing may be traced here (ptrace(2))'
	: >none
	chmod +x none
	run -1 premain cost -- ./none
	expect 'premain: cost: ./none: Exec format error'
}
