#!/usr/bin/env bats
# A relocation that cannot be done is refused by a line that names the object,
# the table, its number and its type; so is thread-local storage without end.

load helper
load dynamic/helper

# patch FILE OFFSET BYTES: BYTES as printf's \x.
patch()
{
	# shellcheck disable=SC2059 # the format is what is written
	printf "$3" | dd of="$1" bs=1 seek=$(($2)) conv=notrunc status=none
}

# offset FILE SECTION: where it begins in the file.
offset()
{
	readelf -SW "$1" | sed -n "s/^.* $2  *[A-Z]*  *[0-9a-f]* \([0-9a-f]*\).*/0x\1/p"
}

# A library with one relocation in each of its two tables, and a program.
setup()
{
	cd "$BATS_TEST_TMPDIR" || return 1
	library a -Wl,-z,lazy <<-'C'
	extern int value;
	int *pointer[2] = { &value };
	int f(void);
	int a(void) { return f(); }
	C
	library b <<<'int value; int f(void) { return 0; }'
	LOADERS=premain program main -la -lb <<<'int main(void) { return 0; }'
}

# refused LINE: the program is refused with this line.
refused()
{
	run -127 ./main.premain
	expect "ld-premain: $(pwd -P)/liba.so: $1"
}

@test "a type that no loader can do, in either table" {
	run -0 ./main.premain
	patch liba.so "$(offset liba.so .rela.dyn) + 8" '\xc8'
	refused "DT_RELA's relocation 0: type 200 is none that a loader can do"
	patch liba.so "$(offset liba.so .rela.dyn) + 8" '\x01'
	run -0 ./main.premain
	patch liba.so "$(offset liba.so .rela.plt) + 8" '\x0e'
	refused "DT_JMPREL's relocation 0: type 14 is none that a loader can do"
}

@test "types of 32 bits, where the symbol is further away" {
	local type
	for type in 0a 0b; do
		patch liba.so "$(offset liba.so .rela.dyn) + 8" "\\x$type"
		refused "DT_RELA's relocation 0: type $((16#$type)) $(
			)does not reach its symbol by 32 bits"
	done
	# The libraries lie beside each other: this one does.
	patch liba.so "$(offset liba.so .rela.dyn) + 8" '\x02'
	run -0 ./main.premain
}

@test "a copy is for programs, a resolver is code" {
	patch liba.so "$(offset liba.so .rela.dyn) + 8" '\x05'
	refused "DT_RELA's relocation 0: type 5 (COPY) is for programs only"
	patch liba.so "$(offset liba.so .rela.dyn) + 8" '\x25'
	refused "DT_RELA's relocation 0: type 37 (IRELATIVE) has no code at $(
		)its addend"
}

@test "a symbol that says it is a chosen function and is no code" {
	local symbol
	symbol=$(readelf --dyn-syms -W libb.so | awk '$8 == "value" { print $1 + 0 }')
	patch libb.so "$(offset libb.so .dynsym) + 24 * $symbol + 4" '\x1a'
	run -127 ./main.premain
	expect "ld-premain: $(pwd -P)/libb.so: the resolver of an ifunc lies outside $(
		)every executable segment"
}

@test "a thread-local variable where there is none" {
	local type
	for type in 10 11 12 24; do
		patch liba.so "$(offset liba.so .rela.dyn) + 8" "\\x$type"
		refused "DT_RELA's relocation 0: type $((16#$type)) means a $(
			)thread-local variable of an object that has none"
	done
}

@test "more thread-local memory than there is" {
	library a <<<'__thread char big[1 << 30]; void *a(void) { return big; }'
	ulimit -v 1000000
	run -127 ./main.premain
	expect "ld-premain: no memory for thread-local variables"
}

@test "a library that comes later and finds no room below the thread pointer" {
	library a -ftls-model=initial-exec <<-'C'
	__thread char big[5000];
	void *a(void) { return big; }
	C
	library b -ftls-model=initial-exec <<-'C'
	__thread int small = 3;
	int b(void) { return small; }
	C
	LOADERS=premain program main -ldl <<-'C'
	#include <dlfcn.h>
	#include <stdio.h>
	int main(void)
	{
		int (*b)(void);
		puts(dlopen("./liba.so", RTLD_NOW) ? "opened" : dlerror());
		b = (int (*)(void))dlsym(dlopen("./libb.so", RTLD_NOW), "b");
		printf("%d\n", b());
		return 0;
	}
	C
	run -0 ./main.premain
	expect "./liba.so: no room below the thread pointer for its variables
3"
}

@test "a variable that is shorter than its symbol says is copied as far as it is" {
	LANGUAGE=assembler object short <<-'S'
	.data
	.globl	short
	.type	short, @object
	.size	short, 100000
	short:	.long	56
	.section .note.GNU-stack,"",@progbits
	S
	library b short.o </dev/null
	LOADERS=premain program main -lb -fno-pie -no-pie <<-'C'
	#include <stdio.h>
	extern int short_variable __asm__("short");
	int main(void) { printf("%d\n", short_variable); return 0; }
	C
	readelf -rW main.premain >relocations
	grep -q R_X86_64_COPY relocations
	run -0 ./main.premain
	expect 56
}
