#!/usr/bin/env bats
# A name is looked up in the objects' order, by its version, among what their
# tables show; each kind of table gives the same answers.

load helper
load dynamic/helper

# A library that defines who(), and a program that says what it returns.
who='const char *who(void) { return NAME; }'
ask='#include <stdio.h>
const char *who(void);
int main(void) { puts(who()); return 0; }'

@test "GNU's hash table, the System V one and both, of few names and of many" {
	local linker style count=0 i
	for i in {1..400}; do
		echo "int f$i(void) { return $i; } int v$i = $i;"
	done >many.c
	cat >main.c <<-'C'
	#include <stdio.h>
	#define NAMES(x) x(1) x(2) x(3) x(17) x(100) x(255) x(256) x(399) x(400)
	#define DECLARE(i) int f##i(void); extern int v##i;
	#define SUM(i) + f##i() + v##i
	NAMES(DECLARE)
	extern int v401 __attribute__((weak)), f402(void) __attribute__((weak));
	int main(void)
	{
		printf("%d %d %d\n", 0 NAMES(SUM), &v401 != 0, &f402 != 0);
		return 0;
	}
	C
	library many <many.c
	program main -lmany <main.c
	for linker in $(linkers); do
		for style in sysv gnu both; do
			library many "-fuse-ld=$linker" \
				-Wl,--hash-style=$style <many.c
			prints '2866 0 0' main
			prints '2866 0 0' LD_BIND_NOW=1 main
			count=$((count + 1))
		done
	done
	[ "$count" -ge 3 ]
}

@test "the program's own definition comes before every library's" {
	library a '-DNAME="a"' <<<"$who const char *say(void) { return who(); }"
	program main -la <<-'C'
	#include <stdio.h>
	const char *say(void);
	const char *who(void) { return "main"; }
	int main(void) { puts(say()); return 0; }
	C
	prints main main
}

@test "the first definition counts, though it is weak and the next is not" {
	library a '-DNAME="a"' <<<"__attribute__((weak)) $who"
	library b '-DNAME="b"' <<<"$who"
	program main -la -lb <<<"$ask"
	prints a main
	program main -lb -la <<<"$ask"
	prints b main
}

@test "an undefined weak name is null where nobody has it" {
	library a <<-'C'
	extern int lost __attribute__((weak));
	void gone(void) __attribute__((weak));
	int *data = &lost;
	void (*function)(void) = gone;
	int a(void) { return !data + 2 * !function + 4 * !gone + 8 * !&lost; }
	C
	cat >main.c <<-'C'
	#include <stdio.h>
	int a(void);
	extern int lost __attribute__((weak));
	void gone(void) __attribute__((weak));
	int main(void)
	{
		printf("%d %d %d\n", a(), &lost != 0, gone != 0);
		return 0;
	}
	C
	program main -la <main.c
	prints '15 0 0' main
	program fixed -la -fno-pie -no-pie <main.c
	prints '15 0 0' fixed
	library b <<<'int lost; void gone(void) { }'
	program main -la -lb <main.c
	prints '0 1 1' main
}

@test "a strong name that nobody has: refused at once, or at its first call" {
	library a '-DNAME="a"' <<<"$who"
	program main -la <<-'C'
	#include <stdio.h>
	const char *who(void);
	int main(int argc, char **argv)
	{
		(void)argv;
		puts("main");
		fflush(stdout);
		if (argc > 1)
			puts(who());
		return 0;
	}
	C
	library a </dev/null
	prints main main
	both main call
	expect main
	[ "$status" -eq 127 ]
	both LD_BIND_NOW=1 main
	expect ''
	[ "$status" -eq 127 ]
	library a <<<'const char *who(void); const char *(*data)(void) = who;'
	both main
	expect ''
	[ "$status" -eq 127 ]
}

@test "hidden, internal and protected names" {
	library a <<-'C'
	#define V(kind) __attribute__((visibility(#kind)))
	V(hidden) const char *hidden(void) { return "a"; }
	V(internal) const char *internal(void) { return "a"; }
	V(protected) const char *protected(void) { return "a"; }
	const char *shown(void) { return "a"; }
	V(protected) const char *data = "a";
	const char *a(int which)
	{
		return which == 0 ? hidden() : which == 1 ? internal() :
			which == 2 ? protected() : which == 3 ? shown() : data;
	}
	C
	library b <<-'C'
	const char *hidden(void) { return "b"; }
	const char *internal(void) { return "b"; }
	const char *protected(void) { return "b"; }
	const char *shown(void) { return "b"; }
	const char *data = "b";
	const char *b(int which)
	{
		return which == 0 ? hidden() : which == 1 ? internal() :
			which == 2 ? protected() : which == 3 ? shown() : data;
	}
	C
	cat >main.c <<-'C'
	#include <stdio.h>
	const char *a(int), *b(int);
	const char *hidden(void), *internal(void), *protected(void), *shown(void);
	int main(void)
	{
		for (int i = 0; i < 5; i++)
			printf("%s%s ", a(i), b(i));
		printf("%s%s%s%s\n", hidden(), internal(), protected(), shown());
		return 0;
	}
	C
	program main -la -lb <main.c
	prints 'ab ab aa aa aa bbaa' main
	program main -lb -la <main.c
	prints 'ab ab ab bb ab bbbb' main
}

@test "the address of a protected function in data is its own" {
	library a <<-'C'
	__attribute__((visibility("protected"))) int f(void) { return 1; }
	int (*pointer)(void) = f;
	C
	library x <<<'int f(void) { return 2; }'
	readelf -rW liba.so >relocations
	run -0 grep -c 'R_X86_64_64 .* f' relocations
	program main -la -fpic <<-'C'
	#include <stdio.h>
	int f(void);
	extern int (*pointer)(void);
	int main(void) { printf("%d %d\n", f(), pointer()); return 0; }
	C
	prints '1 1' main
	prints '2 1' LD_PRELOAD=./libx.so main
}

@test "-Bsymbolic, and -Bsymbolic-functions" {
	local flag
	cat >a.c <<-'C'
	int function(void) { return 1; }
	int data = 1;
	int (*pointer)(void) = function;
	int a(void) { return 100 * function() + 10 * data + pointer(); }
	C
	for flag in no-symbolic Bsymbolic Bsymbolic-functions; do
		flag=${flag/no-symbolic/z,lazy}
		library a "-Wl,-$flag" <a.c
		program main -la <<-'C'
		#include <stdio.h>
		int a(void);
		int function(void) { return 2; }
		int data = 2;
		int main(void) { printf("%d\n", a()); return 0; }
		C
		case $flag in
		z,lazy) prints 222 main ;;
		Bsymbolic) prints 111 main ;;
		*) prints 121 main ;;
		esac
	done
}

@test "DT_SYMBOLIC: the look-up itself begins with the asking object" {
	library a -Wl,-z,now <<-'C'
	int function(void) { return 1; }
	int a(void) { return function(); }
	C
	program main -la <<-'C'
	#include <stdio.h>
	int a(void);
	int function(void) { return 2; }
	int main(void) { printf("%d\n", a()); return 0; }
	C
	prints 2 main
	# DT_FLAGS says DF_SYMBOLIC instead of DF_BIND_NOW.
	entry=$(readelf -dW liba.so | awk '$2 == "(FLAGS)" { print NR - 4 }')
	patch liba.so $(($(offset liba.so .dynamic) + 16 * entry + 8)) '\x02'
	run -0 readelf -dW liba.so
	[[ $output == *"(FLAGS)"*SYMBOLIC* ]]
	prints 1 main
}

@test "LD_PRELOAD: before all libraries, in its order, by name and by path" {
	local name
	for name in a b x; do
		library $name "-DNAME=\"$name\"" <<<"$who"
	done
	mkdir sub
	mv libx.so sub
	program main -la <<<"$ask"
	prints a main
	prints b LD_PRELOAD=./libb.so main
	prints b LD_PRELOAD=libb.so LD_LIBRARY_PATH=. main
	prints x LD_PRELOAD=./sub/libx.so:./libb.so main
	prints b LD_PRELOAD='  ./libb.so ./sub/libx.so ' main
	prints b LD_PRELOAD=:./libb.so: main
	prints a LD_PRELOAD= main
	prints a LD_PRELOAD=./liba.so:./libb.so main
}

@test "a library of LD_PRELOAD that is not there is left out, with a word" {
	library a '-DNAME="a"' <<<"$who"
	library b '-DNAME="b"' <<<"$who"
	program main -la <<<"$ask"
	prints b LD_PRELOAD=./libgone.so:./libb.so main
	[[ $stderr == "ld-premain: ./libgone.so: "*LD_PRELOAD* ]]
}

@test "a preloaded function finds the next one of its name" {
	library a '-DNAME="a"' <<<"$who"
	library b -ldl <<-'C'
	#define _GNU_SOURCE
	#include <dlfcn.h>
	const char *who(void)
	{
		static char text[8] = "b";
		const char *(*next)(void) = dlsym(RTLD_NEXT, "who");
		text[1] = next()[0];
		return text;
	}
	C
	program main -la -Wl,-z,lazy <<<"$ask"
	prints ba LD_PRELOAD=./libb.so main
}

@test "one object answers for a unique name, even among private ones" {
	LANGUAGE=c++ library a -std=c++17 <<-'C'
	inline int counter = 0;
	extern "C" int *a() { return &++counter; }
	C
	mv liba.so libb.so
	LANGUAGE=c++ library a -std=c++17 <<-'C'
	inline int counter = 0;
	extern "C" int *a() { return &++counter; }
	C
	program main -ldl <<-'C'
	#include <dlfcn.h>
	#include <stdio.h>
	int main(void)
	{
		void *a = dlopen("./liba.so", RTLD_NOW | RTLD_LOCAL);
		void *b = dlopen("./libb.so", RTLD_NOW | RTLD_LOCAL);
		int *(*first)(void) = dlsym(a, "a"), *(*second)(void) = dlsym(b, "a");
		int *one = first(), *two = second();
		printf("%d %d %d\n", first != second, one == two, *one);
		dlclose(a);
		dlclose(b);
		/* Whoever owns a unique object stays. */
		printf("%d\n", *one);
		return 0;
	}
	C
	readelf -sW liba.so >symbols
	run -0 grep -c 'OBJECT  UNIQUE .* counter' symbols
	prints $'1 1 2\n2' main
}

# versions FILE: a library of two versions of f() and what only one has.
versions()
{
	cat >map <<-'LD'
	V1 { global: f; old; local: *; };
	V2 { global: f; new; } V1;
	LD
	library v -Wl,--version-script,map "$@" <<-'C'
	__attribute__((symver("f@V1"))) int f1(void) { return 1; }
	__attribute__((symver("f@@V2"))) int f2(void) { return 2; }
	int old(void) { return 3; }
	int new(void) { return 4; }
	int hidden(void) { return 5; }
	C
}

# call FUNCTION: a program that prints what it returns.
calls='#include <stdio.h>
int f(void);
int main(void) { printf("%d\n", f()); return 0; }'

@test "a name gets the version that it was linked with" {
	local linker count=0
	for linker in $(linkers); do
		echo 'V1 { global: f; };' >map
		library v "-fuse-ld=$linker" -Wl,--version-script,map \
			<<<'int f(void) { return 0; }'
		program old "-fuse-ld=$linker" -lv <<<"$calls"
		prints 0 old
		versions "-fuse-ld=$linker"
		program new "-fuse-ld=$linker" -lv <<<"$calls"
		prints 2 new
		prints 1 old
		count=$((count + 1))
	done
	[ "$count" -ge 1 ]
}

@test "a name without a version: the base, or else the default" {
	library v <<<'int f(void) { return 0; }'
	program main -lv <<<"$calls"
	prints 0 main
	versions
	prints 1 main
	echo 'V2 { global: f; };' >map
	library v -Wl,--version-script,map <<<'int f(void) { return 6; }'
	prints 6 main
	echo 'V0 { }; V1 { }; V2 { global: f; } V1;' >map
	library v -Wl,--version-script,map <<<'int f(void) { return 7; }'
	prints 7 main
	# A name that is there in hidden versions only, and none is the base.
	library v -Wl,--version-script,map <<-'C'
	__attribute__((symver("f@V2"))) int f2(void) { return 2; }
	C
	both main
	expect ''
	[ "$status" -eq 127 ]
}

@test "a version that the library does not have is refused before all" {
	versions
	program main -lv <<<"$calls"
	echo 'V1 { global: *; };' >map
	library v -Wl,--version-script,map <<<'int f(void) { return 1; }'
	LOADERS=glibc both main
	[ "$status" -eq 1 ]
	LOADERS=premain both main
	expect ''
	[ "$status" -eq 127 ]
	[[ $stderr == "ld-premain: "*libv.so* && $stderr == *V2* ]]
	# The version is there, but not the name in it: found out at the call.
	echo 'V1 { global: f; }; V2 { global: new; } V1;' >map
	library v -Wl,--version-script,map <<<'int f(void) { return 1; }'
	both main
	expect ''
	[ "$status" -eq 127 ]
}

@test "a weak version may be missing, a library may have no versions" {
	versions
	program main -lv <<-'C'
	#include <stdio.h>
	__attribute__((weak)) int new(void);
	int main(void) { printf("%d\n", new ? new() : 0); return 0; }
	C
	prints 4 main
	# VER_FLG_WEAK, which no linker sets of itself.
	for loader in $LOADERS; do
		place=$(offset main.$loader .gnu.version_r)
		place=$((place + $(readelf -VW main.$loader |
			sed -n 's/^ *\(0x[0-9a-f]*\): *Name: V2 .*/\1/p')))
		patch main.$loader $((place + 4)) '\x02'
	done
	echo 'V1 { global: f; };' >map
	library v -Wl,--version-script,map <<<'int f(void) { return 1; }'
	prints 0 main
	versions
	program main -lv <<<"$calls"
	library v <<<'int f(void) { return 6; }'
	# glibc before 2.39 ends here by an assertion of its own.
	LOADERS=premain prints 6 main
}

@test "two libraries with other versions of one name serve each its own" {
	echo 'OLD { global: f; };' >map
	library old -Wl,--version-script,map <<<'int f(void) { return 1; }'
	library a -lold <<<'int f(void); int a(void) { return f(); }'
	echo 'NEW { global: f; };' >map
	library new -Wl,--version-script,map <<<'int f(void) { return 2; }'
	library b -lnew <<<'int f(void); int b(void) { return f(); }'
	program main -la -lb <<-'C'
	#include <stdio.h>
	int a(void), b(void);
	int main(void) { printf("%d%d\n", a(), b()); return 0; }
	C
	prints 12 main
	prints_everywhere 12 main
	# Without versions, whoever is there takes both.
	library x <<<'int f(void) { return 7; }'
	prints 77 LD_PRELOAD=./libx.so main
}

@test "a thousand versions, and names of thousands of bytes" {
	local i long
	long=$(printf 'x%.0s' {1..3000})
	for i in {1..1000}; do
		echo "V$i { global: f$i; };"
	done >map
	for i in {1..1000}; do
		echo "int f$i(void) { return $i; }"
	done >many.c
	echo "int $long(void) { return 1; } int ${long}y(void) { return 2; }" \
		>>many.c
	library many -Wl,--version-script,map <many.c
	program main -lmany <<-C
	#include <stdio.h>
	int f1(void), f2(void), f999(void), f1000(void), $long(void);
	int ${long}y(void);
	int main(void)
	{
		printf("%d %d\n", f1() + f2() + f999() + f1000(),
			10 * $long() + ${long}y());
		return 0;
	}
	C
	prints '2002 12' main
}

@test "an absolute name is a number that does not move" {
	library a -Wl,--defsym=number=0x12345 <<-'C'
	extern char number[];
	char *pointer = number;
	unsigned long a(void) { return (unsigned long)pointer; }
	C
	program main -la -fpic <<-'C'
	#include <stdio.h>
	extern char number[];
	unsigned long a(void);
	int main(void) { printf("%lx %p\n", a(), (void *)number); return 0; }
	C
	prints '12345 0x12345' main
}

@test "a name without a type is one all the same, as NASM makes them" {
	assemble untyped <<-'ASM'
	default rel
	global plain, value
	section .text
	plain:  mov eax, [value]
	        ret
	section .data
	value:  dd 41
	section .note.GNU-stack noalloc noexec nowrite progbits
	ASM
	library a untyped.o -Wl,-Bsymbolic </dev/null
	program main -la -fpic <<-'C'
	#include <stdio.h>
	int plain(void);
	extern int value;
	int main(void)
	{
		printf("%d ", plain());
		printf("%d\n", ++value);
		return 0;
	}
	C
	run -0 readelf --dyn-syms -W liba.so
	[[ $output == *"NOTYPE  GLOBAL DEFAULT"*plain* ]]
	prints '41 42' main
}
@test "a filter hands the look-up to its filtee, an auxiliary one as it can" {
	library real '-DNAME="real"' <<<"$who"
	library a '-DNAME="a"' -Wl,-F,libreal.so <<<"$who"
	program main -la <<<"$ask"
	prints real main
	library a '-DNAME="a"' -Wl,-f,libreal.so <<<"$who"
	prints real main
	rm libreal.so
	prints a main
}
