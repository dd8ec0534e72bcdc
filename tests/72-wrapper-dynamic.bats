#!/usr/bin/env bats
# premain-gcc -dynamic and -shared make what the loader of Premain starts

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	cat >hello.c <<-'END'
		#include <stdio.h>
		int main(void)
		{
			printf("hello, world\n");
			return 0;
		}
	END
	cat >two.c <<-'END'
		#include <stdlib.h>
		int two(void);
		int two(void)
		{
			return atoi("2");
		}
	END
	cat >sum.c <<-'END'
		#include <stdio.h>
		int two(void);
		int main(int argc, char **argv)
		{
			(void)argv;
			printf("%d\n", two() + argc);
			return 0;
		}
	END
}

# kind_of FILE: "TYPE INTERPRETER NEEDED...", in $output.
kind_of()
{
	LC_ALL=C readelf -dhlW "$1" >facts || return
	output=$(awk '$1 == "Type:" { type = $2 }
		/Requesting program interpreter/ { path = $NF }
		$2 == "(NEEDED)" { needed = needed " " $NF }
		END { sub(/\]/, "", path); print type " " path needed }' facts)
}

@test "-dynamic is a PIE, -dynamic -no-pie is not; our loader starts both" {
	local loader=$PREMAIN_BUILD/lib/ld-premain.so.1
	each_compiler '
		$cc -dynamic hello.c -o pie
		kind_of pie; expect "DYN $loader [libpremain.so.1]"
		$cc -dynamic -no-pie hello.c -o no-pie
		kind_of no-pie; expect "EXEC $loader [libpremain.so.1]"
		$cc -pie hello.c -o only-pie
		kind_of only-pie; expect "DYN $loader [libpremain.so.1]"
		for program in pie no-pie only-pie; do
			run -0 ./$program
			expect "hello, world"
		done'
}

@test "with -dynamic in front, later flags have the last word" {
	local loader=$PREMAIN_BUILD/lib/ld-premain.so.1
	each_compiler '
		$cc -dynamic -static hello.c -o static
		kind_of static; expect "EXEC "
		$cc -dynamic -static-pie hello.c -o static-pie
		kind_of static-pie; expect "DYN "
		$cc -dynamic -static -dynamic hello.c -o again
		kind_of again; expect "DYN $loader [libpremain.so.1]"
		$cc -dynamic -shared two.c -o two.so
		kind_of two.so; expect "DYN  [libpremain.so.1]"
		$cc -dynamic -c two.c -o two.o
		kind_of two.o; expect "REL "
		$cc -dynamic -r two.o -o r.o
		kind_of r.o; expect "REL "
		$cc -dynamic -nostdlib -shared two.o -o bare.so
		kind_of bare.so; expect "DYN "
		run -0 ./static
		expect "hello, world"
		run -0 ./static-pie
		expect "hello, world"'
}

@test "every optimisation, -g, -flto, -fPIC, -fstack-protector, -pthread" {
	local flags count=0
	for flags in -O0 -O1 -O2 -O3 -Os -g '-g -O2' -ggdb3 -fPIE -fPIC -fno-plt \
			-fstack-protector-all -fcf-protection -fno-builtin \
			'-ffunction-sections -Wl,--gc-sections' -std=c11 -s \
			-march=x86-64-v2 -pthread -rdynamic -Wl,--build-id \
			-Wl,-z,now -Wl,--hash-style=sysv -Wl,--hash-style=both \
			'-no-pie -mcmodel=medium' -Wl,-O2 -Wl,-q -pipe; do
		each_compiler '
			$cc -dynamic $flags hello.c -o flags
			run -0 ./flags
			expect "hello, world"
			count=$((count + 1))'
	done
	[ "$count" -ge 29 ]
	premain-gcc -dynamic -flto -O2 sum.c two.c -o lto
	run -0 ./lto
	expect 3
}

@test "-rdynamic gives the program's names to what it opens" {
	cat >named.c <<-'END'
		#include <dlfcn.h>
		#include <stdio.h>
		int named(void);
		int named(void) { return 0; }
		int main(void)
		{
			printf("%d\n", dlsym(dlopen(NULL, RTLD_NOW), "named") != NULL);
			return named();
		}
	END
	each_compiler '
		$cc -dynamic named.c -o named
		run -0 ./named
		expect 0
		$cc -dynamic -rdynamic named.c -o named
		run -0 ./named
		expect 1
		$cc -static -rdynamic hello.c -o static
		run -0 ./static
		expect "hello, world"'
}

@test "C that is unwound: what cleans up, and where it stands" {
	cat >unwind.c <<-'END'
		#include <stdio.h>
		#include <unwind.h>
		static _Unwind_Reason_Code count(struct _Unwind_Context *context, void *n)
		{
			(void)context;
			++*(int *)n;
			return _URC_NO_REASON;
		}
		static int three(int *n) { return _Unwind_Backtrace(count, n); }
		__attribute__((noinline)) static int two(int *n) { return three(n) + 1; }
		static void clean(int *n) { printf("%d\n", *n >= 3); }
		int main(void)
		{
			__attribute__((cleanup(clean))) int n = 0;

			return two(&n) < 0;
		}
	END
	premain-gcc -dynamic -fexceptions unwind.c -o unwind
	run -0 ./unwind
	expect 1
}

@test "every linker that is here makes programs and libraries" {
	local linker count=0
	for linker in $(linkers); do
		each_compiler '
			$cc -shared -fuse-ld=$linker two.c -o libtwo.so
			$cc -dynamic -fuse-ld=$linker sum.c -L. -ltwo -o sum
			run -0 env LD_LIBRARY_PATH=. ./sum
			expect 3
			$cc -dynamic -no-pie -fuse-ld=$linker sum.c -L. -ltwo -o sum
			run -0 env LD_LIBRARY_PATH=. ./sum one
			expect 4
			count=$((count + 1))'
	done
	[ "$count" -ge 1 ]
}

@test "a linker in a folder of -B, or named by --ld-path, is the one that links" {
	mkdir bin
	printf '#!/bin/sh\necho "own linker" >&2\nexec ld "$@"\n' >bin/ld
	chmod +x bin/ld
	each_compiler '
		for flag in -Bbin "-B bin" --ld-path=bin/ld; do
			run -0 $cc -dynamic $flag hello.c -o own
			[[ $output == *"own linker"* ]]
			run -0 ./own
			expect "hello, world"
		done
		run -0 $cc -dynamic hello.c -o own
		expect ""
		run -1 $cc -static --ld-path=bin/ld hello.c -o refused
		expect "$cc: --ld-path=bin/ld: GNU ld (bfd) and lld understand linker.ld"'
}

@test "an own --dynamic-linker wins" {
	each_compiler '
		$cc -dynamic hello.c -Wl,--dynamic-linker=/own/loader -o own
		kind_of own; expect "DYN /own/loader [libpremain.so.1]"
		$cc -dynamic hello.c -Wl,-I,/other -o own
		kind_of own; expect "DYN /other [libpremain.so.1]"'
}

@test "a library of the host's libc adds nothing, dlopen's needs no flag" {
	each_compiler '
		$cc -dynamic hello.c -o hello -lc -lm -ldl -lpthread -lrt
		kind_of hello
		expect "DYN $PREMAIN_BUILD/lib/ld-premain.so.1 [libpremain.so.1]"'
}

@test "code that would have to be written to is refused, unless -z notext asks" {
	cat >text.s <<-'END'
		.globl place
		.text
		place: .quad place
		.section .note.GNU-stack,"",@progbits
	END
	run -1 premain-gcc -shared text.s -o refused
	[ ! -e refused ]
	premain-gcc -shared text.s -Wl,-z,notext -o asked
	run -0 readelf -d asked
	[[ $output == *TEXTREL* ]]
}

@test "an object that forgets .note.GNU-stack gets no executable stack, one that asks does" {
	printf '.globl silent\nsilent: ret\n' >silent.s
	premain-gcc -dynamic hello.c silent.s -o silent
	run -0 readelf -lW silent
	[[ $output == *'GNU_STACK '*' RW  0x10'* ]]
	run -0 ./silent
	expect 'hello, world'
	printf '.globl f\nf: ret\n.section .note.GNU-stack,"x",@progbits\n' >asks.s
	run -0 premain-gcc -dynamic hello.c asks.s -o asks
	[[ $output == *'premain-ld: asks has an executable stack: a nested function, or an object that asks for one'* ]]
	run -0 ./asks
	expect 'hello, world'
}

@test "pieces of .init and .fini become DT_INIT and DT_FINI" {
	cat >pieces.s <<-'END'
		.section .init,"ax",@progbits
		call begin
		.section .fini,"ax",@progbits
		call end
		.section .note.GNU-stack,"",@progbits
	END
	cat >pieces.c <<-'END'
		#include <stdio.h>
		void begin(void);
		void end(void);
		void begin(void) { puts("begin"); }
		void end(void) { puts("end"); }
		int main(void) { return puts("main") < 0; }
	END
	each_compiler '
		$cc -dynamic pieces.c pieces.s -o pieces
		run -0 ./pieces
		expect "begin
main
end"'
}

@test "a library's stubs of system calls are its own, and nobody else's" {
	cat >own.c <<-'END'
		#include <premain/syscalls.h>
		int own(void);
		int own(void)
		{
			return sys_getpid() > 0 && sys_getuid() >= 0;
		}
	END
	echo 'int own(void); int main(void) { return own(); }' >main.c
	each_compiler '
		$cc -shared own.c -o libown.so
		nm -D --defined-only libown.so >names
		output=$(awk "{ print \$3 }" names)
		expect own
		$cc -dynamic main.c -L. -lown -o main
		run -1 env LD_LIBRARY_PATH=. ./main'
}

@test "main may be in a library" {
	each_compiler '
		$cc -shared hello.c -o libmain.so
		$cc -dynamic -L. -Wl,--no-as-needed -lmain \
			-Wl,-rpath,"\$ORIGIN" -o in-library
		run -0 ./in-library
		expect "hello, world"'
}

@test "a program that needs nobody is not held to our interpreter" {
	printf '.globl _start\n_start: mov $60,%%eax\nmov $7,%%edi\nsyscall\n.section .note.GNU-stack,"",@progbits\n' >alone.s
	premain-gcc -dynamic -no-pie -nostdlib alone.s -o alone
	run -7 ./alone
	# One that needs a library is.
	echo 'SECTIONS { /DISCARD/ : { *(.interp) } } INSERT BEFORE .text;' >no.ld
	run -1 premain-gcc -dynamic hello.c -Wl,-T,no.ld -o refused
	[[ $output == *"premain-ld: refused is started by no loader, not by $PREMAIN_BUILD/lib/ld-premain.so.1"* ]]
	[ ! -e refused ]
}

@test "gdb: the way back ends at _start, or in the steps of an exit" {
	command -v gdb >/dev/null || skip 'gdb is not there'
	cat >way.c <<-'END'
		#include <stdlib.h>
		static void leave(void)
		{
		}
		int main(void)
		{
			return atexit(leave);
		}
	END
	premain-gcc -dynamic -g way.c -o way
	run -0 gdb -nx -batch -ex 'set backtrace past-main on' \
		-ex 'break main' -ex 'break leave' -ex run -ex bt \
		-ex continue -ex bt ./way
	output=$(sed -n 's/^#\([0-9]\) *\(0x[0-9a-f]* in \)*\([a-z_A-Z]*\) .*/\1 \3/p' \
		<<<"$output")
	expect '0 main
1 __libc_start_main
2 _start
0 leave
1 __premain_run_atexit
2 __premain_exit_atexit'
}
