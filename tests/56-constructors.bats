#!/usr/bin/env bats
# Constructors run once, dependencies first, with main's arguments; destructors
# run in the opposite order, and exit's functions before them.

load helper
load dynamic/helper

# speaker NAME FLAGS...: a library that says when it begins and ends.
speaker()
{
	library "$1" "-DNAME=\"$1\"" "${@:2}" <<<"$speaks"
}

quiet='int main(void) { return 0; }'

@test "a dependency is constructed before what needs it, and destroyed after" {
	speaker p
	speaker q -lp
	speaker r -lq
	program main -lr -DNAME='"main"' <<<"$speaks $quiet"
	prints '+p +q +r +main -main -r -q -p ' main
	# Named in another order by the program itself.
	program main -lr -lq -lp -DNAME='"main"' <<<"$speaks $quiet"
	prints '+p +q +r +main -main -r -q -p ' main
	program main -lp -lq -lr -DNAME='"main"' <<<"$speaks $quiet"
	prints '+p +q +r +main -main -r -q -p ' main
}

@test "libraries that do not need each other: the last one named is the first" {
	speaker p
	speaker q
	speaker r
	program main -lp -lq -lr <<<"$quiet"
	prints '+r +q +p -p -q -r ' main
	speaker x -lp -lq
	speaker y -lq -lr
	program main -lx -ly <<<"$quiet"
	both main
	[ "$status" -eq 0 ]
	# q and r before y, p and q before x, and back again.
	[[ $output == *+q*+y* && $output == *+r*+y* ]]
	[[ $output == *+p*+x* && $output == *+q*+x* ]]
	[[ $output == *-x*-p* && $output == *-y*-r* ]]
}

@test "a diamond is built from its foot, each once" {
	speaker foot
	speaker left -lfoot
	speaker right -lfoot
	speaker top -lleft -lright
	program main -ltop <<<"$quiet"
	prints '+foot +right +left +top -top -left -right -foot ' main
}

@test "in a cycle everybody is constructed once" {
	speaker p
	speaker q -lp
	speaker r -lq
	speaker p -lr
	program main -lr <<<"$quiet"
	both main
	[ "$status" -eq 0 ]
	[ "${#output}" -eq 18 ]
	[[ $output == *+p*-p* && $output == *+q*-q* && $output == *+r*-r* ]]
}

@test "argc, argv and envp are passed to each of them" {
	library a -Wl,-init,first <<-C
	$say
	static void begin(int argc, char **argv, char **envp)
	{
		say(argc == 3 ? argv[2] : "?");
		say(envp[0] ? " env " : " none ");
	}
	__attribute__((section(".init_array"), used))
	static void *entry = begin;
	void first(int argc, char **argv, char **envp)
	{
		say("init ");
		begin(argc, argv, envp);
	}
	C
	program main -la <<-C
	$say
	static void begin(int argc, char **argv, char **envp)
	{
		say("main ");
		say(argc == 3 ? argv[1] : "?");
		say(envp[0] ? " env " : " none ");
	}
	__attribute__((section(".init_array"), used))
	static void *entry = begin;
	int main(void) { return 0; }
	C
	prints 'init two env two env main one env ' main one two
}

@test "DT_INIT before init_array, fini_array before DT_FINI" {
	cat >a.c <<-C
	$say
	__attribute__((constructor)) static void begin(void) { say("begin "); }
	__attribute__((destructor)) static void end(void) { say("end "); }
	void first(void) { say("first "); }
	void last(void) { say("last "); }
	C
	library a -Wl,-init,first -Wl,-fini,last <a.c
	program main -la <<<"$quiet"
	prints 'first begin end last ' main
	library a -nostartfiles </dev/null
	program main -la <<<"$(cat a.c; echo "$quiet")"
	prints 'begin end ' main
}

@test "priorities: the lowest number first, none last, and the reverse" {
	library a <<-C
	$say
	#define AT(n) \\
		__attribute__((constructor(n))) static void b##n(void) \\
		{ say("+" #n " "); } \\
		__attribute__((destructor(n))) static void e##n(void) \\
		{ say("-" #n " "); }
	AT(300) AT(101) AT(65535) AT(200)
	__attribute__((constructor)) static void b(void) { say("+ "); }
	__attribute__((destructor)) static void e(void) { say("- "); }
	C
	program main -la <<<"$quiet"
	both main
	[ "$status" -eq 0 ]
	[[ $output == '+101 +200 +300 '*' -300 -200 -101 ' ]]
}

@test "preinit_array of the program comes before every library" {
	speaker p
	program main -lp '-DNAME="main"' <<-C
	$speaks
	static void before(int argc, char **argv, char **envp)
	{
		say(argc == 2 && envp ? argv[1] : "?");
		say(" ");
	}
	static void second(void) { say("second "); }
	__attribute__((section(".preinit_array"), used))
	static void *entries[] = { before, second };
	$quiet
	C
	prints 'word second +p +main -main -p ' main word
	prints_everywhere 'word second +p +main -main -p ' main word
}

@test "a constructor may use what its dependencies have constructed" {
	library p <<-'C'
	static int ready;
	__attribute__((constructor)) static void begin(void) { ready = 7; }
	int p(void) { return ready; }
	C
	library q -lp <<-'C'
	int p(void);
	static int seen;
	__attribute__((constructor)) static void begin(void) { seen = p(); }
	int q(void) { return seen; }
	C
	program main -lq <<<'int q(void); int main(void) { return q(); }'
	both main
	[ "$status" -eq 7 ]
}

@test "atexit's functions of the program and of libraries: the last one first" {
	library a -shared <<-C
	$say
	#include <stdlib.h>
	int __cxa_atexit(void (*)(void *), void *, void *);
	extern void *__dso_handle __attribute__((visibility("hidden")));
	void *__dso_handle = &__dso_handle;
	static void leave(void *text) { say(text); }
	__attribute__((constructor)) static void begin(void)
	{
		__cxa_atexit(leave, "a-begin ", __dso_handle);
	}
	__attribute__((destructor)) static void end(void) { say("a-end "); }
	void a(void) { __cxa_atexit(leave, "a-later ", __dso_handle); }
	C
	program main -la <<-C
	$say
	#include <stdlib.h>
	void a(void);
	static void one(void) { say("one "); }
	static void two(void) { say("two "); }
	__attribute__((destructor)) static void end(void) { say("main-end "); }
	int main(void)
	{
		atexit(one);
		a();
		atexit(two);
		return 3;
	}
	C
	both main
	expect 'two a-later one main-end a-end a-begin '
	[ "$status" -eq 3 ]
}

@test "exit from a library's constructor: atexit's functions, no destructors" {
	speaker p
	library q -lp <<-C
	$say
	#include <stdlib.h>
	static void handler(void *text) { say(text); }
	int __cxa_atexit(void (*)(void *), void *, void *);
	__attribute__((constructor)) static void begin(void)
	{
		__cxa_atexit(handler, "handler ", NULL);
		exit(4);
	}
	C
	program main -lq '-DNAME="main"' <<<"$speaks $quiet"
	both main
	expect '+p handler '
	[ "$status" -eq 4 ]
}

@test "_exit leaves at once, abort too" {
	speaker p
	program main -lp <<<'#include <unistd.h>
		int main(void) { _exit(5); }'
	both main
	expect '+p '
	[ "$status" -eq 5 ]
	program main -lp <<<'#include <stdlib.h>
		int main(void) { abort(); }'
	both main
	expect '+p '
	[ "$status" -eq 134 ]
}

@test "a library that is loaded later: its dependencies first, and back" {
	speaker p
	speaker q -lp
	program main -ldl '-DNAME="main"' <<-C
	$speaks
	#include <dlfcn.h>
	int main(void)
	{
		void *q = dlopen("./libq.so", RTLD_NOW);
		say("| ");
		dlclose(q);
		say("| ");
		dlopen("./libq.so", RTLD_NOW);
		return 0;
	}
	C
	prints '+main +p +q | -q -p | +p +q -main -q -p ' main
}

@test "everything is relocated before the first constructor runs" {
	library p <<-'C'
	int q_value(void);
	int seen;
	__attribute__((constructor)) static void begin(void)
	{
		seen = q_value();
	}
	C
	library q -lp <<-'C'
	static int x = 6, *const pointer = &x;
	int q_value(void) { return *pointer; }
	C
	program main -lq -lp <<<'extern int seen; int main(void) { return seen; }'
	both main
	[ "$status" -eq 6 ]
}

@test "stdio's buffer is written after the destructors that use it" {
	library a <<-'C'
	#include <stdio.h>
	__attribute__((destructor)) static void end(void) { printf("end\n"); }
	C
	program main -la <<-'C'
	#include <stdio.h>
	int main(void) { printf("main\n"); return 0; }
	C
	prints $'main\nend' main
}
