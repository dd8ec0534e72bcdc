#!/usr/bin/env bats
# An object is constructed before those that need it, however long the way, and
# stays as long as somebody needs it or is bound to it, and no longer.

load helper
load dynamic/helper

# speaker NAME FLAGS...: such a library, with what is on standard input.
speaker()
{
	{ echo "$speaks"; cat; } | library "$1" "-DNAME=\"$1\"" "${@:2}"
}

# main FLAGS... <BODY: the program, whose main() has that body.
main()
{
	{
		printf '#define _GNU_SOURCE\n#include <dlfcn.h>\n'
		printf '#include <link.h>\n#include <stdio.h>\n%s' "$speaks"
		printf '%s\n' "$declarations" 'int main(void) {'
		cat
		echo 'return 0; }'
	} | program main -w '-DNAME="main"' "$@"
}

# A function of an open library, called.
call='static int call(void *handle, const char *name)
{
	return ((int (*)(void))dlsym(handle, name))();
}
static void *now(const char *name, int flags)
{
	void *handle = dlopen(name, RTLD_NOW | flags);
	if (!handle)
		say(dlerror());
	return handle;
}'

@test "who is bound to another library's function keeps the library" {
	speaker host <<<'int host(void) { return 5; }'
	speaker guest <<<'int host(void); int guest(void) { return host(); }'
	declarations=$call main <<-'C'
	void *host = now("./libhost.so", RTLD_GLOBAL);
	void *guest = now("./libguest.so", 0);
	dlclose(host);
	say(call(guest, "guest") == 5 ? "5 " : "? ");
	dlclose(guest);
	say("| ");
	C
	prints '+main +host +guest 5 -guest -host | -main ' main
}

@test "so does who has asked for it by RTLD_DEFAULT; but not by a handle" {
	speaker host <<<'int host(void) { return 5; }'
	library guest <<-'C'
	#define _GNU_SOURCE
	#include <dlfcn.h>
	#include <stddef.h>
	int by_default(void) { return dlsym(RTLD_DEFAULT, "host") != NULL; }
	int by_handle(void)
	{
		void *handle = dlopen("./libhost.so", RTLD_NOW);
		int found = dlsym(handle, "host") != NULL;
		dlclose(handle);
		return found;
	}
	C
	declarations=$call main <<-'C'
	void *guest = now("./libguest.so", 0), *host;
	call(guest, "by_handle");
	host = now("./libhost.so", RTLD_GLOBAL);
	say(call(guest, "by_default") ? "found " : "? ");
	dlclose(host);
	say("| ");
	dlclose(guest);
	C
	prints '+main +host -host +host found | -host -main ' main
}

@test "RTLD_DEFAULT finds what a reference of the caller would be bound to" {
	cat >default.c <<-'C'
	#define _GNU_SOURCE
	#include <dlfcn.h>
	int who(void) { return 1; }
	int ask(void) { return ((int (*)(void))dlsym(RTLD_DEFAULT, "who"))(); }
	C
	library plain <default.c
	library symbolic -Wl,-Bsymbolic <default.c
	declarations="$call int who(void) { return 2; }" main \
		-Wl,-export-dynamic <<-'C'
	void *plain = now("./libplain.so", 0);
	printf("%d ", call(plain, "ask"));
	printf("%d ", call(now("./libsymbolic.so", 0), "ask"));
	dlclose(plain);
	printf("%d\n", call(now("./libplain.so", RTLD_DEEPBIND), "ask"));
	fflush(NULL);
	C
	prints $'+main 2 1 1\n-main ' main
}

@test "a library that the program itself is bound to stays for ever" {
	speaker host <<<'int host(void) { return 5; }'
	# What is named when the program is linked has no such function later.
	library named <<<'int host(void) { return 4; }'
	declarations="$call int host(void);" main -Wl,-z,lazy -lnamed <<-'C'
	void *handle = now("./libhost.so", RTLD_GLOBAL);
	say(host() == 5 ? "5 " : "? ");
	dlclose(handle);
	say(host() == 5 ? "5 " : "? ");
	C
	library named <<<'int other(void) { return 4; }'
	prints '+main +host 5 5 -main -host ' main
}

@test "what two have opened goes with the second one, and sees its names then" {
	speaker low <<<'int high(void) __attribute__((weak));
		int low(void) { return high(); }'
	speaker one -llow <<<'int high(void) { return 1; }'
	speaker two -llow <<<'int high(void) { return 2; }'
	declarations=$call main <<-'C'
	void *one = now("./libone.so", 0), *two = now("./libtwo.so", 0);
	void *low = now("./liblow.so", 0);
	say(call(low, "low") == 1 ? "1 " : "? ");
	dlclose(one);
	say(call(low, "low") == 1 ? "1 " : "? ");
	dlclose(two);
	say("| ");
	dlclose(low);
	C
	# At exit, glibc 2.41 takes one and low in another order than 2.36.
	LOADERS=premain prints \
		'+main +low +one +two 1 1 -two | -one -low -main ' main
}

@test "a call that is bound late finds it in the group that is still open" {
	speaker low <<<'int high(void); int low(void) { return high(); }'
	speaker one -llow <<<'int high(void) { return 1; }'
	speaker two -llow <<<'int high(void) { return 2; }'
	declarations=$call main <<-'C'
	void *one = dlopen("./libone.so", RTLD_LAZY);
	void *two = dlopen("./libtwo.so", RTLD_LAZY);
	dlclose(one);
	say(call(two, "low") == 2 ? "2 " : "? ");
	dlclose(two);
	C
	prints '+main +low +one +two -one 2 -two -low -main ' main
}

@test "a destructor opens and closes others" {
	speaker other <<<'int other(void) { return 3; }'
	library opens -DNAME='"opens"' <<-C
	$say
	#include <dlfcn.h>
	static void *other;
	__attribute__((constructor)) static void begin(void)
	{
		other = dlopen("./libother.so", RTLD_NOW);
	}
	__attribute__((destructor)) static void end(void)
	{
		say("[ ");
		dlclose(other);
		say("] ");
		other = dlopen("./libthird.so", RTLD_NOW);
	}
	C
	speaker third </dev/null
	declarations=$call main <<-'C'
	dlclose(now("./libopens.so", 0));
	say("| ");
	C
	prints '+main +other [ ] +third -other | -main -third ' main
}

@test "at exit nothing is unloaded: a destructor may close what needs it" {
	library two <<-C
	$say
	#include <dlfcn.h>
	static void *three;
	__attribute__((constructor)) static void begin(void)
	{
		three = dlopen("./libthree.so", RTLD_LAZY | RTLD_GLOBAL);
	}
	__attribute__((destructor)) static void end(void)
	{
		say(dlclose(three) ? "? " : "closed ");
	}
	int two(void) { return 2; }
	C
	library three <<<'int two(void); int three(void) { return two(); }'
	declarations=$call main <<-'C'
	void *two = dlopen("./libtwo.so", RTLD_LAZY | RTLD_GLOBAL);
	void *three = dlopen("./libthree.so", RTLD_LAZY);
	say(call(three, "three") == 2 ? "2 " : "? ");
	dlclose(three);
	dlclose(two);
	say("| ");
	C
	prints '+main 2 | -main closed ' main
}

@test "at exit: the program, then all others against their order" {
	speaker p </dev/null
	speaker q -lp </dev/null
	speaker x </dev/null
	speaker y </dev/null
	declarations=$call main -lq <<-'C'
	now("./libx.so", 0);
	now("./liby.so", 0);
	C
	run -0 ./main.premain
	expect '+p +q +main +x +y -main -y -x -q -p '
}

@test "a cycle is cut where the walk comes to one for the second time" {
	local name
	for name in qa qb qc qd qe qf qg; do
		speaker $name </dev/null
	done
	speaker qb -lqe -lqd -lqf </dev/null
	speaker qc -lqb </dev/null
	speaker qd -lqf -lqa </dev/null
	speaker qe -lqc </dev/null
	speaker qf -lqe -lqd -lqc -lqb </dev/null
	speaker qg -lqe -lqf </dev/null
	declarations=$call main <<-'C'
	now("./libqd.so", 0);
	now("./libqg.so", 0);
	_exit(0);
	C
	prints '+main +qc +qe +qf +qb +qa +qd +qg ' main
}

@test "a name that is the program's own DT_SONAME means the program" {
	library low <<<'int low(void) { return 1; }'
	library high -llow <<<'int low(void); int high(void) { return low(); }'
	program main -lhigh -Wl,-soname,liblow.so -Wl,-export-dynamic <<-'C'
	int high(void);
	int low(void) { return 2; }
	int main(void) { return high(); }
	C
	rm liblow.so
	both main
	[ "$status" -eq 2 ]
}

@test "DF_1_INITFIRST goes before all, the program's preinit_array too" {
	speaker p </dev/null
	speaker q -lp -Wl,-z,initfirst </dev/null
	declarations='static void before(void) { say("before "); }
	__attribute__((section(".preinit_array"), used))
	static void *entry = before;' main -lq -lp <<<'_exit(0);'
	prints '+q before +p +main ' main
}

@test "two thousand libraries in a cycle, on a stack of 64 kB" {
	library 0001 -Wl,-soname,lib0001.so <<<'int nothing;'
	library 0000 -Wl,-soname,lib0000.so -l0001 <<-'C'
	void note(const char *);
	__attribute__((constructor)) static void b(void) { note("lib0000"); }
	__attribute__((destructor)) static void e(void) { note("lib0000"); }
	C
	gcc -O1 "$BATS_TEST_DIRNAME/dynamic/chain.c" -o chain
	./chain 2000
	program main -Wl,-export-dynamic,--allow-shlib-undefined -l0000 <<-'C'
	#include <stdio.h>
	#include <stdlib.h>
	/* The last one, whose need closes the cycle, comes when all are there. */
	static int next = 1998, step = -1;
	void note(const char *name)
	{
		if (atoi(name + 3) != (next < 0 ? 1999 : next))
			printf("%s is not %d\n", name, next);
		next += step;
	}
	int main(void)
	{
		printf("%d\n", next);
		next = -1;
		step = 1;
		return 0;
	}
	C
	LOADERS=premain
	run -0 bash -c 'ulimit -s 64 && ./main.premain'
	expect -2
	rm lib*.so
}

@test "entries of 0 and -1 are no functions; others must be code" {
	local value
	for value in 0 -1 1234; do
		assemble "array$value" <<-NASM
		        section .init_array progbits alloc noexec write align=8
		        dq      $value
		        section .fini_array progbits alloc noexec write align=8
		        dq      $value
		        section .note.GNU-stack noalloc noexec nowrite progbits
		NASM
		gcc -shared -nostdlib "array$value.o" -o "libarray$value.so"
	done
	declarations=$call LOADERS=premain main <<-'C'
	now("./libarray0.so", 0);
	now("./libarray-1.so", 0);
	now("./libarray1234.so", 0);
	C
	LOADERS=premain
	prints '+main ./libarray1234.so: DT_INIT_ARRAY 0x4d2 is the address of no code-main ' main
	program main -larray1234 <<<'int main(void) { return 0; }'
	run -127 --separate-stderr ./main.premain
	expect ''
	[[ $stderr == 'ld-premain: '*'/libarray1234.so: DT_INIT_ARRAY 0x4d2 is the address of no code' ]]
}

@test "what is no handle is refused, and what is no library" {
	declarations=$call main <<-'C'
	int local;
	void *self = dlopen(NULL, RTLD_NOW);
	printf("%d%d%d ", dlclose(&local) != 0, dlsym(&local, "x") == NULL,
	       dlinfo(&local, RTLD_DI_LINKMAP, &self) != 0);
	printf("%s\n", dlerror());
	printf("%d", dlclose(self));
	printf("%d ", dlclose(self) != 0);
	printf("%s\n", dlerror());
	dlopen("./main.premain", RTLD_NOW);
	printf("%s\n", dlerror());
	dlopen("./libnone.so", 0);
	printf("%s\n", dlerror());
	fflush(NULL);
	C
	run -0 ./main.premain
	expect '+main 111 the handle is of no object that is loaded
01 ./main.premain: is not open
./main.premain: DF_1_PIE: a program is no library
dlopen: neither RTLD_LAZY nor RTLD_NOW
-main '
}

@test "the vDSO has a handle, names and versions, and is no file" {
	speaker last <<<'int last(void) { return 3; }'
	library first -llast <<<'int first(void) { return 1; }'
	declarations=$call main -lfirst <<-'C'
	say(call(dlopen("./liblast.so", RTLD_NOW), "last") == 3 ? "3 " : "? ");
	void *vdso = dlopen("linux-vdso.so.1", RTLD_NOW | RTLD_NOLOAD);
	void *time = dlvsym(vdso, "__vdso_time", "LINUX_2.6");
	struct link_map *map = NULL;
	Dl_info info;
	printf("%d", dladdr1(time, &info, (void **)&map, RTLD_DL_LINKMAP));
	printf("%d %s ", info.dli_saddr == time, info.dli_fname);
	printf("%d ", map == vdso);
	printf("%d ", dlsym(vdso, "__vdso_time") == time);
	printf("%d ", dlvsym(vdso, "__vdso_time", "LINUX_1") == NULL);
	printf("%d\n", ((long (*)(long *))time)(NULL) > 1000000000);
	fflush(NULL);
	C
	prints '+last +main 3 11 linux-vdso.so.1 1 1 1 1
-main -last ' main
}

@test "an unwinder finds its object and its tables by _dl_find_object" {
	library a <<<'int a(void) { return 1; }'
	declarations=$call main <<-'C'
	void *a = now("./liba.so", 0);
	struct dl_find_object found;
	struct link_map *map = a;
	Dl_info info;
	int local;
	printf("%d", _dl_find_object(dlsym(a, "a"), &found));
	printf("%d", found.dlfo_link_map == map);
	dladdr(dlsym(a, "a"), &info);
	printf("%d", found.dlfo_map_start == info.dli_fbase);
	printf("%d", found.dlfo_map_end > dlsym(a, "a"));
	printf("%d", *(unsigned char *)found.dlfo_eh_frame);
	printf("%d\n", _dl_find_object(&local, &found));
	fflush(NULL);
	C
	prints '+main 01111-1
-main ' main
}
