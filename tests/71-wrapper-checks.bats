#!/usr/bin/env bats
# premain-gcc hands out no program that would not run as it says it would

load helper

setup()
{
	cd "$BATS_TEST_TMPDIR"
	echo 'int main(void) { return 0; }' >main.c
}

# refused SENTENCE COMMAND...: fails with the sentence, and leaves no output,
# not even what was there before.
refused()
{
	local sentence=$1
	shift
	echo 'an older program' >refused
	run -1 "$@" -o refused
	if [[ $'\n'$output$'\n' != *$'\n'"premain-ld: refused $sentence"$'\n'* ]]; then
		printf 'printed:\n%s\nexpected:\npremain-ld: refused %s\n' \
			"$output" "$sentence" >&2
		return 1
	fi
	[ ! -e refused ]
}

linkers()
{
	echo bfd
	if command -v ld.lld >/dev/null; then echo lld; fi
}

@test "an object without .note.GNU-stack would make the stack executable" {
	cat >silent.asm <<-'END'
		section .text
		global silent
		silent: ret
	END
	nasm -f elf64 silent.asm -o silent.o
	premain-gcc -c main.c -o main.o
	ld -e main main.o silent.o -o plain
	run -0 readelf -lW plain
	[[ $output == *'GNU_STACK '*' RWE '* ]] ||
		skip "this ld keeps the stack as it is: $(ld -v)"
	refused 'has an executable stack: an object without .note.GNU-stack, or a nested function' \
		premain-gcc main.c silent.o
	# Who asks for it gets it.
	premain-gcc main.c silent.o -z execstack -o asked
	run -0 ./asked
	premain-gcc main.c silent.o -Wl,-z,noexecstack -o denied
	run -0 ./denied
}

@test "a nested function whose address is taken needs an executable stack" {
	cat >nested.c <<-'END'
		int call(int (*function)(void));
		int call(int (*function)(void)) { return function(); }
		int main(int argc, char **argv)
		{
			int nested(void) { return argc; }
			(void)argv;
			return call(nested);
		}
	END
	refused 'has an executable stack: an object without .note.GNU-stack, or a nested function' \
		premain-gcc -O0 nested.c
	premain-gcc -O0 -z execstack nested.c -o asked
	run -1 ./asked
}

@test "a segment that is writable and executable" {
	cat >both.s <<-'END'
		.section mixed, "awx", @progbits
		.globl both
	both:	.quad 1
		.section .note.GNU-stack, "", @progbits
	END
	cat >uses.c <<-'END'
		extern long both;
		int main(void) { return (int)both++; }
	END
	local linker
	for linker in $(linkers); do
		refused 'has a segment that is writable and executable' \
			premain-gcc -fuse-ld="$linker" uses.c both.s
	done
}

@test "two segments in one page, of which the later one would win" {
	cat >pages.ld <<-'END'
		PHDRS { code PT_LOAD FILEHDR PHDRS; data PT_LOAD;
			stack PT_GNU_STACK; }
		ENTRY(main)
		SECTIONS {
			. = 0x400000 + SIZEOF_HEADERS;
			.text : { *(.text .text.*) } :code
			.data : { *(.data .data.*) LONG(1) } :data
		}
	END
	refused 'has two segments in one page of memory' \
		premain-gcc -nostartfiles main.c -T pages.ld
}

@test "a program at address 0, which runs for root alone" {
	cat >zero.ld <<-'END'
		PHDRS { code PT_LOAD FILEHDR PHDRS; stack PT_GNU_STACK; }
		SECTIONS {
			. = SIZEOF_HEADERS;
			.text : { *(.text .text.*) } :code
		}
	END
	refused 'lies at address 0, which only root may map' \
		premain-gcc -nostartfiles main.c -T zero.ld
}

@test "a program of another type than it was asked to be" {
	refused 'is of type EXEC' premain-gcc -static-pie main.c -Wl,-no-pie
}

@test "a program interpreter" {
	cat >interpreter.c <<-'END'
		const char interpreter[] __attribute__((section(".interp"), used)) =
			"/lib64/ld-linux-x86-64.so.2";
		int main(void) { return interpreter[0]; }
	END
	refused 'wants a program interpreter' premain-gcc interpreter.c \
		-Wl,--no-gc-sections
}

@test "a shared library" {
	echo 'int shared(void) { return 1; }' >shared.c
	gcc -shared -fPIC -nostdlib shared.c -o libshared.so
	echo 'int shared(void); int main(void) { return shared(); }' >uses.c
	run -1 premain-gcc uses.c libshared.so -o out
	[[ $output == *libshared.so* ]]
	[ ! -e out ]
	run -1 premain-gcc uses.c -L. -lshared -o out
	[[ $output == *"cannot find -lshared"* ]]
	[ ! -e out ]
	refused 'wants a shared library: [libshared.so]' premain-gcc \
		-static-pie main.c -Wl,-Bdynamic,--no-as-needed libshared.so
}

@test "a relocation that the start cannot do" {
	command -v ld.lld >/dev/null || skip 'ld.lld is not there'
	cat >part.c <<-'END'
		int nowhere(void);
		int (*place)(void) = nowhere;
		int main(void) { return place == 0; }
	END
	refused 'has a relocation that its start cannot do: R_X86_64_64' \
		premain-gcc -static-pie -fuse-ld=lld part.c \
		-Wl,--unresolved-symbols=ignore-all
}

@test "code that would have to be written to when it is moved" {
	cat >absolute.s <<-'END'
		.text
		.globl place
	place:	.quad	main
		.section .note.GNU-stack, "", @progbits
	END
	cat >uses.c <<-'END'
		extern const long place;
		int main(void) { return place == 0; }
	END
	local linker
	for linker in $(linkers); do
		run -1 premain-gcc -fuse-ld="$linker" -static-pie uses.c \
			absolute.s -o refused
		[ ! -e refused ]
		premain-gcc -fuse-ld="$linker" uses.c absolute.s -o static
		run -0 ./static
	done
	# Asked to allow it, the linker makes it; it is still refused.
	refused 'would have to write into its code' premain-gcc -static-pie \
		uses.c absolute.s -Wl,-z,notext
}

@test "constructors of the old kind, which nobody would run" {
	cat >old.c <<-'END'
		static void first(void) { }
		static void (*pointer)(void)
			__attribute__((section(".ctors"), used)) = first;
		int main(void) { return 0; }
	END
	local linker layout
	for linker in $(linkers); do
		for layout in '' --hardened; do
			run -1 premain-gcc -fuse-ld="$linker" $layout old.c \
				-o refused
			[[ $output == *'premain: .ctors and .dtors are not run: compile for .init_array'* ]]
			[ ! -e refused ]
		done
	done
}

@test "a weak name that nobody defines is NULL" {
	cat >weak.c <<-'END'
		#include <stdio.h>
		extern int nowhere(void) __attribute__((weak));
		extern int nothing __attribute__((weak));
		int *table[] = { &nothing };
		int main(void)
		{
			puts(nowhere || table[0] ? "there" : "NULL");
			return 0;
		}
	END
	local linker kind count=0
	for linker in $(linkers); do
		for kind in -static -static-pie; do
			premain-gcc -fuse-ld="$linker" $kind weak.c -o weak
			everywhere ./weak
			expect NULL
			count=$((count + 1))
		done
	done
	[ "$count" -ge 2 ]
}

@test "the archive without our linker script: a link that fails by a name" {
	cat >bare.c <<-'END'
		long sys_exit_group(int status);
		int close(int descriptor);
		void _start(void)
		{
			sys_exit_group(CLOSE(-1) + 1);
		}
	END
	gcc -O1 -ffreestanding -fno-pie -c -DCLOSE= bare.c -o bare.o
	run -0 ld bare.o "$PREMAIN_BUILD/lib/libpremain.a" -o bare
	gcc -O1 -ffreestanding -fno-pie -c -DCLOSE=close bare.c -o bare.o
	run -1 ld bare.o "$PREMAIN_BUILD/lib/libpremain.a" -o bare
	[[ $output == *"undefined reference to \`__premain_linker_script'"* ]]
}

@test "a failed link leaves nothing behind" {
	echo 'int nowhere(void); int main(void) { return nowhere(); }' >part.c
	local linker
	for linker in $(linkers); do
		run -1 premain-gcc -fuse-ld="$linker" part.c -o refused
		[[ $output == *nowhere* ]]
		[ ! -e refused ]
	done
	echo 'int other(void) { return 0; }' >no-main.c
	run -1 premain-gcc no-main.c -o refused
	[[ $output == *"undefined reference to "?"main"* ]]
	[ ! -e refused ]
}
