#!/usr/bin/env bats
# Programs that were linked for glibc run without it: the same file, with the
# runtime in the place of its library.

load helper
load dynamic/helper

loader=$PREMAIN_BUILD/lib/ld-premain.so.1

# stock NAME FLAGS... <SOURCE: a program as the host's gcc makes it.
stock()
{
	gcc -x c - -o "$1" "${@:2}"
}

# agree NAME ARGUMENTS...: it ends and prints the same under both loaders.
agree()
{
	local theirs
	run "./$1" "${@:2}"
	theirs="$status $output"
	run "$loader" "./$1" "${@:2}"
	output="$status $output"
	expect "$theirs"
}

@test "hello_world.c and hello_name.c, unmodified" {
	stock hello -w <"$PREMAIN_TOP/examples/hello_world.c"
	run -0 readelf -d hello
	[[ $output == *'[libc.so.6]'* ]]
	agree hello
	stock name -w -Wno-return-mismatch <"$PREMAIN_TOP/examples/hello_name.c"
	agree name me
	agree name
	[[ $output == [0-9]* ]]
}

@test "each way to link one" {
	local flags count=0
	for flags in -pie -no-pie -Wl,-z,lazy -Wl,-z,now -O2 \
		'-O2 -D_FORTIFY_SOURCE=2' -fstack-protector-all \
		-Wl,-z,pack-relative-relocs -Wl,--hash-style=sysv \
		-fuse-ld=gold -fuse-ld=lld '-lm -ldl -lpthread -lrt -lutil'; do
		[[ $flags != -fuse-ld=* ]] ||
			command -v "ld.${flags#-fuse-ld=}" >/dev/null || continue
		# shellcheck disable=SC2086 # flags are words
		stock main -Wl,--no-as-needed $flags <<-'C'
		#include <stdio.h>
		#include <stdlib.h>
		#include <string.h>
		static void bye(void) { puts("bye"); }
		int main(int argc, char **argv)
		{
			char text[20];
			strcpy(text, argv[argc - 1]);
			atexit(bye);
			fprintf(stdout, "%s %d\n", text, argc);
			fputs(getenv("HOME") ? "home\n" : "no home\n", stdout);
			return argc;
		}
		C
		agree main one two
		count=$((count + 1))
	done
	[ "$count" -ge 10 ]
}

@test "the slot of a lazy call, before and behind it, is the stand-in's" {
	stock plt -w -Wl,-z,lazy <"$PREMAIN_TOP/examples/explore_plt.c"
	agree plt
	run -0 env LD_PREMAIN=bind "$loader" ./plt
	[[ ${lines[0]} == "bind        plt calls puts for the first time: libpremain.so.1's, at 0x"* ]]
}

@test "all that is missing is named before anything runs" {
	stock main -w <<-'C'
	#include <stdio.h>
	#include <locale.h>
	#include <pwd.h>
	__attribute__((constructor)) static void made(void) { puts("runs"); }
	extern int nobody(void) __attribute__((weak));
	int main(void)
	{
		if (!nobody)
			setlocale(LC_ALL, "");
		return getpwuid(0) != NULL;
	}
	C
	run -127 "$loader" ./main
	words=" $output "
	[[ $words == ' ld-premain: ./main: libpremain.so.1 has not: '* ]]
	[[ $words == *' setlocale '* && $words == *' getpwuid '* ]]
	[ "${#lines[@]}" -eq 1 ]
	[ "$(wc -w <<<"$output")" -eq 7 ]
}

@test "a list shows the real files, but for those of --stand-in" {
	stock hello -w <"$PREMAIN_TOP/examples/hello_world.c"
	run -0 "$loader" --list ./hello
	[[ $output == *$'\tlibc.so.6 => /'*'/libc.so.6 (0x'*')'* ]]
	[[ $output != *libpremain* ]]
	run -0 "$loader" --list --stand-in ./hello
	[[ $output == *$'\tlibpremain.so.1 => '"$loader (0x"* ]]
	[[ $output != *libc.so.6* ]]
}

@test "a library of glibc's makers beside the runtime of ours" {
	gcc -shared -fpic -x c - -o libstock.so <<-'C'
	#include <stdio.h>
	int stock(const char *name) { return printf("stock, %s\n", name); }
	C
	LOADERS=premain
	program main -lstock <<-'C'
	int stock(const char *name);
	int main(void) { return stock("you") - 11; }
	C
	prints 'stock, you' main
	run -0 "$loader" --list ./main.premain
	[[ $output != *libc.so.6* ]]
}
