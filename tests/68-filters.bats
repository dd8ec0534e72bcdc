#!/usr/bin/env bats
# A filter's names are answered by its filtee, as with glibc: by DT_FILTER, which
# must be there, and by DT_AUXILIARY, which may be missing.

load helper
load dynamic/helper

# Each library says who it is, and the filter alone has `own`.
sources()
{
	library real <<<'const char *who(void) { return "real"; }
		const char *other(void) { return "real other"; }'
	library filter "$@" <<<'const char *who(void) { return "filter"; }
		const char *own(void) { return "own"; }'
	library late <<<'const char *other(void) { return "late"; }'
}

ask='#include <stdio.h>
const char *who(void), *own(void), *other(void);
int main(void)
{
	return printf("%s, %s, %s\n", who(), own(), other()) < 0;
}'

@test "the filtee answers, the filter for what only it has" {
	sources -Wl,-F,libreal.so
	program main -lfilter -llate <<<"$ask"
	prints 'real, own, real other' main
	sources -Wl,-f,libreal.so
	prints 'real, own, real other' main
}

@test "a library before the filter answers first" {
	sources -Wl,-F,libreal.so
	program main -llate -lfilter <<<"$ask"
	prints 'real, own, late' main
}

@test "a filtee that is needed by itself moves before its filter" {
	sources -Wl,-F,libreal.so
	program main -lfilter -llate -lreal <<<"$ask"
	prints 'real, own, real other' main
	program main -lreal -lfilter -llate <<<"$ask"
	prints 'real, own, real other' main
}

@test "an auxiliary filtee may be missing, the other must be there" {
	sources -Wl,-f,libreal.so
	program main -lfilter -llate <<<"$ask"
	rm libreal.so
	prints 'filter, own, late' main
	sources -Wl,-F,libreal.so
	rm libreal.so
	both main
	[ "$status" -eq 127 ]
	[[ $stderr == "ld-premain: $PWD/libfilter.so: libreal.so is not found; "* ]]
}

@test "constructors of the filtee and of what it needs run first" {
	local say='#include <stdio.h>
	long write(int, const void *, unsigned long);
	__attribute__((constructor)) static void say(void) { write(1, NAME, 2); }'
	library deep '-DNAME="d\n"' <<<"$say"
	library real '-DNAME="r\n"' -ldeep <<<"$say"
	library filter '-DNAME="f\n"' -Wl,-F,libreal.so <<<"$say"
	program main -lfilter <<<'int main(void) { return 0; }'
	prints $'d\nr\nf' main
}

@test "dlopen of a filter: the handle and its group know the filtee first" {
	sources -Wl,-F,libreal.so
	library user -lfilter <<<'const char *who(void);
		const char *user(void) { return who(); }'
	program main <<-'C'
	#include <dlfcn.h>
	#include <stdio.h>
	typedef const char *function(void);
	int main(void)
	{
		for (int i = 0; i < 3; i++) {
			void *handle = dlopen("./libfilter.so", RTLD_NOW);
			function *who = (function *)dlsym(handle, "who");
			printf("%s ", who());
			if (dlclose(handle) || dlopen("./libreal.so",
					RTLD_NOW | RTLD_NOLOAD))
				return 1;
			handle = dlopen("./libuser.so", RTLD_NOW);
			who = (function *)dlsym(handle, "user");
			printf("%s ", who());
			dlclose(handle);
		}
		puts("");
		return 0;
	}
	C
	prints 'real real real real real real ' main
}
