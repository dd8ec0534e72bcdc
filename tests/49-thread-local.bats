#!/usr/bin/env bats
# Thread-local variables of programs and libraries, by every model of access:
# each has its value, its zeros, its alignment and one address.

load helper
load dynamic/helper

models="-ftls-model=global-dynamic -ftls-model=local-dynamic
-ftls-model=initial-exec -mtls-dialect=gnu2"

# A library with variables of its own and of others, and its view of them.
variables='#include <stddef.h>
__thread int x = 3;
static __thread int own = 4, *pointer;
__thread char zeros[100];
static __thread _Alignas(64) long line = 5;
int *address_of_x(void) { return &x; }
int a(void)
{
	int sum = x + own + (int)line + (pointer == NULL);
	for (int i = 0; i < 100; i++)
		sum += zeros[i];
	pointer = &own;
	sum += ((unsigned long)&line & 63) != 0;
	x++, own++, line++;
	return sum;
}'

program_of='#include <stdio.h>
extern __thread int x;
extern __thread char zeros[100];
__thread int mine = 10;
int a(void), *address_of_x(void);
int main(void)
{
	int sum = a();
	printf("%d %d %d %d %d %d\n", sum, x, zeros[99], &x == address_of_x(),
		mine, mine + 1);
	x = 20;
	printf("%d\n", a());
	return 0;
}'
printed=$'13 4 0 1 10 11\n31'

@test "each model in a library, each model in the program" {
	local model linker count=0
	library a <<<"$variables"
	for linker in $(linkers); do
		for model in $models; do
			library a $model "-fuse-ld=$linker" <<<"$variables"
			# The local model is for a program's own alone.
			program main -la "-fuse-ld=$linker" -fpic \
				"${model/local-dynamic/global-dynamic}" \
				<<<"$program_of"
			prints "$printed" main
			prints "$printed" LD_BIND_NOW=1 main
			count=$((count + 1))
		done
		program main -la "-fuse-ld=$linker" -fno-pie -no-pie \
			<<<"$program_of"
		prints "$printed" main
	done
	[ "$count" -ge 4 ]
}

@test "local-exec alone, in programs that move and that do not" {
	local flags
	for flags in -fpie '-fno-pie -no-pie'; do
		# shellcheck disable=SC2086 # flags
		program main $flags <<-'C'
		#include <stdio.h>
		static __thread int x = 3, zeros[1000];
		static __thread _Alignas(4096) char page[8192] = "page";
		__thread int *pointer = NULL;
		int main(void)
		{
			printf("%d %d %s %lu\n", x, zeros[999], page,
				(unsigned long)page & 4095);
			return 0;
		}
		C
		prints '3 0 page 0' main
	done
}

@test "every alignment, of libraries beside each other" {
	local alignment name
	for alignment in 1 2 8 64 256 1024 4096; do
		for name in p q r; do
			library $name -DA=$alignment -DN=$name <<-'C'
			#define PASTE(a, b) a##b
			#define NAME(a, b) PASTE(a, b)
			static __thread char before = 1;
			static __thread _Alignas(A) char data[3] = { 2, 3, 4 };
			static __thread char zero[A];
			int NAME(N, _ok)(void)
			{
				volatile char *address = data;
				return before == 1 && data[2] == 4 &&
					zero[A - 1] == 0 &&
					(unsigned long)address % A == 0;
			}
			C
		done
		program main -lp -lq -lr -DA=$alignment <<-'C'
		#include <stdio.h>
		int p_ok(void), q_ok(void), r_ok(void);
		static __thread char c = 1;
		static __thread _Alignas(A) char data[2] = { 5, 6 };
		int main(void)
		{
			volatile char *address = data;
			printf("%d%d%d%d\n", p_ok(), q_ok(), r_ok(), c == 1 &&
				address[1] == 6 && (unsigned long)address % A == 0);
			return 0;
		}
		C
		prints 1111 main
	done
}

@test "an image that begins at an odd place keeps its remainder" {
	cat >script <<-'LD'
	SECTIONS
	{
		.tdata : { *(.tdata) }
		.tbss : { *(.tbss) }
	}
	INSERT AFTER .eh_frame;
	LD
	library odd -Wl,-T,script <<-'C'
	static __thread char a = 1;
	static __thread _Alignas(32) int b = 2;
	static __thread _Alignas(128) int zero;
	int odd(void)
	{
		int *volatile address = &b, *volatile other = &zero;
		return a + *address + *other + ((unsigned long)address & 31) +
			((unsigned long)other & 127) == 3;
	}
	C
	program main -lodd <<-'C'
	#include <stdio.h>
	int odd(void);
	int main(void) { printf("%d\n", odd()); return 0; }
	C
	prints 1 main
}

@test "zeros only, and libraries with none between those with some" {
	library p <<<'static __thread int zeros[500]; int *p(void) { return zeros; }'
	library q <<<'int q(void) { return 0; }'
	library r <<<'static __thread int r1 = 7; int *r(void) { return &r1; }'
	program main -lp -lq -lr <<-'C'
	#include <stdio.h>
	int *p(void), q(void), *r(void);
	int main(void)
	{
		int sum = 0;
		for (int i = 0; i < 500; i++)
			sum += p()[i];
		printf("%d %d %d\n", sum, q(), *r());
		return 0;
	}
	C
	prints '0 0 7' main
}

@test "a variable with an address in it, and one at an offset in an array" {
	library a <<-'C'
	static int target = 9;
	__thread int *pointer = &target;
	__thread int array[10] = { [7] = 70 };
	C
	cat >main.c <<-'C'
	#include <stdio.h>
	extern __thread int *pointer, array[10];
	int main(void) { printf("%d %d\n", *pointer, array[7]); return 0; }
	C
	for flags in -fpie -fpic '-fpic -mtls-dialect=gnu2' '-fno-pie -no-pie'; do
		# shellcheck disable=SC2086 # flags
		program main $flags -la <main.c
		prints '9 70' main
	done
}

@test "the program's variable comes before the library's, but for hidden ones" {
	library a <<-'C'
	__thread int shown = 1;
	__attribute__((visibility("hidden"))) __thread int hidden = 2;
	int a(void) { return 10 * shown + hidden; }
	C
	program main -la <<-'C'
	#include <stdio.h>
	__thread int shown = 5, hidden = 6;
	int a(void);
	int main(void) { printf("%d %d\n", a(), shown + hidden); return 0; }
	C
	prints '52 11' main
}

@test "a weak thread-local name that nobody has is null" {
	library a <<-'C'
	extern __thread int gone __attribute__((weak));
	int *a(void) { return &gone; }
	C
	program main -la <<-'C'
	#include <stdio.h>
	int *a(void);
	int main(void) { printf("%d\n", a() != NULL); return 0; }
	C
	# glibc says otherwise: the thread's pointer and no more.
	LOADERS=premain prints 0 main
}

@test "a call of TLSDESC's destroys no register but rax" {
	LANGUAGE=assembler object keep <<-'S'
	.globl	keep
	.type	keep, @function
	# 0 where each register is as it was before the call
	keep:
		push	%rbx
		mov	$1, %ecx
		mov	$2, %edx
		mov	$3, %esi
		mov	$4, %edi
		mov	$5, %r8d
		mov	$6, %r9d
		mov	$7, %r10d
		mov	$8, %r11d
		movq	%rcx, %xmm0
		movq	%r11, %xmm15
		lea	x@tlsdesc(%rip), %rax
		call	*x@tlscall(%rax)
		mov	%fs:(%rax), %ebx
		sub	$9, %rbx
		sub	$1, %rcx
		or	%rcx, %rbx
		sub	$2, %rdx
		or	%rdx, %rbx
		sub	$3, %rsi
		or	%rsi, %rbx
		sub	$4, %rdi
		or	%rdi, %rbx
		sub	$5, %r8
		or	%r8, %rbx
		sub	$6, %r9
		or	%r9, %rbx
		sub	$7, %r10
		or	%r10, %rbx
		sub	$8, %r11
		or	%r11, %rbx
		movq	%xmm0, %rcx
		sub	$1, %rcx
		or	%rcx, %rbx
		movq	%xmm15, %rcx
		sub	$8, %rcx
		or	%rcx, %rbx
		mov	%rbx, %rax
		pop	%rbx
		ret
	.section .note.GNU-stack,"",@progbits
	S
	library keep keep.o <<<'__thread int x = 9;'
	program main -lkeep <<-'C'
	#include <stdio.h>
	long keep(void);
	int main(void) { printf("%ld %ld\n", keep(), keep()); return 0; }
	C
	prints '0 0' main
	program later -ldl <<-'C'
	#include <dlfcn.h>
	#include <stdio.h>
	int main(void)
	{
		/* More than any surplus: this is no static block's. */
		void *big = dlopen("./libbig.so", RTLD_NOW);
		void *handle = dlopen("./libkeep.so", RTLD_NOW);
		long (*keep)(void) = dlsym(handle, "keep");
		printf("%d %ld\n", big != NULL, keep());
		printf("%ld\n", keep());
		return 0;
	}
	C
	library big <<<'__thread char big[100000];'
	# glibc before 2.39 loses vector registers here.
	LOADERS=premain prints $'1 0\n0' later
	library keep keep.o <<<'__thread int x = 9; __thread char b[100000];'
	LOADERS=premain prints $'1 0\n0' later
}

@test "a library that is loaded later, by each model, and its alignment" {
	local model
	for model in $models; do
		library a $model <<<"$variables"
		program main -ldl <<-'C'
		#include <dlfcn.h>
		#include <stdio.h>
		int main(void)
		{
			void *a = dlopen("./liba.so", RTLD_NOW);
			if (!a)
				return puts(dlerror()), 1;
			int (*f)(void) = dlsym(a, "a"), *x = dlsym(a, "x");
			int *(*of)(void) = dlsym(a, "address_of_x");
			int first = f();
			printf("%d %d %d\n", first, f(), x == of());
			return dlclose(a);
		}
		C
		prints '13 15 1' main
	done
}

@test "loaded later: a library that needs others' variables, and its own" {
	library a <<<'__thread int x = 1; int *a(void) { return &x; }'
	library b -la <<-'C'
	extern __thread int x;
	static __thread int y = 2;
	int b(void) { return 10 * ++x + ++y; }
	C
	program main -ldl -la <<-'C'
	#include <dlfcn.h>
	#include <stdio.h>
	int *a(void);
	int main(void)
	{
		*a() = 4;
		for (int i = 0; i < 3; i++) {
			void *b = dlopen("./libb.so", RTLD_NOW);
			int (*f)(void) = dlsym(b, "b");
			int first = f();
			printf("%d %d\n", first, f());
			dlclose(b);
		}
		return 0;
	}
	C
	prints $'53 64\n73 84\n93 104' main
	prints_everywhere $'53 64\n73 84\n93 104' main
}

@test "many libraries loaded later, each with thousands of bytes" {
	local i
	for i in {1..40}; do
		echo "static __thread char c[5000] = { $i }; char *f(void) {
			return c; }" | library "m$i"
	done
	program main -ldl <<-'C'
	#include <dlfcn.h>
	#include <stdio.h>
	int main(void)
	{
		char name[20], *(*f[41])(void);
		int sum = 0;
		for (int i = 1; i <= 40; i++) {
			snprintf(name, sizeof name, "./libm%d.so", i);
			void *handle = dlopen(name, RTLD_NOW);
			f[i] = dlsym(handle, "f");
			f[i]()[4999] = i;
		}
		for (int i = 1; i <= 40; i++)
			sum += f[i]()[0] + f[i]()[4999] + f[i]()[1];
		printf("%d\n", sum);
		return 0;
	}
	C
	prints 1640 main
}

@test "constructors see thread-local variables, in libraries loaded later too" {
	library a <<-'C'
	__thread int x = 5;
	int seen;
	__attribute__((constructor)) static void begin(void) { seen = x++; }
	int a(void) { return 10 * seen + x; }
	C
	program main -la <<-'C'
	#include <stdio.h>
	int a(void);
	int main(void) { printf("%d\n", a()); return 0; }
	C
	prints 56 main
	program later -ldl <<-'C'
	#include <dlfcn.h>
	#include <stdio.h>
	int main(void)
	{
		int (*a)(void) = dlsym(dlopen("./liba.so", RTLD_LAZY), "a");
		printf("%d\n", a());
		return 0;
	}
	C
	prints 56 later
}

@test "defined in one library and used in another, both loaded later" {
	local defined used order
	program main -ldl <<-'C'
	#include <dlfcn.h>
	#include <stdio.h>
	static int *call(void *handle, const char *name)
	{
		int *(*function)(void) = dlsym(handle, name);
		return function();
	}
	/* Which library comes first, and whether it is called at once. */
	int main(int argc, char **argv)
	{
		void *a, *b;
		int *first = NULL, *second;
		(void)argc;
		if (argv[1][0] == 'a') {
			a = dlopen("./liba.so", RTLD_LAZY);
			if (argv[1][1] == '!')
				first = call(a, "a");
			b = dlopen("./libb.so", RTLD_LAZY);
		} else {
			b = dlopen("./libb.so", RTLD_LAZY);
			a = dlopen("./liba.so", RTLD_LAZY | (argv[1][1] == '?' ?
				RTLD_NOLOAD : 0));
		}
		if (!b)
			return puts("refused"), 0;
		second = call(b, "b");
		if (!first)
			first = call(a, "a");
		printf("%d %d\n", first == second, *second);
		return 0;
	}
	C
	for defined in global-dynamic initial-exec; do
		library a "-ftls-model=$defined" \
			<<<'__thread int x = 7; int *a(void) { return &x; }'
		for used in -ftls-model=global-dynamic \
			-ftls-model=initial-exec -mtls-dialect=gnu2; do
			library b -la "$used" <<<'extern __thread int x;
				int *b(void) { return &x; }'
			for order in a 'a!' b 'b?'; do
				# What has no place in the static block gets
				# none when it is there already.
				[[ $defined$used$order != glob*initial-execa* ]] ||
					continue
				prints '1 7' main "$order"
			done
		done
	done
}
