#!/usr/bin/env bats
# Every relocation of x86-64 that a linker leaves to a loader is done as the ABI
# says; a function is bound at its first call without a trace, or at the start.

load helper
load dynamic/helper

# types FILE: the relocations that it has, sorted, each once, in $output.
types()
{
	output=$(readelf -rW "$1" |
		sed -n 's/^[0-9a-f]* *[0-9a-f]* \(R_X86_64_[A-Z0-9_]*\).*/\1/p' |
		sed 's/JUMP_SLO$/&T/' | sort -u | xargs)
}

@test "RELATIVE, 64, GLOB_DAT and JUMP_SLOT, with their addends" {
	library b <<-'C'
	int numbers[10] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
	int two(void) { return 2; }
	C
	library a -lb <<-'C'
	extern int numbers[], two(void);
	static int own[3] = { 10, 20, 30 };
	int *relative = own + 2;
	int *symbolic = numbers + 7, *below = numbers - 4;
	int (*function)(void) = two;
	int a(void)
	{
		return *relative + *symbolic + numbers[3] + two() + function() +
			below[4];
	}
	C
	types liba.so
	expect "R_X86_64_64 R_X86_64_GLOB_DAT $(
		)R_X86_64_JUMP_SLOT R_X86_64_RELATIVE"
	program main -la <<-'C'
	#include <stdio.h>
	int a(void);
	int main(void) { printf("%d\n", a()); return 0; }
	C
	prints 44 main
	prints 44 LD_BIND_NOW=1 main
}

@test "distances and sizes, where a linker leaves them to the loader" {
	local linker count=0
	LANGUAGE=assembler object words <<-'S'
	.data
	.globl	words
	.type	words, @object
	.size	words, 24
	.balign	8
	words:	.quad	b + 5
		.quad	b@SIZE
		.long	f - .
		.long	0
	.section .note.GNU-stack,"",@progbits
	S
	library b <<-'C'
	char b[123] = { 1, 2, 3, 4, 5, 6 };
	int f(void) { return 7; }
	C
	for linker in $(linkers); do
		library a "-fuse-ld=$linker" words.o -lb </dev/null || continue
		types liba.so
		[[ $output == *R_X86_64_PC32*R_X86_64_SIZE64* ]] || continue
		program main -la -lb -fpic <<-'C'
		#include <stdio.h>
		extern struct {
			char *address;
			long size;
			int distance;
		} words;
		int main(void)
		{
			int (*f)(void) = (int (*)(void))
				((char *)&words.distance + words.distance);
			printf("%d %ld %d\n", *words.address, words.size, f());
			return 0;
		}
		C
		prints '6 123 7' main
		count=$((count + 1))
	done
	[ "$count" -ge 1 ]
}

@test "copies of a library's data: sizes, aliases, and who sees them" {
	library a <<-'C'
	char byte = 1;
	short word = 2;
	int array[1000] = { 3, [999] = 4 };
	_Alignas(64) char line[64] = "line";
	char zero[5000];
	int value = 5;
	extern int alias __attribute__((weak, alias("value")));
	const char *const text[2] = { "five", "six" };
	int sum(void)
	{
		return byte + word + array[0] + array[999] + value + alias +
			zero[4999];
	}
	void change(void) { value = 50; }
	C
	cat >main.c <<-'C'
	#include <stdio.h>
	extern char byte, line[64], zero[5000];
	extern short word;
	extern int array[1000], value, alias;
	extern const char *const text[2];
	int sum(void);
	void change(void);
	int main(void)
	{
		printf("%d %d %d %d %s %d %s\n", byte, word, array[0],
			array[999], line, value, text[1]);
		printf("%d %d\n", sum(), (int)((unsigned long)line & 63));
		byte = 10, word = 20, array[999] = 40, zero[4999] = 100;
		alias = 6;
		printf("%d %d\n", sum(), value);
		change();
		printf("%d\n", alias);
		return 0;
	}
	C
	expected=$'1 2 3 4 line 5 six\n20 0\n185 6\n50'
	program main -la -fno-pie -no-pie <main.c
	types main.glibc
	[[ $output == *R_X86_64_COPY* ]]
	prints "$expected" main
	program main -la -fno-pie -no-pie -Wl,-z,now <main.c
	prints "$expected" main
	program main -la <main.c
	prints "$expected" main
	program main -la -fpic <main.c
	types main.glibc
	[[ $output != *sum*R_X86_64_COPY* ]]
	prints "$expected" main
}

@test "a copy takes what the library has after its own relocations" {
	library b <<<'int data[2] = { 7, 8 };'
	library a -lb <<<'extern int data[]; int *pointer = data + 1;'
	program main -la -lb -fno-pie -no-pie <<-'C'
	#include <stdio.h>
	extern int *pointer, data[2];
	int main(void)
	{
		printf("%d %d\n", *pointer, pointer == &data[1]);
		return 0;
	}
	C
	prints '8 1' main
	# The nearest library that has it, and not the preloaded program's own.
	library x <<<'int data[2] = { 70, 80 };'
	prints '80 1' LD_PRELOAD=./libx.so main
}

@test "one function has one address, wherever it is asked for" {
	library a <<-'C'
	int f(void) { return 1; }
	int (*in_data)(void) = f;
	int (*from_code(void))(void) { return f; }
	C
	cat >main.c <<-'C'
	#define _GNU_SOURCE
	#include <dlfcn.h>
	#include <stdio.h>
	int f(void);
	extern int (*in_data)(void), (*from_code(void))(void);
	int (*own)(void) = f;
	int main(void)
	{
		printf("%d %d %d %d %d\n", own == f, in_data == f,
			from_code() == f, dlsym(RTLD_DEFAULT, "f") == (void *)f,
			own() + f() + in_data());
		return 0;
	}
	C
	for flags in '-fno-pie -no-pie' -fpie '-fpie -Wl,-z,now' -fno-plt; do
		# shellcheck disable=SC2086 # flags
		program main $flags -la -ldl <main.c
		prints '1 1 1 1 3' main
	done
}

ifunc='static int one(void) { return 1; }
static int (*choose(void))(void) { return one; }
int chosen(void) __attribute__((ifunc("choose")));'

@test "a chosen function in a library, in the program, and across them" {
	library a <<<"$ifunc
		int (*pointer)(void) = chosen;
		int a(void) { return chosen() + pointer(); }"
	library b -la <<<'int chosen(void); int (*second)(void) = chosen;
		int b(void) { return chosen() + second(); }'
	cat >main.c <<-'C'
	#include <stdio.h>
	int a(void), b(void), chosen(void);
	extern int (*pointer)(void), (*second)(void);
	int (*third)(void) = chosen;
	static int two(void) { return 2; }
	static int (*choose(void))(void) { return two; }
	int mine(void) __attribute__((ifunc("choose")));
	static int (*fourth)(void) = mine;
	int main(void)
	{
		printf("%d %d %d %d %d %d\n", a(), b(), chosen() + third(),
			mine(), fourth(), third == second && third == pointer);
		return 0;
	}
	C
	for flags in '-fpie' '-fpie -Wl,-z,now' -fno-plt '-fno-pie -no-pie'; do
		# shellcheck disable=SC2086 # flags
		program main $flags -la -lb <main.c
		prints '2 2 2 2 2 1' main
		prints '2 2 2 2 2 1' LD_BIND_NOW=1 main
	done
}

@test "a resolver may use what its own library has relocated" {
	library b <<<'int which = 2;'
	library a -lb <<-'C'
	extern int which;
	static int one(void) { return 1; }
	static int two(void) { return 2; }
	static int (*table[])(void) = { one, one, two };
	static int (*choose(void))(void) { return table[which]; }
	int chosen(void) __attribute__((ifunc("choose")));
	static int (*pointer)(void) = chosen;
	int a(void) { return 10 * chosen() + pointer(); }
	C
	program main -la <<-'C'
	#include <stdio.h>
	int a(void);
	int main(void) { printf("%d\n", a()); return 0; }
	C
	prints 22 main
	prints 22 LD_BIND_NOW=1 main
}

@test "a constructor may call another library's chosen function" {
	library a <<<"$ifunc"
	library b -la <<-'C'
	int chosen(void), b;
	__attribute__((constructor)) static void begin(void) { b = chosen(); }
	C
	program main -la -lb <<-'C'
	#include <stdio.h>
	extern int b;
	int main(void) { printf("%d\n", b); return 0; }
	C
	prints 1 main
	program main -lb -la -Wl,-z,now <<-'C'
	#include <stdio.h>
	extern int b;
	int chosen(void);
	int main(void) { printf("%d %d\n", b, chosen()); return 0; }
	C
	prints '1 1' main
}

# place FILE NUMBER ADDRESS: an entry of DT_RELA writes there from now on.
place()
{
	local offset i bytes=''
	offset=$(readelf -SW "$1" |
		sed -n 's/.*\.rela\.dyn *RELA *[0-9a-f]* \([0-9a-f]*\) .*/\1/p')
	for ((i = 0; i < 64; i += 8)); do
		printf -v bytes '%s\\x%02x' "$bytes" $(($3 >> i & 255))
	done
	printf "$bytes" | dd of="$1" bs=1 seek=$((0x$offset + 24 * $2)) \
		conv=notrunc status=none
}

@test "80,000 relative ones: in two segments, in any order, each one checked" {
	local linker first last count=0
	cat >many.c <<-'C'
	static int one = 1;
	int *pointers[70000] = { [0 ... 69999] = &one };
	int *const constants[10000] = { [0 ... 9999] = &one };
	int many(void)
	{
		int sum = 0;
		for (int i = 0; i < 70000; i++)
			sum += *pointers[i];
		for (int i = 0; i < 10000; i++)
			sum += *constants[i];
		return sum;
	}
	C
	for linker in bfd lld; do
		command -v ld.$linker || continue
		library many -fuse-ld=$linker <many.c
		program main -lmany <<-'C'
		#include <stdio.h>
		int many(void);
		int main(void) { printf("%d\n", many()); return 0; }
		C
		prints 80000 main
		readelf -rW libmany.so | grep R_X86_64_RELATIVE >relative
		[ "$(wc -l <relative)" -eq 80000 ]
		read -r first _ < <(sed -n 1p relative)
		read -r last _ < <(sed -n 80000p relative)
		place libmany.so 0 "0x$last"
		place libmany.so 79999 "0x$first"
		prints 80000 main
		place libmany.so 60000 0x123
		run -127 ./main.premain
		expect "ld-premain: $PWD/libmany.so: DT_RELA's relocation 60000: r_offset 0x123 is no place that a relocation may write to"
		count=$((count + 1))
	done
	[ "$count" -ge 1 ]
}

@test "packed relative relocations (RELR), of every run of words" {
	local linker count=0
	cat >a.c <<-'C'
	static int x = 5;
	static struct { char pad; int *p __attribute__((packed)); } odd =
		{ 1, &x };
	int *near[200] = { &x, &x, 0, &x, [62] = &x, &x, &x, [150] = &x,
		[199] = &x };
	int *far[3000] = { [0] = &x, [64] = &x, [1000] = &x, [2999] = &x };
	int a(void)
	{
		int sum = *odd.p;
		for (int i = 0; i < 200; i++)
			sum += near[i] ? *near[i] : 0;
		for (int i = 0; i < 3000; i++)
			sum += far[i] ? *far[i] : 0;
		return sum;
	}
	C
	library a <a.c
	program main -la <<-'C'
	#include <stdio.h>
	int a(void);
	int main(void) { printf("%d\n", a()); return 0; }
	C
	prints 65 main
	for linker in bfd lld mold; do
		local flag=-z,pack-relative-relocs
		[ $linker != lld ] || flag=--pack-dyn-relocs=relr
		command -v ld.$linker || continue
		library a -fuse-ld=$linker -Wl,$flag <a.c
		run -0 readelf -dW liba.so
		[[ $output == *"(RELR)"* || $output == *6ffe* ]]
		prints 65 main
		count=$((count + 1))
	done
	[ "$count" -ge 1 ]
	object a <a.c
	program main a.o -Wl,-z,pack-relative-relocs <<-'C'
	#include <stdio.h>
	int a(void);
	int main(void) { printf("%d\n", a()); return 0; }
	C
	prints 65 main
}

# A program that calls callee() with every register set.
registers()
{
	nasm -w+all -f elf64 "$PREMAIN_TOP/tests/dynamic/registers.asm" \
		-o registers.o
	nasm -w+all -f elf64 "$PREMAIN_TOP/tests/dynamic/callee.asm" \
		-o callee.o
	library callee callee.o </dev/null
	program main registers.o -lcallee "$@" <<-'C'
	#include <stdio.h>
	int registers(void);
	int main(void)
	{
		int first = registers();
		printf("%d %d\n", first, registers());
		return 0;
	}
	C
}

@test "a function's first call leaves every register of the ABI as it is" {
	registers -Wl,-z,lazy
	prints '0 0' LD_BIND_NOW=1 main
	# glibc's loses the static chain; ours does not.
	LOADERS=premain prints '0 0' main
	registers -Wl,-z,now
	prints '0 0' main
}

@test "vector arguments of 16, 32 and 64 bytes, where the processor has them" {
	cat >vector.h <<-'C'
	typedef float x4 __attribute__((vector_size(16)));
	typedef float x8 __attribute__((vector_size(32)));
	typedef float x16 __attribute__((vector_size(64)));
	#define EACH(v) v##0, v##1, v##2, v##3, v##4, v##5, v##6, v##7
	x4 sse(x4 a, x4 b, x4 c, x4 d, x4 e, x4 f, x4 g, x4 h);
	x8 avx(x8 a, x8 b, x8 c, x8 d, x8 e, x8 f, x8 g, x8 h);
	x16 zmm(x16 a, x16 b, x16 c, x16 d, x16 e, x16 f, x16 g, x16 h);
	C
	library vector -I. <<-'C'
	#include "vector.h"
	#define SUM a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h
	x4 sse(x4 a, x4 b, x4 c, x4 d, x4 e, x4 f, x4 g, x4 h) { return SUM; }
	__attribute__((target("avx")))
	x8 avx(x8 a, x8 b, x8 c, x8 d, x8 e, x8 f, x8 g, x8 h) { return SUM; }
	__attribute__((target("avx512f")))
	x16 zmm(x16 a, x16 b, x16 c, x16 d, x16 e, x16 f, x16 g, x16 h)
	{
		return SUM;
	}
	C
	program main -I. -Wno-psabi -lvector -Wl,-z,lazy <<-'C'
	#include <stdio.h>
	#include "vector.h"
	/* Each argument differs, and each element of it. */
	#define FILL(type) \
		type v[8], sum; \
		int bad = 0, n = sizeof sum / sizeof sum[0]; \
		for (int i = 0; i < 8; i++) \
			for (int j = 0; j < n; j++) \
				v[i][j] = (float)(10 * i + j)
	#define CHECK \
		for (int j = 0; j < n; j++) \
			bad += sum[j] != (float)(1680 + 36 * j); \
		return bad
	#define V v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]
	__attribute__((noinline)) static int try_sse(void)
	{
		FILL(x4); sum = sse(V); CHECK;
	}
	__attribute__((noinline, target("avx"))) static int try_avx(void)
	{
		FILL(x8); sum = avx(V); CHECK;
	}
	__attribute__((noinline, target("avx512f"))) static int try_zmm(void)
	{
		FILL(x16); sum = zmm(V); CHECK;
	}
	int main(void)
	{
		printf("%d\n", try_sse());
		printf("%d\n", __builtin_cpu_supports("avx") ? try_avx() : 0);
		printf("%d\n", __builtin_cpu_supports("avx512f") ? try_zmm() : 0);
		return 0;
	}
	C
	prints $'0\n0\n0' main
	prints $'0\n0\n0' LD_BIND_NOW=1 main
	prints_everywhere $'0\n0\n0' main
}

@test "long double, complex, structures, variable arguments, nested functions" {
	library a <<-'C'
	#include <stdarg.h>
	struct small { int a; double b; };
	struct large { long a[5]; };
	long double ld(long double a, long double b) { return a - b; }
	_Complex long double cld(_Complex long double z) { return z * 2; }
	_Complex double cd(_Complex double z) { return z + 1; }
	struct small small(struct small s) { s.a++; s.b *= 2; return s; }
	struct large large(struct large s) { s.a[4]++; return s; }
	double sum(int n, ...)
	{
		va_list list;
		double sum = 0;
		va_start(list, n);
		while (n--)
			sum += va_arg(list, double);
		va_end(list);
		return sum;
	}
	__int128 wide(__int128 x) { return x + 1; }
	_Bool flag(_Bool x) { return !x; }
	C
	program main -la -Wl,-z,lazy <<-'C'
	#include <stdio.h>
	struct small { int a; double b; };
	struct large { long a[5]; };
	long double ld(long double a, long double b);
	_Complex long double cld(_Complex long double z);
	_Complex double cd(_Complex double z);
	struct small small(struct small s);
	struct large large(struct large s);
	double sum(int n, ...);
	__int128 wide(__int128 x);
	_Bool flag(_Bool x);
	int main(void)
	{
		struct small s = small((struct small) { 1, 2.5 });
		struct large l = large((struct large) { { 1, 2, 3, 4, 5 } });
		_Complex long double z = cld(3 + 4i);
		_Complex double y = cd(5 + 6i);
		printf("%d %d %d %d %d\n", (int)ld(9, 2),
			(int)__real__ z, (int)__imag__ z,
			(int)__real__ y, (int)__imag__ y);
		printf("%d %d %ld %ld\n", s.a, (int)s.b, l.a[0], l.a[4]);
		printf("%d\n", (int)sum(10, 1., 2., 3., 4., 5., 6., 7., 8., 9.,
			10.));
		printf("%ld %d\n", (long)(wide((__int128)1 << 64) >> 64),
			flag(0));
		return 0;
	}
	C
	prints $'7 6 8 6 6\n2 5 1 6\n55\n1 1' main
}

@test "many functions, called first from many depths and by each other" {
	local i
	for i in {1..60}; do
		echo "int f$((i + 1))(int);"
		echo "int f$i(int x) { return x ? f$((i + 1))(x - 1) + 1 : 0; }"
	done >a.c
	echo 'int f1(int); int f61(int x) { return x ? f1(x - 1) + 1 : 0; }' >>a.c
	library a <a.c
	program main -la -Wl,-z,lazy <<-'C'
	#include <stdio.h>
	int f1(int), f30(int);
	int main(void) { printf("%d %d\n", f1(1000), f30(1000)); return 0; }
	C
	prints '1000 1000' main
}

@test "lazy by default; LD_BIND_NOW, -z now and DF_BIND_NOW look at the start" {
	library a <<<'int f(void) { return 1; }'
	cat >main.c <<-'C'
	#include <stdio.h>
	int f(void);
	int main(int argc, char **argv)
	{
		(void)argv;
		printf("%d\n", argc > 1 ? f() : 0);
		return 0;
	}
	C
	program lazy -la -Wl,-z,lazy <main.c
	program now -la -Wl,-z,now <main.c
	program noplt -la -fno-plt <main.c
	prints 1 lazy 1
	prints 1 now 1
	prints 1 noplt 1
	library a </dev/null
	prints 0 lazy
	prints 0 LD_BIND_NOW= lazy
	both LD_BIND_NOW=1 lazy
	[ "$status" -eq 127 ]
	both now
	[ "$status" -eq 127 ]
	both noplt
	[ "$status" -eq 127 ]
}

# The program writes where its argument says: into the slot of f().
writes()
{
	library a <<<'int f(void) { return 1; } int g(void) { return 2; }'
	program main -la -fno-pie -no-pie "$@" <<-'C'
	#include <stdio.h>
	#include <stdlib.h>
	int f(void), g(void);
	int main(int argc, char **argv)
	{
		void **slot = (void **)strtoul(argv[1], NULL, 16);
		(void)argc;
		printf("%d\n", g() + f());
		fflush(stdout);
		*slot = (void *)g;
		printf("%d\n", f());
		return 0;
	}
	C
}

# slot LOADER: the address of f()'s slot in the program, in $slot.
slot()
{
	slot=$(readelf -rW "main.$1" | awk '/JUMP_SLO/ && $5 == "f" { print $1 }')
}

@test "partial RELRO leaves the slots writable, full RELRO does not" {
	local loader
	for loader in $LOADERS; do
		writes -Wl,-z,relro -Wl,-z,lazy
		slot "$loader"
		LOADERS=$loader prints $'3\n2' main "$slot"
		writes -Wl,-z,relro -Wl,-z,now
		slot "$loader"
		LOADERS=$loader both main "$slot"
		expect 3
		[ "$status" -eq 139 ]
		writes -Wl,-z,norelro -Wl,-z,now
		slot "$loader"
		LOADERS=$loader prints $'3\n2' main "$slot"
	done
}

@test "a library's constants with addresses are read-only after the start" {
	library a -Wl,-z,relro <<-'C'
	static int x = 1;
	int *const constant[2] = { &x, &x };
	C
	program main -la -fpic <<-'C'
	#include <stdio.h>
	extern int *constant[2];
	int main(void)
	{
		printf("%d\n", *constant[1]);
		fflush(stdout);
		constant[1] = NULL;
		puts("written");
		return 0;
	}
	C
	both main
	expect 1
	[ "$status" -eq 139 ]
	library a -Wl,-z,norelro <<-'C'
	static int x = 1;
	int *const constant[2] = { &x, &x };
	C
	prints $'1\nwritten' main
}

@test "relocations in code are refused by a sentence" {
	object code -fno-pic -mcmodel=large <<<'extern int data;
		int code(void) { return data; } int *of(void) { return &data; }'
	library data <<<'int data = 3;'
	library code -ldata -Wl,-z,notext code.o </dev/null
	run -0 readelf -dW libcode.so
	[[ $output == *TEXTREL* ]]
	program main -lcode -ldata -Wl,-z,notext <<-'C'
	#include <stdio.h>
	int code(void);
	int main(void) { printf("%d\n", code()); return 0; }
	C
	LOADERS=premain both main
	expect ''
	[ "$status" -eq 127 ]
	[[ $stderr == "ld-premain: "*libcode.so:* ]]
}
