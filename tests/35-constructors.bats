#!/usr/bin/env bats
# What must run before main runs before it, in order, with main's arguments; and
# what must run after it, the other way round.

load helper
load start/ways

setup_file()
{
	build order order.c
}

@test "preinit_array, priorities, those without one; main; the way back" {
	each_way order argument
	[ "$status" -eq 7 ]
	expect 'an array 2 argument envp
its second 2 argument envp
constructor 101 2 argument envp
constructor 200 2 argument envp
an array 2 argument envp
constructor 1000 2 argument envp
constructor 2 argument envp
main 2 the same arguments
destructor
destructor 200
destructor 101'
}

@test "they cost one mprotect, and no other system call" {
	keeps constructors "$BATS_FILE_TMPDIR/order/gcc-bfd-static" argument
}

@test "the older form, which no linker script here runs, is refused" {
	for section in .ctors .dtors .init .fini; do
		run -1 compile old <<<"static void f(void) { }
			__attribute__((used, section(\"$section\")))
			static void (*const old)(void) = f;
			int main(void) { return 0; }"
		[[ "$output" == *'are not run'* ]]
	done
}
