#!/usr/bin/env bats
# libpremain.so.1, which is the loader too, and libpremain_posix.so.1: what they
# give, and what they cost

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	libraries=("$PREMAIN_BUILD/lib/libpremain.so.1"
		"$PREMAIN_BUILD/lib/libpremain_posix.so.1")
}

# segments_of LIBRARY: what of it is mapped and protected how; then 1 where what
# is zero at first ends in the last page of the file's part.
segments_of()
{
	local type offset address physical size memory flags end=0 zero=0
	readelf -lW "$1" >headers
	output=''
	while read -r type offset address physical size memory flags; do
		case $type in
		LOAD)
			output+=${flags% 0x*}$'\n'
			end=$((address + size - 1)) zero=$((address + memory - 1)) ;;
		DYNAMIC | GNU_*)
			output+="$type ${flags% 0x*}"$'\n' ;;
		esac
	done < <(grep ' 0x' headers)
	output=$(sed 's/ *$//' <<<"$output$((end / 4096 == zero / 4096))")
}

# tags_of LIBRARY: what stands in its dynamic section, in $output.
tags_of()
{
	readelf -dW "$1" >dynamic
	output=$(sed -n 's/^ 0x[0-9a-f]* (\([A-Z0-9_]*\)).*/\1/p' dynamic)
}

@test "the loader and the everyday library are one file, under the library's name" {
	[ "${libraries[0]}" -ef "$PREMAIN_BUILD/lib/ld-premain.so.1" ]
	run -0 readlink "${libraries[0]}"
	expect ld-premain.so.1
	run -0 readelf -dW "${libraries[0]}"
	[[ $output == *'Library soname: [libpremain.so.1]'* ]]
}

@test "two segments; what is zero at first needs no mapping of its own" {
	# The first one has nothing to protect, and nothing but zeros to write.
	segments_of "${libraries[0]}"
	expect $'R E\nRW\nDYNAMIC R\nGNU_STACK RW\n0'
	segments_of "${libraries[1]}"
	expect $'R E\nRW\nDYNAMIC RW\nGNU_STACK RW\nGNU_RELRO R\n1'
}

@test "one hash table, nothing else needed; the second one is bound at its start" {
	tags_of "${libraries[0]}"
	expect $'SONAME\nSYMBOLIC\nGNU_HASH\nSTRTAB\nSYMTAB\nSTRSZ\nSYMENT
FLAGS\nNULL'
	tags_of "${libraries[1]}"
	expect $'NEEDED\nSONAME\nGNU_HASH\nSTRTAB\nSYMTAB\nSTRSZ\nSYMENT\nRELA
RELASZ\nRELAENT\nFLAGS\nFLAGS_1\nRELACOUNT\nNULL'
	run -0 grep -cF 'NEEDED)             Shared library: [libpremain.so.1]' \
		dynamic
	expect 1
}

@test "only what others may replace is looked up by name" {
	run -0 readelf -rW "${libraries[0]}"
	expect $'\nThere are no relocations in this file.'
	# Of its own names, the second one asks for variables only.
	readelf -rW "${libraries[1]}" >relocations
	output=$(awk '$3 ~ /^R_X86_64_/ && $4 !~ /^0+$/ {
		print $3 ($5 ? " " $5 : "") }' relocations | sort)
	expect 'R_X86_64_GLOB_DAT optarg
R_X86_64_GLOB_DAT opterr
R_X86_64_GLOB_DAT optind
R_X86_64_GLOB_DAT optopt
R_X86_64_RELATIVE
R_X86_64_RELATIVE
R_X86_64_RELATIVE'
}

@test "one environ for all: the program's copy, where it has one" {
	local kind
	cat >environ.c <<-'END'
		#include <dlfcn.h>
		#include <stdio.h>
		#include <stdlib.h>
		#include <string.h>
		extern char **environ;
		static void say(const char *name)
		{
			const char *value = getenv(name);

			printf("%s\n", value ? value : "none");
		}
		__attribute__((constructor)) static void begin(void)
		{
			say("FIRST");
		}
		int main(int argc, char **argv, char **envp)
		{
			char *mine[] = { "FIRST=mine", NULL };

			printf("%d\n", environ == envp);
			environ = mine;
			say("FIRST");
			setenv("SECOND", "set", 1);
			say("SECOND");
			printf("%d %s\n", environ != mine, environ[1]);
			printf("%d\n", dlsym(RTLD_DEFAULT, "environ") == &environ);
			return argc < 1 || !argv;
		}
	END
	for kind in -fpic -no-pie; do
		premain-gcc -O1 -dynamic $kind environ.c -o environ
		readelf -rW environ >relocations
		run grep -oE 'R_X86_64_(COPY|GLOB_DAT) .* (__)?environ' relocations
		case $kind in
		-fpic) [[ $output == R_X86_64_GLOB_DAT* ]] ;;
		-no-pie) [[ $output == R_X86_64_COPY* ]] ;;
		esac
		run -0 env -i FIRST=word ./environ
		expect $'word\n1\nmine\nset\n1 SECOND=set\n1'
	done
}

@test "whoever asks for the library, by any path, gets the loader itself" {
	cat >again.c <<-'END'
		#include <dlfcn.h>
		#include <stdio.h>
		int main(int argc, char **argv)
		{
			void *own = dlopen("libpremain.so.1", RTLD_LAZY);

			for (int i = 1; i < argc; i++) {
				void *other = dlopen(argv[i], RTLD_LAZY);

				printf("%d %d\n", other == own,
					dlsym(other, "dlopen") == (void *)dlopen &&
					dlsym(other, "printf") == (void *)printf);
				if (!other || dlclose(other))
					return 1;
			}
			return dlclose(own);
		}
	END
	premain-gcc -O1 -dynamic again.c -o again
	cp "${libraries[0]}" copy.so
	run -0 ./again "${libraries[0]}" ld-premain.so.1 ./copy.so \
		"$PREMAIN_BUILD/lib/ld-premain.so.1" libpremain.so.1
	expect $'1 1\n1 1\n1 1\n1 1\n1 1'
	run -0 env "LD_PRELOAD=$PWD/copy.so libpremain.so.1" ./again ./copy.so
	expect '1 1'
}

@test "the library's place is where it is needed first" {
	cat >early.c <<-'END'
		int abs(int number) { return number ? 100 : 0; }
	END
	cat >order.c <<-'END'
		#include <stdio.h>
		int abs(int);
		int main(void) { return printf("%d\n", abs(1)) < 0; }
	END
	gcc -O1 -fno-builtin -nostdlib -shared -fpic early.c -o early.so
	premain-gcc -O1 -fno-builtin -dynamic order.c -o before -Wl,--no-as-needed \
		./early.so
	run -0 ./before
	expect 100
	premain-gcc -O1 -fno-builtin -dynamic order.c -o behind -Wl,--no-as-needed \
		"${libraries[0]}" ./early.so
	run -0 ./behind
	expect 1
	run -0 env LD_PRELOAD=./early.so ./behind
	expect 100
	# And an object that needs the library comes before what it is behind.
	premain-gcc -O1 -shared -fpic -x c /dev/null -o needs.so
	premain-gcc -O1 -fno-builtin -dynamic order.c -o deep -Wl,--no-as-needed \
		./needs.so ./early.so
	run -0 ./deep
	expect 100
}

@test "its own strlen and puts: at a page's end, and beyond the buffer" {
	cat >own.c <<-'END'
		#include <stdio.h>
		#include <string.h>
		#include <sys/mman.h>
		#include <unistd.h>
		int main(int argc, char **argv)
		{
			char *end = (char *)mmap(NULL, 8192, PROT_READ | PROT_WRITE,
				MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) + 4096;
			size_t length, wrong = 0;

			if (munmap(end, 4096))
				return 2;
			memset(end - 4096, 'x', 4095);
			for (length = 0; length < 600; length++)
				wrong += strlen(end - 1 - length) != length;
			if (argc > 1)
				return wrong || puts(end - 600) != 600;
			close(1);
			end[-2] = '\200';
			return wrong || puts(end - 2) != EOF || !argv;
		}
	END
	premain-gcc -O1 -fno-builtin -dynamic own.c -o own
	run -0 ./own
	run -0 ./own long
	[ "$output" = "$(printf '%0599d' 0 | tr 0 x)" ]
	calls_of ./own long
	[ "$(grep -c '^write$' <<<"$output")" -eq 2 ]
}

@test "stripped, the first one is at most 62 kB, the second one 33 kB" {
	strip -o first "${libraries[0]}"
	strip -o second "${libraries[1]}"
	stat -c %s first second
	[ "$(stat -c %s first)" -le 62700 ]
	[ "$(stat -c %s second)" -le 33792 ]
}

@test "together they give each function of the public headers, and no other" {
	local header
	for header in $(cd "$PREMAIN_TOP/include" && ls -- *.h sys/*.h); do
		printf '#include <%s>\n' "$header"
	done >all.c
	premain-gcc -dynamic -D_GNU_SOURCE -c -aux-info prototypes all.c
	# One a line: `extern int name (...);` or `extern void (*name (...)) (...);`
	sed -n '/<built-in>\|premain\/syscalls.h/d
		s/^.* extern [a-z0-9_* ]*(\*\([A-Za-z0-9_]*\) (.*/\1/p;t
		s/^.* extern [^(]*[ *]\([A-Za-z0-9_]*\) (.*/\1/p' prototypes |
		sort -u >declared
	[ "$(wc -l <declared)" -gt 250 ]
	for header in "${libraries[@]}"; do nm -D --defined-only "$header"; done |
		awk '{ print $3 }' | sort >given
	output=$(uniq -d given)
	expect ''
	output=$(comm -23 declared given)
	expect atexit			# libpremain_nonshared.a has it
	# Start files, compilers, debuggers, variables, and what other headers say
	# instead.
	comm -13 declared given >more
	output=$(sed '/^__.*_chk$\|^__open.*_2$\|^__ctype_.*_loc$\|^__isoc23_/d' more)
	expect '__chk_fail
__cxa_atexit
__cxa_finalize
__environ
__libc_start_main
__premain_allow_percent_n
__premain_stderr
__premain_stdin
__premain_stdout
__sigsetjmp
__stack_chk_fail
__tls_get_addr
_dl_debug_state
_r_debug
environ
optarg
opterr
optind
optopt
stderr
stdin
stdout'
}
