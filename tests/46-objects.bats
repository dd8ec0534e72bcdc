#!/usr/bin/env bats
# Objects of every shape that linkers make are mapped as their headers say, each
# file once, the nearest first.

load helper
load dynamic/helper

shape=$PREMAIN_TOP/tests/dynamic/shape.c

# The program that asks a library, or an object of its own, for its shape.
caller='#include <stdio.h>
int shape(void);
int main(void) { printf("%d\n", shape()); return 0; }'

# shapes LINKER FLAGS...: a library of that shape, put in the place of
# libshape.so, is found to be right by the program `caller`.
shapes()
{
	# A linker that is not here has no shapes: GNU ld is always.
	command -v "ld.$1" >/dev/null || return 0
	library shape "-fuse-ld=$1" "${@:2}" <"$shape"
	prints 0 caller || { echo "with -fuse-ld=$*" >&2; return 1; }
}

# caller FLAGS...: the program `caller`, for which a libshape.so must be there.
caller()
{
	library shape <"$shape"
	program caller -lshape "$@" <<<"$caller"
}

@test "bss that ends in the page of data, at its end, or many pages on" {
	local zeros
	caller
	for zeros in 1 100 3000 4096 8192 100000 5000000; do
		shapes bfd -DZEROS=$zeros
		shapes bfd -DZEROS=$zeros -DDATA=4096
		shapes bfd -DZEROS=$zeros -DDATA=5000
	done
}

@test "the data ends with its file at every byte near a page's end" {
	local data
	caller
	for data in 3800 3960 4000 4040 4072 4080 4088 4095 4096 4097; do
		shapes bfd -DZEROS=9000 -DDATA=$data -Wl,-z,norelro
	done
}

@test "segments as each linker lays them out" {
	local linker flag count=0
	caller
	for linker in $(linkers); do
		for flag in -z,relro -z,norelro -z,now -s --gc-sections \
			--hash-style=sysv; do
			shapes "$linker" "-Wl,$flag" -DZEROS=9000
			count=$((count + 1))
		done
	done
	[ "$count" -ge 12 ]
	for flag in noseparate-code separate-code separate-loadable-segments; do
		shapes lld -Wl,-z,$flag
	done
	shapes bfd -Wl,-z,noseparate-code
	shapes bfd -Wl,-z,separate-code
	shapes lld -Wl,--no-rosegment
	shapes gold -Wl,--rosegment
}

@test "a dynamic section that may not be written" {
	caller
	shapes lld -Wl,-z,rodynamic
}

@test "segments aligned to 64 kB, 2 MB and 16 MB" {
	local alignment linker count=0
	caller
	for alignment in 0x10000 0x200000 0x1000000; do
		for linker in bfd gold lld; do
			shapes $linker -DALIGNMENT=$alignment \
				-Wl,-z,max-page-size=$alignment
			shapes $linker -Wl,-z,max-page-size=$alignment
			count=$((count + 1))
		done
	done
	[ "$count" -eq 9 ]
}

@test "a gap of a gigabyte between two segments, and nothing in it" {
	caller
	shapes bfd -Wl,--section-start=.data=0x40000000
	shapes lld -Wl,--section-start=.data=0x40000000
	library shape -lc -Wl,--section-start=.data=0x40000000 <<-'C'
	#define _GNU_SOURCE
	#include <sys/mman.h>
	#include <sys/syscall.h>
	#include <unistd.h>
	static int data = 1;
	/* The gap is nobody else's, and no byte of it can be read. */
	int shape(void)
	{
		void *gap = (void *)(((unsigned long)&data & -4096UL) - 8192);
		int ends[2];
		if (pipe(ends) != 0 ||
		    syscall(SYS_msync, gap, 4096, MS_ASYNC) != 0)
			return data;
		return write(ends[1], gap, 1) == 1;
	}
	C
	prints 0 caller
}

@test "neither data nor bss, nor a relocation" {
	caller
	library shape <<<'int shape(void) { return 0; }'
	prints 0 caller
}

@test "a library without anything" {
	library empty </dev/null
	library nothing -Wl,-z,norelro -Wl,--hash-style=gnu </dev/null
	program main -lempty -lnothing <<-'C'
	#include <stdio.h>
	int main(void) { puts("here"); return 0; }
	C
	prints here main
}

@test "a library without section headers" {
	caller
	shapes bfd
	printf '\0\0\0\0\0\0\0\0' |
		dd of=libshape.so bs=1 seek=40 conv=notrunc status=none
	printf '\0\0\0\0\0\0' |
		dd of=libshape.so bs=1 seek=58 conv=notrunc status=none
	run -0 readelf -S libshape.so
	expect $'\nThere are no sections in this file.'
	prints 0 caller
}

@test "a file that is larger than memory may be, of which little is loaded" {
	caller
	truncate -s 100G libshape.so
	ulimit -v 500000
	prints 0 caller
}

@test "headers that lie in no segment" {
	caller
	cat >script <<-'LD'
	PHDRS
	{
		text PT_LOAD; data PT_LOAD; dynamic PT_DYNAMIC; stack PT_GNU_STACK;
	}
	SECTIONS
	{
		. = 0x3000;
		.hash : { *(.hash) } :text
		.dynsym : { *(.dynsym) }
		.dynstr : { *(.dynstr) }
		.rela.dyn : { *(.rela.*) }
		.text : { *(.text*) }
		.rodata : { *(.rodata*) }
		. = 0x8000;
		.dynamic : { *(.dynamic) } :data :dynamic
		.data : { *(.data* .got*) } :data
		.bss : { *(.bss*) }
		/DISCARD/ : { *(.note*) *(.eh_frame*) *(.comment) }
	}
	LD
	shapes bfd -Wl,-T,script -Wl,--hash-style=sysv -DZEROS=20000
	run -0 readelf -lW libshape.so
	[[ $output =~ LOAD\ +0x001000\ 0x0*3000 ]]
}

@test "a library's addresses may begin anywhere" {
	local address
	caller
	for address in 0x1000 0x400000 0x7000000000; do
		shapes bfd -Wl,-Ttext-segment=$address
		shapes gold -Wl,-Ttext=$((address + 0x1000))
		shapes lld -Wl,--image-base=$address
	done
}

# programs FLAGS...: a program of that shape, and all in it, is right.
programs()
{
	program main shape.o "$@" <<<"$caller"
	prints 0 main || { echo "with $*" >&2; return 1; }
}

@test "programs that move, and programs that do not" {
	local linker kind shape_flags count=0
	for linker in $(linkers); do
		for kind in pie no-pie; do
			for shape_flags in '' '-DZEROS=100000 -DDATA=5000'; do
				# shellcheck disable=SC2086 # flags
				compiles shape.o -f$kind $shape_flags <"$shape"
				programs -f$kind -$kind "-fuse-ld=$linker"
				programs -f$kind -$kind "-fuse-ld=$linker" \
					-Wl,-z,max-page-size=0x200000
				count=$((count + 1))
			done
			# What was compiled last has bss far behind its data.
			programs -f$kind -$kind "-fuse-ld=$linker" -Wl,-z,now
			programs -f$kind -$kind "-fuse-ld=$linker" \
				-Wl,-z,norelro
		done
	done
	[ "$count" -ge 8 ]
}

@test "a program far up, a program whose headers the kernel does not show" {
	compiles shape.o -fno-pie <"$shape"
	programs -fno-pie -no-pie -Wl,-Ttext-segment=0x10000000
	programs -fno-pie -no-pie -Wl,-Ttext-segment=0x10000
	programs -fno-pie -no-pie -fuse-ld=lld -Wl,--image-base=0x200000
}

@test "a library that wants an executable stack gets it" {
	library nested -Wl,-z,execstack <<-'C'
	static int through(int (*function)(int)) { return function(2); }
	int nested(int x)
	{
		int add(int y) { return x + y; }
		return through(add);
	}
	C
	program main -lnested <<-'C'
	#include <stdio.h>
	int nested(int x);
	int main(void) { printf("%d\n", nested(3)); return 0; }
	C
	prints 5 main
	# The stack stays as it was where nobody asks for that.
	library nested <<<'int nested(int x) { char code[1] = { (char)0xc3 };
		((void (*)(void))code)(); return x; }'
	both main
	[ "$status" -eq 139 ]
}

# Says who is constructed, in order.
say='long write(int, const void *, unsigned long);
__attribute__((constructor)) static void say(void) { write(1, NAME, 2); }'

@test "a file with two names is one object" {
	library one '-DNAME="1\n"' <<<"$say int one(void) { return 1; }"
	library two '-DNAME="2\n"' <<<"$say int two(void) { return 2; }"
	program main -lone -ltwo <<-'C'
	int one(void), two(void);
	int main(void) { return one() + two(); }
	C
	both main
	expect $'2\n1'
	[ "$status" -eq 3 ]
	library two '-DNAME="2\n"' <<-C
	$say int one(void) { return 3; } int two(void) { return 4; }
	C
	ln -f libtwo.so libone.so
	both main
	expect 2
	[ "$status" -eq 7 ]
	ln -fs libtwo.so libone.so
	both main
	expect 2
	[ "$status" -eq 7 ]
	cp --remove-destination libtwo.so libone.so
	both main
	expect $'2\n2'
	[ "$status" -eq 7 ]
}

@test "a name that is loaded is not searched for again, DT_SONAME is a name" {
	mkdir near far
	library x '-DNAME="1\n"' -Wl,-soname,libx.so.1 <<<"$say
		int x(void) { return 1; }"
	cp libx.so near/libx.so.1
	library a -lx '-Wl,-rpath,$ORIGIN/near' <<<'int x(void);
		int a(void) { return x(); }'
	library x '-DNAME="2\n"' -Wl,-soname,libx.so.1 <<<"$say
		int x(void) { return 2; }"
	cp libx.so far/libx.so.1
	library b -lx '-Wl,-rpath,$ORIGIN/far' <<<'int x(void);
		int b(void) { return x(); }'
	rm libx.so
	program main -la -lb -Wl,--allow-shlib-undefined <<-'C'
	#include <stdio.h>
	int a(void), b(void);
	int main(void) { printf("%d %d\n", a(), b()); return 0; }
	C
	prints $'1\n1 1' main
	# Found under a file's name, it has the other name all the same.
	library third '-DNAME="3\n"' -Wl,-soname,libx.so.1 <<<"$say
		int x(void) { return 3; }"
	program main -lthird -la -lb -Wl,--allow-shlib-undefined <<-'C'
	#include <stdio.h>
	int a(void), b(void);
	int main(void) { printf("%d %d\n", a(), b()); return 0; }
	C
	cp libthird.so libx.so.1
	prints $'3\n3 3' main
}

@test "libraries that need each other, and one that needs itself" {
	library a </dev/null
	library b -la '-DNAME="b\n"' <<<"$say int a(void);
		int b(void) { return a() + 1; } int base = 3;"
	library d -lb '-DNAME="d\n"' <<<"$say int b(void);
		int d(void) { return b() + 1; }"
	library a -ld -lb -la '-DNAME="a\n"' <<<"$say extern int base;
		int a(void) { return base; }"
	program main -ld <<<'int d(void); int main(void) { return d(); }'
	both main
	[ "$status" -eq 5 ]
	[ "${#output}" -eq 5 ]
}

@test "the nearest object comes first, level by level" {
	local name
	for name in x y z; do
		library $name "-DNAME=\"$name\"" <<<'
			const char *who(void) { return NAME; }'
	done
	library a -lx <<<'const char *a(void) { return "a"; }'
	library b -ly <<<'const char *b(void) { return "b"; }'
	library d -lz <<<'const char *d(void) { return "d"; }'
	cat >main.c <<-'C'
	#define _GNU_SOURCE
	#include <link.h>
	#include <stdio.h>
	#include <string.h>
	const char *who(void);
	static int show(struct dl_phdr_info *info, size_t size, void *data)
	{
		const char *name = strrchr(info->dlpi_name, '/');
		(void)size, (void)data;
		if (name && strlen(name) == 8)
			printf("%.1s ", name + 4);
		return 0;
	}
	int main(void)
	{
		dl_iterate_phdr(show, NULL);
		puts(who());
		return 0;
	}
	C
	cp libb.so libb.so.old
	library b -ly <<<'const char *who(void) { return "b"; }'
	program main -la -lb -ld <main.c
	program back -ld -lb -la -lz <main.c
	prints 'a b d x y z b' main
	prints 'd b a z y x b' back
	mv libb.so.old libb.so
	prints 'a b d x y z x' main
	prints 'd b a z y x z' back
	prints_everywhere 'd b a z y x z' back
}

@test "a needed library that is empty or of another machine is refused" {
	caller
	: >libshape.so
	both caller
	expect ''
	[ "$status" -eq 127 ]
	library shape <"$shape"
	printf '\x03' | dd of=libshape.so bs=1 seek=18 conv=notrunc status=none
	both caller
	expect ''
	[ "$status" -eq 127 ]
}

@test "RELRO may begin before its segment, in the same page" {
	local entry start size
	caller
	shapes bfd -Wl,-z,relro
	# As mold does where thread-local zeros stand first.
	entry=$(readelf -lW libshape.so | awk '/^Program Headers:/ { n = NR }
		$1 == "GNU_RELRO" { print NR - n - 2, $3, $6 }')
	read -r entry start size <<<"$entry"
	entry=$((64 + 56 * entry))
	patch libshape.so $((entry + 16)) "$(escapes $((start - 8)))"
	patch libshape.so $((entry + 40)) "$(escapes $((size + 8)))"
	run -0 readelf -lW libshape.so
	[[ $output == *"GNU_RELRO"* ]]
	prints 0 caller
}
