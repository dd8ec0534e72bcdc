#!/usr/bin/env bats
# A privileged program obeys nobody but itself: neither variables nor folders
# that others may write to lead it to code.

load helper
load dynamic/helper
LOADERS=premain

loader=$PREMAIN_BUILD/lib/ld-premain.so.1

setup_file()
{
	cd "$BATS_FILE_TMPDIR"
	nasm -f elf64 -w+all "$PREMAIN_TOP/tests/start/jump.asm" -o jump.o
	premain-gcc -static-pie -I"$PREMAIN_TOP" -D_GNU_SOURCE \
		"$PREMAIN_TOP/tests/start/launcher.c" jump.o -o launcher
}

# secure ARGUMENTS...: the loader is run by hand as a privileged program.
secure()
{
	"$BATS_FILE_TMPDIR/launcher" --secure=1 "$loader" "$@"
}

# Prints its environment, and what it can still read behind that.
show='#include <stdio.h>
#include <sys/auxv.h>
extern char **environ;
int main(void)
{
	for (char **variable = environ; *variable; variable++)
		puts(*variable);
	printf("secure %lu, page %lu\n", getauxval(AT_SECURE),
	       getauxval(AT_PAGESZ));
	return 0;
}'

@test "LD_* is taken out of the environment, and nothing else" {
	program main <<<"$show"
	run -0 env -i A=1 LD_LIBRARY_PATH=/a LD_PREMAIN=explain B=2 LD_=x \
		LD_PRELOAD=/b LDX=3 "$BATS_FILE_TMPDIR/launcher" --secure=1 \
		"$loader" ./main.premain
	expect $'A=1\nB=2\nLDX=3\nsecure 1, page 4096'
	run -0 env -i A=1 LD_LIBRARY_PATH=/a B=2 "$BATS_FILE_TMPDIR/launcher" \
		"$loader" ./main.premain
	expect $'A=1\nLD_LIBRARY_PATH=/a\nB=2\nsecure 0, page 4096'
	run -0 env -i LD_A=1 "$BATS_FILE_TMPDIR/launcher" --secure=1 \
		"$loader" ./main.premain
	expect 'secure 1, page 4096'
}

@test "a kernel that does not say AT_SECURE is not trusted" {
	program main <<<"$show"
	run -0 env -i A=1 LD_LIBRARY_PATH=/a "$BATS_FILE_TMPDIR/launcher" \
		--without=23 "$loader" ./main.premain
	expect $'A=1\nsecure 0, page 4096'
}

# Who is constructed says so.
say='long write(int, const void *, unsigned long);
__attribute__((constructor)) static void say(void) { write(1, NAME, 2); }'

@test "neither variables nor options lead to libraries" {
	mkdir mine
	library a '-DNAME="a\n"' <<<"$say"
	mv liba.so mine
	program main -Lmine -la <<<'int main(void) { return 0; }'
	variables=(LD_LIBRARY_PATH="$PWD/mine" LD_PRELOAD="$PWD/mine/liba.so")
	run -0 env "${variables[@]}" "$BATS_FILE_TMPDIR/launcher" "$loader" \
		./main.premain
	expect a
	run -127 env "${variables[@]}" "$BATS_FILE_TMPDIR/launcher" --secure=1 \
		"$loader" ./main.premain
	[[ $output == 'ld-premain: ./main.premain: liba.so is not found; '* ]]
	[[ $output != *"$PWD"* ]]
	run -127 secure --library-path "$PWD/mine" \
		--preload "$PWD/mine/liba.so" ./main.premain
	[[ $output == 'ld-premain: ./main.premain: liba.so is not found; '* ]]
	[[ $output != *"$PWD"* ]]
}

@test "nothing is told" {
	program main <<<'int main(void) { return 4; }'
	run -4 env LD_PREMAIN=explain,bind "$BATS_FILE_TMPDIR/launcher" \
		--secure=1 "$loader" ./main.premain
	expect ''
	run -4 secure --explain ./main.premain
	expect ''
}

# needs RUNPATH: main.premain needs liba.so by this DT_RUNPATH.
needs()
{
	compiles main.o <<<'int main(void) { return 6; }'
	premain-gcc -dynamic main.o -Wl,--no-as-needed -Lmine -la \
		"-Wl,-rpath,$1" -o main.premain
}

# refuses RUNPATH: an ordinary program finds its library by it, a privileged
# one does not.
refuses()
{
	needs "$1"
	run -6 "$BATS_FILE_TMPDIR/launcher" "$loader" ./main.premain
	run -127 secure ./main.premain
	[[ $output == *'liba.so is not found; '* ]] ||
		{ echo "$1: $output" >&2; return 1; }
	[[ $output != *DT_RUNPATH* ]]
}

@test "a path is absolute, \$ORIGIN leads to the system's folders or nowhere" {
	mkdir mine
	library a </dev/null
	mv liba.so mine
	needs "$PWD/mine"
	run -6 secure ./main.premain
	refuses mine
	refuses ./mine
	refuses '$ORIGIN/mine'
	refuses '${ORIGIN}/mine'
	# As they stand, the parts `..` lead out of where they seem to be.
	needs '$ORIGIN/../../../../../../../../usr/lib/../lib'
	run -127 secure ./main.premain
	[[ $output == *'; DT_RUNPATH: /usr/lib; '* ]]
	needs '$ORIGIN/../../../../../../../../usr/lib/../../tmp'
	run -127 secure ./main.premain
	[[ $output != *DT_RUNPATH* ]]
	cp mine/liba.so .
	refuses :
	needs '$ORIGIN/mine'
	premain-gcc -dynamic main.o -Wl,--no-as-needed mine/liba.so -o main.premain
	run -6 "$BATS_FILE_TMPDIR/launcher" "$loader" ./main.premain
	run -127 secure ./main.premain
	expect 'ld-premain: no path that may be used: mine/liba.so'
}

@test "closed standard descriptors are open before any file is" {
	program main <<-'C'
	#include <unistd.h>
	int main(void) { return dup(2); }
	C
	run -3 sh -c 'exec "$@" <&- >&- 2>&- 3>&- 4>&-' sh \
		"$BATS_FILE_TMPDIR/launcher" --secure=1 "$loader" ./main.premain
}

@test "so it is in a set-user-ID program" {
	[ "$(id -u)" -eq 0 ] || skip 'only root can make one'
	command -v setpriv >/dev/null || skip 'setpriv is not there'
	! grep -q '^NoNewPrivs:.*1' /proc/self/status ||
		skip 'no program gets new rights here'
	nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
	"${nobody[@]}" test -x "$loader" || skip 'others cannot come here'
	mkdir mine
	library a '-DNAME="a\n"' <<<"$say"
	mv liba.so mine
	program main <<<"$show"
	chmod 4755 main.premain
	# The folders above may be closed to others: through a descriptor.
	run "${nobody[@]}" sh -c 'exec /proc/self/fd/4' 4<main.premain
	[ "$status" -ne 126 ] || skip 'this program may not be run by others'
	# shellcheck disable=SC2016 # the inner shell expands its own argument
	run -0 "${nobody[@]}" sh -c 'LD_PRELOAD=$1/mine/liba.so \
		LD_PREMAIN=explain LD_TRACE_LOADED_OBJECTS=1 \
		exec /proc/self/fd/4' sh "$PWD" 4<main.premain
	[[ $output == *$'\nsecure 1, page 4096' ]]
	[[ $output != *LD_* && $output != *explain* && $output != *=\>* ]]
}
