#!/usr/bin/env bats
# printf and its family do what C23 7.23.6 and POSIX say, in every corner, in one
# write for up to 512 bytes; an error is never lost; and it stays small.

load helper

setup_file()
{
	cd "$BATS_FILE_TMPDIR"
	local compiler level levels name compilers=premain-gcc
	if command -v clang >/dev/null; then
		compilers+=" premain-clang"
	fi
	{
		for name in table corners writes; do
			levels="-O0 -O1 -O2 -Os"
			[ $name != table ] || levels="-O0 -O2"
			for compiler in $compilers; do
				for level in $levels; do
					echo "$compiler -w $level" \
						"$BATS_TEST_DIRNAME/printf/$name.c" \
						"-o $name-$compiler$level"
				done
			done
		done
		name=$BATS_TEST_DIRNAME/printf
		echo "gcc -w -O1 $name/table.c -o oracle"
		echo "gcc -w -O1 $name/input.c -o input-oracle"
		echo "premain-gcc -w -O1 $name/input.c -o input"
		echo "premain-gcc -w -O1 -static-pie $name/corners.c -o corners-pie"
		echo "premain-gcc -w -O1 -static-pie $name/writes.c -o writes-pie"
		echo "premain-gcc -w -O1 $name/percent-n.c -o refused"
		echo "premain-gcc -w -O1 --percent-n $name/percent-n.c -o stored"
		echo "premain-gcc -std=c11 -fno-builtin -Wall -Wextra -Werror" \
			"$name/own-names.c -o own-names"
		echo "premain-gcc -std=c11 -fno-builtin -static-pie" \
			"$name/own-names.c -o own-names-pie"
	} | xargs -P 2 -d '\n' -n 1 sh -c 2>compile.log || {
		cat compile.log >&2
		return 1
	}
	[ ! -s compile.log ] || { cat compile.log >&2; return 1; }
}

setup()
{
	cd "$BATS_FILE_TMPDIR"
}

# every NAME ARGUMENTS...: each of the programs called NAME-..., everywhere
# with the same output, which is then in $output
every()
{
	local program first='' name=$1 count=0
	shift
	for program in "$name"-premain-*; do
		everywhere "./$program" "$@"
		[ "$status" -eq 0 ] && [ "$stderr" = '' ] || {
			printf '%s: %s\n' "$program" "$status" "$output" \
				"$stderr" >&2
			return 1
		}
		[ "$count" -eq 0 ] || [ "$output" = "$first" ] || {
			printf '%s:\n%s\nothers:\n%s\n' "$program" "$output" \
				"$first" >&2
			return 1
		}
		first=$output
		count=$((count + 1))
	done
	[ "$count" -ge 2 ]
}

@test "snprintf agrees with the host's libc on 80,000 formats" {
	run -0 ./oracle snprintf
	[ "${#lines[@]}" -eq 82 ]
	local expected=$output
	every table snprintf
	expect "$expected"
}

@test "printf's own copy of the conversions agrees with it too" {
	run -0 ./oracle snprintf
	local expected=$output
	everywhere ./table-premain-gcc-O2 vdprintf
	[ "$status" -eq 0 ]
	expect "$expected"
}

@test "corners: NULL, unknown conversions, overflow, arrays too small" {
	every corners
	[[ $output =~ ^[1-9][0-9]+\ checks,\ 0\ failed$ ]]
	everywhere ./corners-pie
	[[ $output =~ ^[1-9][0-9]+\ checks,\ 0\ failed$ ]]
}

@test "one call is one write up to 512 bytes, and no error is lost" {
	every writes
	[[ $output =~ ^[1-9][0-9]+\ checks,\ 0\ failed$ ]]
	everywhere ./writes-pie
	[[ $output =~ ^[1-9][0-9]+\ checks,\ 0\ failed$ ]]
}

@test "input: lines of any length, the end and errors, as the host's libc" {
	run -0 ./input-oracle
	local expected=$output
	[[ $expected =~ ^[1-9][0-9]+\ checks,\ 0\ failed$ ]]
	everywhere ./input
	[ "$status" -eq 0 ]
	expect "$expected"
}

@test "%n stores what it must and no byte more, with --percent-n" {
	everywhere ./stored
	[ "$status" -eq 0 ]
	run -0 sed -n '2~2p' <<<"$output"
	expect '7 0 1
7 0 1
402 0 1
7 0 1
7 0 1
7 0 1
7 0 1
7 0 1
7 0 1
7 0 1
7 0 1
602 0 1'
}

@test "%n is EINVAL without --percent-n, writes nothing and stores nothing" {
	everywhere ./refused
	[ "$status" -eq 0 ]
	[ "${#lines[@]}" -eq 12 ]
	run -0 sort -u <<<"$output"
	expect '-1 22 0'
}

@test "a program's own functions named like printf's parts are not called" {
	local program
	for program in own-names own-names-pie; do
		everywhere "./$program" text </dev/zero
		[ "$status" -eq 0 ]
		expect "text 2, 2    |ff
$(printf '%600d' 7)
puts
c"
	done
}

@test "perror says what errno means, in one write, with or without a prefix" {
	cat >perror.c <<-'END'
	#include <errno.h>
	#include <stdio.h>
	int main(int argc, char **argv)
	{
		errno = argc == 3 ? ENOENT : 4095;
		perror(argv[1]);
		return errno == (argc == 3 ? ENOENT : 4095) ? 0 : 1;
	}
	END
	premain-gcc -O1 perror.c -o perror
	everywhere ./perror prefix 2
	[ "$status" -eq 0 ]
	expect ''
	[ "$stderr" = 'prefix: No such file or directory' ]
	everywhere ./perror '' 2
	[ "$stderr" = 'No such file or directory' ]
	everywhere ./perror
	[ "$stderr" = 'Unknown error 4095' ]
	calls_of ./perror prefix 2
	expect 'execve
write
exit_group'
}

@test "printf of any address and of nothing else: taken, called, C89 and C11" {
	cat >address.c <<-'END'
	#include <stdio.h>
	int printf(const char *, ...);
	static int call(int (*f)(const char *, ...), const char *t)
	{
		return f(t, 5);
	}
	int main(void)
	{
		int (*f)(const char *, ...) = printf;
		int (*g)(const char *, ...) = &printf;
		void *p = (void *)printf;
		const char *s = "%d\n";
		call(printf, "a%d\n");
		f("b%d\n", 1);
		g("c\n");
		(printf)("d\n");
		(printf)("%d\n", 4);
		printf("e%%\n");
		printf(s, 6);
		printf(p ? "x\n" : "y\n");
		return printf("abc\n") + printf("%s", "") + printf("");
	}
	END
	local compiler flags
	for compiler in premain-gcc premain-clang; do
		if [ $compiler = premain-clang ]; then
			command -v clang >/dev/null || continue
		fi
		for flags in -O0 "-O1 -std=gnu89" "-O2 -std=c11"; do
			# shellcheck disable=SC2086 # flags are words
			run -0 $compiler $flags -Wall -Wextra -Werror \
				-Wno-format-zero-length -Wno-format-security \
				address.c -o address
			expect ''
			run -4 ./address
			expect 'a5
b1
c
d
4
e%
6
x
abc'
		done
	done
}

# sizes PROGRAM.c LEVELS BYTES COMPILER FLAGS...: stripped, at each level
sizes()
{
	local source=$1 level levels=$2 most=$3 size
	shift 3
	for level in $levels; do
		"$@" "$level" "$source" -o sized
		strip sized
		size=$(stat -c %s sized)
		[ "$size" -le "$most" ] || {
			printf '%s %s: %s bytes, more than %s\n' "$*" "$level" \
				"$size" "$most" >&2
			return 1
		}
	done
}

write_hello_name()
{
	cat >hello_name.c <<-'END'
	#include <stdio.h>
	int main(int argc, char **argv)
	{
		if (argc < 2) {
			printf("hello: error with argc\n");
			return -1;
		}
		printf("hello, %s! %d\n", argv[1], argc);
		return 0;
	}
	END
}

@test "hello_name with all of printf's conversions is at most 2,048 bytes" {
	write_hello_name
	sizes hello_name.c "-O0 -O1 -O2 -Os" 2048 premain-gcc
	calls_of ./sized Samir
	expect 'execve
write
exit_group'
}

@test "a program that reads no errno has no variables at all" {
	write_hello_name
	premain-gcc -O1 hello_name.c -o no-errno
	run -0 size -A no-errno
	[[ $output =~ .text\ +[1-9] ]]
	[[ $output != *.bss* ]]
	[[ $output != *.data* ]]
}

@test "hello_name takes at most 900 instructions from execve to exit" {
	write_hello_name
	premain-gcc -O1 hello_name.c -o hello_name
	gcc -O1 "$BATS_TEST_DIRNAME/bench/steps.c" -o steps
	run ./steps ./hello_name Samir
	[ "$status" -eq 0 ] || skip "nothing may be traced here: $output"
	[[ $output =~ ^([0-9]+)\ exit\ 0$ ]]
	[ "${BASH_REMATCH[1]}" -le 900 ]
	[ "${BASH_REMATCH[1]}" -ge 500 ]
}
