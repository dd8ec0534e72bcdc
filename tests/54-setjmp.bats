#!/usr/bin/env bats
# setjmp and longjmp: back into a function that is still running

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	cat >jump.c <<-'END'
		#include <setjmp.h>
		#include <signal.h>
		#include <stdio.h>
		#include <unistd.h>

		static jmp_buf place;
		static sigjmp_buf kept;

		static void deeper(int depth, int value)
		{
			volatile char room[100];

			room[depth % 100] = 1;
			if (depth > 0)
				deeper(depth - 1, value);
			longjmp(place, value + room[depth % 100] - 1);
		}

		/* Six registers keep values over the jump: they do not change. */
		__attribute__((__noinline__))
		static int sum(int a, int b, int c, int d, int e, int f, int value)
		{
			int result = setjmp(place);

			if (result == 0)
				deeper(50, value);
			return a + b + c + d + e + f + 1000 * result;
		}

		static int blocked(void)
		{
			sigset_t set;

			sigprocmask(SIG_BLOCK, NULL, &set);
			return sigismember(&set, SIGUSR1);
		}

		static void handler(int signal)
		{
			(void)signal;
			printf("in the handler %d\n", blocked());
			siglongjmp(kept, 7);
		}

		int main(void)
		{
			struct sigaction action = { .sa_handler = handler };
			volatile int times = 0;

			printf("%d\n", sum(1, 2, 3, 4, 5, 6, 3));
			printf("%d\n", sum(1, 2, 3, 4, 5, 6, -1));
			printf("%d\n", sum(1, 2, 3, 4, 5, 6, 0));
			sigaction(SIGUSR1, &action, NULL);
			if (sigsetjmp(kept, 1) == 0)
				raise(SIGUSR1);
			printf("kept: %d\n", blocked());
			if (sigsetjmp(kept, 0) == 0)
				raise(SIGUSR1);
			printf("not kept: %d\n", blocked());
			if (_setjmp(place) < 3)
				_longjmp(place, ++times);
			printf("%d times\n", times);
			return 0;
		}
	END
	expected='3021
-979
1021
in the handler 1
kept: 0
in the handler 1
not kept: 1
3 times'
}

@test "from a function called deep, from a signal handler, and again" {
	local flags count=0
	for flags in '-static -O0' '-static -O2' '-static-pie -O2' \
			'-dynamic -O2' '-dynamic -no-pie -O2'; do
		# shellcheck disable=SC2086 # several flags
		premain-gcc $flags jump.c -o jump
		everywhere ./jump
		expect "$expected"
		count=$((count + 1))
	done
	[ "$count" -eq 5 ]
}

@test "every register that a function must keep is as it was, and rsp" {
	cat >registers.asm <<-'END'
		        extern  setjmp
		        extern  longjmp
		        global  registers_wrong
		        section .bss align=16
		place:  resb    200
		        section .text
		; int registers_wrong(void): 0 if none is
		registers_wrong:
		        push    rbx
		        push    rbp
		        push    r12
		        push    r13
		        push    r14
		        push    r15
		        sub     rsp, 8
		        mov     ebx, 1
		        mov     ebp, 2
		        mov     r12d, 3
		        mov     r13d, 4
		        mov     r14d, 5
		        mov     r15d, 6
		        lea     rdi, [rel place]
		        call    setjmp wrt ..plt
		        test    eax, eax
		        jnz     .back
		        xor     ebx, ebx
		        xor     ebp, ebp
		        xor     r12d, r12d
		        xor     r13d, r13d
		        xor     r14d, r14d
		        xor     r15d, r15d
		        sub     rsp, 64
		        lea     rdi, [rel place]
		        mov     esi, 64
		        call    longjmp wrt ..plt
		.back:  xor     eax, 64
		        cmp     ebx, 1
		        setne   cl
		        or      al, cl
		        cmp     ebp, 2
		        setne   cl
		        or      al, cl
		        cmp     r12d, 3
		        setne   cl
		        or      al, cl
		        cmp     r13d, 4
		        setne   cl
		        or      al, cl
		        cmp     r14d, 5
		        setne   cl
		        or      al, cl
		        cmp     r15d, 6
		        setne   cl
		        or      al, cl
		        add     rsp, 8
		        pop     r15
		        pop     r14
		        pop     r13
		        pop     r12
		        pop     rbp
		        pop     rbx
		        ret
		        section .note.GNU-stack noalloc noexec nowrite progbits
	END
	nasm -f elf64 registers.asm -o registers.o
	echo 'int registers_wrong(void); int main(void) { return registers_wrong(); }' \
		>main.c
	premain-gcc main.c registers.o -o static
	everywhere ./static
	[ "$status" -eq 0 ]
	premain-gcc -dynamic main.c registers.o -o dynamic
	everywhere ./dynamic
	[ "$status" -eq 0 ]
}

@test "compiled by clang" {
	command -v clang >/dev/null || skip 'clang is not there'
	premain-clang -O2 jump.c -o jump
	run -0 ./jump
	expect "$expected"
}

@test "an object that was compiled for glibc jumps too" {
	command -v gcc >/dev/null || skip 'gcc is not there'
	gcc -O2 -fPIE -D_FORTIFY_SOURCE=0 -c jump.c -o jump.o
	premain-gcc -dynamic jump.o -o jump
	run -0 ./jump
	expect "$expected"
}
