#!/usr/bin/env bats
# A function is bound when it is called first: the slot leads to it from then
# on, its arguments arrive in every register of any width, debuggers see who
# called; and the loader's own code needs no vector register for that.

load helper
load dynamic/helper

ours=$PREMAIN_BUILD/lib/ld-premain.so.1

# wide FLAGS...: a program that calls target() and chosen(), an ifunc, with all
# registers full. It prints for each width that the processor has which
# registers have not arrived: the first call, the second, the stack's alignment
# in a resolver.
wide()
{
	assemble one <"$PREMAIN_TOP/tests/dynamic/wide_library.asm"
	assemble two <"$PREMAIN_TOP/tests/dynamic/wide_program.asm"
	library wide one.o <<-'C'
	void target(void), scrub(void);
	extern long width;
	long misaligned;
	static void *choose(void)
	{
		misaligned = (long)__builtin_frame_address(0) & 15;
		scrub();
		return target;
	}
	void chosen(void) __attribute__((ifunc("choose")));
	void set_width(long bytes) { width = bytes; }
	C
	cat >main.c <<-'C'
	#include <stdio.h>
	#include <stdlib.h>
	#include <string.h>
	struct registers {
		unsigned char vector[32][64];
		unsigned long mask[8], general[8], stack;
	};
	extern struct registers after;
	extern long misaligned;
	void first(struct registers *before, long width);
	void second(struct registers *before, long width);
	void set_width(long bytes);

	static struct registers before;

	static void compare(const char *what, long width)
	{
		printf("%s:", what);
		for (int i = 0; i < (width == 64 ? 32 : 16); i++)
			if (memcmp(before.vector[i], after.vector[i],
				   (size_t)width))
				printf(" vector%d", i);
		for (int i = 0; i < 8; i++)
			if (width == 64 && before.mask[i] != after.mask[i])
				printf(" k%d", i);
		for (int i = 0; i < 8; i++)
			if (before.general[i] != after.general[i])
				printf(" general%d", i);
		if (before.stack != after.stack)
			printf(" stack");
		printf("\n");
		memset(&after, 0, sizeof after);
	}

	int main(int argc, char **argv)
	{
		long width = argc > 1 ? atol(argv[1]) : 16;
		unsigned char *at = before.vector[0];

		if ((width == 32 && !__builtin_cpu_supports("avx")) ||
		    (width == 64 && !__builtin_cpu_supports("avx512f")))
			return 3;
		for (size_t i = 0; i < sizeof before; i++)
			at[i] = (unsigned char)(i * 37 + i / 251 + 1);
		for (int i = 0; i < 8; i++)
			before.mask[i] &= 0xffff;
		set_width(width);
		first(&before, width);
		compare("first call", width);
		second(&before, width);
		compare("by a resolver", width);
		printf("misaligned %ld\n", misaligned);
		return 0;
	}
	C
	LOADERS=premain program main two.o -lwide "$@" -Wl,-z,lazy <main.c
}

arrived='first call:
by a resolver:
misaligned 0'

@test "each register that may hold an argument arrives, on each machine" {
	local width widths=0
	wide -fpic
	everywhere ./main.premain 16
	expect "$arrived"
	[ "$status" -eq 0 ]
	for width in 32 64; do
		run ./main.premain "$width"
		[ "$status" -ne 3 ] || continue
		expect "$arrived"
		[ "$status" -eq 0 ]
		widths=$((widths + 1))
	done
	[ "$widths" -ge 1 ] || skip "vector registers have 16 bytes only here"
}

@test "and while the narration tells of each call" {
	wide -fpic
	run -0 --separate-stderr with LD_PREMAIN=bind ./main.premain 16
	expect "$arrived"
	[[ $stderr == *target*chosen* ]]
}

@test "and where calls are bound at the start" {
	wide -fpic
	run -0 with LD_BIND_NOW=1 ./main.premain 16
	expect "$arrived"
}

# A first call runs find_symbol() and what it calls: none of these functions.
# The last three are the library's, for others.
loads='check_fours memcpy memmove memset'

@test "a first call runs no code of the loader that names a vector register" {
	run -0 objdump -d --no-show-raw-insn "$ours"
	[ "${#lines[@]}" -gt 2000 ]
	awk '/^[0-9a-f]+ <.*>:$/ { name = $2 }
		/%([xyz]mm|mm[0-7]|k[0-7]|st)|f?xr?(save|stor)/ { print name }' \
		<<<"$output" | sed 's/[<>:]//g; s/[.].*//' | sort -u >found
	output=$(xargs <found)
	expect "$loads outside"
	run -0 nm "$PREMAIN_BUILD/ld-premain.o"
	[ "$(grep -cE ' U (memcpy|memmove|memset)$' <<<"$output")" -eq 0 ]
	[ "$(grep -cE ' T __wrap_(memcpy|memmove|memset)$' <<<"$output")" -eq 3 ]
}

# What f()'s slot holds, before its first call and after it.
slot_program()
{
	library f "$1" <<-'C'
	__attribute__((visibility("protected"))) int f(void) { return 1; }
	void *where(void) { return f; }
	C
	LOADERS=premain program main -lf -fno-pie -no-pie "${@:2}" <<-'C'
	#include <stdio.h>
	#include <stdlib.h>
	int f(void);
	void *where(void);
	extern char __executable_start[], etext[];
	int main(int argc, char **argv)
	{
		char **slot = (char **)strtoul(argv[argc - 1], NULL, 16);
		char *before = *slot;
		f();
		printf("%s, %s\n",
			before == where() ? "bound" :
			before >= __executable_start && before < etext ?
			"in the PLT" : "elsewhere",
			*slot == where() ? "bound" : "not bound");
		return 0;
	}
	C
	slot=$(readelf -rW main.premain |
		awk '/JUMP_SLO|GLOB_DAT/ && $5 == "f" { print $1 }')
}

@test "a slot before the first call and after it" {
	local linker count=0
	for linker in $(linkers); do
		slot_program "-fuse-ld=$linker" "-fuse-ld=$linker" -Wl,-z,lazy
		run -0 ./main.premain "$slot"
		expect 'in the PLT, bound'
		run -0 with LD_BIND_NOW=1 ./main.premain "$slot"
		expect 'bound, bound'
		run -0 with LD_BIND_NOW= ./main.premain "$slot"
		expect 'in the PLT, bound'
		slot_program "-fuse-ld=$linker" "-fuse-ld=$linker" -Wl,-z,now
		run -0 ./main.premain "$slot"
		expect 'bound, bound'
		count=$((count + 1))
	done
	[ "$count" -ge 1 ]
}

@test "a function that is missing is said at its first call, with status 127" {
	library f <<<'int f(void) { return 1; }'
	LOADERS=premain program main -lf <<-'C'
	#include <stdio.h>
	int f(void);
	int main(void)
	{
		puts("main");
		fflush(NULL);
		return f();
	}
	C
	library f </dev/null
	run -127 --separate-stderr ./main.premain
	expect main
	[[ $stderr == "ld-premain: ./main.premain: "*f* ]]
	[ "${#stderr_lines[@]}" -eq 1 ]
	run -127 --separate-stderr with LD_BIND_NOW=1 ./main.premain
	expect ''
	[[ $stderr == "ld-premain: ./main.premain: "*f* ]]
}

@test "a PLT that asks for a slot that is none is told so" {
	library f <<<'int f(void) { return 1; }'
	LANGUAGE=assembler object wrong <<-'S'
	.globl	wrong
	wrong:	push	$0x7fffffff
		push	_GLOBAL_OFFSET_TABLE_+8(%rip)
		jmp	*_GLOBAL_OFFSET_TABLE_+16(%rip)
	.section .note.GNU-stack,"",@progbits
	S
	LOADERS=premain program main wrong.o -lf -Wl,-z,lazy <<-'C'
	void wrong(void);
	int f(void);
	int main(int argc, char **argv)
	{
		(void)argv;
		if (argc > 1)
			return f();
		wrong();
		return 0;
	}
	C
	run -127 ./main.premain
	expect "ld-premain: ./main.premain: its PLT asks for a slot that $(
		)DT_JMPREL has not"
}

@test "a debugger sees through the trampoline who calls" {
	command -v gdb >/dev/null || skip "no gdb"
	library f -g <<-'C'
	static int one(void) { return 1; }
	static void *choose(void) { return one; }
	int f(void) __attribute__((ifunc("choose")));
	C
	LOADERS=premain program main -lf -g -Wl,-z,lazy <<-'C'
	int f(void);
	static int calls(void) { return f() - 1; }
	int main(void) { return calls(); }
	C
	run gdb -nx -batch -iex 'set auto-load off' \
		-iex 'set debuginfod enabled off' \
		-iex "set solib-search-path ${ours%/*}" \
		-ex 'set breakpoint pending on' -ex 'break choose' -ex run \
		-ex backtrace ./main.premain
	[[ $output == *"Breakpoint 1"* ]] || skip "gdb may not trace here"
	output=$(sed -n 's/^#[0-9]* *\(0x[0-9a-f]* in \)\{0,1\}\([a-z_]*\).*/\2/p' \
		<<<"$output" | xargs)
	expect "choose definition_address bind outside bind_slot lazy calls main"
}

@test "a library that comes later: lazy slots, and constants that stay" {
	library f <<<'int f(void) { return 1; }'
	library later -lf -Wl,-z,relro,-z,lazy <<-'C'
	int f(void), missing(void);
	static int x;
	int *const constant[2] = { &x, &x };
	int calls(void) { return f(); }
	int calls_missing(void) { return missing(); }
	C
	LOADERS=premain program main -ldl <<-'C'
	#include <dlfcn.h>
	#include <stdio.h>
	int main(void)
	{
		void *later = dlopen("./liblater.so", RTLD_NOW);
		int ***constant;
		puts(later ? "opened" : dlerror());
		later = dlopen("./liblater.so", RTLD_LAZY);
		printf("%d\n", ((int (*)(void))dlsym(later, "calls"))());
		constant = dlsym(later, "constant");
		fflush(NULL);
		constant[1] = NULL;
		puts("written");
		return 0;
	}
	C
	run -139 ./main.premain
	[[ ${lines[0]} == ./liblater.so:*missing* ]]
	[ "${lines[1]}" = 1 ]
	[[ $output != *written* ]]
}
