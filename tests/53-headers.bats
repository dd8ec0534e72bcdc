#!/usr/bin/env bats
# The public headers hold declarations only, each complete in itself, for both
# compilers and for C++, with the values and layouts that everybody else has;
# and what they declare is in the library.

load helper

headers() {
	cd "$PREMAIN_TOP/include"
	printf '%s\n' *.h sys/*.h
}

# FLAGS of COMPILER...: with our headers as ordinary ones, so that they get the
# warnings that headers of the system are spared.
bare() {
	local compiler=$1
	shift
	"$compiler" -nostdinc -I "$PREMAIN_TOP/include" \
		-isystem "$PREMAIN_BUILD/include" \
		-isystem "$("$compiler" -print-file-name=include)" "$@"
}

# each_alone COMPILER FLAGS...: a file for each header, all in one command
each_alone() {
	local header file files=()
	for header in $(headers); do
		file=$BATS_TEST_TMPDIR/${header//\//_}.c
		printf '#include "%s"\n#include "%s"\nint object;\n' \
			"$header" "$header" >"$file"
		files+=("$file")
	done
	[ "${#files[@]}" -gt 30 ]
	run -0 bare "$@" -pedantic -Wall -Wextra -Werror -fsyntax-only \
		"${files[@]}"
	expect ''
}

# all_together COMPILER FLAGS...: one file that includes all, in both orders
all_together() {
	headers | sed 's/.*/#include "&"/' >"$BATS_TEST_TMPDIR/all.c"
	headers | sort -r | sed 's/.*/#include "&"/' >>"$BATS_TEST_TMPDIR/all.c"
	echo 'int object;' >>"$BATS_TEST_TMPDIR/all.c"
	run -0 bare "$@" -pedantic -Wall -Wextra -Werror -fsyntax-only \
		"$BATS_TEST_TMPDIR/all.c"
	expect ''
}

@test "each header stands alone, in C11" {
	each_alone gcc -std=c11
}

@test "each header stands alone, in C++" {
	command -v g++ >/dev/null || skip "g++ is not installed"
	each_alone gcc -x c++ -std=c++17
}

@test "each header stands alone in C89 with GNU's additions" {
	each_alone gcc -std=gnu89
}

@test "each header stands alone with clang" {
	command -v clang >/dev/null || skip "clang is not installed"
	each_alone clang -std=c11
	each_alone clang -x c++ -std=c++17
}

@test "all headers live together, in every standard" {
	local flags
	for flags in -std=c99 -std=gnu17 "-std=c11 -ffreestanding" \
		"-std=c11 -D_GNU_SOURCE" "-std=c99 -D_POSIX_C_SOURCE=200809L"
	do
		# shellcheck disable=SC2086 # flags are words
		all_together gcc $flags
	done
	command -v g++ >/dev/null || skip "g++ is not installed"
	all_together gcc -x c++ -std=c++11
	command -v clang >/dev/null || skip "clang is not installed"
	for flags in -std=gnu17 "-x c++ -std=c++11"; do
		# shellcheck disable=SC2086 # flags are words
		all_together clang $flags
	done
}

@test "with -std=c11 the names beyond ISO C are the program's own" {
	run -0 premain-gcc -std=c11 -Wall -Wextra -Werror \
		"$BATS_TEST_DIRNAME/std/own-names.c" \
		-o "$BATS_TEST_TMPDIR/own-names"
	expect ''
	run -0 "$BATS_TEST_TMPDIR/own-names"
}

@test "structures have the members where the host's libc has them" {
	run -0 gcc -w "$BATS_TEST_DIRNAME/std/layout.c" \
		-o "$BATS_TEST_TMPDIR/oracle"
	run -0 "$BATS_TEST_TMPDIR/oracle"
	local expected=$output
	run -0 premain-gcc -w "$BATS_TEST_DIRNAME/std/layout.c" \
		-o "$BATS_TEST_TMPDIR/layout"
	run -0 "$BATS_TEST_TMPDIR/layout"
	expect "$expected"
}

# Headers whose constants are compared: those that both have.
compared="assert.h ctype.h dirent.h dlfcn.h elf.h errno.h fcntl.h getopt.h
	inttypes.h limits.h link.h poll.h signal.h stdint.h stdlib.h string.h time.h unistd.h
	sys/auxv.h sys/ioctl.h sys/mman.h sys/param.h sys/prctl.h
	sys/resource.h sys/select.h sys/stat.h sys/time.h sys/types.h
	sys/uio.h sys/utsname.h sys/wait.h"

# constants COMPILER: the names of all macros in capitals without arguments
constants() {
	"$1" -D_GNU_SOURCE -E -dM "$BATS_TEST_TMPDIR/includes.h" |
		awk '$1 == "#define" && $2 ~ /^[A-Z][A-Za-z0-9_]*$/ && NF > 2 \
			{ print $2 }' | sort
}

# What glibc computes, or keeps for itself, or hides, and requests whose value
# contains the size of a structure that is in no header of ours.
different='MB_LEN_MAX|MB_CUR_MAX|SIGRTMIN|MINSIGSTKSZ|SIGSTKSZ|O_LARGEFILE'
different+='|NULL|R_X86_64_NUM|TC[GS]ETS[WF]?2|TIOC[GS](ISO7816|RS485)'

@test "constants have the values that the host's libc gives them" {
	cd "$BATS_TEST_TMPDIR"
	printf '#include <%s>\n' $compared >includes.h
	constants premain-gcc >ours
	constants gcc >theirs
	comm -12 ours theirs | grep -vxE "$different" >names
	[ "$(wc -l <names)" -gt 1200 ]
	{
		printf '#define _GNU_SOURCE\n#include "includes.h"\n'
		printf '#include <stdio.h>\n'
		cat <<-'END'
		static void number(const char *name, long value)
		{ printf("%s %ld\n", name, value); }
		static void text(const char *name, const char *value)
		{ printf("%s %s\n", name, value); }
		static void place(const char *name, const void *value)
		{ printf("%s %#lx\n", name, (long)value); }
		#define SHOW(name) _Generic((name), char *: text, \
			const char *: text, void *: place, \
			void (*)(int): place, default: number)(#name, name);
		END
		printf 'int main(void)\n{\n'
		sed 's/.*/SHOW(&)/' names
		printf 'return 0;\n}\n'
	} >show.c
	run -0 gcc -w show.c -o oracle
	run -0 premain-gcc -w show.c -o show
	./oracle >expected
	./show >printed
	run diff expected printed
	expect ''
}

# functions DECLARED: the names in a file that gcc's -aux-info has written, whose
# lines are such as: /* .../string.h:18:NC */ extern int memcmp (const ...
functions() {
	awk 'match($0, /[A-Za-z_0-9]+ \([^*]/) \
		{ print substr($0, RSTART, RLENGTH - 3) }' "$1" | sort -u
}

@test "every function that a header declares is in the library, or the loader" {
	local libraries=("$PREMAIN_BUILD"/lib/{libpremain.a,crt1.o})
	cd "$BATS_TEST_TMPDIR"
	headers | sed 's/.*/#include <&>/' >all.c
	run -0 premain-gcc -D_GNU_SOURCE -fsyntax-only -aux-info declared all.c
	grep '^/\*.*/include/' declared >ours
	grep -E '/(dlfcn|link)\.h:' ours >loader
	grep -vE '/(dlfcn|link)\.h:' ours >library
	functions library >names
	[ "$(wc -l <names)" -gt 250 ]
	nm --defined-only -g "${libraries[@]}" |
		awk 'NF == 3 { print $3 }' | sort -u >defined
	run -0 comm -23 names defined
	expect ''
	functions loader >names
	[ "$(wc -l <names)" -eq 10 ]
	nm --defined-only -D "$PREMAIN_BUILD/lib/ld-premain.so.1" |
		awk '$2 == "T" { print $3 }' | sort -u >defined
	run -0 comm -23 names defined
	expect ''
}
