#!/usr/bin/env bats
# No file kills or hangs the dynamic loader: a bad one is one line and 127.

load helper

LOADER=$PREMAIN_BUILD/lib/ld-premain.so.1

setup_file()
{
	load helper
	export HOSTILE=$BATS_FILE_TMPDIR
	cd "$PREMAIN_TOP" || return 1
	premain-gcc -O1 -Wall -Wextra -Werror tests/elf/spoil.c \
		-o "$HOSTILE/spoil" || return 1
	premain-gcc -O1 -Wall -Wextra -Werror -D_GNU_SOURCE -I. \
		tests/elf/launch.c tests/elf/mutate.c \
		-o "$HOSTILE/launch" || return 1
	nasm -w+all -f bin tests/elf/good.asm -o "$HOSTILE/good.so" || return 1
	cd "$HOSTILE" || return 1
	cat >library.c <<-'C'
	#include <stdio.h>
	__thread int thread = 3;
	int data[3] = { 1, 2, 3 }, *pointer = data, zeros[3000];
	int twice(int x) { return 2 * x + *pointer + thread; }
	__attribute__((constructor)) static void begin(void)
	{ printf("%s\n", "RUN"); thread++; }
	C
	cat >program.c <<-'C'
	#include <stdio.h>
	int twice(int);
	extern int data[3];
	extern __thread int thread;
	int main(void)
	{ return printf("%s %d\n", "RUN", twice(data[1]) + thread) < 0; }
	C
	premain-gcc -shared -fpic library.c -o library.so || return 1
	premain-gcc -shared -fpic -Wl,--hash-style=sysv library.c \
		-Wl,-z,pack-relative-relocs -o sysv.so || return 1
	premain-gcc -dynamic program.c library.so "-Wl,-rpath,$HOSTILE" \
		-o program || return 1
	premain-gcc -dynamic -no-pie -Wl,-z,now program.c library.so \
		"-Wl,-rpath,$HOSTILE" -o fixed || return 1
	# What good.so needs, and a program that needs what is spoilt.
	mkdir lib bad &&
		cp library.so lib/libneeded.so && cp library.so lib/libother.so &&
		premain-gcc -shared -fpic -Wl,-soname,libspoilt.so library.c \
			-o libspoilt.so &&
		premain-gcc -dynamic program.c libspoilt.so -o needing ||
		return 1
	sed -n 's/.* -> //p' "$PREMAIN_TOP/tests/elf/bad.txt" |
		awk '{ printf "ld-premain: bad/%03d: %s\n", NR, $0 }' |
		sed '/e_ident 0x2321/s/e_ident.*/is a script: run it by itself/' \
			>expected
	./spoil good.so bad <"$PREMAIN_TOP/tests/elf/bad.txt" >/dev/null
}

setup()
{
	cd "$HOSTILE" || return 1
}

# refused COMMAND...: runs it for each bad file, whose path takes the place of
# BAD, and which is lib/libspoilt.so as well. What is said is in $output; each
# one ends with status 127.
refused()
{
	local file count=0 word
	for file in bad/*; do
		local words=()
		for word do
			words+=("${word/BAD/$file}")
		done
		ln -sf "../$file" lib/libspoilt.so
		"${words[@]}" || [ $? -eq 127 ] || {
			echo "$file: another status" >&2
			return 1
		}
		count=$((count + 1))
	done >said 2>&1
	[ "$count" -ge 200 ]
	output=$(cat said)
}

@test "the good file, from which the bad ones are made, is loaded" {
	run -0 "$LOADER" --library-path lib --dry-run good.so
	run -0 ./program
	expect $'RUN\nRUN 13'
	run -0 ./fixed
	expect $'RUN\nRUN 13'
}

@test "more than 200 bad programs are refused, each with its own line" {
	refused "$LOADER" --library-path lib --dry-run BAD
	expect "$(cat expected)"
}

@test "as libraries they are refused as well, before anything runs" {
	refused "$LOADER" --library-path lib ./needing
	[ "$(wc -l <said)" -eq "$(wc -l <expected)" ]
	# One of another class or machine is passed over, and named at the end.
	output=$(sed 's:lib/libspoilt.so:bad/[0-9]*:' said |
		grep -vxf - expected | sed 's/.*: //' | sort | uniq -c) || true
	[ "$(awk '$2 != "EI_VERSION" && $2 != "EI_OSABI" && $2 != "run" &&
		!/ (no 64-bit object|not for x86-64|not little-endian)$/' \
		<<<"$output")" = '' ]
	[ "$(grep -c 'needing: libspoilt.so ' said)" -ge 8 ]
}

# launched SHARE COUNT WORDS...: launch, of whose mutants at least a SHAREth
# part is accepted, and is refused.
launched()
{
	local share=$1
	shift
	run -0 ./launch "$@"
	[[ $output =~ ^([0-9]+)" accepted, "([0-9]+)" refused"$ ]]
	[ "${BASH_REMATCH[1]}" -gt $(($1 / share)) ]
	[ "${BASH_REMATCH[2]}" -gt $(($1 / share)) ]
}

@test "20,000 mutants of programs and libraries neither kill nor hang, nor run" {
	# PREMAIN_MUTANTS=2000000 bats tests/67-hostile.bats, for a long night.
	local count=$((${PREMAIN_MUTANTS:-20000} / 5))
	launched 10 $count 1 good.so mutant "$LOADER" --library-path lib \
		--dry-run ./mutant
	launched 10 $count 2 program mutant "$LOADER" --dry-run ./mutant
	launched 10 $count 3 fixed mutant "$LOADER" --dry-run ./mutant
	rm -f lib/libspoilt.so
	launched 10 $count 4 library.so lib/libspoilt.so "$LOADER" \
		--dry-run --library-path lib ./needing
	launched 10 $count 5 sysv.so lib/libspoilt.so "$LOADER" \
		--dry-run --library-path lib ./needing
}

@test "20,000 mutants neither kill nor hang what lists them" {
	local count=$((${PREMAIN_MUTANTS:-20000} / 2))
	launched 10 $count 6 program mutant "$LOADER" --list ./mutant
	rm -f lib/libspoilt.so
	launched 10 $count 7 library.so lib/libspoilt.so "$LOADER" \
		--list --library-path lib ./needing
}

@test "some neither kill nor hang under qemu, on the oldest processor" {
	launched 20 100 8 program mutant "$(command -v qemu-x86_64)" \
		-cpu qemu64 "$LOADER" --dry-run ./mutant
}
